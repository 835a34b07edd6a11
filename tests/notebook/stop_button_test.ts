import { assert, assertEquals, assertRejects } from "@std/assert";
import { stopButton, train } from "glassnet";
import { someDigits } from "../figures/some_digits.ts";
import { withStopButton } from "./fake_stop_button.ts";

Deno.test("stopButton() aborts the signal when the button is pressed", async () => {
  const { left } = await withStopButton(async (press) => {
    const stopped = await stopButton((signal) => {
      press();
      return Promise.resolve(signal.aborted);
    });
    assert(stopped);
  });
  assertEquals(left, 0);
});

Deno.test("stopButton() ends a training and keeps what was reached", async () => {
  await withStopButton(async (press) => {
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
  const { left } = await withStopButton(async () => {
    assertEquals(await stopButton(() => Promise.resolve(7)), 7);
  });
  assertEquals(left, 0);
});

Deno.test("stopButton() lets go of the button if the work throws", async () => {
  const { left } = await withStopButton(async () => {
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
  assertEquals(left, 0);
});
