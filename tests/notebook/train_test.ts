import {
  assert,
  assertEquals,
  assertMatch,
  assertRejects,
  assertStringIncludes,
} from "@std/assert";
import { train } from "glassnet";
import { train as trainQuietly } from "../../lib/training/train.ts";
import { someDigits } from "../figures/some_digits.ts";
import { inNotebook, type Message } from "./fake_jupyter.ts";
import { withStopButton } from "./fake_stop_button.ts";

const digits = someDigits(20);
const html = ({ content }: Message) => content.data!["text/html"] as string;

Deno.test("train() in a script is quiet, and leaves Ctrl-C alone", async () => {
  const button = await withStopButton(async () => {
    assertEquals(
      await train(digits, { iterations: 3 }),
      await trainQuietly(digits, { iterations: 3 }),
    );
  });
  assertEquals(button, { added: 0, left: 0 });
});

Deno.test("train() in a notebook shows itself and trains just the same", async () => {
  let training;
  const messages = await inNotebook(() =>
    withStopButton(async () => void (training = await train(digits, { iterations: 5 })))
  );
  assertEquals(messages[0].type, "display_data");
  assertMatch(html(messages.at(-1)!), /<svg.*aria-valuenow="5".*iteration 5 of 5, loss/);
  assertEquals(training, await trainQuietly(digits, { iterations: 5 }));
});

Deno.test("train() ends with the same display however it is repeated", async () => {
  const ends = [];
  for (let run = 0; run < 2; run++) {
    const messages = await inNotebook(() =>
      withStopButton(() => train(digits, { iterations: 40 }))
    );
    ends.push(html(messages.at(-1)!));
  }
  assertEquals(ends[0], ends[1]);
});

Deno.test("train() shows what it is asked to", async () => {
  const shown = async (options: Parameters<typeof train>[1]) =>
    (await inNotebook(() => withStopButton(() => train(digits, { iterations: 2, ...options }))))
      .map(html);
  assertEquals(await shown({ live: false }), []);
  assertEquals(await shown({ onProgress: () => {} }), []);
  assertEquals(await shown({ iterations: 0 }), []);
  assertStringIncludes(
    (await shown({ live: "alpha = 0.1" })).at(-1)!,
    "alpha = 0.1: iteration 2 of",
  );
  // With a listener of one's own as well
  const heard: number[] = [];
  const both = await shown({
    live: true,
    onProgress: ({ iteration }) => void heard.push(iteration),
  });
  assert(both.length >= 2);
  assertEquals(heard, [0, 1, 2]);
});

Deno.test("train() hands the parameters on to a listener beside the display", async () => {
  let W1;
  await inNotebook(() =>
    withStopButton(() =>
      train(digits, {
        iterations: 0,
        live: true,
        onProgress: (_, parameters) => W1 = parameters.W1,
      })
    )
  );
  assertEquals(W1, (await trainQuietly(digits, { iterations: 0 })).parameters.W1);
});

Deno.test("the stop button ends a training, says so, and another goes on from there", async () => {
  let first: Awaited<ReturnType<typeof train>> | undefined;
  const messages = await inNotebook(async () => {
    const button = await withStopButton(async (press) => {
      first = await train(digits, {
        iterations: 1000,
        live: true,
        onProgress: ({ iteration }) => iteration === 7 && press(),
      });
    });
    assertEquals(button, { added: 1, left: 0 });
  });
  assertEquals([first!.history.length, first!.stopped?.reason], [8, "aborted"]);
  assertMatch(
    html(messages.at(-1)!),
    /role="status"[^>]*>Stopped after 7 of 1000 iterations; the parameters reached so far are kept/,
  );
  const { parameters } = first!;
  const second = await train(digits, { iterations: 3, parameters });
  const whole = await train(digits, { iterations: 10 });
  assertEquals(second.history[0].loss, first!.history[7].loss);
  assertEquals(second.parameters, whole.parameters);
});

Deno.test("train() lets go of the stop button when an option is wrong", async () => {
  const button = await inTheNotebook(() =>
    assertRejects(() => train(digits, { learningRate: -1 }), Error, "learningRate expected")
  );
  assertEquals(button, { added: 1, left: 0 });
});

Deno.test("train() leaves the stop button to a signal that it is given", async () => {
  const { signal } = new AbortController();
  const button = await inTheNotebook(() => train(digits, { iterations: 2, signal }));
  assertEquals(button.added, 0);
  // Even if nothing is shown, the button must still not end the kernel.
  assertEquals((await inTheNotebook(() => train(digits, { iterations: 2, live: false }))).added, 1);
});

async function inTheNotebook(work: () => Promise<unknown>) {
  let button: Awaited<ReturnType<typeof withStopButton>>;
  await inNotebook(async () => void (button = await withStopButton(work)));
  return button!;
}
