import type { Digits } from "./digits.ts";
import { requireLabels } from "./labels.ts";
import { withFastKernels } from "../matrix/kernels/start.ts";
import { requireNamedMatrices } from "../matrix/require_matrix.ts";
import type { Matrix } from "../matrix/matrix.ts";
import { forward } from "../network/forward.ts";
import type { Parameters } from "../network/parameters.ts";
import { requireParameters } from "../network/require_parameters.ts";
import { argmax } from "./metrics.ts";

/**
 * The digit that the network sees in each image.
 *
 * @param X 784 x m
 * @returns m digits, 0 to 9
 * @throws {ArgumentError} if the parameters are not a network's, or X is not a Matrix
 * @throws {ShapeError} if X does not have as many rows as W1 has columns
 *
 * @example
 * ```ts
 * import { initParameters, Matrix, predict } from "glassnet";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(predict(initParameters(), Matrix.zeros(784, 3)).length, 3);
 * ```
 */
export function predict(parameters: Parameters, X: Matrix): Uint8Array {
  requireParameters("predict", parameters);
  requireNamedMatrices("predict", { X });
  return fast(X, () => argmax(forward(parameters, X).A2).slice());
}

/** One image that the network got wrong. */
export interface Mistake {
  /** The image's column in X. */
  index: number;
  /** What it is. */
  label: number;
  /** What the network saw. */
  predicted: number;
  /** The probability that the network gave to what it saw, 0 to 1. */
  confidence: number;
  /** The probability of each digit: the image's column of A2. */
  probabilities: number[];
}

/**
 * The images that the network gets wrong, those it was surest of first.
 *
 * @throws {ArgumentError} if the digits have no labels
 *
 * @example
 * ```ts
 * import { initParameters, Matrix, misclassified } from "glassnet";
 * import { assertEquals } from "@std/assert";
 *
 * const blank = { X: Matrix.zeros(784, 10), labels: Uint8Array.of(0, 1, 2, 3, 4, 5, 6, 7, 8, 9), count: 10 };
 * assertEquals(misclassified(initParameters(), blank).length, 9); // it sees the same in all ten
 * ```
 */
export function misclassified(parameters: Parameters, digits: Digits): Mistake[] {
  requireParameters("misclassified", parameters);
  const labels = requireLabels(digits, "misclassified");
  const mistakes: Mistake[] = [];
  fast(digits.X, () => {
    const { A2 } = forward(parameters, digits.X);
    argmax(A2).forEach((predicted, index) => {
      if (predicted === labels[index]) return;
      const probabilities = Array.from({ length: A2.rows }, (_, i) => A2.get(i, index));
      const confidence = probabilities[predicted];
      mistakes.push({ index, label: labels[index], predicted, confidence, probabilities });
    });
  });
  return mistakes.sort((a, b) => b.confidence - a.confidence);
}

/** From so many images on, starting the fast kernels takes less time than they save. */
const MANY = 2000;

/** Runs work over all images of X; what it gives must not be a matrix, which would lie in the kernels' memory. */
function fast<T>(X: Matrix, work: () => T): T {
  return X.cols < MANY ? work() : withFastKernels(work);
}
