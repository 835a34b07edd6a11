import * as elementwise from "./elementwise.ts";
import type { Kernels } from "./kernels.ts";
import * as products from "./products.ts";

/** The kernels in plain TypeScript, on one thread: what runs everywhere, and outside of `train`. */
export const plainKernels: Kernels = {
  ...elementwise,
  ...products,
  room: (byteLength) => ({ buffer: new ArrayBuffer(byteLength), byteOffset: 0, byteLength }),
};
