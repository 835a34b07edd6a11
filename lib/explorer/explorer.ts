import type { Digits } from "../training/digits.ts";
import { requireLabels } from "../training/labels.ts";
import { ArgumentError } from "../arguments/argument_error.ts";
import { found } from "../arguments/found.ts";
import { optionsOf } from "../arguments/options.ts";
import { requireList } from "../arguments/require.ts";
import { ShapeError } from "../matrix/shape_error.ts";
import { requireMatrices } from "../matrix/require_matrix.ts";
import { PIXELS } from "../matrix/mnist.ts";
import type { Parameters } from "../network/parameters.ts";
import { requireParameters } from "../network/require_parameters.ts";
import { Model } from "./model.ts";
import { packWeights } from "./moments.ts";
import { packMatrix } from "./packing.ts";
import { PageDisplay } from "./page_display.ts";
import type { PackedParameters, PackedTraining } from "./payload.ts";
import type { RecordedMoment } from "./recorder.ts";
import { requireLearningRate } from "../step/training_step.ts";
import { stillPicture } from "./still.ts";

/** What the explorer shows. */
export interface ExplorerOptions {
  /** The network before the step. */
  parameters: Parameters;
  /** A few digits with their labels, 1 to 12. */
  digits: Digits;
  /**
   * alpha, the length of the step.
   *
   * @default {0.1}
   */
  learningRate?: number;
  /** What a {@linkcode recorder} of the same digits recorded. */
  moments?: readonly RecordedMoment[];
}

/**
 * A whole training step in the page: all matrices of the fourteen equations, to be walked through with
 * buttons, arrow keys or a slider, and to be touched. Point at a cell to see which cells it came from
 * and which it feeds, with the numbers. With recorded moments a second slider runs through the training.
 *
 * It runs in the page alone, without the kernel, on the numbers that it is given and with the arithmetic
 * of `forward`, `backward` and `update`.
 *
 * @throws {ArgumentError} if the digits have no labels
 * @throws {ShapeError} if the images do not have 784 pixels, or are too many
 * @throws {ArgumentError} if the display would be too large for a notebook
 *
 * @example
 * ```ts
 * import { explorer, initParameters, Matrix } from "glassnet";
 * import { assertStringIncludes } from "@std/assert";
 *
 * const digits = { X: Matrix.zeros(784, 2), labels: Uint8Array.of(7, 1), count: 2 };
 * const { html } = explorer({ parameters: initParameters(), digits });
 * assertStringIncludes(html, "<img");
 * ```
 */
export function explorer(options: ExplorerOptions): PageDisplay {
  const { parameters, digits, learningRate, moments } = optionsOf("explorer", options, {
    parameters: undefined,
    digits: undefined,
    learningRate: 0.1,
    moments: undefined,
  });
  const packed = packParameters("explorer", parameters);
  const labels = [...requireLabels(digits, "explorer")];
  const { X } = digits;
  if (X.rows !== PIXELS || X.cols > 12) {
    throw new ShapeError(
      `explorer expected 1 to 12 images of 784 pixels, but found X to be ${X.shape}.` +
        " selectColumns(X, [0, 1, 2]) takes a few.",
    );
  }
  requireLearningRate(learningRate);
  const training = moments && packTraining(moments, X.cols);
  const step = { parameters: packed, X: packMatrix(X), labels, learningRate };
  const model = new Model(step);
  return new PageDisplay({ kind: "explorer", ...step, training }, {
    painting: stillPicture(model.matrices, 0),
    alt: `A training step on ${labels.length} digits (${labels.join(", ")}): all matrices of the ` +
      `fourteen equations as heat maps. Mean loss ${model.loss("before").toFixed(4)} before the ` +
      `update, ${model.loss("after").toFixed(4)} after it.`,
    caption:
      "All matrices of one training step: forward in the first row, backward in the second, " +
      "the updated parameters in the third. Run the cell to walk through it.",
  });
}

/** Packs the four parameters, or says what is wrong with them. */
export function packParameters(call: string, parameters: Parameters): PackedParameters {
  const { W1, b1, W2, b2 } = requireParameters(call, parameters);
  if (W1.cols !== PIXELS) {
    throw new ShapeError(
      `${call} expected W1 with 784 columns, one a pixel, but found ${W1.shape}.`,
    );
  }
  return { W1: packMatrix(W1), b1: packMatrix(b1), W2: packMatrix(W2), b2: packMatrix(b2) };
}

function packTraining(moments: readonly RecordedMoment[], images: number): PackedTraining {
  requireList("explorer", "recorded moments", moments);
  if (moments.length < 2) {
    throw new ArgumentError(
      `explorer expected at least 2 recorded moments, but found ${moments.length}. Give the` +
        " recorder's onProgress to train first.",
    );
  }
  for (const moment of Array.from(moments)) {
    requireMatrices("explorer", "moments that were recorded", moment as never, "W1", "A2");
    const { iteration, loss, accuracy } = moment;
    for (const [name, value] of Object.entries({ iteration, loss, accuracy })) {
      if (Number.isFinite(value)) continue;
      throw new ArgumentError(
        `explorer expected a number as ${name} of a recorded moment, but found ${found(value)}.`,
      );
    }
  }
  const recorded = moments[0].A2.cols;
  if (recorded !== images) {
    throw new ShapeError(
      `explorer expected moments that were recorded with its ${images} digits, but they were` +
        ` recorded with ${recorded}.`,
    );
  }
  const size = moments[0].A2.values.length;
  const probabilities = new Float64Array(size * moments.length);
  moments.forEach(({ A2 }, k) => probabilities.set(A2.values, k * size));
  return {
    iterations: moments.map(({ iteration }) => iteration),
    loss: moments.map(({ loss }) => loss),
    accuracy: moments.map(({ accuracy }) => accuracy),
    probabilities: new Uint8Array(probabilities.buffer).toBase64(),
    weights: packWeights(moments.map(({ W1 }) => W1)),
  };
}
