// The loss. Most of Y is 0, so whole vectors of zeros are passed over. The logarithm is JavaScript's own,
// which the plain version takes too: a piece of the sum has the same bits in both.

import { lanes } from "./vector";

// @ts-ignore: a decorator, which TypeScript knows only on classes
@external("Math", "log")
declare function log(x: f64): f64;

/** The sum of -y log(a) over the columns `from` to `to`, a float64 at `out`; where y is 0 it adds nothing. */
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
  for (let i = from * rows; i < end;) {
    const y = Y + <usize>i * sizeof<T>();
    if (i + lanes<T>() <= end && !v128.any_true(v128.load(y))) {
      i += lanes<T>();
      continue;
    }
    const weight = <f64>load<T>(y);
    if (weight != 0) sum -= weight * log(<f64>load<T>(A + <usize>i * sizeof<T>()));
    i++;
  }
  store<f64>(out, sum);
}
