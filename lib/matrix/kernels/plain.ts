/**
 * The inner loops of every product, in plain TypeScript: what the fast versions beside this file
 * compute, to the bit. All matrices lie column by column. `from` and `to` bound the terms or
 * columns to work on, `firstRow` leaves out rows that are done already.
 *
 * Every element is one sum, added up term after term from 0, with each product and each sum rounded
 * to the format of `out`. (That `Math.fround` stands in the loops, and is not a function that they are
 * given, makes float32 three times as fast.)
 *
 * @module
 */

import { dtypeOf, type Values } from "./format.ts";
import { scaledBytes, type SparseColumns } from "./sparse_columns.ts";

/**
 * out[:, j] = W X[:, j] for images as sparse columns: W's columns of the pixels that are not 0,
 * each times its pixel.
 *
 * @param out rows x count
 * @param W rows x size
 */
export function timesPixels(
  out: Values,
  W: Values,
  { starts, indices, bytes }: SparseColumns,
  rows: number,
  from: number,
  to: number,
  firstRow = 0,
): void {
  const isFloat32 = dtypeOf(out) === "float32";
  const scaled = scaledBytes[dtypeOf(out)];
  for (let j = from; j < to; j++) {
    const o = j * rows;
    for (let i = firstRow; i < rows; i++) out[o + i] = 0;
    for (let k = starts[j]; k < starts[j + 1]; k++) {
      const x = scaled[bytes[k]];
      const w = indices[k] * rows;
      for (let i = firstRow; i < rows; i++) {
        const product = x * W[w + i];
        out[o + i] += isFloat32 ? Math.fround(product) : product;
      }
    }
  }
}

/**
 * out += D X^T: every pixel that is not 0 adds its image's column of D, times the pixel, to the
 * pixel's column of out.
 *
 * @param out rows x size, added to
 * @param D rows x count
 */
export function addTimesPixelsTransposed(
  out: Values,
  D: Values,
  { starts, indices, bytes }: SparseColumns,
  rows: number,
  from: number,
  to: number,
  firstRow = 0,
): void {
  const isFloat32 = dtypeOf(out) === "float32";
  const scaled = scaledBytes[dtypeOf(out)];
  for (let j = from; j < to; j++) {
    const d = j * rows;
    for (let k = starts[j]; k < starts[j + 1]; k++) {
      const x = scaled[bytes[k]];
      const o = indices[k] * rows;
      for (let i = firstRow; i < rows; i++) {
        const product = x * D[d + i];
        out[o + i] += isFloat32 ? Math.fround(product) : product;
      }
    }
  }
}

/**
 * out[:, j] = A B[:, j]: A's columns, each times one number of B's column.
 *
 * @param out rows x cols
 * @param A rows x inner
 * @param B inner x cols
 */
export function timesColumns(
  out: Values,
  A: Values,
  B: Values,
  rows: number,
  inner: number,
  from: number,
  to: number,
  firstRow = 0,
): void {
  const isFloat32 = dtypeOf(out) === "float32";
  for (let j = from; j < to; j++) {
    const o = j * rows;
    for (let i = firstRow; i < rows; i++) out[o + i] = 0;
    for (let k = 0; k < inner; k++) {
      const x = B[j * inner + k];
      const a = k * rows;
      for (let i = firstRow; i < rows; i++) {
        const product = x * A[a + i];
        out[o + i] += isFloat32 ? Math.fround(product) : product;
      }
    }
  }
}

/**
 * out += A B^T over the columns `from` to `to`: column k of A times column k of B, every element
 * with every element.
 *
 * @param out rows x cols, added to
 * @param A rows x inner
 * @param B cols x inner
 */
export function addTimesTransposed(
  out: Values,
  A: Values,
  B: Values,
  rows: number,
  cols: number,
  from: number,
  to: number,
  firstRow = 0,
): void {
  const isFloat32 = dtypeOf(out) === "float32";
  for (let k = from; k < to; k++) {
    const a = k * rows;
    for (let j = 0; j < cols; j++) {
      const x = B[k * cols + j];
      const o = j * rows;
      for (let i = firstRow; i < rows; i++) {
        const product = x * A[a + i];
        out[o + i] += isFloat32 ? Math.fround(product) : product;
      }
    }
  }
}
