// What happens to every number by itself, or to every column, a vector of numbers at a time.
//
// The last vector may reach beyond the numbers that are there. What is read there belongs to something
// else, so `store` keeps it out of the result; there is always memory behind the last number.

import { lanes, padded, store, zero } from "./vector";

/** The address of number `i`. */
// @ts-ignore: a decorator, which TypeScript knows only on classes
@inline
function at<T>(start: usize, i: i32): usize {
  return start + <usize>i * sizeof<T>();
}

/** out[i] = a[i] + b[i] for `from` <= i < `to`. */
// @ts-ignore: a decorator, which TypeScript knows only on classes
@inline
export function add<T>(from: i32, to: i32, out: usize, a: usize, b: usize): void {
  for (let i = from; i < to; i += lanes<T>()) {
    store<T>(at<T>(out, i), v128.add<T>(v128.load(at<T>(a, i)), v128.load(at<T>(b, i))), to - i);
  }
}

/** out[i] = a[i] - b[i]. */
// @ts-ignore: a decorator, which TypeScript knows only on classes
@inline
export function subtract<T>(from: i32, to: i32, out: usize, a: usize, b: usize): void {
  for (let i = from; i < to; i += lanes<T>()) {
    store<T>(at<T>(out, i), v128.sub<T>(v128.load(at<T>(a, i)), v128.load(at<T>(b, i))), to - i);
  }
}

/** out[i] = a[i] b[i]. */
// @ts-ignore: a decorator, which TypeScript knows only on classes
@inline
export function multiply<T>(from: i32, to: i32, out: usize, a: usize, b: usize): void {
  for (let i = from; i < to; i += lanes<T>()) {
    store<T>(at<T>(out, i), v128.mul<T>(v128.load(at<T>(a, i)), v128.load(at<T>(b, i))), to - i);
  }
}

/** out[i] = a[i] times the number at the address `factor`. */
// @ts-ignore: a decorator, which TypeScript knows only on classes
@inline
export function scale<T>(from: i32, to: i32, out: usize, a: usize, factor: usize): void {
  const f = v128.load_splat<T>(factor);
  for (let i = from; i < to; i += lanes<T>()) {
    store<T>(at<T>(out, i), v128.mul<T>(v128.load(at<T>(a, i)), f), to - i);
  }
}

/** out[i] = max(0, z[i]). */
// @ts-ignore: a decorator, which TypeScript knows only on classes
@inline
export function relu<T>(from: i32, to: i32, out: usize, z: usize): void {
  for (let i = from; i < to; i += lanes<T>()) {
    store<T>(at<T>(out, i), v128.max<T>(v128.load(at<T>(z, i)), zero()), to - i);
  }
}

/** out[i] = 1 where z[i] > 0, else 0. */
// @ts-ignore: a decorator, which TypeScript knows only on classes
@inline
export function reluDerivative<T>(from: i32, to: i32, out: usize, z: usize): void {
  const one = v128.splat<T>(<T>1);
  for (let i = from; i < to; i += lanes<T>()) {
    // A comparison gives all ones or all zeros, and those of a 1 are kept or not.
    store<T>(at<T>(out, i), v128.and(v128.gt<T>(v128.load(at<T>(z, i)), zero()), one), to - i);
  }
}

/** out[:, j] = A[:, j] + b for the columns `from` to `to`. */
// @ts-ignore: a decorator, which TypeScript knows only on classes
@inline
export function addColumn<T>(
  from: i32,
  to: i32,
  out: usize,
  A: usize,
  b: usize,
  rows: i32,
): void {
  for (let j = from; j < to; j++) {
    for (let i = 0; i < rows; i += lanes<T>()) {
      const a = v128.load(at<T>(A, j * rows + i));
      store<T>(at<T>(out, j * rows + i), v128.add<T>(a, v128.load(at<T>(b, i))), rows - i);
    }
  }
}

/**
 * out = the sum of A's columns `from` to `to`.
 *
 * @param out one column, padded to whole vectors
 */
// @ts-ignore: a decorator, which TypeScript knows only on classes
@inline
export function sumColumns<T>(from: i32, to: i32, out: usize, A: usize, rows: i32): void {
  for (let i = 0; i < rows; i += lanes<T>()) {
    let sum = zero();
    for (let j = from; j < to; j++) sum = v128.add<T>(sum, v128.load(at<T>(A, j * rows + i)));
    v128.store(at<T>(out, i), sum);
  }
}

/**
 * out[:, j] = the sum of column j of all pieces, one after the other.
 *
 * @param out columns as they are
 * @param pieces matrices one behind the other, each `size` bytes, their columns padded
 */
// @ts-ignore: a decorator, which TypeScript knows only on classes
@inline
export function sumPieces<T>(
  from: i32,
  to: i32,
  out: usize,
  pieces: usize,
  rows: i32,
  count: i32,
  size: usize,
): void {
  for (let j = from; j < to; j++) {
    for (let i = 0; i < rows; i += lanes<T>()) {
      let piece = at<T>(pieces + <usize>j * padded<T>(rows), i);
      let sum = v128.load(piece);
      for (let k = 1; k < count; k++) {
        piece += size;
        sum = v128.add<T>(sum, v128.load(piece));
      }
      store<T>(at<T>(out, j * rows + i), sum, rows - i);
    }
  }
}

/** out[:, j] = A[:, j], out's columns padded to whole vectors. */
// @ts-ignore: a decorator, which TypeScript knows only on classes
@inline
export function pad<T>(from: i32, to: i32, out: usize, A: usize, rows: i32): void {
  for (let j = from; j < to; j++) {
    for (let i = 0; i < rows; i += lanes<T>()) {
      v128.store(
        at<T>(out + <usize>j * padded<T>(rows), i),
        v128.load(at<T>(A, j * rows + i)),
      );
    }
  }
}
