// The loss. Most of Y is 0, so it looks at four vectors at once for what is not.

import { logarithm } from "./logarithm";
import { lanes, zero } from "./vector";

/** y log(a) of number i. */
// @ts-ignore: a decorator, which TypeScript knows only on classes
@inline
function term<T>(A: usize, Y: usize, i: i32): f64 {
  const y = <f64>load<T>(Y + <usize>i * sizeof<T>());
  return y * logarithm(<f64>load<T>(A + <usize>i * sizeof<T>()));
}

/** A bit for each number of a vector that is not 0, the lowest for the first. */
// @ts-ignore: a decorator, which TypeScript knows only on classes
@inline
function nonzero<T>(vector: v128): i32 {
  const isNot = v128.ne<T>(vector, zero());
  return sizeof<T>() == 4 ? i32x4.bitmask(isNot) : i64x2.bitmask(isNot);
}

/** The sum of -y log(a) over the columns `from` to `to`, a float64 at `out`; a y of 0 adds nothing. */
// @ts-ignore: a decorator, which TypeScript knows only on classes
@inline
export function crossEntropy<T>(
  from: i32,
  to: i32,
  out: usize,
  A: usize,
  Y: usize,
  rows: i32,
): void {
  const end = to * rows;
  let sum: f64 = 0;
  let i = from * rows;
  for (; i + 4 * lanes<T>() <= end; i += 4 * lanes<T>()) {
    const y = Y + <usize>i * sizeof<T>();
    let bits = nonzero<T>(v128.load(y));
    bits |= nonzero<T>(v128.load(y, 16)) << lanes<T>();
    bits |= nonzero<T>(v128.load(y, 32)) << 2 * lanes<T>();
    bits |= nonzero<T>(v128.load(y, 48)) << 3 * lanes<T>();
    for (; bits != 0; bits &= bits - 1) sum -= term<T>(A, Y, i + ctz(bits));
  }
  for (; i < end; i++) {
    if (load<T>(Y + <usize>i * sizeof<T>()) != 0) sum -= term<T>(A, Y, i);
  }
  store<f64>(out, sum);
}
