/**
 * `deno task notebooks`: runs the notebooks of the lessons in place through the pinned kernel.
 *
 * Words select notebooks by what their names contain (`deno task notebooks 03 05`); `--renew` also
 * takes the new outputs of cells that show times, and draws every figure's PNG again. The PNGs, for
 * viewers that do not draw Plotly, need Chromium or Chrome; without it those of unchanged figures stay.
 *
 * @module
 */
import { join } from "node:path";
import { removeStale } from "../../lib/host/deno_files.ts";
import { ensureData } from "../shared/ensure_data.ts";
import { type Jupyter, pinnedJupyter } from "../jupyter/jupyter.ts";
import { pinnedDeno } from "../shared/pinned_deno.ts";
import { notebooks, project } from "../shared/project.ts";
import { run } from "../shared/processes.ts";
import { Advice, runTask } from "../shared/task.ts";

/** The Python program that runs notebooks and writes or checks their outputs. */
export const runner: string = join(project, "tools", "notebooks", "run_notebooks.py");

/**
 * The notebooks of the lessons in reading order. The exercises are not among them: those belong to the
 * students, and are committed as nobody has run them.
 */
export async function lessonNotebooks(): Promise<string[]> {
  const found: string[] = [];
  for await (const { name, isFile } of Deno.readDir(notebooks)) {
    if (isFile && name.endsWith(".ipynb")) found.push(join(notebooks, name));
  }
  return found.sort();
}

/**
 * Runs notebooks with the given options and returns the runner's exit code. What an earlier one, killed
 * while it wrote, left beside a notebook is removed: it names its files as `writeBeside` does.
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
  const options = args.filter((arg) => arg.startsWith("--"));
  const words = args.filter((arg) => !arg.startsWith("--"));
  const all = await lessonNotebooks();
  const chosen = all.filter((path) =>
    !words.length || words.some((word) => path.slice(notebooks.length).includes(word))
  );
  if (!chosen.length) {
    throw new Advice(
      `No notebook's name contains "${words.join('" or "')}": leave it out for all.`,
    );
  }
  const jupyter = await pinnedJupyter();
  await ensureData();
  const painter = ["--draw-with", await pinnedDeno()];
  return await runNotebooks(jupyter, [...painter, ...options, ...chosen]);
}

if (import.meta.main) await runTask(() => main(Deno.args));
