import type { Digits } from "./digits.ts";
import { requireDigits, requireLabels } from "./labels.ts";
import { requireOptions } from "../arguments/options.ts";
import { requireFunction, requireWhole } from "../arguments/require.ts";
import type { Matrix } from "../matrix/matrix.ts";
import type { Kernels } from "../matrix/kernels/kernels.ts";
import { startKernels } from "../matrix/kernels/start.ts";
import { type Dtype, outsideScratch, Scratch } from "../matrix/memory.ts";
import { oneHot } from "../network/activations.ts";
import { backward } from "../network/backward.ts";
import { givenParameters } from "../network/given_parameters.ts";
import { forward } from "../network/forward.ts";
import { crossEntropy } from "../network/loss.ts";
import { accelerate, initVelocity, requireMomentum } from "../network/momentum.ts";
import { type InitOptions, initParameters, type Parameters } from "../network/parameters.ts";
import { update } from "../network/update.ts";
import { type Batch, batches } from "./batches.ts";
import { accuracy, argmax } from "./metrics.ts";
import { predict } from "./predict.ts";
import { type LearningRate, rateAt } from "./learning_rate.ts";
import { copied, type Keeping, type TrainingState } from "./state.ts";
import { aborted, diverged, type Stopped, withoutRate } from "./stopped.ts";

/** How the network does after `iteration` updates. */
export interface Moment {
  /** The number of updates so far; 0 is the untrained network. */
  iteration: number;
  /** The mean cross-entropy in nats, over the images of the next update. */
  loss: number;
  /** The share of the same images that it gets right, 0 to 1. */
  accuracy: number;
  /** The share of the dev images that it gets right, once every pass through the training images. */
  devAccuracy?: number;
}

/** What {@linkcode train} gives. */
export interface Training {
  /** The parameters of the last moment in `history`. */
  parameters: Parameters;
  /** One moment for every number of updates, from 0 on. */
  history: Moment[];
  /** Why it ended early; undefined where it did all its iterations. */
  stopped?: Stopped;
}

/** How to train. */
export interface TrainOptions extends Omit<InitOptions, "inputs" | "classes"> {
  /** The number of updates; 500 unless told. */
  iterations?: number;
  /**
   * alpha, the length of a step; 0.1 unless told. A function is a schedule: it is asked before every
   * update for its learning rate, by the number of updates made so far. Where it throws, or gives no
   * number greater than 0, the training ends early (at iteration 0, does not begin).
   */
  learningRate?: LearningRate;
  /** mu, how much of the steps before goes on in each (see {@linkcode accelerate}); 0 unless told. */
  momentum?: number;
  /** The number of images for each update; all of them unless told. */
  batchSize?: number;
  /** The parameters to start from; drawn by `hidden`, `init`, `seed` and `dtype` unless told. */
  parameters?: Parameters;
  /** Images held out, to see how the network does on what it has not learned from. */
  dev?: Digits;
  /**
   * Called after every moment; `iterations` is where it is going. Where the training ends early it is
   * called once more with the last moment, and `stopped` says why. The parameters are those of
   * the moment, and only during the call: later updates overwrite them, so copy what you keep.
   */
  onProgress?: (
    moment: Moment & { iterations: number; stopped?: Stopped },
    parameters: Parameters,
  ) => void;
  /** Ends the training early and keeps what was reached. */
  signal?: AbortSignal;
}

/** The options of a training by their names. */
export const trainOptions: readonly (keyof TrainOptions)[] = [
  "iterations",
  "learningRate",
  "momentum",
  "batchSize",
  "hidden",
  "init",
  "seed",
  "dtype",
  "parameters",
  "dev",
  "onProgress",
  "signal",
];

/**
 * Trains a network by gradient descent: forward, backward, update, again and again.
 *
 * Without `batchSize` every update looks at all images (full batch). With it, the images are shuffled
 * by `seed` at every pass and each update looks at the next `batchSize` of them.
 *
 * `history[k]` tells how the network does after k updates, so it has `iterations + 1` entries, and
 * the last one describes the parameters that are returned. If the loss stops being a finite
 * number, the training ends there, and `stopped` says where and what to try; the
 * parameters are the last ones with a finite loss. It ends early, too, where a schedule has no
 * learning rate to give: nothing of what was reached is lost.
 *
 * @throws {DataError} if the digits have no labels
 * @throws {ArgumentError} if an option is out of range
 *
 * @example
 * ```ts
 * import { Matrix, train } from "glassnet";
 * import { assert, assertEquals } from "@std/assert";
 *
 * // Two images of two pixels: a 0 is dark on the left, a 1 on the right.
 * const digits = { X: Matrix.from([[1, 0], [0, 1]]), labels: Uint8Array.of(0, 1), count: 2 };
 * const { history, stopped } = await train(digits, { iterations: 50, learningRate: 0.5 });
 * assertEquals(history.length, 51);
 * assert(history[50].loss < history[0].loss);
 * assertEquals(stopped, undefined);
 * ```
 */
export async function train(
  digits: Digits,
  options: TrainOptions = {},
  { from, keep }: Keeping = {},
): Promise<Training> {
  requireOptions("train", options, trainOptions);
  const { iterations = 500, learningRate = 0.1, momentum = 0, seed = 0, init = "uniform" } =
    options;
  const { hidden, dtype, dev, onProgress, signal } = options;
  const batchSize = options.batchSize ?? digits?.count;
  requireDigits(digits, "train");
  requireFunction("train", "onProgress", onProgress);
  requireWhole("iterations", iterations, 0, 1e9);
  requireWhole("batchSize", batchSize, 1, digits.count);
  const settings = { iterations, learningRate, momentum, batchSize, seed, init };
  const first = from?.iteration ?? 0;
  // Before anything is computed; also where a resumed training has no update left to make.
  let alpha = rateAt(learningRate, Math.max(0, Math.min(first, iterations - 1)));
  requireMomentum(momentum);
  const labels = requireLabels(digits, "train");
  const devLabels = dev && requireLabels(dev, "train's dev");

  let parameters = from?.parameters ?? options.parameters ??
    initParameters({ hidden, init, seed, dtype, inputs: digits.X.rows });
  givenParameters("train", parameters);
  let before = parameters;
  let velocity = momentum > 0 ? from?.velocity ?? initVelocity(parameters) : undefined;
  // The last moment is measured again: it is another one if `iterations` is.
  const history: Moment[] = from?.history.slice(0, first) ?? [];
  const perPass = Math.ceil(digits.count / batchSize);
  const { kernels, close } = startKernels();
  // Three sets of parameters: those being read, those being written, and those before, to go
  // back to where the loss stops being finite.
  const steps = new Scratch(3, kernels);
  const velocities = new Scratch(2, kernels);
  const scratch = new Scratch(1, kernels);
  const devScratch = new Scratch(1, kernels);
  const nextBatch = batchesWithTruth(
    digits.X,
    labels,
    batchSize,
    seed,
    first,
    parameters.W1.dtype,
    kernels,
  );
  const breathe = pauses();
  let stopped: Stopped | undefined;

  try {
    for (let iteration = first;; iteration++) {
      const last = iteration === iterations;
      const { X, Y, labels: truth } = nextBatch();
      let state: TrainingState | undefined;
      const finished = scratch.turn(() => {
        const activations = forward(parameters, X);
        const loss = crossEntropy(activations.A2, Y);
        if (!Number.isFinite(loss)) {
          stopped = diverged(loss, iteration, alpha);
          parameters = before;
          return true;
        }
        const moment: Moment = {
          iteration,
          loss,
          accuracy: accuracy(argmax(activations.A2), truth),
        };
        if (dev && (last || iteration % perPass === 0)) {
          const predictions = devScratch.turn(() => predict(parameters, dev.X));
          moment.devAccuracy = accuracy(predictions, devLabels!);
        }
        history.push(moment);
        outsideScratch(() => onProgress?.({ ...moment, iterations }, parameters));
        if (!last && signal?.aborted) {
          stopped = aborted(iteration, iterations);
        } else if (!last) {
          try {
            alpha = outsideScratch(() => rateAt(learningRate, iteration));
          } catch (error) {
            stopped = withoutRate(error, iteration, iterations);
          }
        }
        const ends = last || stopped !== undefined;
        if (keep && (ends || iteration % keep.every === 0)) {
          state = outsideScratch(() => ({
            iteration,
            parameters: copied(parameters),
            velocity: velocity && copied(velocity),
            history,
          }));
        }
        if (ends) return true;
        const gradients = backward(parameters, activations, X, Y);
        velocity &&= velocities.turn(() => accelerate(velocity!, gradients, momentum));
        before = parameters;
        parameters = steps.turn(() => update(parameters, velocity ?? gradients, alpha));
        return false;
      });
      if (state) await keep!.save(state, settings);
      if (finished) break;
      await breathe();
    }
  } finally {
    close();
  }
  if (stopped && history.length > 0) {
    onProgress?.({ ...history.at(-1)!, iterations, stopped }, parameters);
  }
  return { parameters: copied(parameters), history, stopped };
}

/** Gives the batches one by one, each with its labels as Y, which are made anew only if they change. */
function batchesWithTruth(
  X: Matrix,
  labels: Uint8Array,
  size: number,
  seed: number,
  first: number,
  dtype: Dtype,
  kernels: Kernels,
): () => Batch & { Y: Matrix } {
  const source = batches(X, labels, size, seed, first);
  const scratch = new Scratch(1, kernels);
  let last: Batch & { Y: Matrix } | undefined;
  return () =>
    scratch.turn(() => {
      const batch = source.next().value;
      if (batch.labels === last?.labels) return last;
      return last = { ...batch, Y: oneHot(batch.labels, 10, dtype) };
    });
}

/** Lets other things happen, such as a click on stop or a redrawn bar, some 20 times a second. */
function pauses(): () => Promise<void> | undefined {
  let next = performance.now() + 50;
  return () => {
    if (performance.now() < next) return;
    return new Promise((resolve) =>
      setTimeout(() => {
        next = performance.now() + 50;
        resolve();
      }, 0)
    );
  };
}
