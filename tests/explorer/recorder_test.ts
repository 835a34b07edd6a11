import { assert, assertEquals, assertThrows } from "@std/assert";
import { ArgumentError, forward, initParameters, recorder, train } from "glassnet";
import { someDigits } from "./some_digits.ts";

const digits = someDigits(20);
const few = someDigits(3);

Deno.test("recorder() records about as many moments as asked for, the first and the last among them", async () => {
  for (const [iterations, moments] of [[100, 10], [7, 60], [40, 2]]) {
    const record = recorder(few, { moments });
    const { history } = await train(digits, { iterations, onProgress: record.onProgress });
    const recorded = record.moments.map(({ iteration }) => iteration);
    assertEquals([recorded[0], recorded.at(-1)], [0, iterations]);
    assert(recorded.length <= Math.min(moments, iterations + 1), `${recorded}`);
    assert(recorded.length >= Math.min(moments, iterations + 1) * 0.6, `${recorded}`);
    for (const { iteration, loss } of record.moments) assertEquals(loss, history[iteration].loss);
  }
});

Deno.test("recorder() keeps copies: what a moment was stays as it was", async () => {
  const record = recorder(few, { moments: 5 });
  const { parameters } = await train(digits, { iterations: 30, onProgress: record.onProgress });
  const first = initParameters();
  const middle = record.moments[2];
  const again = await train(digits, { iterations: middle.iteration });
  assertEquals(middle.W1.values, again.parameters.W1.values);
  assertEquals(middle.A2.values, forward(again.parameters, few.X).A2.values);
  assertEquals(record.moments[0].W1.values, first.W1.values);
  assertEquals(record.moments[0].A2.values, forward(first, few.X).A2.values);
  assertEquals(record.moments.at(-1)!.W1.values, parameters.W1.values);
  assertEquals(record.moments.at(-1)!.A2.values, forward(parameters, few.X).A2.values);
});

Deno.test("recorder() changes nothing in the training", async () => {
  const record = recorder(few, { moments: 8 });
  const watched = await train(digits, { iterations: 20, onProgress: record.onProgress });
  const alone = await train(digits, { iterations: 20 });
  assertEquals(watched.parameters, alone.parameters);
});

Deno.test("recorder() begins anew with a new training", async () => {
  const record = recorder(few, { moments: 3 });
  for (let k = 0; k < 2; k++) {
    await train(digits, { iterations: 4, onProgress: record.onProgress });
  }
  assertEquals(record.moments.map(({ iteration }) => iteration), [0, 1, 4]);
});

Deno.test("recorder() records where a training that was stopped has got to", async () => {
  const record = recorder(few, { moments: 3 });
  const controller = new AbortController();
  await train(digits, {
    iterations: 100,
    signal: controller.signal,
    onProgress(moment, parameters) {
      if (moment.iteration === 7) controller.abort();
      record.onProgress(moment, parameters);
    },
  });
  assertEquals(record.moments.map(({ iteration }) => iteration), [0, 7]);
});

Deno.test("recorder() throws if it is to record less than two moments", () => {
  assertThrows(() => recorder(few, { moments: 1 }), ArgumentError, "moments expected");
});
