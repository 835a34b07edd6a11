import { requireMatrix, ShapeError } from "./errors.ts";
import { cut } from "./kernels/pieces.ts";
import * as kernels from "./kernels/plain.ts";
import { Matrix, transpose } from "./matrix.ts";
import { allocate, commonDtype, type Dtype, type Values } from "./memory.ts";
import type { Pixels } from "./pixels.ts";

/**
 * The matrix product A B: element (i, j) is the sum over k of A(i, k) B(k, j). r x n times n x c
 * gives r x c.
 *
 * Transposed matrices are used where they lie, and a matrix of images in its compact form, where only
 * the pixels that are not 0 are multiplied: both give the same bits as the plain sum. A sum
 * over 2,048 terms or more is cut into 16 pieces (see `kernels/pieces.ts`).
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
  return B.isTransposed ? timesTransposed(A, B) : timesColumns(A, B);
}

function timesPixels(W: Matrix, X: Pixels): Matrix {
  const Z = allocate(W.dtype, W.rows * X.count);
  kernels.timesPixels(Z, columns(W), X, W.rows, scaledBytes[W.dtype], 0, X.count);
  return new Matrix(W.rows, X.count, Z);
}

function timesPixelsTransposed(D: Matrix, X: Pixels): Matrix {
  const values = columns(D);
  const sum = sumOfPieces(D.dtype, D.rows * X.size, X.count, (out, from, to) => {
    kernels.addTimesPixelsTransposed(out, values, X, D.rows, scaledBytes[D.dtype], from, to);
  });
  return new Matrix(D.rows, X.size, sum);
}

function timesColumns(A: Matrix, B: Matrix): Matrix {
  if (cut(A.cols).length > 2) return timesTransposed(A, B);
  const C = allocate(commonDtype(A.dtype, B.dtype), A.rows * B.cols);
  kernels.timesColumns(C, columns(A), columns(B), A.rows, A.cols, 0, B.cols);
  return new Matrix(A.rows, B.cols, C);
}

function timesTransposed(A: Matrix, B: Matrix): Matrix {
  const left = columns(A);
  const right = columns(transpose(B));
  const dtype = commonDtype(A.dtype, B.dtype);
  const sum = sumOfPieces(dtype, A.rows * B.cols, A.cols, (out, from, to) => {
    kernels.addTimesTransposed(out, left, right, A.rows, B.cols, from, to);
  });
  return new Matrix(A.rows, B.cols, sum);
}

/** Adds up a long sum of matrices in its fixed pieces. */
function sumOfPieces(
  dtype: Dtype,
  length: number,
  terms: number,
  addPiece: (out: Values, from: number, to: number) => void,
): Values {
  const ends = cut(terms);
  const sum = allocate(dtype, length).fill(0);
  addPiece(sum, ends[0], ends[1]);
  if (ends.length === 2) return sum;
  const piece = allocate(dtype, length);
  for (let k = 1; k < ends.length - 1; k++) {
    addPiece(piece.fill(0), ends[k], ends[k + 1]);
    for (let i = 0; i < length; i++) sum[i] += piece[i];
  }
  return sum;
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

/** byte / 255 for each of the 256 bytes, so that the inner loops look up instead of divide. */
const scaledBytes: Record<Dtype, Values> = {
  float64: Float64Array.from({ length: 256 }, (_, byte) => byte / 255),
  float32: Float32Array.from({ length: 256 }, (_, byte) => byte / 255),
};

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
  return `matmul(A, B): A is ${A.shape} and B is ${B.shape}. A's columns (${A.cols}) must be as ` +
    `many as B's rows (${B.rows}). ` +
    (mends.length > 0
      ? `Did you mean ${mends.join(", or ")}?`
      : "No transpose makes them fit: look where each of them was made.");
}
