import { assertEquals, assertMatch } from "@std/assert";
import {
  loadDigits,
  Matrix,
  type Parameters,
  scale,
  train,
  type TrainOptions,
  transpose,
} from "glassnet";
import { fuzzTrainings, trainingKinds } from "../../tools/fuzz/training_cases.ts";
import { patterns } from "./small_digits.ts";

const digits = patterns();

/** What a training says, and at which iteration. */
async function said(options: TrainOptions, some = digits): Promise<[number, string] | undefined> {
  const { history, stopped } = await train(some, options);
  if (stopped) return [stopped.iteration, stopped.message];
  const [entry] = history.filter(({ warning }) => warning !== undefined);
  return entry && [entry.iteration, entry.warning!];
}

// `deno task fuzz trainings` does the same with many more.
Deno.test("train() says what is wrong, and nothing if nothing is: 108 trainings", async () => {
  const { train: digits } = await loadDigits({ sample: true, onProgress() {} });
  const findings: string[] = [];
  const onFinding = (words: string) => findings.push(words);
  const healthy = await fuzzTrainings({
    ...{ digits, seed: 7, count: 60, onFinding },
    kinds: ["as it should be"],
  });
  await fuzzTrainings({ digits, seed: 8, count: 48, onFinding, kinds: Object.keys(trainingKinds) });
  assertEquals(findings, []);
  assertEquals(healthy.get("as it should be")!.learns > 40, true);
});

Deno.test("train() says since when every hidden unit is off, in every kind of training", async () => {
  const W1 = Matrix.zeros(10, 12);
  const zeros = { W1, b1: Matrix.zeros(10, 1), W2: Matrix.zeros(10, 10), b2: Matrix.zeros(10, 1) };
  const cases: [Parameters, TrainOptions, number][] = [
    [zeros, {}, 0],
    [zeros, { momentum: 0.9 }, 0],
    // All images have been seen after 3 batches.
    [zeros, { batchSize: 20 }, 2],
  ];
  for (const [parameters, options, iteration] of cases) {
    const [at, words] = (await said({ parameters, iterations: 5, ...options }))!;
    assertEquals(at, iteration);
    assertMatch(words, /^All hidden units are off before the first step, .*: W1 and b1 are zeros/);
  }
  const [at, words] = (await said({ seed: 2, learningRate: 20, iterations: 40 }))!;
  assertMatch(words, /units are off since iteration 3, .* too long. Try a learning rate of 2\./);
  assertEquals(at, 3);
});

Deno.test("train() never gives the advice that was just followed", async () => {
  const X = scale(Matrix.from(digits.X.toArray()), 255 * 200);
  for (const learningRate of [0.1, 0.01, 0.001]) {
    const [, words] = (await said({ learningRate }, { ...digits, X }))!;
    assertMatch(words, /the pixels go up to \d+, and train expects them from 0 to 1/);
  }
  for (const learningRate of [1e4, 1e3, 1e2]) {
    const [iteration, words] = (await said({ learningRate }))!;
    assertMatch(words, new RegExp(`Try a learning rate of ${learningRate / 10}\\.`));
    assertEquals(iteration > 0, true);
  }
  for (const learningRate of [1e-8, 1e-6, 1e-5]) {
    const [iteration, words] = (await said({ learningRate, iterations: 100 }))!;
    assertEquals(iteration, 100);
    assertMatch(words, new RegExp(`too short. Try a learning rate of ${learningRate * 1000}\\.`));
  }
});

Deno.test("train() says where a pixel is no number, in a transposed X too", async () => {
  const rows = digits.X.toArray();
  rows[7][31] = Infinity;
  const columns = rows[0].map((_, j) => rows.map((row) => row[j]));
  for (const X of [Matrix.from(rows), transpose(Matrix.from(columns))]) {
    const [, words] = (await said({}, { ...digits, X }))!;
    assertMatch(words, /pixel 7 of image 31 is Infinity \(row 7, column 31 of X\)/);
  }
});

Deno.test("train() says that no image differs, and that labels belong to other images", async () => {
  const X = Matrix.zeros(12, 60);
  const [, alike] = (await said({ iterations: 3200 }, { ...digits, X }))!;
  assertMatch(alike, /all 60 images are alike, and every pixel is 0/);
  // Each image comes three times, once with each label: there is nothing to learn.
  const again = Uint8Array.from(digits.labels!, (_, j) => Math.floor(j / 20));
  const same = Matrix.from(digits.X.toArray().map((row) => row.map((_, j) => row[j % 20])));
  const [, other] = (await said({ iterations: 3200 }, { ...digits, X: same, labels: again }))!;
  assertMatch(other, /do the labels belong to these images, in the same order\?/);
});
