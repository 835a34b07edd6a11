/**
 * The natural logarithm, within 1 unit in the last place: the algorithm of Sun's fdlibm (`e_log.c`,
 * 1993).
 *
 * x = 2^k (1 + f) with sqrt(2) / 2 < 1 + f < sqrt(2), so log(x) = k ln 2 + log(1 + f). With
 * s = f / (2 + f), log(1 + f) = log(1 + s) - log(1 - s) = 2s + s R, and R is a polynomial of s².
 *
 * `Math.log` would do as well, but JavaScript does not say what its last bits are, and Chromium's have
 * become others than Deno's: this one has the same bits everywhere.
 *
 * @example
 * ```ts
 * import { logarithm } from "./logarithm.ts";
 * import { assertAlmostEquals, assertEquals } from "@std/assert";
 *
 * assertEquals([logarithm(1), logarithm(0)], [0, -Infinity]);
 * assertAlmostEquals(logarithm(Math.E), 1);
 * ```
 */
export function logarithm(x: number): number {
  if (!(x > 0)) return x === 0 ? -Infinity : NaN;
  if (x === Infinity) return x;
  let k = -1023;
  // Numbers without a leading 1 get one.
  if (x < SMALLEST_NORMAL) {
    k -= 54;
    x *= 2 ** 54;
  }
  float[0] = x;
  const high = words[1] & 0xfffff;
  // 1 if the digits say more than sqrt(2): then half of it, and one k more.
  const isLarge = (high + 0x95f64) >> 20;
  k += (words[1] >> 20) + isLarge;
  words[1] = high | (0x3ff - isLarge) << 20;
  const f = float[0] - 1;
  if ((0xfffff & (2 + high)) < 3) {
    // |f| < 2^-20
    const R = f * f * (0.5 - 0.33333333333333333 * f);
    return k === 0 ? f - R : k * LN2_HIGH - (R - k * LN2_LOW - f);
  }
  const s = f / (2 + f);
  const z = s * s;
  const w = z * z;
  const R = z * (L1 + w * (L3 + w * (L5 + w * L7))) + w * (L2 + w * (L4 + w * L6));
  // Where f is large, f²/2 is taken out of the sum for the sake of the last digit.
  if (((high - 0x6147a) | (0x6b851 - high)) > 0) {
    const half = 0.5 * f * f;
    return k === 0
      ? f - (half - s * (half + R))
      : k * LN2_HIGH - (half - (s * (half + R) + k * LN2_LOW) - f);
  }
  return k === 0 ? f - s * (f - R) : k * LN2_HIGH - (s * (f - R) - k * LN2_LOW - f);
}

/** A number and its two halves, the higher one second, as on every machine that runs this. */
const float = new Float64Array(1);
const words = new Int32Array(float.buffer);

const SMALLEST_NORMAL = 2 ** -1022;
/** ln 2 up to 2^-33, and the rest. */
const LN2_HIGH = 6.93147180369123816490e-01;
const LN2_LOW = 1.90821492927058770002e-10;
/** The polynomial's coefficients; the first is near 2/3, the second near 2/5. */
const L1 = 6.666666666666735130e-01;
const L2 = 3.999999999940941908e-01;
const L3 = 2.857142874366239149e-01;
const L4 = 2.222219843214978396e-01;
const L5 = 1.818357216161805012e-01;
const L6 = 1.531383769920937332e-01;
const L7 = 1.479819860511658591e-01;
