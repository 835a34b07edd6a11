import { loadDigits } from "../data/load_digits.ts";
import type { Digits } from "../training/digits.ts";
import { selectColumns } from "../matrix/select_columns.ts";
import type { Exercise } from "./exercise.ts";
import { judge, type Judgment, type Trials } from "./judge.ts";
import { inWords } from "./parts.ts";
import { ProgramError, programOf, writtenOf } from "./program.ts";
import { library } from "./library.ts";
import { type Limits, type Run, runApart } from "./run_apart.ts";
import { seedOf } from "./seed.ts";
import { encode } from "./wire.ts";

/** So many real digits take part in each trial. */
const images = 20;

let sample: Promise<Digits> | undefined;

/** The first of the sample's digits. */
export function someDigits(): Promise<Digits> {
  return sample ??= (async () => {
    const { train } = await loadDigits({ sample: true, onProgress() {} });
    const first = Array.from({ length: images }, (_, j) => j);
    return {
      X: selectColumns(train.X, first),
      labels: train.labels!.slice(0, images),
      count: images,
    };
  })();
}

/** The trials of an exercise for a student, as they go to another process. */
export async function trialsOf(exercise: Exercise, student?: string): Promise<Trials> {
  const digits = await someDigits();
  const seed = seedOf(student);
  const telling = exercise.telling(digits, seed);
  const all = [...telling, ...exercise.trials(digits, seed)];
  return { all: all.map((args) => args.map((arg) => encode(arg))), telling: telling.length };
}

/** What a check gives: the judgment, and what the function printed. */
export interface Checked extends Judgment {
  printed: string;
  /** The function with all that it uses, as text: whether it is the same as before. */
  source?: string;
}

/** What else a check may be told. */
export interface RunOptions {
  /** What the function uses and the check can't see by itself: the names in a plain script. */
  uses?: Record<string, unknown>;
  /** Whose function it is: trials may differ from student to student. */
  student?: string;
  limits?: Limits;
}

/** Checks several functions for one exercise, in one process. */
export async function checkAll(
  exercise: Exercise,
  functions: readonly unknown[],
  { uses, student, limits }: RunOptions = {},
): Promise<Checked[]> {
  const { name } = exercise;
  const glassnet = await library();
  const programs = functions.map((fn) => {
    try {
      if (typeof fn !== "function") {
        throw new ProgramError(
          fn === undefined
            ? `check.${name} needs your function: check.${name}(${name}).`
            : `check.${name} expected your function, but found ${inWords(fn)}. Give the ` +
              `function itself, without calling it: check.${name}(${name}).`,
        );
      }
      return programOf(fn, glassnet, uses);
    } catch (error) {
      if (error instanceof ProgramError) return error;
      throw error;
    }
  });
  const trials = await trialsOf(exercise, student);
  const jobs = programs.flatMap((program) => program instanceof Error ? [] : [{ program }]);
  const runs: Run[] = [];
  // One that had to be stopped takes its process with it; the others go on in a new one.
  while (runs.length < jobs.length) {
    const some = await runApart(jobs.slice(runs.length), trials.all, limits);
    const unheard = some.findIndex(({ outcomes }) => outcomes.length === 0);
    runs.push(...some.slice(0, unheard < 0 ? some.length : Math.max(1, unheard)));
  }
  let next = 0;
  return programs.map((program): Checked => {
    if (program instanceof Error) {
      return { verdict: "failed", message: program.message, printed: "" };
    }
    const run: Run = runs[next++];
    return {
      ...judge(exercise, trials, run, writtenOf(program)),
      printed: run.printed,
      source: JSON.stringify(program),
    };
  });
}
