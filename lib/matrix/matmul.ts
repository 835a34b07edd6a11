import { columns } from "./columns.ts";
import { commonDtype } from "./kernels/format.ts";
import { isLong } from "./kernels/pieces.ts";
import { allocate, kernels } from "./kernels/running.ts";
import type { SparseColumns } from "./kernels/sparse_columns.ts";
import { Matrix } from "./matrix.ts";
import { productMisfit } from "./misfit.ts";
import { requireMatrix } from "./require_matrix.ts";
import { ShapeError } from "./shape_error.ts";
import { transpose } from "./transpose.ts";

/**
 * The matrix product A B: element (i, j) is the sum over k of A(i, k) B(k, j). r x n times n x c
 * gives r x c.
 *
 * Transposed matrices are used as they lie. So are images as sparse columns, of which only the pixels
 * that are not 0 are multiplied. Both give the same bits as the plain sum. A sum over 2,048 columns
 * or more is cut into 16 pieces (see `kernels/pieces.ts`).
 *
 * @throws {ShapeError} if A's columns are not as many as B's rows
 *
 * @example
 * ```ts
 * import { Matrix, matmul } from "glassnet";
 * import { assertEquals } from "@std/assert";
 *
 * const A = Matrix.from([[1, 2], [3, 4]]);
 * const B = Matrix.from([[5], [6]]);
 * assertEquals(matmul(A, B).toArray(), [[1 * 5 + 2 * 6], [3 * 5 + 4 * 6]]);
 * ```
 */
export function matmul(A: Matrix, B: Matrix): Matrix {
  requireMatrix("matmul", A, B);
  if (A.cols !== B.rows) throw new ShapeError(productMisfit(A, B));
  if (B.pixels && !A.pixels) {
    return B.isTransposed ? timesPixelsTransposed(A, B.pixels) : timesPixels(A, B.pixels);
  }
  // (A B)^T = B^T A^T: images on the left are images on the right, seen from behind.
  if (A.pixels && !B.pixels) return transpose(matmul(transpose(B), transpose(A)));
  // A long sum is cut into the same pieces whichever way the matrices lie.
  return B.isTransposed || isLong(A.cols) ? timesTransposed(A, B) : timesColumns(A, B);
}

function timesPixels(W: Matrix, X: SparseColumns): Matrix {
  const Z = allocate(W.dtype, W.rows * X.count);
  kernels().timesPixels(Z, columns(W), X, W.rows);
  return new Matrix(W.rows, X.count, Z);
}

function timesPixelsTransposed(D: Matrix, X: SparseColumns): Matrix {
  const sum = allocate(D.dtype, D.rows * X.size);
  kernels().timesPixelsTransposed(sum, columns(D), X, D.rows);
  return new Matrix(D.rows, X.size, sum);
}

function timesColumns(A: Matrix, B: Matrix): Matrix {
  const C = allocate(commonDtype(A.dtype, B.dtype), A.rows * B.cols);
  kernels().timesColumns(C, columns(A), columns(B), A.rows, A.cols, B.cols);
  return new Matrix(A.rows, B.cols, C);
}

function timesTransposed(A: Matrix, B: Matrix): Matrix {
  const C = allocate(commonDtype(A.dtype, B.dtype), A.rows * B.cols);
  kernels().timesTransposed(C, columns(A), columns(transpose(B)), A.rows, A.cols, B.cols);
  return new Matrix(A.rows, B.cols, C);
}
