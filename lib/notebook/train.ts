import { requireOptions } from "../arguments/options.ts";
import { requireFunction } from "../arguments/require.ts";
import type { Digits } from "../training/digits.ts";
import { type ResumeOptions, trainWithCheckpoints } from "../saving/train_with_checkpoints.ts";
import { type Training, type TrainOptions, trainOptions } from "../training/train.ts";
import { host } from "../host/host.ts";
import { progressBar } from "./progress_bar.ts";
import { stopButton } from "./stop_button.ts";

/** How to train, whether to show it meanwhile, and where to keep it. */
export interface LiveTrainOptions extends TrainOptions, ResumeOptions {
  /**
   * Whether to show the training while it runs; a text stands before the numbers. Unless told, a
   * notebook shows a training that has no `onProgress`, and a script shows none.
   */
  live?: boolean | string;
}

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
 * In a notebook the training shows itself (see {@linkcode progressBar}), and the stop button ends it:
 * the kernel, the variables and the parameters reached so far stay, and another call with these
 * `parameters` goes on from there. With a `signal` of your own, what stops it is yours to decide.
 *
 * A training of hours may outlast its process: with `checkpoint` it writes its state to a file again
 * and again, and with `resume` it goes on from there, to the same bits as if it had never been
 * interrupted.
 *
 * @throws {DataError} if the digits have no labels, or a checkpoint cannot be written, is damaged, or
 * is of another training
 * @throws {ArgumentError} if an option is out of range
 *
 * @example
 * ```ts
 * import { Matrix, train } from "glassnet";
 * import { assert, assertEquals } from "@std/assert";
 *
 * // Two images of two pixels: a 0 is dark on the left, a 1 on the right.
 * const digits = { X: Matrix.from([[1, 0], [0, 1]]), labels: Uint8Array.of(0, 1), count: 2 };
 * const { parameters, history } = await train(digits, { iterations: 50, learningRate: 0.5 });
 * assertEquals(history.length, 51);
 * assert(history[50].loss < history[0].loss);
 *
 * // Going on from there
 * const more = await train(digits, { iterations: 50, learningRate: 0.5, parameters });
 * assertEquals(more.history[0].loss, history[50].loss);
 *
 * // The same, in two processes
 * const folder = await Deno.makeTempDir();
 * const path = `${folder}/training.safetensors`;
 * await train(digits, { iterations: 20, learningRate: 0.5, checkpoint: { path } });
 * const whole = await train(digits, { iterations: 50, resume: path });
 * assertEquals(whole, { parameters, history, stopped: undefined });
 * await Deno.remove(folder, { recursive: true });
 * ```
 */
export async function train(digits: Digits, options: LiveTrainOptions = {}): Promise<Training> {
  requireOptions("train", options, [...trainOptions, "live", "checkpoint", "resume"]);
  requireFunction("train", "onProgress", options.onProgress);
  const {
    live = host().notebook() !== undefined && !options.onProgress,
    checkpoint,
    resume,
    ...others
  } = options;
  const { onProgress, signal } = others;
  // Nothing moves in a training without iterations.
  if (live !== false && others.iterations !== 0) {
    const bar = progressBar(typeof live === "string" ? live : "");
    others.onProgress = (moment, parameters) => {
      bar(moment);
      onProgress?.(moment, parameters);
    };
  }
  // Unseen by its user, a kernel would die of the stop button, also where nothing is shown.
  const stoppable = !signal && (live !== false || host().notebook() !== undefined);
  const keeping = { checkpoint, resume };
  if (!stoppable) return await trainWithCheckpoints(digits, others, keeping);
  return await stopButton((signal) => trainWithCheckpoints(digits, { ...others, signal }, keeping));
}
