/**
 * `deno task slides`: makes slides of the lessons, as `jupyter nbconvert --to slides` does with the settings in
 * `tools/jupyter`. Each is one file, with everything that it shows.
 *
 * @module
 */
import { basename, join } from "node:path";
import { pinnedJupyter } from "./jupyter/jupyter.ts";
import { lessonNotebooks } from "./notebooks/notebooks.ts";
import { chosenBy, readArguments } from "./shared/arguments.ts";
import { ask } from "./shared/processes.ts";
import { notebooks, project } from "./shared/project.ts";
import { Advice, runTask, say } from "./shared/task.ts";

/** Makes slides of the notebooks in a folder. */
export async function makeSlides(paths: string[], folder: string): Promise<void> {
  const { python, env } = await pinnedJupyter();
  const args = ["-m", "nbconvert", "--to", "slides", "--output-dir", folder, ...paths];
  const { ok, text } = await ask(python, args, { env, cwd: project });
  if (!ok) throw new Advice(`nbconvert could not make the slides: ${text.trim()}`);
}

async function main(args: string[]): Promise<void> {
  const { words } = readArguments(args, {
    task: "slides",
    does: "Makes slides of the lessons in _slides/, each one file that needs no network.",
    options: {},
    words: { name: "[WORD...]", help: "only lessons whose names contain one of these: 03 05" },
  });
  const names = chosenBy(words, (await lessonNotebooks()).map((path) => basename(path)));
  const folder = join(project, "_slides");
  await makeSlides(names.map((name) => join(notebooks, name)), folder);
  say("Made, to open in a browser:");
  for (const name of names) say(`_slides/${name.replace(".ipynb", ".slides.html")}`);
}

if (import.meta.main) await runTask(() => main(Deno.args));
