import { assert, assertEquals } from "@std/assert";
import fc from "fast-check";
import { exponential } from "../../../lib/matrix/kernels/exponential.ts";

const BITS = 300n;

/** A float64 as a whole number of 2^-300, exactly, if it is not tiny. */
function fixed(x: number): bigint {
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, x);
  const word = view.getBigUint64(0);
  const digits = (word & 0xfffffffffffffn) | 0x10000000000000n;
  const shift = BITS - 1075n + ((word >> 52n) & 0x7ffn);
  const size = shift >= 0n ? digits << shift : digits >> -shift;
  return x < 0 ? -size : size;
}

/** e^x as a whole number of 2^-300, by the series of e^(x / 1024), squared ten times. */
function trueExponential(x: number): bigint {
  const small = fixed(x) >> 10n;
  let term = 1n << BITS;
  let sum = term;
  for (let n = 1n; term !== 0n && n < 100n; n++) {
    term = (term * small >> BITS) / n;
    sum += term;
  }
  for (let i = 0; i < 10; i++) sum = sum * sum >> BITS;
  return sum;
}

Deno.test("exponential() is within 1 unit in the last place of e^x", () => {
  const x = fc.oneof(
    fc.double({ min: -1, max: -1e-20, noNaN: true }),
    fc.double({ min: -80, max: -1, noNaN: true }),
  );
  fc.assert(
    fc.property(x, (x) => {
      const found = exponential(x);
      const unit = fixed(2 ** (Math.floor(Math.log2(found)) - 52));
      const error = fixed(found) - trueExponential(x);
      assert(error <= unit && -error <= unit, `exponential(${x}) is off by ${error} of ${unit}`);
    }),
    { numRuns: 2000 },
  );
});

Deno.test("exponential() of the ends: 0, numbers too small for float64, infinity, NaN", () => {
  assertEquals(exponential(0), 1);
  assertEquals(exponential(-0), 1);
  assertEquals(exponential(-745), Number.MIN_VALUE);
  assertEquals(exponential(-746), 0);
  assertEquals(exponential(-1e300), 0);
  assertEquals(exponential(-Infinity), 0);
  assertEquals(exponential(NaN), NaN);
});
