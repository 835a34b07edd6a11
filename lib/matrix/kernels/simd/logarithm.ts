// log(x) as in ../logarithm.ts, where every step is explained: line by line the same, for the same bits.

const LN2_HIGH: f64 = 6.93147180369123816490e-01;
const LN2_LOW: f64 = 1.90821492927058770002e-10;
const L1: f64 = 6.666666666666735130e-01;
const L2: f64 = 3.999999999940941908e-01;
const L3: f64 = 2.857142874366239149e-01;
const L4: f64 = 2.222219843214978396e-01;
const L5: f64 = 1.818357216161805012e-01;
const L6: f64 = 1.531383769920937332e-01;
const L7: f64 = 1.479819860511658591e-01;

/** The natural logarithm. */
export function logarithm(x: f64): f64 {
  if (!(x > 0)) return x == 0 ? -Infinity : NaN;
  if (x == Infinity) return x;
  let k = -1023;
  if (x < 2.2250738585072014e-308) {
    k -= 54;
    x *= 18014398509481984.0;
  }
  const bits = reinterpret<u64>(x);
  const top = <i32>(bits >> 32);
  const high = top & 0xfffff;
  const isLarge = (high + 0x95f64) >> 20;
  k += (top >> 20) + isLarge;
  const exponent = <u64>(high | (0x3ff - isLarge) << 20) << 32;
  const f = reinterpret<f64>(exponent | (bits & 0xffffffff)) - 1;
  if ((0xfffff & (2 + high)) < 3) {
    const R = f * f * (0.5 - 0.33333333333333333 * f);
    return k == 0 ? f - R : <f64>k * LN2_HIGH - (R - <f64>k * LN2_LOW - f);
  }
  const s = f / (2 + f);
  const z = s * s;
  const w = z * z;
  const R = z * (L1 + w * (L3 + w * (L5 + w * L7))) + w * (L2 + w * (L4 + w * L6));
  if (((high - 0x6147a) | (0x6b851 - high)) > 0) {
    const half = 0.5 * f * f;
    return k == 0
      ? f - (half - s * (half + R))
      : <f64>k * LN2_HIGH - (half - (s * (half + R) + <f64>k * LN2_LOW) - f);
  }
  return k == 0 ? f - s * (f - R) : <f64>k * LN2_HIGH - (s * (f - R) - <f64>k * LN2_LOW - f);
}
