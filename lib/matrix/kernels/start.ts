import { hasChosenKernels } from "./running.ts";
import { Scratch } from "./scratch.ts";
import type { Kernels } from "./kernels.ts";
import { kernelsWasm } from "./kernels_wasm.ts";
import { mostThreads } from "./most_threads.ts";
import { plainKernels } from "./plain_kernels.ts";
import { SimdKernels } from "./simd_kernels.ts";

/** Kernels for one training. */
export interface StartedKernels {
  /** What does the work. */
  kernels: Kernels;
  /** Ends their threads. */
  close(): void;
}

/** Which kernels a training uses. */
export interface KernelChoice {
  /** Plain TypeScript on one thread, or WASM SIMD. */
  kind: "plain" | "simd";
  /** The most threads that WASM SIMD may use. */
  threads: number;
}

let chosen: Partial<KernelChoice> = {};

/**
 * Runs `work` with the chosen kernels for every training that it starts. If `work` gives a promise,
 * that is until it settles: a training with a checkpoint first reads and writes files. For tests and
 * measurements, one after the other; the results are the same to the bit.
 */
export function withKernels<T>(choice: Partial<KernelChoice>, work: () => T): T {
  const before = chosen;
  const restore = () => void (chosen = before);
  chosen = choice;
  let result: T | undefined;
  try {
    return result = work();
  } finally {
    if (result instanceof Promise) result.then(restore, restore);
    else restore();
  }
}

/**
 * Starts kernels: the fastest that there are here, WASM SIMD on all processors or else the plain ones,
 * if nothing else is chosen.
 */
export function startKernels(
  { kind = "simd", threads = mostThreads() }: Partial<KernelChoice> = chosen,
): StartedKernels {
  const module = kind === "simd" ? simdModule() : undefined;
  if (!module) return { kernels: plainKernels, close() {} };
  const kernels = new SimdKernels(module, threads);
  return { kernels, close: () => kernels.close() };
}

/**
 * Runs one long piece of work outside of a training with the fastest kernels, on this thread. What it
 * makes lies in their memory: copy what you keep. Inside of a training its kernels go on.
 */
export function withFastKernels<T>(work: () => T): T {
  if (hasChosenKernels()) return work();
  const { kernels, close } = startKernels({ ...chosen, threads: 1 });
  try {
    return new Scratch(1, kernels).turn(work);
  } finally {
    close();
  }
}

/** The WASM module, compiled once. Undefined where it can't run. */
function simdModule(): WebAssembly.Module | undefined {
  try {
    return compiled ??= new WebAssembly.Module(kernelsWasm());
  } catch {
    return undefined;
  }
}

let compiled: WebAssembly.Module | undefined;
