/**
 * The kernels of Glassnet, to measure them: the inner loops behind `matmul` and its like, which
 * `train` starts and ends by itself. The results are the same to the bit whichever run.
 *
 * @example
 * ```ts
 * import { Matrix, matmul } from "glassnet";
 * import { Scratch, startKernels } from "glassnet/kernels";
 * import { assertEquals } from "@std/assert";
 *
 * const [A, B] = [Matrix.from([[1, 2]]), Matrix.from([[3], [4]])];
 * const { kernels, close } = startKernels({ kind: "simd", threads: 1 });
 * const product = new Scratch(1, kernels).turn(() => matmul(A, B).toArray());
 * close();
 * assertEquals(product, [[11]]);
 * ```
 *
 * @module
 */

export { type ArrayFormat, type ArrayOf, arrayTypes } from "./matrix/kernels/arrays.ts";
export type { Kernels, Room } from "./matrix/kernels/kernels.ts";
export {
  type KernelChoice,
  type StartedKernels,
  startKernels,
  withKernels,
} from "./matrix/kernels/start.ts";
export { allocate, type Place } from "./matrix/kernels/running.ts";
export { Scratch } from "./matrix/kernels/scratch.ts";
