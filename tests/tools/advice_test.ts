/**
 * What a task says when something foreseeable is in the way: one sentence, no stack trace. Each case runs
 * `task lab` in a copy of what it consists of, without a `.venv`.
 */
import { assert, assertEquals, assertMatch } from "@std/assert";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { ask } from "../../tools/shared/processes.ts";
import { adviceOnPip } from "../../tools/shared/python_environment.ts";
import { project } from "../../tools/shared/project.ts";

/** The address of every module that a task's script imports. */
async function modulesOf(script: string): Promise<string[]> {
  const path = join(project, "tools", script);
  const { ok, out, text } = await ask(Deno.execPath(), ["info", "--json", path]);
  assert(ok, text);
  return JSON.parse(out).modules.map(({ specifier }: { specifier: string }) => specifier);
}

const files = (await modulesOf("lab.ts")).filter((module) => module.startsWith("file:"));

Deno.test("task lab and task test import no package: they start before any is there", async () => {
  for (const script of ["lab.ts", "test.ts"]) {
    const modules = await modulesOf(script);
    assert(modules.length > 10);
    assertEquals(modules.filter((module) => !/^(file|node):/.test(module)), [], script);
  }
});

/** A fresh copy, with a `python3` that runs this shell script (none, if there is no script). */
class Copy {
  readonly folder = Deno.makeTempDirSync({ prefix: "glassnet-" });

  constructor(python?: string) {
    Deno.mkdirSync(join(this.folder, "bin"));
    for (
      const path of [...files.map((url) => fileURLToPath(url)), join(project, "requirements.txt")]
    ) {
      const copy = join(this.folder, relative(project, path));
      Deno.mkdirSync(dirname(copy), { recursive: true });
      Deno.copyFileSync(path, copy);
    }
    if (python) {
      const path = join(this.folder, "bin", "python3");
      Deno.writeTextFileSync(path, `#!/bin/sh\n${python}\n`, { mode: 0o755 });
    }
  }

  /** Runs `task lab` and returns its last line, which is all there is after a failure. */
  async advice(...args: string[]): Promise<string> {
    const command = ["run", "-A", "--no-lock", join(this.folder, "tools/lab.ts"), ...args];
    const env = { PATH: join(this.folder, "bin") };
    const { ok, text } = await ask(Deno.execPath(), command, { cwd: this.folder, env });
    assert(!ok, text);
    assert(!/^\s+at /m.test(text), `There is a stack trace in:\n${text}`);
    return text.trim().split("\n").at(-1)!;
  }

  [Symbol.dispose]() {
    Deno.removeSync(this.folder, { recursive: true });
  }
}

/** A Python with a version but without Jupyter, which does `more` when it is asked for anything else. */
const goodPython = (more: string) => `
case "$2" in
  "import sys; print("*) echo "Python 3 12 1" ;;
  *jupyterlab*) exit 1 ;;
  *) ${more} ;;
esac`;

const noVenv = goodPython("echo 'ensurepip is not available.'; exit 1");

Deno.test("without Python, task lab says to install it", async () => {
  using copy = new Copy();
  assertMatch(await copy.advice(), /needs Python 3\.11 or newer, and there is none.*install it/);
});

Deno.test("with an old Python, task lab names its version", async () => {
  using copy = new Copy('echo "Python 3 9 18"');
  assertMatch(await copy.advice(), /but `python3` is 3\.9\.18: install a newer one/);
});

Deno.test("without the venv module, task lab says how to install it", async () => {
  using copy = new Copy(noVenv);
  assertMatch(await copy.advice(), /no venv module.*apt install python3-venv/);
});

Deno.test("a half-made .venv is remade, and anything else of that name is left alone", async () => {
  using copy = new Copy(noVenv);
  const venv = join(copy.folder, ".venv");
  await copy.advice();
  assertEquals([...Deno.readDirSync(venv)].map(({ name }) => name), ["made-by-glassnet"]);
  assertMatch(await copy.advice(), /no venv module/);

  Deno.removeSync(venv, { recursive: true });
  Deno.mkdirSync(join(venv, "mine"), { recursive: true });
  assertMatch(await copy.advice(), /\.venv is not a Python environment: move it/);
  assertEquals([...Deno.readDirSync(venv)].map(({ name }) => name), ["mine"]);
});

Deno.test("task lab names a port that is taken or impossible, and an argument that it does not know", async () => {
  using copy = new Copy();
  using taken = Deno.listen({ hostname: "127.0.0.1", port: 0 });
  assertMatch(await copy.advice("--port", `${taken.addr.port}`), /Port \d+ is taken: give another/);
  for (const port of ["many", "0", "65536"]) {
    assertMatch(await copy.advice(`--port=${port}`), /--port expects .*from 1 to 65535, but got "/);
  }
  assertMatch(await copy.advice("--prot=9000"), /has no option --prot; did you mean --port\?/);
  assertMatch(await copy.advice("notebooks"), /does not take "notebooks": --help/);
  // These are JupyterLab's: this copy stops only because it has no Python.
  const theirs = ["--LabApp.dark_theme=True", "--", "--debug", "--prot=9000"];
  assertMatch(await copy.advice(...theirs), /needs Python/);
});

Deno.test("adviceOnPip() distinguishes the network, the disk, the permissions and a wrong hash", () => {
  const advice = (log: string) => adviceOnPip(log, "pip.log");
  assertMatch(
    advice("WARNING: Retrying (Retry(total=4)) after NewConnectionError"),
    /check the net/,
  );
  assertMatch(advice("ERROR: [Errno 28] No space left on device"), /disk is full/);
  assertMatch(advice("ERROR: [Errno 13] Permission denied: '/x'"), /may not write/);
  assertMatch(
    advice("ERROR: THESE PACKAGES DO NOT MATCH THE HASHES FROM THE REQUIREMENTS FILE."),
    /not the one that requirements\.txt names by its hash/,
  );
  assertMatch(advice("ERROR: No matching distribution found for x==9"), /start again: No matching/);
});
