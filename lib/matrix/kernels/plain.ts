/**
 * The inner loops of every product, in plain TypeScript. All matrices lie column by column. `out`
 * is filled, or added to where the comment says so; `from` and `to` bound the images to work on.
 *
 * @module
 */

import type { Values } from "../memory.ts";
import type { Pixels } from "../pixels.ts";

/**
 * out[:, j] = W X[:, j] for images in their compact form: W's columns of the pixels that are not 0,
 * each times its pixel.
 *
 * @param out rows x count
 * @param W rows x size
 */
export function timesPixels(
  out: Values,
  W: Values,
  { starts, indices, bytes }: Pixels,
  rows: number,
  scaled: Values,
  from: number,
  to: number,
): void {
  for (let j = from; j < to; j++) {
    const o = j * rows;
    out.fill(0, o, o + rows);
    const end = starts[j + 1];
    for (let k = starts[j]; k < end; k++) {
      const x = scaled[bytes[k]];
      const w = indices[k] * rows;
      for (let h = 0; h < rows; h++) out[o + h] += x * W[w + h];
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
  { starts, indices, bytes }: Pixels,
  rows: number,
  scaled: Values,
  from: number,
  to: number,
): void {
  for (let j = from; j < to; j++) {
    const d = j * rows;
    const end = starts[j + 1];
    for (let k = starts[j]; k < end; k++) {
      const x = scaled[bytes[k]];
      const o = indices[k] * rows;
      for (let h = 0; h < rows; h++) out[o + h] += x * D[d + h];
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
): void {
  for (let j = from; j < to; j++) {
    const o = j * rows;
    const b = j * inner;
    out.fill(0, o, o + rows);
    for (let k = 0; k < inner; k++) {
      const x = B[b + k];
      const a = k * rows;
      for (let i = 0; i < rows; i++) out[o + i] += A[a + i] * x;
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
): void {
  for (let k = from; k < to; k++) {
    const a = k * rows;
    const b = k * cols;
    for (let j = 0; j < cols; j++) {
      const x = B[b + j];
      const o = j * rows;
      for (let i = 0; i < rows; i++) out[o + i] += A[a + i] * x;
    }
  }
}
