import { assert, assertEquals } from "@std/assert";
import { join } from "node:path";
import { pinnedJupyter } from "../../tools/jupyter/jupyter.ts";
import { kernelCommand } from "../../tools/jupyter/kernel_spec.ts";
import { runner } from "../../tools/notebooks/notebooks.ts";
import { ask, stopEverything } from "../../tools/shared/processes.ts";
import { temporaryFolder } from "../data/files.ts";

/** What a cell can do, really tried. */
const cells = [
  `const names = ["read", "write", "net", "env", "run", "sys", "ffi", "import"];
  const states = await Promise.all(names.map(async (name) => (await Deno.permissions.query({ name })).state));
  names.map((name, i) => name + " " + states[i]).join()`,
  `Deno.writeTextFileSync("beside.txt", "written"); Deno.readTextFileSync("beside.txt")`,
  `const listener = Deno.listen({ hostname: "127.0.0.1", port: 0 });
  const { port } = listener.addr;
  (await Deno.connect({ hostname: "127.0.0.1", port })).close();
  listener.close();
  port > 0`,
  `new TextDecoder().decode(new Deno.Command(Deno.execPath(), { args: ["--version"] }).outputSync().stdout).slice(0, 4)`,
  `Deno.env.get("PATH").length > 0 && Deno.hostname().length > 0`,
];

/**
 * README and docs/security.md say so, and docs/for-schools.md gives each student an account for that reason.
 * If Deno's kernel ever asks for permission, all three can say something better.
 */
Deno.test("a cell may do everything that its reader may do: the kernel has all permissions", async () => {
  const jupyter = await pinnedJupyter();
  using temporary = temporaryFolder();
  const folder = temporary.path("");
  try {
    const path = join(folder, "try.ipynb");
    const code = { cell_type: "code", metadata: {}, outputs: [], execution_count: null };
    const notebook = {
      cells: cells.map((source) => ({ ...code, source })),
      ...{ metadata: {}, nbformat: 4, nbformat_minor: 5 },
    };
    await Deno.writeTextFile(path, JSON.stringify(notebook));
    const { ok, text } = await ask(jupyter.python, [runner, path], { env: jupyter.env });
    assert(ok, text);
    const ran: { cells: { outputs: { data: Record<string, string[] | string> }[] }[] } = JSON.parse(
      await Deno.readTextFile(path),
    );
    const granted = ["read", "write", "net", "env", "run", "sys", "ffi", "import"]
      .map((name) => `${name} granted`).join();
    assertEquals(
      ran.cells.map(({ outputs }) =>
        outputs.map(({ data }) => [data["text/plain"]].flat().join(""))
      ),
      [[`"${granted}"`], ['"written"'], ["true"], ['"deno"'], ["true"]],
    );
  } finally {
    await stopEverything();
  }
});

Deno.test("there is no switch by which a kernel gets fewer permissions", async () => {
  const { command: [deno, ...args], env } = await kernelCommand();
  for (const flag of ["--no-prompt", "--allow-read", "--deny-net", "-P=library"]) {
    const withFlag = [args[0], flag, ...args.slice(1), "none.json"];
    const { ok, text } = await ask(deno, withFlag, { env });
    assert(!ok && text.includes(`unexpected argument '${flag.replace(/=.*/, "")}`), text);
  }
});
