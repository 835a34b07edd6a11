/**
 * `deno task exercises`: makes the students' notebooks in `notebooks/exercises/` from those in
 * `notebooks/exercises/source/`, which hold the solutions.
 *
 * `--from my-exercises` does the same with a folder of one's own: `my-exercises/tanh.ts` and the like hold
 * the exercises, `my-exercises/source/` the notebooks. The exercises are tried by the laws first.
 *
 * `--missing de` makes nothing: it lists the sentences that are not said in German yet.
 *
 * A notebook in which someone has worked stays as it is; `--force` makes it new and keeps the old one
 * beside it.
 *
 * @module
 */
import { basename, join, resolve } from "node:path";
import type { Exercise } from "../../lib/exercises/exercise.ts";
import { untranslated } from "../../lib/exercises/language.ts";
import { registered } from "../../lib/exercises/registry.ts";
import { isUntouched, type Notebook, notebookText, studentNotebook } from "./exercise_notebook.ts";
import { loadExercises, requireLaws } from "./own_exercises.ts";
import { chosenBy, readArguments } from "../shared/arguments.ts";
import { exists, notebooks, writeWhole } from "../shared/project.ts";
import { Advice, runTask, say } from "../shared/task.ts";

/** Where the students' notebooks are. */
export const exercises: string = join(notebooks, "exercises");

/** Where the notebooks with the solutions are. */
export const sources: string = join(exercises, "source");

/**
 * Says what to do if the folder with the solutions is missing.
 *
 * @throws {Advice} if it is missing
 */
export async function requireSources(folder: string): Promise<void> {
  if (await exists(folder)) return;
  throw new Advice(
    `There is no folder ${folder}, which holds the exercises with their solutions.` +
      " Take it from the project as it was published: a student's copy may lack it.",
  );
}

/**
 * The names of the exercise notebooks, in reading order.
 *
 * @throws {Advice} if the folder with the solutions is missing
 */
export async function exerciseNames(folder = sources): Promise<string[]> {
  await requireSources(folder);
  const names = [];
  for await (const { name } of Deno.readDir(folder)) if (name.endsWith(".ipynb")) names.push(name);
  return names.sort();
}

/** The text of the student's notebook for a source. */
export async function studentText(source: string): Promise<string> {
  try {
    return notebookText(await studentNotebook(JSON.parse(await Deno.readTextFile(source))));
  } catch (error) {
    if (error instanceof Advice) throw new Advice(`${basename(source)}: ${error.message}`);
    if (!(error instanceof SyntaxError)) throw error;
    throw new Advice(`${basename(source)} is not a notebook (${error.message}): fix it by hand.`);
  }
}

/**
 * Writes a student's notebook, unless someone has worked in the current one.
 *
 * @param path where it goes
 * @param text its new text
 * @param force write it all the same, and keep the old one beside it
 * @returns what was done, in a sentence; `kept` is true if someone's work stayed
 */
export async function writeExercise(
  path: string,
  text: string,
  { force }: { force: boolean },
): Promise<{ kept: boolean; said: string }> {
  const name = basename(path);
  const there = await exists(path) ? await Deno.readTextFile(path) : undefined;
  if (there === text) return { kept: false, said: `${name} is up to date` };
  if (there === undefined || await madeByUs(there)) {
    await writeWhole(path, text);
    return { kept: false, said: `${name} is made` };
  }
  if (!force) {
    return { kept: true, said: `${name} stays as it is: someone has worked in it` };
  }
  const old = await freeName(path);
  // A copy, not a new name for the old one: so there is a notebook at every moment.
  await Deno.copyFile(path, old);
  await writeWhole(path, text);
  return { kept: false, said: `${name} is made, and the old one is now ${basename(old)}` };
}

/** False also for a notebook that can't be read: it may be somebody's work. */
async function madeByUs(text: string): Promise<boolean> {
  try {
    return await isUntouched(JSON.parse(text) as Notebook);
  } catch {
    return false;
  }
}

async function freeName(path: string): Promise<string> {
  for (let n = 1;; n++) {
    const name = path.replace(/\.ipynb$/, `.old-${n}.ipynb`);
    if (!await exists(name)) return name;
  }
}

/**
 * The task itself.
 *
 * @param args the arguments of `deno task exercises`
 * @param to the folder of the students' notebooks
 * @throws {Advice} if a notebook stayed as it was
 */
export async function makeExercises(args: string[], to = exercises): Promise<void> {
  const { values: { force, from, missing }, words } = readArguments(args, {
    task: "exercises",
    does: "Makes the exercise notebooks from their sources, without the solutions.",
    options: {
      from: { text: "FOLDER", help: "a folder with exercises of your own" },
      missing: {
        text: "LANGUAGE",
        help: "only list what nobody has translated, such as --missing de",
      },
      force: { help: "remake those too in which someone has worked; the old ones are kept" },
    },
    words: { name: "[WORD...]", help: "only notebooks whose names contain one of these" },
  });
  const own = from === undefined ? undefined : resolve(Deno.env.get("INIT_CWD") ?? ".", from);
  const files = own === undefined ? undefined : await loadExercises(own);
  if (missing !== undefined) {
    const all = files?.flatMap(({ exercises }) => exercises.map(([, exercise]) => exercise)) ??
      registered().filter((one) => one.kind === "function");
    return listMissing(all, missing);
  }
  if (files) await requireLaws(files);
  const folder = own === undefined ? sources : join(own, "source");
  const chosen = chosenBy(words, await exerciseNames(folder));
  // All are read before the first is written: after a mistake in one source nothing has changed.
  const texts = await Promise.all(chosen.map((name) => studentText(join(folder, name))));
  const kept = [];
  for (const [k, name] of chosen.entries()) {
    const done = await writeExercise(join(own ?? to, name), texts[k], { force });
    say(done.said);
    if (done.kept) kept.push(name);
  }
  if (!kept.length) return;
  throw new Advice(
    `${kept.length} of ${chosen.length} notebooks were not remade, since someone has worked in them. ` +
      "To remake them, add --force: the old ones are then kept beside them.",
  );
}

/** Lists the sentences of exercises that nobody has translated. */
function listMissing(all: Exercise[], language: string): void {
  for (const exercise of all) {
    const sentences = untranslated(exercise, language);
    say(
      sentences.length
        ? `${exercise.name}: ${sentences.length} sentences are missing`
        : `${exercise.name}: nothing is missing`,
    );
    for (const sentence of sentences) say(`  ${sentence}`);
  }
}

if (import.meta.main) await runTask(() => makeExercises(Deno.args));
