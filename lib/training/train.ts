import { awaited } from "../arguments/awaited.ts";
import { backward } from "../network/backward.ts";
import { forward } from "../network/forward.ts";
import { crossEntropy } from "../network/loss.ts";
import { accelerate } from "../network/momentum.ts";
import { update } from "../network/update.ts";
import { batches } from "./batches.ts";
import { join } from "./companions.ts";
import type { Digits } from "./digits.ts";
import { type Training, TrainingLog } from "./log.ts";
import { TrainingMemory } from "./memory.ts";
import { accuracy, argmax } from "./metrics.ts";
import type { TrainOptions } from "./options.ts";
import { prepared } from "./settings.ts";

/**
 * Trains a network by gradient descent: forward, backward, update, again and again.
 *
 * Without `batchSize` every update looks at all images (full batch). With it, the images are shuffled
 * by `seed` in every epoch and each update looks at the next `batchSize` of them.
 *
 * `history[k]` says how the network does after k updates, so it has `iterations + 1` entries, and
 * the last one describes the parameters that are returned. If the loss stops being a finite
 * number, the training ends there, and `stopped` says when and what to try; the
 * parameters are the last ones with a finite loss. It also ends early if a schedule gives no
 * learning rate, or `onProgress` throws: nothing of what was reached is lost.
 *
 * If something else goes wrong, such as every hidden unit being off, one entry of `history` has a
 * `warning` that says what was found and what to do.
 *
 * In a notebook the training shows itself (see {@linkcode progressBar}), and the stop button ends it:
 * the kernel, the variables and the parameters reached so far stay, and another call with these
 * `parameters` goes on from there. With a `signal` of your own, you decide what stops it.
 *
 * A training of hours may outlast its process: with `checkpoint` it writes its state to a file again
 * and again, and with `resume` it goes on from there, to the same bits as if it had never been
 * interrupted.
 *
 * @throws {ArgumentError} if the digits have no labels, or an option is out of range
 * @throws {DataError} if a checkpoint cannot be written, is damaged, or is of another training
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
export function train(digits: Digits, options: TrainOptions = {}): Promise<Training> {
  return awaited("train", run(digits, options), "parameters", "history", "stopped");
}

async function run(digits: Digits, options: TrainOptions): Promise<Training> {
  const company = await join(digits, options);
  const memory = new TrainingMemory();
  try {
    const training = prepared(digits, company.options, company.start);
    const { batchSize: size, momentum, seed } = training.settings;
    const log = new TrainingLog(training, company.parts, memory.buffers(1));
    let { iteration, parameters, velocity } = training.start;
    const { dtype } = parameters.W1;
    const order = { size, seed, first: iteration, dtype, buffers: memory.buffers(1) };

    for (const { X, Y, labels } of batches(training.X, training.labels, order)) {
      memory.iteration.turn(() => {
        const activations = forward(parameters, X);
        const loss = crossEntropy(activations.A2, Y);
        const right = accuracy(argmax(activations.A2), labels);
        log.add({ iteration, loss, accuracy: right }, parameters, velocity, activations.A1);
        if (log.ended) return;

        const gradients = backward(parameters, activations, X, Y);
        velocity = momentum === 0
          ? gradients
          : memory.velocity.turn(() => accelerate(velocity, gradients, momentum));
        parameters = memory.parameters.turn(() => update(parameters, velocity, log.learningRate));
        iteration++;
      });
      await log.pause();
      if (log.ended) break;
    }
    return log.result();
  } finally {
    memory.close();
    await company.leave();
  }
}
