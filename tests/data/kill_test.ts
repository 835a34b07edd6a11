import { assertEquals } from "@std/assert";
import { killKinds, killWhileWriting } from "../../tools/fuzz/kill.ts";

// `deno task fuzz kill` does the same with more, and prints how often each came out.
for (const what of killKinds) {
  Deno.test(`a process killed while it writes leaves the old or the new ${what}`, async () => {
    assertEquals((await killWhileWriting(what, 4, 1)).findings, []);
  });
}
