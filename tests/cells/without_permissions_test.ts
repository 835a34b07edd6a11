import { assertEquals, assertMatch } from "@std/assert";
import { fileURLToPath } from "node:url";

Deno.test("cells run in a process without any permission", async () => {
  const script = fileURLToPath(new URL("./fixtures/without_permissions.ts", import.meta.url));
  const { stdout, success } = await new Deno.Command(Deno.execPath(), {
    args: ["run", "--quiet", "--no-prompt", "--frozen", script],
  }).output();
  assertEquals(success, true);
  const [product, refused] = new TextDecoder().decode(stdout).trim().split("\n").map((line) =>
    JSON.parse(line)
  );
  assertEquals(product.data["text/plain"], "[ [ 7, 10 ], [ 15, 22 ] ]");
  assertEquals(refused.ename, "NotCapable");
  assertMatch(refused.traceback.at(-1), /cell \[3\], line 1, column 6/);
});
