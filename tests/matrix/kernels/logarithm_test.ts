import { assertEquals } from "@std/assert";
import fc from "fast-check";
import { logarithm } from "../../../lib/matrix/kernels/logarithm.ts";

/** Deno's `Math.log` is fdlibm's; other engines have others, which is why lib has its own. */
Deno.test("logarithm has the bits of fdlibm's", () => {
  const any = fc.double({ noNaN: false });
  const probability = fc.double({ min: 0, max: 1 });
  const nearOne = fc.double({ min: 0.999999, max: 1.000001 });
  const property = fc.property(fc.oneof(any, probability, nearOne), (x) => {
    assertEquals(logarithm(x), Math.log(x));
  });
  fc.assert(property, { seed: 7, numRuns: 20_000 });
});

Deno.test("logarithm at the edges", () => {
  for (const x of [0, -0, 1, -1, NaN, Infinity, -Infinity, 5e-324, 2 ** -1022, 2 ** 1023, 2, 0.5]) {
    assertEquals(logarithm(x), Math.log(x), String(x));
  }
});
