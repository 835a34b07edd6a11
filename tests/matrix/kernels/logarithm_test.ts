import { assertEquals } from "@std/assert";
import fc from "fast-check";
import { logarithm } from "../../../lib/matrix/kernels/logarithm.ts";
import { SimdKernels } from "../../../lib/matrix/kernels/simd_kernels.ts";
import { startKernels, withKernels } from "../../../lib/matrix/kernels/start.ts";

/** Gives the logarithm of the WASM kernels: the loss of one image with one digit is its negative. */
function withWasm(use: (log: (x: number) => number) => void): void {
  const { kernels, close } = withKernels({ kind: "simd", threads: 1 }, startKernels);
  try {
    if (!(kernels instanceof SimdKernels)) throw new Error("the WASM kernels did not start");
    const number = () => {
      const { buffer, byteOffset } = kernels.room(8);
      return new Float64Array(buffer, byteOffset, 1);
    };
    const [A, Y] = [number(), number().fill(1)];
    use((x) => {
      A[0] = x;
      return -kernels.crossEntropy(A, Y, 1);
    });
  } finally {
    close();
  }
}

/** Deno's `Math.log` is fdlibm's; other engines have others, which is why lib has its own. */
Deno.test("logarithm has the bits of fdlibm's, in TypeScript and in WASM", () => {
  const any = fc.double({ noNaN: false });
  const probability = fc.double({ min: 0, max: 1 });
  const nearOne = fc.double({ min: 0.999999, max: 1.000001 });
  withWasm((inWasm) => {
    const property = fc.property(fc.oneof(any, probability, nearOne), (x) => {
      assertEquals(logarithm(x), Math.log(x));
      // The loss begins with 0, and 0 - 0 is 0.
      assertEquals(inWasm(x) + 0, Math.log(x) + 0);
    });
    fc.assert(property, { seed: 7, numRuns: 20_000 });
  });
});

Deno.test("logarithm at the edges", () => {
  const edges = [0, -0, 1, -1, NaN, Infinity, -Infinity, 5e-324, 2 ** -1022, 2 ** 1023, 2, 0.5];
  withWasm((inWasm) => {
    for (const x of edges) {
      assertEquals(logarithm(x), Math.log(x), String(x));
      assertEquals(inWasm(x) + 0, Math.log(x) + 0, `${x} in WASM`);
    }
  });
});
