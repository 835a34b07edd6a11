import type { Digits } from "../training/digits.ts";
import type { Matrix } from "../matrix/matrix.ts";
import { Scratch } from "../matrix/kernels/scratch.ts";
import { copied } from "../matrix/map_matrices.ts";
import { forward } from "../network/forward.ts";
import { ArgumentError } from "../arguments/argument_error.ts";
import { optionsOf } from "../arguments/options.ts";
import { requireWhole } from "../arguments/require.ts";
import { requireMatrix } from "../matrix/require_matrix.ts";
import type { HistoryEntry } from "../training/history.ts";
import type { TrainOptions } from "../training/options.ts";

/** How the network was at one moment of its training. */
export interface RecordedMoment extends HistoryEntry {
  /** A copy of W1. */
  W1: Matrix;
  /** What the network said of the recorder's digits: 10 x m. */
  A2: Matrix;
}

/** What {@linkcode recorder} gives. */
export interface Recorder {
  /** Give this to `train`. */
  onProgress: NonNullable<TrainOptions["onProgress"]>;
  /** What has been recorded so far. */
  moments: RecordedMoment[];
}

/**
 * Records how a network learns, for the explorer: W1, the loss, and what the network says of a
 * few digits, at some moments that lie close together at first, when much changes, and farther apart later.
 *
 * @param digits the few digits that the explorer will show
 * @param options `moments`: about how many entries to record (default: 60)
 *
 * @example
 * ```ts
 * import { Matrix, recorder, train } from "glassnet";
 * import { assertEquals } from "@std/assert";
 *
 * const digits = { X: Matrix.zeros(784, 2), labels: Uint8Array.of(0, 1), count: 2 };
 * const record = recorder(digits, { moments: 3 });
 * await train(digits, { iterations: 8, onProgress: record.onProgress });
 * assertEquals(record.moments.map(({ iteration }) => iteration), [0, 2, 8]);
 * ```
 */
export function recorder(
  digits: Pick<Digits, "X">,
  options: { moments?: number } = {},
): Recorder {
  requireMatrix("recorder", digits?.X);
  const { moments: count } = optionsOf("recorder", options, { moments: 60 });
  requireWhole("moments", count, 2, 200);
  const moments: RecordedMoment[] = [];
  const scratch = new Scratch(1);
  return {
    moments,
    onProgress(moment, parameters) {
      if (!parameters) {
        throw new ArgumentError("recorder's onProgress expected the parameters as argument 2.");
      }
      // A new training begins a new record.
      if (moment.iteration === 0) moments.length = 0;
      const { iteration, loss, accuracy, devAccuracy, iterations, stopped } = moment;
      // A training that ends early reports its last moment once more.
      if (moments.at(-1)?.iteration === iteration) return;
      if (!stopped && !isRecorded(iteration, iterations, count)) return;
      // In buffers of its own, so that the training's stay in their order; hence the copies.
      const { A2 } = scratch.turn(() => forward(parameters, digits.X));
      moments.push({
        ...{ iteration, loss, accuracy, devAccuracy },
        W1: copied(parameters.W1),
        A2: copied(A2),
      });
    },
  };
}

/** Whether an iteration is one of `count` that lie like the squares 0, 1, 4, 9 ... up to the last. */
function isRecorded(iteration: number, iterations: number, count: number): boolean {
  const k = Math.round(Math.sqrt(iteration / iterations) * (count - 1));
  return [k - 1, k, k + 1].some((n) =>
    Math.round(iterations * (n / (count - 1)) ** 2) === iteration && n >= 0
  );
}
