import type { Values } from "./format.ts";
import type { SparseColumns } from "./sparse_columns.ts";

/** Bytes for arrays that are used again. */
export interface Room {
  /** The memory that they are part of. */
  buffer: ArrayBufferLike;
  /** Where they begin in it. */
  byteOffset: number;
  /** How many they are. */
  byteLength: number;
}

/**
 * The inner loops, each over whole matrices that lie column by column. `out` is filled, and is not
 * one of the others. Every implementation gives the same bits.
 */
export interface Kernels {
  /** Room for numbers in the memory that these kernels reach best. */
  room(byteLength: number): Room;

  /** out = W X for images as sparse columns: rows x count. */
  timesPixels(out: Values, W: Values, X: SparseColumns, rows: number): void;
  /** out = D X^T for images as sparse columns: rows x size. */
  timesPixelsTransposed(out: Values, D: Values, X: SparseColumns, rows: number): void;
  /** out = A B: A is rows x inner, B is inner x cols. */
  timesColumns(
    out: Values,
    A: Values,
    B: Values,
    rows: number,
    inner: number,
    cols: number,
  ): void;
  /** out = A B^T: A is rows x inner, B is cols x inner. */
  timesTransposed(
    out: Values,
    A: Values,
    B: Values,
    rows: number,
    inner: number,
    cols: number,
  ): void;

  /** out = a + b, number by number. */
  add(out: Values, a: Values, b: Values): void;
  /** out = a - b, number by number. */
  subtract(out: Values, a: Values, b: Values): void;
  /** out = a .* b, number by number. */
  multiply(out: Values, a: Values, b: Values): void;
  /** out = a times the factor, which is first rounded to the format of `out`. */
  scale(out: Values, a: Values, factor: number): void;
  /** Every column of out = that of A, plus b. */
  addColumn(out: Values, A: Values, b: Values): void;
  /** out = the sum of A's columns. */
  sumColumns(out: Values, A: Values): void;

  /** out = max(0, z), number by number. */
  relu(out: Values, Z: Values): void;
  /** out = 1 if z > 0, else 0. */
  reluDerivative(out: Values, Z: Values): void;
  /** Every column of out = the softmax of Z's. */
  softmax(out: Values, Z: Values, rows: number): void;
  /** The sum of -y log(a) over the columns; a y of 0 adds nothing. */
  crossEntropy(A: Values, Y: Values, rows: number): number;
  /** out = the row of the largest number of each column of A, the first of equals. */
  argmax(out: Uint8Array, A: Values, rows: number): void;
}
