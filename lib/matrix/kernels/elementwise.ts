/**
 * What happens to every number by itself, or to every column, in plain TypeScript. A float32 array
 * rounds what is stored in it, so one operation and one store need no further rounding.
 *
 * @module
 */

import { dtypeOf, rounding, type Values } from "./format.ts";
import { exponential } from "./exponential.ts";
import { logarithm } from "./logarithm.ts";
import { cut } from "./pieces.ts";

/** out = a + b. */
export function add(out: Values, a: Values, b: Values): void {
  for (let i = 0; i < out.length; i++) out[i] = a[i] + b[i];
}

/** out = a - b. */
export function subtract(out: Values, a: Values, b: Values): void {
  for (let i = 0; i < out.length; i++) out[i] = a[i] - b[i];
}

/** out = a .* b. */
export function multiply(out: Values, a: Values, b: Values): void {
  for (let i = 0; i < out.length; i++) out[i] = a[i] * b[i];
}

/** out = a times the factor. */
export function scale(out: Values, a: Values, factor: number): void {
  const rounded = rounding[dtypeOf(out)](factor);
  for (let i = 0; i < out.length; i++) out[i] = a[i] * rounded;
}

/** Every column of out = that of A, plus b. */
export function addColumn(out: Values, A: Values, b: Values): void {
  const rows = b.length;
  for (let start = 0; start < out.length; start += rows) {
    for (let i = 0; i < rows; i++) out[start + i] = A[start + i] + b[i];
  }
}

/** out = the sum of A's columns, in fixed pieces. */
export function sumColumns(out: Values, A: Values): void {
  const rows = out.length;
  const ends = cut(A.length / rows);
  const round = rounding[dtypeOf(out)];
  out.fill(0);
  for (let piece = 0; piece < ends.length - 1; piece++) {
    for (let i = 0; i < rows; i++) {
      let sum = 0;
      for (let j = ends[piece]; j < ends[piece + 1]; j++) sum = round(sum + A[j * rows + i]);
      out[i] += sum;
    }
  }
}

/** out = max(0, z). NaN stays NaN, so that a network that has diverged cannot hide it here. */
export function relu(out: Values, Z: Values): void {
  for (let i = 0; i < out.length; i++) out[i] = Math.max(0, Z[i]);
}

/** out = 1 if z > 0, else 0. */
export function reluDerivative(out: Values, Z: Values): void {
  for (let i = 0; i < out.length; i++) out[i] = Number(Z[i] > 0);
}

/** Every column of out = e^z divided by the sum of the column's e^z, the maximum taken off first. */
export function softmax(out: Values, Z: Values, rows: number): void {
  const round = rounding[dtypeOf(out)];
  for (let start = 0; start < out.length; start += rows) {
    const end = start + rows;
    let max = Z[start];
    for (let i = start + 1; i < end; i++) if (Z[i] > max) max = Z[i];
    let sum = 0;
    for (let i = start; i < end; i++) {
      out[i] = exponential(round(Z[i] - max));
      sum = round(sum + out[i]);
    }
    for (let i = start; i < end; i++) out[i] /= sum;
  }
}

/**
 * The sum of -y log(a) over the columns, in fixed pieces. A y of 0 adds nothing: 0 times the
 * logarithm of an impossible digit would be NaN.
 */
export function crossEntropy(A: Values, Y: Values, rows: number): number {
  const ends = cut(A.length / rows);
  let sum = 0;
  for (let k = 0; k < ends.length - 1; k++) {
    let piece = 0;
    for (let i = ends[k] * rows; i < ends[k + 1] * rows; i++) {
      if (Y[i] !== 0) piece -= Y[i] * logarithm(A[i]);
    }
    sum += piece;
  }
  return sum;
}

/** out = the row of the largest number of each column, the first of equals. */
export function argmax(out: Uint8Array, A: Values, rows: number): void {
  for (let j = 0; j < out.length; j++) {
    const start = j * rows;
    let best = 0;
    for (let i = 1; i < rows; i++) if (A[start + i] > A[start + best]) best = i;
    out[j] = best;
  }
}
