/**
 * `deno task progress FOLDER`: shows in the terminal who has which piece right, tried or not begun, as the
 * notebooks in FOLDER are saved. It reads what the checks in the notebooks have said; nothing is run,
 * nothing is written.
 *
 * @module
 */
import { join, resolve } from "node:path";
import { readExercises } from "../grade/exercise.ts";
import { short } from "../grade/cell_in_words.ts";
import { oneLine } from "../grade/harmless.ts";
import { cellsOf, Damaged, readNotebook } from "../grade/student_notebook.ts";
import { findSubmissions, type Submission } from "../grade/submissions.ts";
import { studentText } from "../exercises/exercises.ts";
import { chosenBy, readArguments } from "../shared/arguments.ts";
import { notebooks } from "../shared/project.ts";
import { Advice, runTask, say } from "../shared/task.ts";
import { type Begun, type Progress, statesOf } from "./states.ts";
import { progressText } from "./table.ts";

interface Options {
  folder: string;
  exercises: Begun[];
  once: boolean;
  seconds: number;
  minutes: number;
}

async function progress(args: string[]): Promise<void> {
  const { folder, exercises, once, seconds, minutes } = await optionsOf(args);
  if (once) return say(await classIn(folder, exercises, new Map()));
  const known = new Map<string, Known>();
  const end = performance.now() + minutes * 60_000;
  for (let before = "", first = true;; first = false) {
    const text = await classIn(folder, exercises, known).catch((error) => {
      // In the first minutes of a lesson there may be no notebook yet.
      if (error instanceof Advice && /no notebook/.test(error.message)) return error.message;
      throw error;
    });
    if (Deno.stdout.isTerminal()) {
      say(`\x1b[2J\x1b[H${text}\n\n${clock()}: looks again every ${seconds} s; Ctrl-C ends it`);
    } else if (text !== before) say(first ? text : `\n${clock()}\n${text}`);
    before = text;
    if (performance.now() + seconds * 1000 > end) return;
    await new Promise((after) => setTimeout(after, seconds * 1000));
  }
}

/** What was read of a file, and the state that it had then. */
interface Known {
  mark: string;
  progress?: Progress;
  problem?: string;
}

/** The table of all notebooks in a folder. What has not changed since the last time is not read again. */
async function classIn(
  folder: string,
  exercises: Begun[],
  known: Map<string, Known>,
): Promise<string> {
  const all: Progress[] = [];
  const problems: string[] = [];
  for (const submission of await findSubmissions(folder)) {
    // A home without notebooks is not a student's.
    if (!/\.(ipynb|txt|json)$/i.test(submission.path)) continue;
    const { progress, problem } = await lookAt(submission, folder, exercises, known);
    if (progress) all.push(progress);
    if (problem) problems.push(`${submission.path}: ${problem}`);
  }
  const notes = problems.slice(0, 5).map((text) => short(oneLine(text), 160));
  return [progressText(all, exercises, new Date()), ...notes].join("\n");
}

async function lookAt(
  { student, path, problem }: Submission,
  folder: string,
  exercises: Begun[],
  known: Map<string, Known>,
): Promise<Known> {
  if (problem) return { mark: "", problem };
  const file = join(folder, path);
  try {
    const { mtime, size } = await Deno.stat(file);
    const mark = `${mtime?.getTime()} ${size}`;
    const before = known.get(path);
    if (before?.mark === mark) return before;
    const states = statesOf(await readNotebook(file), exercises);
    const one = { mark, progress: states && { student, saved: mtime ?? new Date(), ...states } };
    known.set(path, one);
    return one;
  } catch (error) {
    if (error instanceof Damaged) return { mark: "", problem: error.message };
    return { mark: "", problem: `it can't be read: ${(error as Error).message}` };
  }
}

async function optionsOf(args: string[]): Promise<Options> {
  const { values, words: [folder, ...which] } = readArguments(args, {
    task: "progress",
    does: "Shows who has which piece right, as the students' notebooks are saved. Runs nothing.",
    options: {
      once: { help: "show it once, and end" },
      exercises: { text: "FOLDER", help: "a folder with exercises of your own" },
      seconds: { number: "N", most: 3600, help: "looks again after these; the default is 5" },
      minutes: { number: "N", most: 99_999, help: "ends after these; the default is 180" },
    },
    words: {
      name: "FOLDER [WORD...]",
      help: "the folder with the students' notebooks, and only exercises such as 04",
    },
  });
  if (!folder) {
    throw new Advice("Name the folder with the students' notebooks: deno task progress FOLDER.");
  }
  const from = Deno.env.get("INIT_CWD") ?? Deno.cwd();
  const own = values.exercises === undefined
    ? join(notebooks, "exercises")
    : resolve(from, values.exercises);
  const exercises = await exercisesIn(join(own, "source"));
  const names = chosenBy(which, exercises.map(({ name }) => name));
  return {
    folder: resolve(from, folder),
    exercises: exercises.filter(({ name }) => names.includes(name)),
    once: values.once,
    seconds: values.seconds ?? 5,
    minutes: values.minutes ?? 180,
  };
}

/** The teacher's exercises, each with what the students' answer cells hold at first. */
async function exercisesIn(sources: string): Promise<Begun[]> {
  const exercises = await readExercises(sources);
  return await Promise.all(exercises.map(async (exercise) => {
    const text = await studentText(join(sources, exercise.name));
    const cells = cellsOf(new TextEncoder().encode(text));
    const answers = cells.filter(({ role }) => role === "answer");
    return { ...exercise, stubs: new Map(answers.map(({ piece, source }) => [piece!, source])) };
  }));
}

function clock(): string {
  return new Date().toTimeString().slice(0, 5);
}

if (import.meta.main) await runTask(() => progress(Deno.args));
