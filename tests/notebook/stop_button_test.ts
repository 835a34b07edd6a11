import { assert, assertEquals, assertRejects } from "@std/assert";
import { stopButton, train } from "glassnet";
import { someDigits } from "../figures/some_digits.ts";

Deno.test("stopButton() aborts the signal when the button is pressed", async () => {
  const listeners = await withListeners(async (press) => {
    const stopped = await stopButton((signal) => {
      press();
      return Promise.resolve(signal.aborted);
    });
    assert(stopped);
  });
  assertEquals(listeners, 0);
});

Deno.test("stopButton() ends a training and keeps what was reached", async () => {
  await withListeners(async (press) => {
    const { history, stopped } = await stopButton((signal) =>
      train(someDigits(20), {
        iterations: 1000,
        signal,
        onProgress: ({ iteration }) => iteration === 5 && press(),
      })
    );
    assertEquals([history.length, stopped?.reason], [6, "aborted"]);
  });
});

Deno.test("stopButton() gives the result and lets go of the button", async () => {
  const listeners = await withListeners(async () => {
    assertEquals(await stopButton(() => Promise.resolve(7)), 7);
  });
  assertEquals(listeners, 0);
});

Deno.test("stopButton() lets go of the button if the work throws", async () => {
  const listeners = await withListeners(async () => {
    await assertRejects(
      () => stopButton(() => Promise.reject(new Error("broken"))),
      Error,
      "broken",
    );
    // Work that throws before it gives a promise
    await assertRejects(
      () =>
        stopButton(() => {
          throw new Error("at once");
        }),
      Error,
      "at once",
    );
  });
  assertEquals(listeners, 0);
});

/** Runs `work` with a button of our own, and gives the number of listeners that are left. */
async function withListeners(work: (press: () => void) => Promise<void>): Promise<number> {
  const listeners = new Set<() => void>();
  const { addSignalListener, removeSignalListener } = Deno;
  Deno.addSignalListener = (signal, listener) => {
    assertEquals(signal, "SIGINT");
    listeners.add(listener);
  };
  Deno.removeSignalListener = (_, listener) => void listeners.delete(listener);
  try {
    await work(() => listeners.forEach((listener) => listener()));
  } finally {
    Object.assign(Deno, { addSignalListener, removeSignalListener });
  }
  return listeners.size;
}
