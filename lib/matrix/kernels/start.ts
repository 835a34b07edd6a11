import { AsyncLocalStorage } from "node:async_hooks";
import { hasChosenKernels } from "./running.ts";
import { Scratch } from "./scratch.ts";
import type { Kernels } from "./kernels.ts";
import { mostThreads } from "./most_threads.ts";
import { plainKernels } from "./plain_kernels.ts";
import { SimdKernels } from "./simd_kernels.ts";

/** Kernels for one training. `close` ends their threads. */
export interface StartedKernels {
  kernels: Kernels;
  close(): void;
}

/** Which kernels a training uses. */
export interface KernelChoice {
  kind: "plain" | "simd";
  threads: number;
}

const chosen = new AsyncLocalStorage<Partial<KernelChoice>>();

/**
 * Runs `work` with the chosen kernels for every training that it starts, also after an `await`: a training
 * with a checkpoint first reads and writes files. For tests and measurements; the results are the
 * same to the bit.
 */
export function withKernels<T>(choice: Partial<KernelChoice>, work: () => T): T {
  return chosen.run(choice, work);
}

/** Starts the fastest kernels that there are here: WASM SIMD on all processors, or the plain ones. */
export function startKernels(): StartedKernels {
  const { kind = "simd", threads = mostThreads() } = chosen.getStore() ?? {};
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
  const { kernels, close } = withKernels({ ...chosen.getStore(), threads: 1 }, startKernels);
  try {
    return new Scratch(1, kernels).turn(work);
  } finally {
    close();
  }
}

/** The WASM module, compiled once; undefined where it cannot be read (without asking) or run. */
function simdModule(): WebAssembly.Module | undefined {
  try {
    const { state } = Deno.permissions.querySync({ name: "read", path: wasmFile });
    if (state === "granted") compiled ??= new WebAssembly.Module(Deno.readFileSync(wasmFile));
    return compiled;
  } catch {
    return undefined;
  }
}

const wasmFile = new URL("./kernels.wasm", import.meta.url);
let compiled: WebAssembly.Module | undefined;
