import { ArgumentError } from "../arguments/argument_error.ts";
import { columns } from "../matrix/columns.ts";
import { kernels } from "../matrix/kernels/running.ts";
import type { Matrix } from "../matrix/matrix.ts";
import { requireMatrix } from "../matrix/require_matrix.ts";
import { ShapeError } from "../matrix/shape_error.ts";

/**
 * The mean cross-entropy loss in nats: the mean over the images of -log of the probability that
 * the network gave to the right digit. 0 is perfect; knowing nothing of ten digits costs
 * log(10) = 2.303.
 *
 * @param A2 10 x m, probabilities
 * @param Y 10 x m, the labels as `oneHot` gives them
 * @returns the loss; Infinity if a right digit was given the probability 0
 * @throws {ShapeError} if the shapes differ
 * @throws {ArgumentError} if the loss is not finite because A2 holds no probabilities
 *
 * @example
 * ```ts
 * import { crossEntropy, Matrix } from "glassnet";
 * import { assertEquals } from "@std/assert";
 *
 * const A2 = Matrix.from([[0.25, 0.5], [0.75, 0.5]]);
 * const Y = Matrix.from([[0, 1], [1, 0]]);
 * assertEquals(crossEntropy(A2, Y), (-Math.log(0.75) - Math.log(0.5)) / 2);
 * ```
 */
export function crossEntropy(A2: Matrix, Y: Matrix): number {
  requireMatrix("crossEntropy", A2, Y);
  if (A2.rows !== Y.rows || A2.cols !== Y.cols) {
    throw new ShapeError(
      `crossEntropy(A2, Y): A2 is ${A2.shape} and Y is ${Y.shape}. Both must have one column for` +
        " each image and one row for each digit.",
    );
  }
  const loss = kernels().crossEntropy(columns(A2), columns(Y), A2.rows) / A2.cols;
  if (!Number.isFinite(loss)) requireProbabilities(A2, Y);
  return loss;
}

/** A loss that is not finite may come from other matrices than were meant. */
function requireProbabilities(A2: Matrix, Y: Matrix): void {
  const odd = A2.values.find((value: number) => value < 0 || value > 1);
  if (odd !== undefined) {
    throw new ArgumentError(
      `crossEntropy expected probabilities from 0 to 1 as A2, but found ${odd}. Did you mean ` +
        "crossEntropy(softmax(Z2), Y)?",
    );
  }
  const isOneHot = ({ values }: Matrix) =>
    values.every((value: number) => value === 0 || value === 1);
  if (isOneHot(A2) && !isOneHot(Y)) {
    throw new ArgumentError(
      "crossEntropy expected probabilities as A2 and the labels as Y, but found only 0 and 1 in A2. Did " +
        "you mean crossEntropy(A2, Y), in this order?",
    );
  }
}
