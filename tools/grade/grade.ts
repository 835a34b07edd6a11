/**
 * `deno task grade FOLDER`: runs the notebooks that students handed in and writes what each of them
 * has right, as a CSV file for a spreadsheet and as a page.
 *
 * Each notebook runs in a kernel process of its own, with limits on time and memory, without network,
 * and with one scratch folder to write into. Nothing in FOLDER is changed.
 *
 * @module
 */
import { basename, dirname, join, relative, resolve } from "node:path";
import { pooledMap } from "@std/async/pool";
import { gradesCsv } from "./csv.ts";
import { type Exercise, readExercises } from "./exercise.ts";
import { gradeNotebook } from "./grade_notebook.ts";
import type { Workplace } from "./kernel.ts";
import { type Limits, usualLimits } from "./limits.ts";
import { gradesPage } from "./page.ts";
import { requireWritable, writeResults } from "./result_files.ts";
import { classResult, type GradedNotebook } from "./results.ts";
import { loadExercises, stubOf } from "../exercises/own_exercises.ts";
import { makeScratch } from "./scratch.ts";
import { findSubmissions, type Submission } from "./submissions.ts";
import { type Jupyter, pinnedJupyter } from "../jupyter/jupyter.ts";
import { readArguments } from "../shared/arguments.ts";
import { ask, signalledCode } from "../shared/processes.ts";
import { notebooks } from "../shared/project.ts";
import { pinnedDeno } from "../shared/pinned_deno.ts";
import { Advice, runTask, say } from "../shared/task.ts";

/** What was asked for. */
interface Options {
  folder: string;
  out: string;
  limits: Limits;
  jobs: number;
  /** A folder with exercises of the teacher's own. */
  own?: string;
}

async function grade(args: string[]): Promise<number> {
  const { folder, out, limits, jobs, own } = optionsOf(args);
  const submissions = await findSubmissions(folder);
  await requireWritable(out);
  const jupyter = await pinnedJupyter();
  const sources = join(own ?? join(notebooks, "exercises"), "source");
  const exercises = await readExercises(sources);
  const files = own === undefined ? [] : await loadExercises(own);
  const stubs = new Map(files.map((file) => [file.name, stubOf(file)]));
  const hidden = own === undefined ? [sources] : [own];
  const place = { ...await makeWorkplace(jupyter, limits, [...hidden, folder, out]), stubs };

  say(`Grading ${submissions.length} notebooks, ${jobs} at a time`);
  let done = 0;
  const graded: GradedNotebook[] = await Array.fromAsync(
    pooledMap(jobs, submissions, async (submission: Submission) => {
      const notebook = await gradeOne(submission, folder, exercises, place);
      // A signal has ended the kernels: this is not a result.
      if (signalledCode() !== undefined) throw new Advice("The grading was stopped.");
      say(`${++done}/${submissions.length} ${lineFor(notebook)}`);
      return notebook;
    }),
  );
  if (!graded.some(({ exercise }) => exercise)) {
    throw new Advice(
      `Nothing was written: no notebook in ${folder} is one of this project's exercises that can be ` +
        "read. Name the folder with the notebooks that students handed in.",
    );
  }

  const result = classResult(graded, exercises);
  const { csv, page, earlier } = await writeResults(out, {
    csv: gradesCsv(result),
    page: gradesPage(`Grades: ${basename(folder)}`, result),
  });
  say(`\nWrote ${here(csv)} and ${here(page)}`);
  if (earlier.length) say(`Earlier results were not changed: ${earlier.join(", ")}`);
  const suspicious = result.exercises.filter(({ name }) =>
    result.students.some((student) => student.name === name)
  );
  if (suspicious.length) {
    say(
      `A student has the name of an exercise, ${suspicious[0]!.name}. If these are one student's ` +
        `notebooks, grade the folder above: ${here(dirname(folder))}`,
    );
  }
  return 0;
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
    },
    words: { name: "FOLDER", help: "the folder with the students' notebooks" },
  });
  if (!folder || more) {
    throw new Advice("Name one folder with the students' notebooks: deno task grade FOLDER.");
  }
  const seconds = values.seconds ?? usualLimits.cellProcessor;
  const memory = values.memory ? values.memory * 1e6 : usualLimits.memory;
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
    limits: {
      ...usualLimits,
      cellProcessor: seconds,
      notebookProcessor: 3 * seconds,
      idle: seconds,
      memory,
    },
    jobs: values.jobs ?? atOnce(memory),
    own: values.exercises === undefined ? undefined : resolve(from, values.exercises),
  };
}

/** One for each processor, as far as they fit into the free memory. */
function atOnce(memory: number): number {
  const { available } = Deno.systemMemoryInfo();
  return Math.max(1, Math.min(navigator.hardwareConcurrency, Math.floor(available / memory)));
}

async function makeWorkplace(
  jupyter: Jupyter,
  limits: Limits,
  hidden: string[],
): Promise<Omit<Workplace, "stubs">> {
  const { text } = await ask(await pinnedDeno(), ["info", "--json"]);
  const { denoDir } = JSON.parse(text.slice(text.indexOf("{"), text.lastIndexOf("}") + 1));
  return { jupyter, limits, ...await makeScratch(), hidden, denoCache: denoDir };
}

/** Grades one notebook. Whatever goes wrong concerns only this one. */
async function gradeOne(
  submission: Submission,
  folder: string,
  exercises: Exercise[],
  place: Workplace,
): Promise<GradedNotebook> {
  try {
    return await gradeNotebook(submission, folder, exercises, place);
  } catch (error) {
    const { student, path } = submission;
    const problem = `it could not be graded: ${(error as Error).message.slice(0, 500)}`;
    return { student, path, pieces: [], problems: [problem], notes: [] };
  }
}

function lineFor({ student, exercise, pieces, problems }: GradedNotebook): string {
  const right = pieces.filter(({ verdict }) => verdict === "right").length;
  const what = exercise ? `, ${exercise.name}: ${right} of ${pieces.length} right` : "";
  return `${student}${what}${problems.length ? ` (${problems.join("; ")})` : ""}`;
}

/** A path relative to where the task was started, if that is shorter. */
function here(path: string): string {
  const short = relative(Deno.env.get("INIT_CWD") ?? Deno.cwd(), path);
  return short.startsWith("..") ? path : short;
}

if (import.meta.main) await runTask(() => grade(Deno.args));
