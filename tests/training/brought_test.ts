/** Trainings as people begin them, with what is wrong in a way that no other test has, and right ones. */
import { assertEquals, assertMatch, assertRejects } from "@std/assert";
import {
  ArgumentError,
  type Digits,
  initParameters,
  loadDigits,
  Matrix,
  oneHot,
  scale,
  train,
  type TrainOptions,
  transpose,
} from "glassnet";

const { train: digits } = await loadDigits({ sample: true, onProgress() {} });
const parameters = initParameters({ seed: 1 });
const { W1, b1, W2, b2 } = parameters;
const rows = W1.toArray();
const pixels = (change: (v: number) => number): Digits => ({
  ...digits,
  X: Matrix.from(digits.X.toArray().map((row) => row.map(change))),
});

/** What a training says, with its iteration in front; nothing if all is well. */
async function said(options: TrainOptions, some = digits): Promise<string> {
  const { history, stopped } = await train(some, { iterations: 120, ...options });
  if (stopped) return `${stopped.iteration}: ${stopped.message}`;
  const entry = history.find(({ warning }) => warning !== undefined);
  return entry ? `${entry.iteration}: ${entry.warning}` : "";
}

Deno.test("train() names the cause of what people begin it with", async () => {
  const cases: [RegExp, TrainOptions, Digits?][] = [
    [/pixels go up to 0\.00392 only\. Were they divided by 255 twice\? scale\(X, 255\)/, {
      parameters,
    }, { ...digits, X: scale(digits.X, 1 / 255) }],
    [/pixels go up to 0\.001 only/, { parameters }, pixels((v) => v / 1000)],
    [/^1: .*no weight of W1 is below 0, as with Math\.random\(\) without - 0\.5/, {
      parameters: { W1: Matrix.from(rows.map((row) => row.map((w) => w + 0.5))), b1, W2, b2 },
    }],
    [/^0: All 10 hidden units begin with the same weights/, {
      parameters: {
        W1: Matrix.from(rows.map(() => rows[0])),
        b1: Matrix.zeros(10, 1),
        W2: Matrix.from(W2.toArray().map(([w]) => Array(10).fill(w))),
        b2,
      },
    }],
    [/^0: All 10 hidden units begin with the same weights/, {
      parameters: {
        W1: Matrix.from(rows.map((row) => row.map(() => 0.01))),
        b1: Matrix.zeros(10, 1),
        W2: Matrix.from(Array.from({ length: 10 }, () => Array(10).fill(0.1))),
        b2,
      },
    }],
  ];
  for (const [says, options, some] of cases) assertMatch(await said(options, some), says);
});

Deno.test("train() says nothing of what is unusual and right", async () => {
  const some = parameters;
  assertEquals(await said({ parameters: some }, pixels((v) => (v - 0.1307) / 0.3081)), "");
  assertEquals(await said({ parameters: some }, pixels((v) => 1 - v)), "");
  assertEquals(await said({ parameters: some }, pixels((v) => 2 * v - 1)), "");
  assertEquals(
    await said({
      parameters: {
        ...some,
        W2: Matrix.from(W2.toArray().map(([w]) => Array(10).fill(w))),
      },
    }),
    "",
  );
  assertEquals(await said({ hidden: 1, iterations: 40 }), "");
});

Deno.test("train() says what digits and options it was given instead", async () => {
  const labels = [...digits.labels!];
  // deno-lint-ignore no-explicit-any
  const cases: [any, any, RegExp][] = [
    [
      { ...digits, X: transpose(digits.X) },
      {},
      /500 x 784 instead of 784 x 500\? Then transpose\(X\)/,
    ],
    [{ ...digits, labels: oneHot(labels) }, {}, /found a 10 x 500 matrix\. argmax\(A\) gives/],
    [{ ...digits, labels: labels.map((l) => l || 10) }, {}, /is 10\. If 10 stands for 0, .* % 10/],
    [{ ...digits, labels: labels.map((l) => l === 3 ? NaN : l) }, {}, /label \d+ is NaN/],
    [
      digits,
      { optimizer: "adam" },
      /no option optimizer\. It is always gradient descent, with momentum if you want: momentum: 0\.9\./,
    ],
    [digits, { shuffle: true }, /no option shuffle\. .* order that the seed decides/],
    [digits, { weight_decay: 0.1 }, /There is no regularization here/],
    [
      digits,
      { patience: 3 },
      /To end early, pass the signal of a new AbortController\(\), and call its abort\(\)\./,
    ],
    [digits, { print_every: 10 }, /onProgress is called with every entry/],
    [digits, { device: "cuda" }, /the threads of this computer/],
    [digits, { nb_epoch: 3 }, /did you mean iterations\? An iteration is one update/],
    [digits, { seed_value: 3 }, /did you mean seed\?/],
    [digits, { val_split: 0.2 }, /did you mean dev\?/],
  ];
  for (const [given, options, says] of cases) {
    assertMatch((await assertRejects(() => train(given, options), ArgumentError)).message, says);
  }
  assertEquals(
    (await train({ ...digits, labels: labels as never }, { iterations: 1 })).stopped,
    undefined,
  );
});
