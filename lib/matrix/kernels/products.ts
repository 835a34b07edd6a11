/**
 * The four products that everything is made of, each whole: over all columns, and long sums in their
 * fixed pieces (see `pieces.ts`). The matrices lie column by column; `out` is filled.
 *
 * @module
 */

import type { Values } from "./format.ts";
import { scaledBytes, type SparseColumns } from "./sparse_columns.ts";
import { cut } from "./pieces.ts";
import * as plain from "./plain.ts";
import * as tenRows from "./ten_rows.ts";

/** out = W X for images as sparse columns: rows x count. */
export function timesPixels(out: Values, W: Values, X: SparseColumns, rows: number): void {
  const done = isFloat64(out) && isFloat64(W)
    ? tenRows.timesPixels(out, W, X, scaledBytes.float64, rows, 0, X.count)
    : 0;
  if (done < rows) plain.timesPixels(out, W, X, rows, 0, X.count, done);
}

/** out = D X^T for images as sparse columns: rows x size. */
export function timesPixelsTransposed(
  out: Values,
  D: Values,
  X: SparseColumns,
  rows: number,
): void {
  sumPieces(out, X.count, (sum, from, to) => {
    const done = isFloat64(sum) && isFloat64(D)
      ? tenRows.addTimesPixelsTransposed(sum, D, X, scaledBytes.float64, rows, from, to)
      : 0;
    if (done < rows) plain.addTimesPixelsTransposed(sum, D, X, rows, from, to, done);
  });
}

/** out = A B: A is rows x inner, B is inner x cols. */
export function timesColumns(
  out: Values,
  A: Values,
  B: Values,
  rows: number,
  inner: number,
  cols: number,
): void {
  const done = isFloat64(out) && isFloat64(A) && isFloat64(B)
    ? tenRows.timesColumns(out, A, B, rows, inner, 0, cols)
    : 0;
  if (done < rows) plain.timesColumns(out, A, B, rows, inner, 0, cols, done);
}

/** out = A B^T: A is rows x inner, B is cols x inner. */
export function timesTransposed(
  out: Values,
  A: Values,
  B: Values,
  rows: number,
  inner: number,
  cols: number,
): void {
  sumPieces(out, inner, (sum, from, to) => {
    const done = isFloat64(sum) && isFloat64(A) && isFloat64(B)
      ? tenRows.addTimesTransposed(sum, A, B, rows, cols, from, to)
      : 0;
    if (done < rows) plain.addTimesTransposed(sum, A, B, rows, cols, from, to, done);
  });
}

/** Adds up a long sum in its fixed pieces: each by itself from 0, then one after the other. */
function sumPieces(
  out: Values,
  terms: number,
  addPiece: (sum: Values, from: number, to: number) => void,
): void {
  const ends = cut(terms);
  addPiece(out.fill(0), ends[0], ends[1]);
  if (ends.length === 2) return;
  const piece = out.slice();
  for (let k = 1; k < ends.length - 1; k++) {
    addPiece(piece.fill(0), ends[k], ends[k + 1]);
    for (let i = 0; i < out.length; i++) out[i] += piece[i];
  }
}

function isFloat64(values: Values): values is Float64Array {
  return values instanceof Float64Array;
}
