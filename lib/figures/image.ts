import { ArgumentError } from "../arguments/argument_error.ts";
import { found } from "../arguments/found.ts";
import type { Matrix } from "../matrix/matrix.ts";
import { PIXELS } from "../matrix/mnist.ts";
import { requireMatrix } from "../matrix/require_matrix.ts";
import { ShapeError } from "../matrix/shape_error.ts";
import type { Digits } from "../training/digits.ts";

/**
 * Image `j` as 784 whole numbers from 0 (white) to 255 (black), row after row.
 *
 * @throws {ShapeError} if X is not 784 x m
 * @throws {ArgumentError} if there is no image `j`
 */
export function imagePixels(X: Matrix, j: number): number[] {
  requireMatrix("imagePixels", X);
  if (X.rows !== PIXELS) {
    throw new ShapeError(
      `Expected images as columns of 784 pixels, but found a ${X.shape} matrix.`,
    );
  }
  if (!Number.isInteger(j) || j < 0 || j >= X.cols) {
    throw new ArgumentError(
      `There is no image ${found(j)}: expected a whole number from 0 to ${X.cols - 1}, ` +
        `for ${X.cols} images.`,
    );
  }
  if (X.pixels && !X.isTransposed) return [...X.pixels.image(j)];
  return Array.from({ length: X.rows }, (_, p) => Math.round(X.get(p, j) * 255));
}

/** What image `j` is called: its label, or its number if it has none. */
export function labelOf(digits: Digits, j: number): string {
  return digits.labels ? `${digits.labels[j]}` : `image ${j}`;
}
