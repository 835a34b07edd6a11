import { activeKernels } from "../memory.ts";
import type { Kernels } from "./kernels.ts";
import { plainKernels } from "./plain_kernels.ts";

/** The kernels that do the work now: those of the running training, else the plain ones. */
export function kernels(): Kernels {
  return activeKernels() ?? plainKernels;
}
