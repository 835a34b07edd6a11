import { assertEquals } from "@std/assert";

/** What happened to a stop button: how often it was listened to, and how many listen still. */
export interface ButtonLog {
  added: number;
  left: number;
}

/** Runs `work` with a stop button of our own instead of the process's SIGINT. */
export async function withStopButton(
  work: (press: () => void) => Promise<unknown>,
): Promise<ButtonLog> {
  const log = { added: 0 };
  const listeners = new Set<() => void>();
  const { addSignalListener, removeSignalListener } = Deno;
  Deno.addSignalListener = (signal, listener) => {
    assertEquals(signal, "SIGINT");
    log.added++;
    listeners.add(listener);
  };
  Deno.removeSignalListener = (_, listener) => void listeners.delete(listener);
  try {
    await work(() => listeners.forEach((listener) => listener()));
  } finally {
    Object.assign(Deno, { addSignalListener, removeSignalListener });
  }
  return { ...log, left: listeners.size };
}
