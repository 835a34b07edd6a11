/**
 * What is said when something foreseeable is in the way: one sentence, no stack trace. Each case runs
 * `task lab` in a copy of the project's tasks that has no `.venv` yet.
 */
import { assert, assertEquals, assertMatch } from "@std/assert";
import { join } from "node:path";
import { adviceOnPip } from "../../tools/shared/python_environment.ts";
import { project } from "../../tools/shared/project.ts";

/** A fresh copy, with a `python3` that runs this shell script (none, if there is no script). */
class Copy {
  readonly folder = Deno.makeTempDirSync({ prefix: "glassnet-" });

  constructor(python?: string) {
    Deno.mkdirSync(join(this.folder, "bin"));
    // The tasks write their files as lib does.
    for (const path of ["tools", "lib/data", "lib/matrix", "lib/matrix/kernels"]) {
      Deno.mkdirSync(join(this.folder, path), { recursive: true });
      for (const { name, isFile } of Deno.readDirSync(join(project, path))) {
        if (isFile) this.#take(`${path}/${name}`);
      }
    }
    this.#take("requirements.txt");
    if (python) {
      const path = join(this.folder, "bin", "python3");
      Deno.writeTextFileSync(path, `#!/bin/sh\n${python}\n`, { mode: 0o755 });
    }
  }

  #take(path: string) {
    Deno.copyFileSync(join(project, path), join(this.folder, path));
  }

  /** Runs `task lab` and returns its last line, which is all there is after a failure. */
  async advice(...args: string[]): Promise<string> {
    const { code, stdout, stderr } = await new Deno.Command(Deno.execPath(), {
      args: ["run", "-A", "--no-lock", join(this.folder, "tools/lab.ts"), ...args],
      cwd: this.folder,
      env: { PATH: join(this.folder, "bin") },
    }).output();
    const text = new TextDecoder().decode(stdout) + new TextDecoder().decode(stderr);
    assertEquals(code, 1, text);
    assert(!/^\s+at /m.test(text), `There is a stack trace in:\n${text}`);
    return text.trim().split("\n").at(-1)!;
  }

  [Symbol.dispose]() {
    Deno.removeSync(this.folder, { recursive: true });
  }
}

/** A Python that tells its version, knows nothing of Jupyter, and does `more` when asked for more. */
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

Deno.test("a half-made .venv is made anew, anything else of that name is left alone", async () => {
  using copy = new Copy(noVenv);
  const venv = join(copy.folder, ".venv");
  await copy.advice();
  assertEquals([...Deno.readDirSync(venv)].map(({ name }) => name), ["made-by-glassnet"]);
  assertMatch(await copy.advice(), /no venv module/);

  Deno.removeSync(venv, { recursive: true });
  Deno.mkdirSync(join(venv, "mine"), { recursive: true });
  assertMatch(await copy.advice(), /\.venv is no Python environment: move it/);
  assertEquals([...Deno.readDirSync(venv)].map(({ name }) => name), ["mine"]);
});

Deno.test("a port that is taken, or none at all, is named", async () => {
  using copy = new Copy();
  using taken = Deno.listen({ hostname: "127.0.0.1", port: 0 });
  assertMatch(await copy.advice("--port", `${taken.addr.port}`), /Port \d+ is taken: give another/);
  assertMatch(await copy.advice("--port=many"), /a number from 1 to 65535 but got "many"/);
});

Deno.test("a flag that is none, such as a slip of the pen, is named", async () => {
  using copy = new Copy();
  assertMatch(await copy.advice("--prot=9000"), /knows no --prot=9000: it takes --port 9000/);
  assertMatch(await copy.advice("notebooks"), /knows no notebooks: it takes/);
  // These are JupyterLab's: what stops this copy is that it has no Python.
  const theirs = ["--LabApp.dark_theme=True", "--", "--debug", "--prot=9000"];
  assertMatch(await copy.advice(...theirs), /needs Python/);
});

Deno.test("adviceOnPip() tells the network, the disk, the permissions and a wrong hash apart", () => {
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
