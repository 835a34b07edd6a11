import { Matrix } from "../matrix/matrix.ts";
import type { Velocity } from "../network/momentum.ts";
import type { Parameters } from "../network/parameters.ts";
import type { Moment, TrainOptions } from "./train.ts";

/** What decides the numbers of a training besides the digits: the options, or their defaults. */
export type Settings = Required<
  Pick<TrainOptions, "iterations" | "learningRate" | "momentum" | "batchSize" | "seed" | "init">
>;

/**
 * All that a training needs to go on as if it had never been interrupted. The order of the batches is no
 * part of it: `seed` and the number of updates give it.
 */
export interface TrainingState {
  /** The number of updates so far. */
  iteration: number;
  parameters: Parameters;
  /** Where there is momentum. */
  velocity?: Velocity;
  /** One moment for every number of updates, the last being that of `iteration`. */
  history: readonly Moment[];
}

/** How a training is kept, and where it goes on from. */
export interface Keeping {
  /** A training with the same digits and settings, which goes on from here to the same bits. */
  from?: TrainingState;
  /** The training waits for `save` at its start, after every `every` updates, and at its end. */
  keep?: { every: number; save: (state: TrainingState, settings: Settings) => Promise<void> };
}

/** Matrices of their own, outside the buffers that are used again. */
export function copied<Names extends string>(
  matrices: Record<Names, Matrix>,
): Record<Names, Matrix> {
  const copy = (A: Matrix) => new Matrix(A.rows, A.cols, A.values.slice(), A.isTransposed);
  const entries = Object.entries<Matrix>(matrices).map(([name, A]) => [name, copy(A)]);
  return Object.fromEntries(entries);
}
