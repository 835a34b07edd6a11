// What looks at a whole column at a time. A vector holds a number of each of 4 or 2 columns, so what
// runs down the rows of every column runs down them in the same order as in the plain version.

import { exponential } from "./exponential";
import { lanes, zero } from "./vector";

/** The numbers at the addresses, one of each column. */
// @ts-ignore: a decorator, which TypeScript knows only on classes
@inline
function gather<T>(a: usize, b: usize, c: usize, d: usize): v128 {
  let vector = v128.load_lane<T>(b, v128.load_zero<T>(a), 1);
  if (sizeof<T>() == 4) {
    vector = v128.load_lane<T>(c, vector, 2);
    vector = v128.load_lane<T>(d, vector, 3);
  }
  return vector;
}

/** Puts a number into each column. */
// @ts-ignore: a decorator, which TypeScript knows only on classes
@inline
function scatter<T>(a: usize, b: usize, c: usize, d: usize, vector: v128): void {
  v128.store_lane<T>(a, vector, 0);
  v128.store_lane<T>(b, vector, 1);
  if (sizeof<T>() == 4) {
    v128.store_lane<T>(c, vector, 2);
    v128.store_lane<T>(d, vector, 3);
  }
}

/**
 * out[:, j] = softmax of Z[:, j] for the columns `from` to `to`.
 */
// @ts-ignore: a decorator, which TypeScript knows only on classes
@inline
export function softmax<T>(
  from: i32,
  to: i32,
  out: usize,
  Z: usize,
  constants: usize,
  rows: i32,
): void {
  const column = <usize>rows * sizeof<T>();
  for (let j = from; j < to; j += lanes<T>()) {
    // Where fewer columns are left, the last one is done more than once, with the same result.
    const a = <usize>j * column;
    const b = <usize>min(j + 1, to - 1) * column;
    const c = <usize>min(j + 2, to - 1) * column;
    const d = <usize>min(j + 3, to - 1) * column;
    let z = Z;
    let max = gather<T>(z + a, z + b, z + c, z + d);
    for (let i = 1; i < rows; i++) {
      z += sizeof<T>();
      max = v128.pmax<T>(max, gather<T>(z + a, z + b, z + c, z + d));
    }
    z = Z;
    let o = out;
    let sum = zero();
    for (let i = 0; i < rows; i++) {
      const e = exponential<T>(
        v128.sub<T>(gather<T>(z + a, z + b, z + c, z + d), max),
        constants,
      );
      scatter<T>(o + a, o + b, o + c, o + d, e);
      sum = v128.add<T>(sum, e);
      z += sizeof<T>();
      o += sizeof<T>();
    }
    o = out;
    for (let i = 0; i < rows; i++) {
      const e = gather<T>(o + a, o + b, o + c, o + d);
      scatter<T>(o + a, o + b, o + c, o + d, v128.div<T>(e, sum));
      o += sizeof<T>();
    }
  }
}

/** out[j] = the row of the largest number of A[:, j], the first of equals; one byte each. */
// @ts-ignore: a decorator, which TypeScript knows only on classes
@inline
export function argmax<T>(from: i32, to: i32, out: usize, A: usize, rows: i32): void {
  const column = <usize>rows * sizeof<T>();
  for (let j = from; j < to; j += lanes<T>()) {
    let a = A + <usize>j * column;
    let b = A + <usize>min(j + 1, to - 1) * column;
    let c = A + <usize>min(j + 2, to - 1) * column;
    let d = A + <usize>min(j + 3, to - 1) * column;
    let max = gather<T>(a, b, c, d);
    let best = zero();
    for (let i = 1; i < rows; i++) {
      a += sizeof<T>();
      b += sizeof<T>();
      c += sizeof<T>();
      d += sizeof<T>();
      const number = gather<T>(a, b, c, d);
      const larger = v128.gt<T>(number, max);
      max = v128.bitselect(number, max, larger);
      best = v128.bitselect(i8x16.splat(<i8>i), best, larger);
    }
    const o = out + <usize>j;
    store<u8>(o, i8x16.extract_lane_u(best, 0));
    if (sizeof<T>() == 8) {
      if (j + 1 < to) store<u8>(o, i8x16.extract_lane_u(best, 8), 1);
    } else {
      if (j + 1 < to) store<u8>(o, i8x16.extract_lane_u(best, 4), 1);
      if (j + 2 < to) store<u8>(o, i8x16.extract_lane_u(best, 8), 2);
      if (j + 3 < to) store<u8>(o, i8x16.extract_lane_u(best, 12), 3);
    }
  }
}
