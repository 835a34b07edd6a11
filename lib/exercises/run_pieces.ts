import { loadDigits } from "../data/load_digits.ts";
import type { Digits } from "../training/digits.ts";
import { selectColumns } from "../matrix/select_columns.ts";
import { judge, type Judgment } from "./judge.ts";
import { inWords } from "./parts.ts";
import type { Piece } from "./piece.ts";
import { ProgramError, programOf } from "./program.ts";
import { library } from "./library.ts";
import { type Limits, type Run, runApart } from "./run_apart.ts";
import { encode, type Wire } from "./wire.ts";

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

/** The arguments of a piece's trials, as they go to another process. */
export async function trialsOf(piece: Piece): Promise<Wire[][]> {
  const digits = await someDigits();
  return piece.trials(digits).map((args) => args.map((arg) => encode(arg)));
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
  limits?: Limits;
}

/** Checks several functions for one piece, in one process. */
export async function checkAll(
  piece: Piece,
  functions: readonly unknown[],
  { uses, limits }: RunOptions = {},
): Promise<Checked[]> {
  const glassnet = await library();
  const programs = functions.map((fn) => {
    try {
      if (typeof fn !== "function") {
        throw new ProgramError(
          fn === undefined
            ? `check.${piece.name} needs your function: check.${piece.name}(${piece.name}).`
            : `check.${piece.name} expected your function, but found ${inWords(fn)}. Give the ` +
              `function itself, without calling it: check.${piece.name}(${piece.name}).`,
        );
      }
      return programOf(fn, glassnet, uses);
    } catch (error) {
      if (error instanceof ProgramError) return error;
      throw error;
    }
  });
  const trials = await trialsOf(piece);
  const jobs = programs.flatMap((program) => program instanceof Error ? [] : [{ program }]);
  const runs: Run[] = [];
  // One that had to be stopped takes its process with it; the others go on in a new one.
  while (runs.length < jobs.length) {
    const some = await runApart(jobs.slice(runs.length), trials, limits);
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
      ...judge(piece, trials, run),
      printed: run.printed,
      source: JSON.stringify(program),
    };
  });
}
