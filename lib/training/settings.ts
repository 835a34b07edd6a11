import { optionsOf } from "../arguments/options.ts";
import { requireFunction, requireWhole } from "../arguments/require.ts";
import type { Matrix } from "../matrix/matrix.ts";
import { initVelocity, requireMomentum, type Velocity } from "../network/momentum.ts";
import { initParameters } from "../network/parameters.ts";
import { requireParameters } from "../network/require_parameters.ts";
import type { Digits } from "./digits.ts";
import { requireDigits, requireLabels } from "./labels.ts";
import { rateAt } from "./learning_rate.ts";
import { trainDefaults, type TrainOptions } from "./options.ts";
import type { Settings, TrainingState } from "./state.ts";

/** All that a training needs to know before it begins, checked. */
export interface Prepared extends Pick<TrainOptions, "onProgress" | "signal"> {
  settings: Settings;
  /** The images to learn from. */
  X: Matrix;
  labels: Uint8Array;
  /** The images held out. */
  dev?: { X: Matrix; labels: Uint8Array };
  /** The learning rate of the last update, or of the first if there was none. */
  lastRate: number;
  /** Where to begin. The history has the entries before this iteration. */
  start: TrainingState & { velocity: Velocity };
}

/**
 * Checks the digits and the options of a training before anything is computed, and fills in defaults.
 *
 * @param from the state to go on from, with the same digits and settings, to the same bits
 * @throws {ArgumentError} if the digits have no labels, or an option is out of range
 */
export function prepared(digits: Digits, options: TrainOptions, from?: TrainingState): Prepared {
  const { hidden, dtype, parameters: given, dev, onProgress, signal, ...others } = optionsOf(
    "train",
    options,
    trainDefaults,
  );
  const { iterations, learningRate, momentum, batchSize = digits?.count, seed, init } = others;
  requireDigits(digits, "train");
  requireFunction("train", "onProgress", onProgress);
  requireWhole("iterations", iterations, 0, 1e9);
  requireWhole("batchSize", batchSize, 1, digits.count);
  const iteration = from?.iteration ?? 0;
  // A schedule is asked even if a resumed training has no update left to make.
  const nextRate = rateAt(learningRate, Math.max(0, Math.min(iteration, iterations - 1)));
  requireMomentum(momentum);
  const labels = requireLabels(digits, "train");
  const devLabels = dev && requireLabels(dev, "train's dev");
  const { X } = digits;
  const parameters = requireParameters(
    "train",
    from?.parameters ?? given ?? initParameters({ hidden, init, seed, dtype, inputs: X.rows }),
  );
  return {
    settings: { iterations, learningRate, momentum, batchSize, seed, init },
    X,
    labels,
    dev: dev && { X: dev.X, labels: devLabels! },
    onProgress,
    signal,
    lastRate: iteration === 0 ? nextRate : rateAt(learningRate, iteration - 1),
    start: {
      iteration,
      parameters,
      velocity: from?.velocity ?? initVelocity(parameters),
      // The last entry is measured again: it is another one if `iterations` is.
      history: from?.history.slice(0, iteration) ?? [],
      offSince: from?.offSince,
    },
  };
}
