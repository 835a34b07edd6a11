/**
 * How threads share the work: the words of memory that all of them see, and what each does with them.
 *
 * A job is one kernel over many columns, cut into pieces. A thread that is free takes the next piece by
 * counting `LEFT` down, so none waits for a slow one; which thread does which piece changes nothing
 * in the result. The words are at the start of the memory, as 32-bit whole numbers.
 *
 * @module
 */

import { pieceStart } from "./pieces.ts";

/** Pieces that no thread has taken yet; 0 or less between jobs. Stored last when a job is given out. */
export const LEFT = 0;
/** The number of helpers that are looking for pieces. */
export const INSIDE = 16;
/** Changes with every job: helpers sleep on it. */
export const TICKET = 32;
/** 1 when the helpers should end. */
export const CLOSED = 33;
/** The number of helpers that have started. */
export const STARTED = 34;
/** The job: which kernel, over how many columns, in how many pieces. */
export const KERNEL = 48;
export const TOTAL = 49;
export const PIECE_COUNT = 50;
/** How many bytes behind one another the pieces write their results; 0 if each knows its columns. */
export const STEP = 51;
/** What the kernel gets after `from` and `to`, the address of the result first. */
export const ARGUMENTS = 52;
export const MOST_ARGUMENTS = 10;

/** The bytes that these words take. */
export const JOB_BYTES = 256;

/** A kernel of the WASM module: whole numbers in, results in memory. */
export type Kernel = (...args: number[]) => void;

/** The memory and the kernels that work in it. */
export interface Workshop {
  words: Int32Array;
  kernels: Kernel[];
}

/** Makes the kernels of a module for a memory. All threads get them in the same order. */
export function openWorkshop(module: WebAssembly.Module, memory: WebAssembly.Memory): Workshop {
  const { exports } = new WebAssembly.Instance(module, { env: { memory } });
  return {
    words: new Int32Array(memory.buffer, 0, JOB_BYTES / 4),
    kernels: kernelNames(module).map((name) => exports[name] as Kernel),
  };
}

/** The names of a module's kernels, in the order of {@linkcode Workshop.kernels}. */
export function kernelNames(module: WebAssembly.Module): string[] {
  return WebAssembly.Module.exports(module)
    .filter(({ kind }) => kind === "function")
    .map(({ name }) => name);
}

/** Takes pieces of the job and does them until none is left. */
export function takePieces({ words, kernels }: Workshop): void {
  for (;;) {
    const piece = Atomics.sub(words, LEFT, 1) - 1;
    if (piece < 0) return;
    // Only now: between two jobs these words change.
    const total = words[TOTAL];
    const pieces = words[PIECE_COUNT];
    kernels[words[KERNEL]](
      pieceStart(total, pieces, piece),
      pieceStart(total, pieces, piece + 1),
      words[ARGUMENTS] + piece * words[STEP],
      words[ARGUMENTS + 1],
      words[ARGUMENTS + 2],
      words[ARGUMENTS + 3],
      words[ARGUMENTS + 4],
      words[ARGUMENTS + 5],
      words[ARGUMENTS + 6],
      words[ARGUMENTS + 7],
      words[ARGUMENTS + 8],
      words[ARGUMENTS + 9],
    );
  }
}
