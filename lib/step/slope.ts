import { mapMatrices } from "../matrix/map_matrices.ts";
import { Matrix } from "../matrix/matrix.ts";
import { forward } from "../network/forward.ts";
import { crossEntropy } from "../network/loss.ts";
import type { ParameterName, Parameters } from "../network/parameters.ts";

/** How far a number is moved to each side. */
export const epsilon = 1e-5;

/** The slope of the loss along one parameter. */
export interface Slope {
  slope: number;
  /** Whether a hidden unit switches on or off within the step, which bends the loss there. */
  atKink: boolean;
}

/**
 * The slope of the mean loss along any one parameter: how the loss changes if the parameter is moved a
 * little to both sides. Forward propagation alone is used, in float64.
 *
 * @param step how far a parameter is moved to each side
 * @returns the slope along the element (row, col) of a parameter
 */
export function parameterSlopes(
  { W1, b1, W2, b2 }: Parameters,
  X: Matrix,
  Y: Matrix,
  step = epsilon,
): (name: ParameterName, row: number, col: number) => Slope {
  const exact = mapMatrices({ W1, b1, W2, b2 }, toFloat64);
  const on = forward(exact, X).Z1;
  return (name, row, col) => {
    let atKink = false;
    const slope = slopeAlong(exact[name], row, col, step, (moved) => {
      const { Z1, A2 } = forward({ ...exact, [name]: moved }, X);
      atKink ||= switches(on, Z1);
      return crossEntropy(A2, Y);
    });
    return { slope, atKink };
  };
}

/** The slope of a loss along one element of A: (loss(a + step) - loss(a - step)) / (2 step). */
export function slopeAlong(
  A: Matrix,
  row: number,
  col: number,
  step: number,
  lossOf: (moved: Matrix) => number,
): number {
  const above = lossOf(nudged(A, row, col, step));
  const below = lossOf(nudged(A, row, col, -step));
  return (above - below) / (2 * step);
}

/**
 * The difference of two numbers over the larger of them, or over 1e-4 if both are smaller; Infinity if
 * one of them is not finite.
 */
export function relativeError(a: number, b: number): number {
  const error = Math.abs(a - b) / Math.max(Math.abs(a), Math.abs(b), 1e-4);
  return Number.isNaN(error) ? Infinity : error;
}

/** A matrix with its numbers in float64. */
export function toFloat64(A: Matrix): Matrix {
  if (A.dtype === "float64") return A;
  return new Matrix(A.rows, A.cols, Float64Array.from(A.values), A.isTransposed);
}

function nudged(A: Matrix, row: number, col: number, step: number): Matrix {
  const values = A.values.slice();
  values[row * A.rowStride + col * A.colStride] += step;
  return new Matrix(A.rows, A.cols, values, A.isTransposed);
}

/** Whether any hidden unit is on in one and off in the other. */
function switches(Z: Matrix, other: Matrix): boolean {
  return Z.values.some((z, i) => z > 0 !== other.values[i] > 0);
}
