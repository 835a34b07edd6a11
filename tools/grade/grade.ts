/**
 * `deno task grade FOLDER`: runs the notebooks that students handed in and writes what each of them
 * has right, as tables for spreadsheets, Moodle and Canvas, as a page, and as a page for each student.
 *
 * Each notebook runs behind a wall: in processes of Deno's without any permission, with limits on time and
 * memory. Nothing in FOLDER is changed.
 *
 * @module
 */
import { createHash } from "node:crypto";
import { basename, dirname, join, relative, resolve } from "node:path";
import { nearestName } from "../../lib/arguments/nearest_name.ts";
import { ignoreCaches } from "../../lib/data/cache.ts";
import { requireRoom } from "./enough_room.ts";
import { type Exercise, exerciseFor, readExercises } from "./exercise.ts";
import { gradeAll } from "./grade_all.ts";
import { gradeNotebook } from "./grade_notebook.ts";
import { oneLine } from "./harmless.ts";
import { openJournal } from "./journal.ts";
import { type Limits, limitsFor } from "./limits.ts";
import { pointsOf } from "./points.ts";
import { requireWritable, writeResults } from "./result_files.ts";
import { classResult, type GradedNotebook } from "./results.ts";
import { resultTexts } from "./result_texts.ts";
import { loadExercises, stubsOf } from "../exercises/own_exercises.ts";
import { readNotebook } from "./student_notebook.ts";
import { findSubmissions, type Submission } from "./submissions.ts";
import { wallScripts } from "./wall/bundle.ts";
import { readArguments } from "../shared/arguments.ts";
import { atTheEnd, signalledCode } from "../shared/processes.ts";
import { notebooks, project } from "../shared/project.ts";
import { Advice, runTask, say } from "../shared/task.ts";

/** What was asked for. */
interface Options {
  folder: string;
  out: string;
  limits: Limits;
  jobs: number;
  /** A folder with exercises of the teacher's own. */
  own?: string;
  /** The seed of the trials that are drawn. */
  seed?: number;
  /** The students who are graded; without it, all. */
  only?: string[];
  /** What the pieces count, as it was typed. */
  points?: string;
  /** Minutes after which no further notebook begins. */
  minutes?: number;
}

async function grade(args: string[]): Promise<number> {
  // The numbers that judge come from the CSV.
  ignoreCaches();
  const options = optionsOf(args);
  const { folder, out, limits, jobs, own, only } = options;
  await requireRoom(limits.memory);
  const submissions = chosen(await findSubmissions(folder), only);
  await requireWritable(out);
  const sources = join(own ?? join(notebooks, "exercises"), "source");
  const exercises = await readExercises(sources);
  const points = pointsOf(options.points, exercises);
  const files = own === undefined ? [] : await loadExercises(own);
  const scripts = await wallScripts();
  const stubs = Object.fromEntries(files.map((file) => [file.name, stubsOf(file)]));
  const ownTexts = await Promise.all(files.map(({ name }) => Deno.readTextFile(join(own!, name))));
  const checks = exercises.map(({ checks, ...one }) => ({ ...one, checks: [...checks] }));
  const key = createHash("sha256").update(
    JSON.stringify([scripts, checks, stubs, ownTexts, limits, folder, only]),
  ).digest("hex");
  await requireSome(submissions, folder, exercises);
  const journal = await openJournal(out, key, folder, options.seed);
  atTheEnd(() => journal.close(false).catch(() => {}));
  const { seed } = journal;
  const place = { limits, scripts, data: await sampleData(), own: stubs, seed };

  say(
    `Grading ${submissions.length} notebook${submissions.length === 1 ? "" : "s"}, ${jobs} at a ` +
      `time, trials drawn with --seed ${seed}`,
  );
  if (journal.found) say(`Going on where a grading was stopped: ${journal.found} are graded`);
  const { graded, waiting } = await gradeAll(submissions, {
    ...options,
    grade: (submission) => gradeNotebook(submission, folder, exercises, place),
    async partsOf({ path }) {
      const exercise = exerciseFor(await readNotebook(join(folder, path)), exercises);
      return { exercise: exercise?.name, pieces: exercise?.pieces.map(({ name }) => name) ?? [] };
    },
    told: (done, notebook) => say(`${done}/${submissions.length} ${lineFor(notebook)}`),
    stopped: () => signalledCode() !== undefined,
  }, journal);
  if (signalledCode() !== undefined) throw new Advice("The grading was stopped.");
  if (waiting) {
    throw new Advice(
      `The ${options.minutes} minutes are over: ${waiting} notebooks are not graded yet. Start the same ` +
        "grading again to go on.",
    );
  }
  const isReadable = ({ pieces, unjudged }: GradedNotebook) =>
    unjudged || pieces.some(({ verdict }) => verdict !== "unreadable");
  if (!graded.some(isReadable)) {
    await journal.close(true);
    throw new Advice(nothingToGrade(folder));
  }

  const result = classResult(graded, exercises);
  const texts = resultTexts(`Grades: ${oneLine(basename(folder))}`, result, points, seed);
  const { csv, page, feedback, earlier } = await writeResults(out, texts);
  const unjudged = [
    ...new Set(graded.filter(({ unjudged }) => unjudged).map(({ student }) => student)),
  ];
  await journal.close(!unjudged.length);
  say(`\nWrote ${here(csv)}, ${here(page)}, and a page for each student in ${here(feedback)}`);
  if (earlier.length) say(`Earlier results were not changed: ${earlier.join(", ")}`);
  const looks = result.students.filter(({ look }) => look.length).length;
  if (looks) say(`To look at: ${looks} students. The page begins with them.`);
  const suspicious = result.exercises.filter(({ name }) =>
    result.students.some((student) => student.name === name)
  );
  if (suspicious.length) {
    say(
      `A student has the name of an exercise, ${suspicious[0]!.name}. If these are one student's ` +
        `notebooks, grade the folder above: ${here(dirname(folder))}`,
    );
  }
  if (!unjudged.length) return 0;
  console.error(
    `\nThis machine failed, and what these students handed in could not be judged: ${
      unjudged.map(oneLine).join(", ")
    }. Close other programs, and start the same grading again: it does only what is missing.`,
  );
  return 1;
}

/** What these students handed in, by their names as the results have them. */
function chosen(submissions: Submission[], only?: string[]): Submission[] {
  if (!only) return submissions;
  const names = [...new Set(submissions.map(({ student }) => student))];
  for (const name of only) {
    if (names.includes(name)) continue;
    const nearest = nearestName(name, names);
    throw new Advice(
      `--only: no student is called ${name}.` +
        (nearest ? ` Did you mean ${oneLine(nearest)}?` : ""),
    );
  }
  return submissions.filter(({ student }) => only.includes(student));
}

/** The files of the data that cells can read. */
async function sampleData(): Promise<{ [name: string]: string }> {
  const names = ["sample.csv", "sample_test.csv"];
  const read = (name: string) => Deno.readTextFile(join(project, "data", name));
  return Object.fromEntries(await Promise.all(names.map(async (name) => [name, await read(name)])));
}

function nothingToGrade(folder: string): string {
  return `Nothing was written: no notebook in ${folder} is one of this project's exercises that can be ` +
    "read. Name the folder with the notebooks that students handed in.";
}

/** Refuses a folder of another course before anything is written. */
async function requireSome(
  submissions: Submission[],
  folder: string,
  exercises: Exercise[],
): Promise<void> {
  for (const { path, problem } of submissions) {
    if (problem) continue;
    try {
      if (exerciseFor(await readNotebook(join(folder, path)), exercises)) return;
    } catch {
      // Its student is told.
    }
  }
  throw new Advice(nothingToGrade(folder));
}

function optionsOf(args: string[]): Options {
  const { values, words: [folder, more] } = readArguments(args, {
    task: "grade",
    does: "Runs the notebooks that students handed in, and writes who has which piece right.",
    options: {
      out: { text: "FOLDER", help: "where the results go; the default is FOLDER-grades" },
      exercises: { text: "FOLDER", help: "a folder with exercises of your own" },
      seconds: { number: "N", most: 999_999, help: "processor time for a cell; the default is 20" },
      memory: { number: "MB", most: 999_999, help: "memory for a notebook; the default is 1000" },
      jobs: { number: "N", most: 999, help: "how many notebooks run at once" },
      minutes: { number: "N", most: 99_999, help: "after these, no further notebook begins" },
      points: {
        text: "LIST",
        help: "what pieces count, such as dW2=2,dZ1=3; the default is 1 each",
      },
      only: { text: "NAMES", help: "grade only these students: ada,ben" },
      seed: {
        number: "N",
        least: 0,
        most: 999_999,
        help: "draws the same trials as another grading",
      },
    },
    words: { name: "FOLDER", help: "the folder with the students' notebooks" },
  });
  if (!folder || more) {
    throw new Advice("Name one folder with the students' notebooks: deno task grade FOLDER.");
  }
  const memory = (values.memory ?? 1000) * 1e6;
  // `deno task` goes to the project's folder; the person who typed the path was elsewhere.
  const from = Deno.env.get("INIT_CWD") ?? Deno.cwd();
  const path = resolve(from, folder);
  const out = values.out === undefined
    ? join(dirname(path), `${basename(path)}-grades`)
    : resolve(from, values.out);
  if (out === path || out.startsWith(join(path, "/"))) {
    throw new Advice(
      `The results can't go to ${out}, among what the students handed in: name a folder beside it ` +
        "with --out.",
    );
  }
  return {
    folder: path,
    out,
    limits: limitsFor(values.seconds ?? 20, memory),
    jobs: values.jobs ?? atOnce(memory),
    own: values.exercises === undefined ? undefined : resolve(from, values.exercises),
    seed: values.seed,
    only: values.only?.split(",").map((name) => name.trim()).filter(Boolean),
    points: values.points,
    minutes: values.minutes,
  };
}

/** One for each processor, as far as they fit into the free memory. */
function atOnce(memory: number): number {
  const { available } = Deno.systemMemoryInfo();
  return Math.max(1, Math.min(navigator.hardwareConcurrency, Math.floor(available / memory)));
}

function lineFor({ student, exercise, pieces, problems }: GradedNotebook): string {
  const right = pieces.filter(({ verdict }) => verdict === "right").length;
  const what = exercise ? `, ${exercise}: ${right} of ${pieces.length} right` : "";
  return oneLine(`${student}${what}${problems.length ? ` (${problems.join("; ")})` : ""}`);
}

/** A path relative to where the task was started, if that is shorter. */
function here(path: string): string {
  const short = relative(Deno.env.get("INIT_CWD") ?? Deno.cwd(), path);
  return short.startsWith("..") ? path : short;
}

if (import.meta.main) await runTask(() => grade(Deno.args));
