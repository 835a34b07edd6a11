import { ShapeError } from "./shape_error.ts";
import { requireMatrix } from "./require_matrix.ts";
import { isLong } from "./kernels/pieces.ts";
import { kernels } from "./kernels/running.ts";
import { Matrix, transpose } from "./matrix.ts";
import { allocate, commonDtype, type Values } from "./memory.ts";
import type { Pixels } from "./pixels.ts";

/**
 * The matrix product A B: element (i, j) is the sum over k of A(i, k) B(k, j). r x n times n x c
 * gives r x c.
 *
 * Transposed matrices are used where they lie, and a matrix of images in its compact form, where only
 * the pixels that are not 0 are multiplied: both give the same bits as the plain sum. A sum
 * over 2,048 columns or more is cut into 16 pieces (see `kernels/pieces.ts`).
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
  if (A.cols !== B.rows) throw new ShapeError(misfit(A, B));
  if (B.pixels && !A.pixels) {
    return B.isTransposed ? timesPixelsTransposed(A, B.pixels) : timesPixels(A, B.pixels);
  }
  // (A B)^T = B^T A^T: images on the left are images on the right, seen from behind.
  if (A.pixels && !B.pixels) return transpose(matmul(transpose(B), transpose(A)));
  // A long sum is cut into the same pieces whichever way the matrices lie.
  return B.isTransposed || isLong(A.cols) ? timesTransposed(A, B) : timesColumns(A, B);
}

function timesPixels(W: Matrix, X: Pixels): Matrix {
  const Z = allocate(W.dtype, W.rows * X.count);
  kernels().timesPixels(Z, columns(W), X, W.rows);
  return new Matrix(W.rows, X.count, Z);
}

function timesPixelsTransposed(D: Matrix, X: Pixels): Matrix {
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

/** A matrix's numbers column by column; a transposed view is copied into that order. */
export function columns(A: Matrix): Values {
  const { values, rows, cols, rowStride, colStride } = A;
  if (!A.isTransposed) return values;
  const copy = allocate(A.dtype, rows * cols);
  for (let j = 0; j < cols; j++) {
    for (let i = 0; i < rows; i++) copy[i + j * rows] = values[i * rowStride + j * colStride];
  }
  return copy;
}

/** Says why A B does not exist, and which small change would make it exist. */
function misfit(A: Matrix, B: Matrix): string {
  const mends: string[] = [];
  if (A.rows === B.rows) {
    mends.push(`matmul(transpose(A), B), which is ${A.cols} x ${A.rows} times ${B.shape}`);
  }
  if (A.cols === B.cols) {
    mends.push(`matmul(A, transpose(B)), which is ${A.shape} times ${B.cols} x ${B.rows}`);
  }
  if (B.cols === A.rows) mends.push(`matmul(B, A), which is ${B.shape} times ${A.shape}`);
  return `matmul(A, B): A is ${A.shape} and B is ${B.shape}.\n` +
    `A's columns (${A.cols}) must be as many as B's rows (${B.rows}).\n` +
    (mends.length > 0
      ? `Did you mean ${mends.join(", or ")}?`
      : "No transpose makes them fit: look where each of them was made.");
}
