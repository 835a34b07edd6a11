import { Outbox, type Send } from "./deno_outbox.ts";
import { putLockBack } from "./deno_kernel_lock.ts";
import { showStrayErrors } from "./stray_errors.ts";

// A cell may declare a name like this; here it stays the engine's.
const { setTimeout } = globalThis;

/** `Deno.jupyter` as the kernel has it. */
type Jupyter = typeof Deno.jupyter;

/** The part of Deno's own inside that its kernel and its console use. */
interface Internals {
  /** The class of `console`: it gives each text, with a level above 1 for stderr. */
  Console: new (print: (text: string, level: number) => void) => Console;
  jupyter: {
    /** A thing in the formats of a notebook. */
    formatInner(thing: unknown, raw?: boolean): Promise<Record<string, unknown>>;
    /** The kernel calls it at the end of each cell without an error, and waits for it. */
    broadcastResult(count: number, result: unknown): Promise<void>;
  };
}

let explain: (error: Error) => void = () => {};

/** Has what a cell throws explained before the kernel shows it. */
export function explainErrors(by: (error: Error) => void): void {
  explain = (error) => {
    try {
      by(error);
    } catch {
      // It stays as it is.
    }
  };
}

/**
 * Has Deno's kernel keep what cells print. By itself it sends each line by another way than displays
 * and results, and does not wait for it: from some two thousand lines on they land under later cells,
 * or nowhere. From here on prints, displays and results leave in order, and the cell ends when all
 * have left. Errors that nothing awaits are shown under the cell that runs, and the lock stays as it was.
 */
export function prepareKernel(jupyter: Jupyter): void {
  const internals: Partial<Internals> = Reflect.get(Deno, Reflect.get(Deno, "internal")) ?? {};
  const { Console, jupyter: kernel } = internals;
  if (!Console || !kernel?.broadcastResult || !kernel.formatInner) return; // Not the pinned Deno.
  const outbox = new Outbox(jupyter.broadcast as Send);
  const print = (text: string, level: number) =>
    outbox.print(level > 1 ? "stderr" : "stdout", text);
  Object.assign(console, new Console(print));
  showStrayErrors((text) => print(text, 2), inOwnLines);

  jupyter.broadcast = (type, content, more) => outbox.post(type, content, more);
  jupyter.display = async (thing, { raw, update, display_id } = {}) => {
    // A bundle of formats takes its place before what the same line prints, also if nothing awaits it.
    const isBundle = raw && typeof thing === "object" && thing !== null && !Array.isArray(thing);
    const data = isBundle ? thing : await kernel.formatInner(thing, raw);
    const type = update ? "update_display_data" : "display_data";
    const transient = display_id === undefined ? {} : { display_id };
    await outbox.post(type, { data, metadata: {}, transient });
  };
  const { broadcastResult } = kernel;
  kernel.broadcastResult = async (count, result) => {
    // An error that nothing awaits is known only after the turn in which it was thrown.
    await new Promise((resolve) => setTimeout(resolve, 0));
    await Promise.all([outbox.empty(), putLockBack()]);
    await broadcastResult(count, result);
  };
  // For a cell that ends with an error the kernel waits for nothing. But it asks whether what was thrown is an Error.
  const isInstance = Function.prototype[Symbol.hasInstance];
  Object.defineProperty(Error, Symbol.hasInstance, {
    value(this: ErrorConstructor, thing: unknown) {
      outbox.flush();
      const isOne = isInstance.call(this, thing);
      if (isOne && this === Error) explain(thing as Error);
      return isOne;
    },
  });
}

/** An error as the console shows it, without Deno's own lines. */
function inOwnLines(error: unknown): string {
  if (error instanceof Error) explain(error);
  return Deno.inspect(error).replaceAll(/\n +at .*\(ext:.*\)/g, "");
}
