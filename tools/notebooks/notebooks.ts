/**
 * `deno task notebooks`: runs the notebooks of the lessons in place through the pinned kernel.
 *
 * Every figure also gets a PNG, for viewers that do not draw Plotly. Drawing one needs Chromium or
 * Chrome; without it, figures that have not changed keep theirs.
 *
 * @module
 */
import { basename, join } from "node:path";
import { removeStale } from "../../lib/host/deno_temporary.ts";
import { chosenBy, readArguments } from "../shared/arguments.ts";
import { ensureData } from "../shared/ensure_data.ts";
import { type Jupyter, pinnedJupyter } from "../jupyter/jupyter.ts";
import { pinnedDeno } from "../shared/pinned_deno.ts";
import { notebooks, project } from "../shared/project.ts";
import { run } from "../shared/processes.ts";
import { runTask } from "../shared/task.ts";

/** The Python program that runs notebooks and writes or checks their outputs. */
export const runner: string = join(project, "tools", "notebooks", "run_notebooks.py");

/**
 * The notebooks of the lessons in reading order. The exercises are not among them: they belong to the
 * students and are committed without outputs.
 */
export async function lessonNotebooks(): Promise<string[]> {
  const found: string[] = [];
  for await (const { name, isFile } of Deno.readDir(notebooks)) {
    if (isFile && name.endsWith(".ipynb")) found.push(join(notebooks, name));
  }
  return found.sort();
}

/**
 * Runs notebooks with the given options and returns the runner's exit code. Temporary files that an
 * earlier run left, because it was killed while it wrote, are removed: the runner names them as
 * `writeBeside` does.
 */
export async function runNotebooks(
  jupyter: Pick<Jupyter, "python" | "env">,
  args: string[],
): Promise<number> {
  const code = await run(jupyter.python, [runner, ...args], { env: jupyter.env, cwd: project });
  for (const path of args) if (path.endsWith(".ipynb")) await removeStale(path);
  return code;
}

async function main(args: string[]): Promise<number> {
  const { values: { check, renew }, words } = readArguments(args, {
    task: "notebooks",
    does: "Runs the notebooks of the lessons in place through the pinned kernel.",
    options: {
      check: { help: "write nothing; fail if an output is not the one in the file" },
      renew: { help: "also renew the outputs of cells that show times, and every PNG" },
    },
    words: { name: "[WORD...]", help: "only notebooks whose names contain one of these: 03 05" },
  });
  const names = (await lessonNotebooks()).map((path) => basename(path));
  const chosen = chosenBy(words, names).map((name) => join(notebooks, name));
  const jupyter = await pinnedJupyter();
  await ensureData();
  return await runNotebooks(jupyter, [
    ...["--draw-with", await pinnedDeno()],
    ...(check ? ["--check"] : []),
    ...(renew ? ["--renew"] : []),
    ...chosen,
  ]);
}

if (import.meta.main) await runTask(() => main(Deno.args));
