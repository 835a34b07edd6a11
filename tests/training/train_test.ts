import { assert, assertEquals, assertMatch, assertNotEquals, assertRejects } from "@std/assert";
import {
  accuracy,
  ArgumentError,
  backward,
  crossEntropy,
  forward,
  type HistoryEntry,
  initParameters,
  Matrix,
  oneHot,
  predict,
  ShapeError,
  type Stopped,
  train,
  type TrainOptions,
  update,
} from "glassnet";
import { patterns } from "./small_digits.ts";

const digits = patterns();

Deno.test("train() is forward, backward and update, again and again", async () => {
  const { X, labels } = digits;
  const Y = oneHot(labels!);
  let parameters = initParameters({ seed: 4, inputs: 12 });
  const { parameters: trained, history } = await train(digits, {
    iterations: 5,
    learningRate: 0.3,
    parameters,
  });
  for (let iteration = 0; iteration <= 5; iteration++) {
    const activations = forward(parameters, X);
    assertEquals(history[iteration], {
      iteration,
      loss: crossEntropy(activations.A2, Y),
      accuracy: accuracy(predict(parameters, X), labels!),
    });
    if (iteration === 5) break;
    parameters = update(parameters, backward(parameters, activations, X, Y), 0.3);
  }
  assertEquals(trained, parameters);
});

Deno.test("train() learns, in full batch and in mini-batches, in both number formats", async () => {
  const cases: TrainOptions[] = [{}, { batchSize: 8 }, { dtype: "float32" }, { init: "he" }];
  for (const options of cases) {
    const { history } = await train(digits, {
      iterations: 200,
      learningRate: 0.5,
      ...options,
    });
    assert(history.at(-1)!.accuracy === 1, JSON.stringify(options));
  }
});

Deno.test("train() gives the same bits for the same seed", async () => {
  for (const options of [{}, { batchSize: 7 }]) {
    const run = () => train(digits, { iterations: 20, seed: 9, ...options });
    assertEquals(await run(), await run());
    const other = await train(digits, { iterations: 20, seed: 8, ...options });
    assertNotEquals((await run()).history, other.history);
  }
});

Deno.test("train() leaves the parameters that it starts from, and goes on where it ended", async () => {
  const start = initParameters({ inputs: 12 });
  const before = structuredClone(start.W1.toArray());
  const once = await train(digits, { iterations: 12, parameters: start });
  const half = await train(digits, { iterations: 6, parameters: start });
  const rest = await train(digits, { iterations: 6, parameters: half.parameters });
  assertEquals(start.W1.toArray(), before);
  assertEquals(rest.parameters, once.parameters);
});

Deno.test("train() measures the dev images once an epoch, and at the end", async () => {
  const dev = patterns(9);
  const full = await train(digits, { iterations: 3, dev });
  assertEquals(full.history.filter((moment) => moment.devAccuracy === undefined), []);
  assertEquals(
    full.history.at(-1)!.devAccuracy,
    accuracy(predict(full.parameters, dev.X), dev.labels!),
  );
  // 60 images in batches of 25 are 3 updates an epoch.
  const { history } = await train(digits, { iterations: 7, batchSize: 25, dev });
  const measured = history.filter(({ devAccuracy }) => devAccuracy !== undefined);
  assertEquals(measured.map(({ iteration }) => iteration), [0, 3, 6, 7]);
});

Deno.test("train() reports every moment", async () => {
  const reports: (HistoryEntry & { iterations: number })[] = [];
  const { history } = await train(digits, {
    iterations: 4,
    onProgress: (moment) => reports.push(moment),
  });
  assertEquals(reports, history.map((moment) => ({ ...moment, iterations: 4 })));
});

Deno.test("train() gives onProgress the parameters of the moment", async () => {
  const copies: number[][] = [];
  const { parameters } = await train(digits, {
    iterations: 3,
    onProgress: (_, { W1 }) => copies.push([...W1.values]),
  });
  assertEquals(copies.length, 4);
  assertEquals(copies[0], [...initParameters({ inputs: 12 }).W1.values]);
  assertEquals(copies[3], [...parameters.W1.values]);
});

Deno.test("train() leaves alone what onProgress makes and keeps", async () => {
  const kept: Matrix[] = [];
  const made: number[] = [];
  await train(digits, {
    iterations: 4,
    onProgress(_, parameters) {
      const { A2 } = forward(parameters, digits.X);
      kept.push(A2);
      made.push(A2.get(0, 0));
    },
  });
  assertEquals(kept.map((A2) => A2.get(0, 0)), made);
  assertEquals(new Set(made).size, 5);
});

Deno.test("train() stopped at its last entry was not stopped early", async () => {
  const controller = new AbortController();
  const { history, stopped } = await train(digits, {
    iterations: 5,
    signal: controller.signal,
    onProgress: ({ iteration }) => iteration === 5 && controller.abort(),
  });
  assertEquals([history.length, stopped], [6, undefined]);
});

Deno.test("train() of parameters that are not numbers has its first entry, and makes no step", async () => {
  const start = initParameters({ inputs: 12 });
  const parameters = { ...start, b2: Matrix.from(Array(10).fill([NaN])) };
  const result = await train(digits, { parameters });
  assertEquals(result.history, [{ iteration: 0, loss: NaN, accuracy: 1 / 3 }]);
  assertEquals([result.stopped?.reason, result.stopped?.iteration], ["diverged", 0]);
  assertMatch(
    result.stopped!.message,
    /^The loss is NaN before the first step: b2 has NaN in row 0/,
  );
});

Deno.test("train() that fails leaves later matrices memory of their own", async () => {
  const start = initParameters({ inputs: 12 });
  const misfit = { ...start, W2: Matrix.zeros(10, 3) };
  await assertRejects(() => train(digits, { parameters: misfit }), ShapeError);
  assert(Matrix.zeros(2, 2).values.buffer instanceof ArrayBuffer);
  const onProgress = () => {
    throw new Error("mine");
  };
  await quietly(() => train(digits, { onProgress }));
  assert(Matrix.zeros(2, 2).values.buffer instanceof ArrayBuffer);
});

Deno.test("train() keeps what was reached if onProgress throws, and says what it threw", async () => {
  const calls: number[] = [];
  const { result, printed } = await quietly(() =>
    train(digits, {
      iterations: 9,
      onProgress({ iteration }) {
        calls.push(iteration);
        if (iteration === 2) throw new RangeError("mine.");
      },
    })
  );
  assertEquals(calls, [0, 1, 2]);
  assertEquals(printed.map((error) => (error as Error).message), ["mine."]);
  assertEquals(result.stopped, {
    reason: "onProgress",
    iteration: 2,
    message: "Ended after 2 of 9 iterations, because onProgress threw RangeError: mine; the " +
      "parameters reached so far are kept, and train(digits, { parameters }) goes on from there.",
  });
  assertEquals(result.parameters, (await train(digits, { iterations: 2 })).parameters);
});

/** Runs something that prints errors, and keeps them. */
async function quietly<Result>(run: () => Promise<Result>) {
  const printed: unknown[] = [];
  const { error } = console;
  console.error = (thrown) => void printed.push(thrown);
  try {
    return { result: await run(), printed };
  } finally {
    console.error = error;
  }
}

Deno.test("train() stops where its signal says so, and keeps what was reached", async () => {
  const controller = new AbortController();
  const { history, parameters, stopped } = await train(digits, {
    iterations: 50,
    signal: controller.signal,
    onProgress: ({ iteration }) => iteration === 6 && controller.abort(),
  });
  assertEquals(history.length, 7);
  assertEquals(stopped, {
    reason: "aborted",
    iteration: 6,
    message: "Stopped after 6 of 50 iterations; the parameters reached so far are kept, " +
      "and train(digits, { parameters }) goes on from there.",
  });
  assertEquals(parameters, (await train(digits, { iterations: 6 })).parameters);
});

Deno.test("train() reports once more where it ends early, and says why", async () => {
  const reports: (HistoryEntry & { iterations: number; stopped?: Stopped })[] = [];
  const { history, stopped } = await train(digits, {
    learningRate: 100,
    onProgress: (moment) => reports.push(moment),
  });
  assertEquals(stopped?.reason, "diverged");
  assertEquals(reports.length, history.length + 1);
  assertEquals(reports.at(-1), { ...history.at(-1)!, iterations: 500, stopped });
});

Deno.test("train() lets a timer stop it in the middle", async () => {
  const controller = new AbortController();
  setTimeout(() => controller.abort(), 20);
  // So few that the test ends, too, if the training lets no timer in.
  const { stopped } = await train(digits, { iterations: 20_000, signal: controller.signal });
  assertEquals(stopped?.reason, "aborted");
});

Deno.test("train() stops where the loss is no longer finite, and goes back one step", async () => {
  const Y = oneHot(digits.labels!);
  // 1e200 is too long for the first step, 100 for the second.
  for (
    const [learningRate, iteration, loss, advice] of [[1e200, 1, NaN, 1e199], [
      100,
      2,
      Infinity,
      10,
    ]]
  ) {
    const { history, parameters, stopped } = await train(digits, { learningRate });
    assertEquals(stopped, {
      reason: "diverged",
      iteration,
      message: `The loss became ${loss} after iteration ${iteration} with the learning rate` +
        ` ${learningRate}: the steps are too long. Try a learning rate of ${advice}.`,
    });
    assertEquals(history.length, iteration);
    assert(history.every(({ loss }) => Number.isFinite(loss)));
    assertEquals(crossEntropy(forward(parameters, digits.X).A2, Y), history.at(-1)!.loss);
  }
});

Deno.test("train() with no iterations gives the first parameters and one moment", async () => {
  const { parameters, history } = await train(digits, { iterations: 0, seed: 3 });
  assertEquals(parameters, initParameters({ seed: 3, inputs: 12 }));
  assertEquals(history.length, 1);
});

Deno.test("train() rejects options out of range and digits without labels", async () => {
  await assertRejects(() => train(digits, { learningRate: 0 }), ArgumentError, "learningRate");
  await assertRejects(() => train(digits, { learningRate: NaN }), ArgumentError, "found NaN");
  await assertRejects(() => train(digits, { iterations: 1.5 }), ArgumentError, "iterations");
  await assertRejects(() => train(digits, { batchSize: 61 }), ArgumentError, "from 1 to 60");
  const unlabelled = { X: digits.X, count: 60 };
  await assertRejects(() => train(unlabelled), ArgumentError, "train needs labels");
  await assertRejects(() => train(digits, { dev: unlabelled }), ArgumentError, "train's dev needs");
});
