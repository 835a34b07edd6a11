import type { Velocity } from "../network/momentum.ts";
import type { Parameters } from "../network/parameters.ts";
import type { HistoryEntry } from "./history.ts";
import type { TrainOptions } from "./options.ts";

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
  /** Of a training with momentum. */
  velocity?: Velocity;
  /** One entry for every number of updates, the last being that of `iteration`. */
  history: readonly HistoryEntry[];
  /** Since which iteration every hidden unit is off, if they are. */
  offSince?: number;
}
