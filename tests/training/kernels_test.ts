import process from "node:process";
import { assert, assertEquals } from "@std/assert";
import {
  type Digits,
  initParameters,
  Matrix,
  misclassified,
  Pixels,
  predict,
  train,
  type TrainOptions,
} from "glassnet";
import { temporaryFolder } from "../data/files.ts";
import { type KernelChoice, withKernels } from "../../lib/matrix/kernels/start.ts";

/** Images with a dark band whose place tells the digit. */
function bands(count: number): Digits {
  const bytes = new Uint8Array(784 * count);
  const labels = Uint8Array.from({ length: count }, (_, j) => j * 7 % 10);
  for (let j = 0; j < count; j++) {
    for (let p = 0; p < 100; p++) {
      bytes[784 * j + 70 * labels[j] + p] = Math.imul(j * 100 + p, 2654435761) >>> 24;
    }
  }
  return { X: Pixels.fromBytes(bytes).toMatrix(), labels, count };
}

const digits = bands(2500);
const dev = bands(30);

const choices: Partial<KernelChoice>[] = [
  { kind: "plain" },
  { kind: "simd", threads: 1 },
  { kind: "simd", threads: 3 },
];

const trainings: Record<string, TrainOptions> = {
  "of all images at once": { iterations: 20 },
  "of mini-batches": { iterations: 100, batchSize: 64, hidden: 17, init: "he" },
  "of mini-batches with many hidden units": { iterations: 20, batchSize: 64, hidden: 130 },
  "of single images": { iterations: 3, batchSize: 1 },
  "with momentum and a schedule": {
    iterations: 60,
    batchSize: 64,
    init: "he",
    momentum: 0.9,
    learningRate: (iteration) => 0.1 * (1 - iteration / 60),
  },
};

for (const dtype of ["float64", "float32"] as const) {
  for (const [name, options] of Object.entries(trainings)) {
    Deno.test(`train() ${name} in ${dtype} gives the same bits with all kernels`, async () => {
      const results = [];
      for (const choice of choices) {
        results.push(
          await withKernels(choice, () => train(digits, { ...options, dtype, seed: 3, dev })),
        );
      }
      const [plain, ...others] = results;
      assert(plain.history.at(-1)!.loss !== plain.history[0].loss);
      for (const other of others) {
        assertEquals(other.history, plain.history);
        for (const name of ["W1", "b1", "W2", "b2"] as const) {
          assertEquals(other.parameters[name].values, plain.parameters[name].values);
        }
      }
    });
  }
}

for (const dtype of ["float64", "float32"] as const) {
  Deno.test(`predict() and misclassified() of many images in ${dtype} give the same with all kernels`, () => {
    const parameters = initParameters({ seed: 5, hidden: 17, dtype });
    const [plain, simd] = (["plain", "simd"] as const).map((kind) =>
      withKernels({ kind }, () => ({
        seen: predict(parameters, digits.X),
        mistakes: misclassified(parameters, digits),
      }))
    );
    assert(plain.mistakes.length > 0);
    assertEquals(simd, plain);
    // Their own memory, not the kernels': it would stay for as long as somebody holds the digits.
    assert(simd.seen.buffer instanceof ArrayBuffer);
  });
}

Deno.test("withKernels() holds for a training with a checkpoint, which reads and writes files first", async () => {
  using folder = temporaryFolder();
  const path = folder.path("training");
  let asked = 0;
  const plain: Partial<KernelChoice> = {
    get kind() {
      asked++;
      return "plain" as const;
    },
  };
  await withKernels(plain, () => train(digits, { iterations: 1, checkpoint: { path } }));
  const first = asked;
  assert(first > 0);
  await withKernels(plain, () => train(digits, { iterations: 2, resume: path }));
  const second = asked;
  assert(second > first);
  await train(digits, { iterations: 2, resume: path });
  assertEquals(asked, second);
});

Deno.test("train() gives parameters that outlive its buffers", async () => {
  const { parameters } = await train(digits, { iterations: 2 });
  assert(parameters.W1.values.buffer instanceof ArrayBuffer);
  assertEquals(parameters.W1.values.buffer.byteLength, 10 * 784 * 8);
});

Deno.test("train() in float32 on images in float64 gives the same bits with all kernels", async () => {
  const few = { X: Matrix.from(dev.X.toArray()), labels: dev.labels, count: dev.count };
  const run = (kind: KernelChoice["kind"]) =>
    withKernels({ kind }, () => train(few, { iterations: 20, dtype: "float32" }));
  const [plain, simd] = [await run("plain"), await run("simd")];
  assertEquals(simd.history, plain.history);
  assert(plain.history[20].loss < plain.history[0].loss);
});

Deno.test("a script that trains ends, and its core has no checkpoints", async () => {
  const script = new URL("core_script.ts", import.meta.url).pathname;
  const { stdout, stderr, code } = await new Deno.Command(Deno.execPath(), {
    args: ["run", "--quiet", "--no-check", "--allow-read", script],
    signal: AbortSignal.timeout(30_000),
  }).output();
  const [out, err] = [stdout, stderr].map((bytes) => new TextDecoder().decode(bytes));
  assertEquals(
    out,
    "4\nArgumentError: train has no option checkpoint in the core: the whole library, for Deno," +
      " has it.\n",
    err,
  );
  assertEquals(code, 0, "the script did not end by itself");
});

Deno.test("train() leaves no thread at work behind", async () => {
  await withKernels({ kind: "simd", threads: 3 }, () => train(digits, { iterations: 20 }));
  const before = process.cpuUsage();
  await new Promise((resolve) => setTimeout(resolve, 500));
  const { user, system } = process.cpuUsage(before);
  assert((user + system) / 1e6 < 0.1, `${(user + system) / 1e6} s of work in 0.5 s of rest`);
});
