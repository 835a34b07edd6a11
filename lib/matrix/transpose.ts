import { Matrix } from "./matrix.ts";
import { requireMatrix } from "./require_matrix.ts";

/**
 * The transpose: `transpose(A)` has A's columns as its rows, r x c becomes c x r. It is a view of the
 * same numbers, so it costs nothing, even for the 784 x 41000 matrix of images.
 *
 * @throws {ArgumentError} if A is not a Matrix
 *
 * @example
 * ```ts
 * import { Matrix, transpose } from "glassnet";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(transpose(Matrix.from([[1, 2, 3], [4, 5, 6]])).toArray(), [[1, 4], [2, 5], [3, 6]]);
 * ```
 */
export function transpose(A: Matrix): Matrix {
  requireMatrix("transpose", A);
  return new Matrix(A.cols, A.rows, A.pixels ?? A.values, !A.isTransposed);
}
