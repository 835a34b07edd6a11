import { ArgumentError } from "../arguments/argument_error.ts";
import { found } from "../arguments/found.ts";
import { host } from "../host/host.ts";

/**
 * Runs `work` so that the notebook's stop button (or Ctrl-C in a script) asks it to stop, by the
 * signal that it is given, instead of ending the kernel with all its variables. Afterwards the button
 * does what it did before.
 *
 * @param work what may be stopped; it gets the signal
 * @returns what `work` gives
 *
 * @example
 * ```ts
 * import { Matrix, stopButton, train } from "glassnet";
 * import { assertEquals } from "@std/assert";
 *
 * const digits = { X: Matrix.zeros(784, 1), labels: Uint8Array.of(3), count: 1 };
 * const { stopped } = await stopButton((signal) => train(digits, { iterations: 3, signal }));
 * assertEquals(stopped, undefined); // nobody pressed it
 * ```
 */
export async function stopButton<Result>(
  work: (signal: AbortSignal) => Promise<Result>,
): Promise<Result> {
  if (typeof work !== "function") {
    throw new ArgumentError(`stopButton expected a function, but found ${found(work)}.`);
  }
  const controller = new AbortController();
  const giveBack = host().onStop(() => controller.abort());
  try {
    return await work(controller.signal);
  } finally {
    giveBack();
  }
}
