import { ArgumentError } from "../arguments/argument_error.ts";
import { checkIndex, requireList } from "../arguments/require.ts";
import { columns } from "./columns.ts";
import { allocate } from "./kernels/running.ts";
import { Matrix } from "./matrix.ts";
import { requireMatrix } from "./require_matrix.ts";

/**
 * The chosen columns of A, in the chosen order: r x c becomes r x n. Images stay sparse
 * columns.
 *
 * @param chosen n column numbers, counted from 0
 * @throws {ArgumentError} if there is no such column
 *
 * @example
 * ```ts
 * import { Matrix, selectColumns } from "glassnet";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(selectColumns(Matrix.from([[1, 2, 3]]), [2, 0]).toArray(), [[3, 1]]);
 * ```
 */
export function selectColumns(A: Matrix, chosen: ArrayLike<number>): Matrix {
  requireMatrix("selectColumns", A);
  requireList("selectColumns", "column numbers", chosen);
  if (chosen.length === 0) {
    throw new ArgumentError(
      "selectColumns expected an array of at least one column number, such as [0, 1].",
    );
  }
  for (let n = 0; n < chosen.length; n++) checkIndex("column", chosen[n], A.cols, A.shape);
  if (A.pixels && !A.isTransposed) {
    return new Matrix(A.rows, chosen.length, A.pixels.select(chosen));
  }
  const a = columns(A);
  const values = allocate(A.dtype, A.rows * chosen.length);
  for (let n = 0; n < chosen.length; n++) {
    values.set(a.subarray(chosen[n] * A.rows, (chosen[n] + 1) * A.rows), n * A.rows);
  }
  return new Matrix(A.rows, chosen.length, values);
}
