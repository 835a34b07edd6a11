import { assertEquals, assertThrows } from "@std/assert";
import "../../../lib/host/deno.ts";
import { mostThreads } from "../../../lib/matrix/kernels/most_threads.ts";

function withVariable<T>(value: string | undefined, work: () => T): T {
  const before = Deno.env.get("GLASSNET_THREADS");
  const set = (text: string | undefined) =>
    text === undefined
      ? Deno.env.delete("GLASSNET_THREADS")
      : Deno.env.set("GLASSNET_THREADS", text);
  set(value);
  try {
    return work();
  } finally {
    set(before);
  }
}

const processors = navigator.hardwareConcurrency;

Deno.test("mostThreads() is all processors unless GLASSNET_THREADS asks for fewer", () => {
  assertEquals(withVariable(undefined, mostThreads), processors);
  assertEquals(withVariable("", mostThreads), processors);
  assertEquals(withVariable("1", mostThreads), 1);
  assertEquals(withVariable("9999", mostThreads), processors);
});

Deno.test("mostThreads() says what GLASSNET_THREADS may be", () => {
  for (const wrong of ["two", "0", "-1", "1.5", "1e9"]) {
    const error = assertThrows(() => withVariable(wrong, mostThreads), Error);
    assertEquals(error.message.includes(`GLASSNET_THREADS is "${wrong}"`), true);
  }
});

Deno.test({
  name: "mostThreads() asks for no permission",
  permissions: { env: false },
  fn: () => assertEquals(mostThreads(), processors),
});
