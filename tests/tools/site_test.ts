import { assert, assertEquals, assertMatch } from "@std/assert";
import { join } from "node:path";
import { ask } from "../../tools/shared/processes.ts";
import { project } from "../../tools/shared/project.ts";

/** What `deno task site` says that ends before it builds anything. */
async function refusal(...args: string[]): Promise<string> {
  const command = ["run", "--quiet", "-A", join(project, "tools", "site.ts"), ...args];
  const { ok, text } = await ask(Deno.execPath(), command, { cwd: project });
  assert(!ok, text);
  assertEquals(/^\s+at |The lessons and the exercises/m.test(text), false, text);
  return text;
}

Deno.test("task site: a port without --serve, and a port that is taken, are refused before the build", async () => {
  assertMatch(await refusal("--port", "9000"), /add --serve/);
  using taken = Deno.listen({ hostname: "127.0.0.1", port: 0 });
  const { port } = taken.addr;
  assertMatch(await refusal("--serve", "--port", `${port}`), /Port \d+ is taken: choose another/);
});

Deno.test("task site: a folder without exercises is refused before the build", async () => {
  const folder = await Deno.makeTempDir({ prefix: "glassnet-none-" });
  assertMatch(await refusal("--exercises", folder), /exports no exercise/);
  assertMatch(await refusal("--exercises", join(folder, "none")), /There is no folder/);
  await Deno.remove(folder, { recursive: true });
});
