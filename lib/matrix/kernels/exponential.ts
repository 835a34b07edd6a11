/**
 * e^x for x <= 0, which is what softmax needs, within 1 unit in the last place.
 *
 * x = k ln 2 + r with a whole k and |r| <= ln(2) / 2, so e^x = 2^k e^r, and e^r is the sum of
 * r^n / n!, where the terms after the 13th are too small to be seen. `Math.exp` would do as well, but
 * JavaScript does not say what its last bits are, and a vector of numbers has no such function:
 * this one has the same bits everywhere.
 *
 * @example
 * ```ts
 * import { exponential } from "./exponential.ts";
 * import { assertAlmostEquals, assertEquals } from "@std/assert";
 *
 * assertEquals(exponential(0), 1);
 * assertAlmostEquals(exponential(-Math.log(4)), 1 / 4);
 * ```
 */
export function exponential(x: number): number {
  // Below this, 2^k is not in the table, and e^x is 0 anyway. NaN stays NaN.
  const y = x < LOWEST ? LOWEST : x;
  // Adding 1.5 * 2^52 leaves no room for digits after the point, so it rounds to a whole number.
  const k = y * LOG2_E + ROUNDER - ROUNDER;
  // ln 2 in two parts: k times the first, which has only 33 digits of 0 and 1, is exact.
  const r = y - k * LN2_HIGH - k * LN2_LOW;
  let sum = 1 / 6227020800; // 1 / 13!, and so on down to 1 / 2!
  sum = sum * r + 1 / 479001600;
  sum = sum * r + 1 / 39916800;
  sum = sum * r + 1 / 3628800;
  sum = sum * r + 1 / 362880;
  sum = sum * r + 1 / 40320;
  sum = sum * r + 1 / 5040;
  sum = sum * r + 1 / 720;
  sum = sum * r + 1 / 120;
  sum = sum * r + 1 / 24;
  sum = sum * r + 1 / 6;
  sum = sum * r + 1 / 2;
  sum = 1 + (r + r * r * sum);
  // 2^k in two steps: 2^-1074 is the smallest number there is, and k may be below.
  const n = -k | 0;
  const half = n >> 1;
  return sum * POWERS[half] * POWERS[n - half];
}

const LOWEST = -800;
const LOG2_E = 1.4426950408889634;
const ROUNDER = 1.5 * 2 ** 52;
/** The digits of ln 2 up to 2^-33, and the rest, as in Sun's fdlibm. */
const LN2_HIGH = 0.6931471803691238;
const LN2_LOW = 1.9082149292705877e-10;

/** 2^-n for n from 0 to 600. */
const POWERS = new Float64Array(601);
for (let n = 0, power = 1; n <= 600; n++, power /= 2) POWERS[n] = power;

/** The numbers of this file in the order in which `simd/exponential.ts` reads them from memory. */
export const EXPONENTIAL_CONSTANTS = Float64Array.of(
  ...[LOWEST, LOG2_E, ROUNDER, LN2_HIGH, LN2_LOW, 1],
  ...[6227020800, 479001600, 39916800, 3628800, 362880, 40320, 5040, 720, 120, 24, 6, 2]
    .map((factorial) => 1 / factorial),
);
