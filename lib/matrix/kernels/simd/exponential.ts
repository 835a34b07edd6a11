// e^x as in ../exponential.ts, where every step is explained, for a vector of numbers at once. The
// constants are read from memory, where EXPONENTIAL_CONSTANTS of that file lies: for the
// processor that is one instruction, and a constant in the code is three.

/** e^x for two numbers of float64, x <= 0. */
// @ts-ignore: a decorator, which TypeScript knows only on classes
@inline
function exponential2(x: v128, constants: usize): v128 {
  const y = f64x2.pmax(x, v128.load64_splat(constants));
  const rounder = v128.load64_splat(constants, 16);
  const shifted = f64x2.add(f64x2.mul(y, v128.load64_splat(constants, 8)), rounder);
  const k = f64x2.sub(shifted, rounder);
  let r = f64x2.sub(y, f64x2.mul(k, v128.load64_splat(constants, 24)));
  r = f64x2.sub(r, f64x2.mul(k, v128.load64_splat(constants, 32)));
  let sum = v128.load64_splat(constants, 48);
  sum = f64x2.add(f64x2.mul(sum, r), v128.load64_splat(constants, 56));
  sum = f64x2.add(f64x2.mul(sum, r), v128.load64_splat(constants, 64));
  sum = f64x2.add(f64x2.mul(sum, r), v128.load64_splat(constants, 72));
  sum = f64x2.add(f64x2.mul(sum, r), v128.load64_splat(constants, 80));
  sum = f64x2.add(f64x2.mul(sum, r), v128.load64_splat(constants, 88));
  sum = f64x2.add(f64x2.mul(sum, r), v128.load64_splat(constants, 96));
  sum = f64x2.add(f64x2.mul(sum, r), v128.load64_splat(constants, 104));
  sum = f64x2.add(f64x2.mul(sum, r), v128.load64_splat(constants, 112));
  sum = f64x2.add(f64x2.mul(sum, r), v128.load64_splat(constants, 120));
  sum = f64x2.add(f64x2.mul(sum, r), v128.load64_splat(constants, 128));
  sum = f64x2.add(f64x2.mul(sum, r), v128.load64_splat(constants, 136));
  sum = f64x2.add(r, f64x2.mul(f64x2.mul(r, r), sum));
  sum = f64x2.add(v128.load64_splat(constants, 40), sum);
  // The last bits of `shifted` are k as a whole number. A power of 2 is made of its exponent alone,
  // which begins at bit 52; that of 1 is 1023, so subtracting n there divides by 2^n.
  const one = v128.load64_splat(constants, 40);
  const n = i64x2.sub(rounder, shifted);
  const half = i64x2.shr_u(n, 1);
  sum = f64x2.mul(sum, i64x2.sub(one, i64x2.shl(half, 52)));
  return f64x2.mul(sum, i64x2.sub(one, i64x2.shl(i64x2.sub(n, half), 52)));
}

/** e^x for every number of a vector, x <= 0; of float32 it is computed in float64 and rounded. */
// @ts-ignore: a decorator, which TypeScript knows only on classes
@inline
export function exponential<T>(x: v128, constants: usize): v128 {
  if (sizeof<T>() == 8) return exponential2(x, constants);
  const low = exponential2(f64x2.promote_low_f32x4(x), constants);
  const high = exponential2(f64x2.promote_low_f32x4(v128.shuffle<i64>(x, x, 1, 1)), constants);
  return v128.shuffle<i64>(f32x4.demote_f64x2_zero(low), f32x4.demote_f64x2_zero(high), 0, 2);
}
