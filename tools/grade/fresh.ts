/**
 * The trials of an exercise for a grading: those that everybody can see, and one that is drawn anew, so
 * that a table of remembered answers is not right.
 *
 * @module
 */
import { uniformFloat64 } from "pure-rand/distribution/uniformFloat64";
import { mersenne } from "pure-rand/generator/mersenne";
import { loadDigits } from "../../lib/data/load_digits.ts";
import type { Exercise } from "../../lib/exercises/exercise.ts";
import type { Trials } from "../../lib/exercises/judge.ts";
import { trialsOf } from "../../lib/exercises/run_pieces.ts";
import { seedOf } from "../../lib/exercises/seed.ts";
import { encode, type Wire } from "../../lib/exercises/wire.ts";
import { Matrix } from "../../lib/matrix/matrix.ts";
import type { Digits } from "../../lib/training/digits.ts";

/** So many images take part, as in the trials that everybody can see. */
const images = 20;

/** The trials of a grading. */
export interface FreshTrials extends Trials {
  /** The place of the one that was drawn. It is among those that the statement promises. */
  fresh: number;
}

/**
 * The trials of an exercise, with one more: the last of those that the exercise makes of other images, each
 * in a brightness of its own.
 *
 * @param seed the same draws the same
 * @param student whose trials they are, for an exercise whose trials differ from student to student
 */
export async function freshTrials(
  exercise: Exercise,
  seed: number,
  student?: string,
): Promise<FreshTrials> {
  const { all, telling } = await trialsOf(exercise, student);
  const args = exercise.trials(await drawn(seed), seedOf(student)).at(-1)!;
  let trial = args.map((arg) => encode(arg));
  if (JSON.stringify(trial) === JSON.stringify(all.at(-1))) {
    // The exercise makes its trials without the images.
    const random = randomFrom(seed);
    trial = trial.map((wire) => varied(wire, random));
  }
  return { all: [...all.slice(0, telling), trial, ...all.slice(telling)], telling, fresh: telling };
}

/** The trials without the one that was drawn. */
export function without({ all, telling, fresh }: FreshTrials): Trials {
  return { all: all.toSpliced(fresh, 1), telling };
}

async function drawn(seed: number): Promise<Digits> {
  const { train } = await loadDigits({ sample: true, onProgress() {} });
  const random = randomFrom(seed);
  const columns = Array.from({ length: images }, () => Math.floor(random() * train.count));
  const brightness = columns.map(() => 0.8 + 0.2 * random());
  const rows = Array.from(
    { length: train.X.rows },
    (_, i) => columns.map((column, j) => train.X.get(i, column) * brightness[j]!),
  );
  const labels = Uint8Array.from(columns, (column) => train.labels![column]!);
  return { X: Matrix.from(rows), labels, count: images };
}

function randomFrom(seed: number): () => number {
  const generator = mersenne(seed);
  return () => uniformFloat64(generator);
}

/** A value with other numbers. Whole ones stay: they may be labels or sizes. */
function varied(wire: Wire, random: () => number): Wire {
  if (typeof wire === "number") {
    return Number.isInteger(wire) ? wire : wire * (0.9 + 0.2 * random());
  }
  if (Array.isArray(wire)) return wire.map((inner) => varied(inner, random));
  if (typeof wire !== "object" || wire === null) return wire;
  const { values, entries } = wire;
  if (values) return { ...wire, values: varied(values, random) };
  return entries ? { ...wire, entries: varied(entries, random) } : wire;
}
