import type { InitOptions, Parameters } from "../network/parameters.ts";
import type { Digits } from "./digits.ts";
import type { TrainingProgress } from "./history.ts";
import type { LearningRate } from "./learning_rate.ts";

/** Where a training is kept while it runs. */
export interface CheckpointOptions {
  /** The file, such as `"training.safetensors"`. It always holds the newest checkpoint, whole. */
  path: string;
  /**
   * The number of updates between two checkpoints.
   *
   * @default {50}
   */
  every?: number;
  /**
   * Whether to replace a checkpoint of another training that is there already.
   *
   * @default {false}
   */
  overwrite?: boolean;
}

/** How to train. */
export interface TrainOptions extends Omit<InitOptions, "inputs" | "classes"> {
  /**
   * The number of updates.
   *
   * @default {500}
   */
  iterations?: number;
  /**
   * alpha, the length of a step. A function is a schedule: it is called before each update with the
   * number of updates made so far. If it throws, or gives no number greater than 0, the training ends
   * early (at iteration 0, it does not begin).
   *
   * @default {0.1}
   */
  learningRate?: LearningRate;
  /**
   * mu, how much of the steps before goes on in each (see {@linkcode accelerate}).
   *
   * @default {0}
   */
  momentum?: number;
  /** The number of images for each update. By default all of them. */
  batchSize?: number;
  /** The parameters to start from. By default drawn by `hidden`, `init`, `seed` and `dtype`. */
  parameters?: Parameters;
  /** Images held out, to see how the network does on what it has not learned from. */
  dev?: Digits;
  /**
   * Called with every new entry of the history. If the training ends early it is called once more with
   * the last entry, and `stopped` says why. The parameters are those of the entry, and only during the
   * call: later updates overwrite them, so copy what you keep.
   */
  onProgress?: (progress: TrainingProgress, parameters: Parameters) => void;
  /** Ends the training early and keeps what was reached. */
  signal?: AbortSignal;
  /**
   * Whether to show the training while it runs; a text stands before the numbers. By default a
   * notebook shows a training that has no `onProgress`, and a script shows none.
   */
  live?: boolean | string;
  /**
   * Writes checkpoints: at the start, after every so many updates, and at the end, also if the
   * training is stopped. {@linkcode loadParameters} reads their parameters too.
   */
  checkpoint?: CheckpointOptions;
  /**
   * A checkpoint to go on from, to the same bits as if the training had never been interrupted. It
   * takes the same digits and the same options; those that are left out are the checkpoint's, but for
   * a schedule, which has to be given again. Only `iterations` may differ.
   */
  resume?: string;
}

/** The options of a training with their defaults; those without one depend on the others. */
export const trainDefaults = {
  iterations: 500,
  learningRate: 0.1,
  momentum: 0,
  batchSize: undefined,
  hidden: undefined,
  init: "uniform",
  seed: 0,
  dtype: undefined,
  parameters: undefined,
  dev: undefined,
  onProgress: undefined,
  signal: undefined,
  live: undefined,
  checkpoint: undefined,
  resume: undefined,
} as const;
