import {
  assert,
  assertEquals,
  assertGreater,
  assertLess,
  assertMatch,
  assertStringIncludes,
} from "@std/assert";
import { type AnyProgress, progressBar } from "glassnet";
import { inNotebook, type Message } from "./fake_jupyter.ts";

const iterations = 1000;
const moment = (iteration: number) => ({ iteration, iterations, loss: 0.51234, accuracy: 0.876 });
const html = ({ content }: Message) => content.data!["text/html"] as string;
const id = ({ content }: Message) => (content.transient as { display_id: string }).display_id;

/** Reports all of them at once, as a training does that takes no time. */
const run = (bar: (progress: AnyProgress) => void, count = iterations) => {
  for (let k = 0; k <= count; k++) bar(moment(k));
};

Deno.test("progressBar() appears once and is then updated in place", async () => {
  const messages = await inNotebook(() => run(progressBar()));
  assertEquals(messages[0].type, "display_data");
  for (const message of messages.slice(1)) {
    assertEquals([message.type, id(message)], ["update_display_data", id(messages[0])]);
  }
});

Deno.test("progressBar() shows the first report, the last, and few between", async () => {
  const messages = await inNotebook(() => run(progressBar()));
  assertStringIncludes(html(messages[0]), "iteration 0 of 1000");
  assertStringIncludes(html(messages[messages.length - 1]), "iteration 1000 of 1000");
  assertLess(messages.length, 10);
});

Deno.test("progressBar() ends the same however fast the training was", async () => {
  const slowly = async () => {
    const bar = progressBar();
    for (let k = 0; k <= iterations; k++) {
      if (k % 250 === 100) await new Promise((resolve) => setTimeout(resolve, 210));
      bar(moment(k));
    }
  };
  const [fast, slow] = [await inNotebook(() => run(progressBar())), await inNotebook(slowly)];
  assertGreater(slow.length, fast.length);
  assertEquals(html(slow.at(-1)!), html(fast.at(-1)!));
});

Deno.test("progressBar() shows the speed and the time left, until the training ends", async () => {
  const messages = await inNotebook(async () => {
    const bar = progressBar();
    bar(moment(0));
    await new Promise((resolve) => setTimeout(resolve, 210));
    bar(moment(100));
    bar(moment(iterations));
  });
  const pace = /\d iterations\/s, \d+ s left/;
  assertEquals(messages.map((message) => pace.test(html(message))), [false, true, false]);
  // What is read aloud does not change with the weather.
  assertStringIncludes(html(messages[1]), 'accuracy 87.6%" aria-valuemin');
});

Deno.test("progressBar() is a progress bar to a screen reader too", async () => {
  const [message] = await inNotebook(() => progressBar()(moment(250)));
  for (
    const part of [
      'role="progressbar"',
      'aria-valuemin="0"',
      'aria-valuemax="1000"',
      'aria-valuenow="250"',
      'aria-valuetext="iteration 250 of 1000, loss 0.5123, accuracy 87.6%"',
      "width: 25%",
    ]
  ) {
    assertStringIncludes(html(message), part);
  }
});

Deno.test("progressBar() shows the label and the dev accuracy", async () => {
  const bar = () => progressBar("alpha < 1")({ ...moment(1), devAccuracy: 0.5 });
  const [message] = await inNotebook(bar);
  assertStringIncludes(html(message), "alpha &lt; 1: iteration 1");
  assertStringIncludes(html(message), "dev accuracy 50.0%");
});

Deno.test("progressBar() shows at once why a training stopped", async () => {
  const stopped = { reason: "diverged", iteration: 2, message: "The loss became NaN." } as const;
  const messages = await inNotebook(() => {
    const bar = progressBar();
    bar(moment(1));
    bar({ ...moment(2), stopped });
  });
  assertStringIncludes(html(messages[1]), "iteration 2 of 1000, loss 0.5123, accuracy 87.6%. The");
  assertMatch(html(messages[1]), /<div role="status"[^>]*>The loss became NaN\.<\/div>/);
});

Deno.test("progressBar() gives a second training a bar of its own", async () => {
  const messages = await inNotebook(() => {
    const bar = progressBar();
    run(bar);
    run(bar);
  });
  assertEquals(messages.filter(({ type }) => type === "display_data").length, 2);
  assertEquals(new Set(messages.map(id)).size, 2);
});

Deno.test("progressBar() shows how far a file is read", async () => {
  const bar = () => progressBar()({ what: "Reading train.csv", done: 30, total: 120 });
  const [message] = await inNotebook(bar);
  assert(!html(message).includes("<svg"), "A file has no loss curve");
  assertStringIncludes(html(message), "Reading train.csv, 25%");
  assertStringIncludes(html(message), 'aria-valuemax="120"');
});

Deno.test("progressBar() works in a script that has neither notebook nor terminal", () => {
  run(progressBar(), 3);
});
