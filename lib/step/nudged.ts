import { ArgumentError } from "../arguments/argument_error.ts";
import { found } from "../arguments/found.ts";
import { checkIndex } from "../arguments/require.ts";
import { requireMatrix } from "../matrix/require_matrix.ts";
import { Matrix } from "../matrix/matrix.ts";

/**
 * A copy of a matrix in which one number is larger by a step: what a slope is measured with.
 *
 * @param A the matrix, which stays as it is
 * @param i the row of the number
 * @param j its column
 * @param step what is added; a negative step makes it smaller
 * @throws {ArgumentError} if A is not a Matrix, or has no such row or column
 *
 * @example
 * ```ts
 * import { Matrix, nudged } from "glassnet";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(nudged(Matrix.from([[1, 2]]), 0, 1, 0.5).toArray(), [[1, 2.5]]);
 * ```
 */
export function nudged(A: Matrix, i: number, j: number, step: number): Matrix {
  requireMatrix("nudged", A);
  checkIndex("row", i, A.rows, A.shape);
  checkIndex("column", j, A.cols, A.shape);
  if (!Number.isFinite(step)) {
    throw new ArgumentError(`nudged expected step to be a number, but found ${found(step)}.`);
  }
  const rows = A.toArray();
  rows[i][j] += step;
  return Matrix.from(rows);
}
