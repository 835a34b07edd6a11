import { assert, assertEquals, assertRejects, assertStringIncludes } from "@std/assert";
import fc from "fast-check";
import {
  ArgumentError,
  DataError,
  fingerprint,
  initParameters,
  loadParameters,
  saveParameters,
  selectColumns,
  train,
  type Training,
  type TrainOptions,
} from "glassnet";
import { safetensors, type Tensor } from "../../lib/saving/safetensors.ts";
import { SafetensorsFile } from "../../lib/saving/safetensors_file.ts";
import { namesIn, temporaryFolder } from "../data/files.ts";
import { readCheckpoint } from "../../lib/saving/checkpoint.ts";
import { FullDisk } from "../host/full_disk.ts";
import { patterns } from "../training/small_digits.ts";

const digits = patterns();
const dev = patterns(9);

function assertSameTraining(found: Training, expected: Training): void {
  assertEquals(found.history, expected.history);
  assertEquals(found.parameters.W1.dtype, expected.parameters.W1.dtype);
  assertEquals(fingerprint(found.parameters), fingerprint(expected.parameters));
}

const iterations = 24;
const trainings = fc.record({
  batchSize: fc.option(fc.integer({ min: 1, max: 60 }), { nil: undefined }),
  dtype: fc.constantFrom("float64" as const, "float32" as const),
  init: fc.constantFrom("uniform" as const, "he" as const),
  hidden: fc.integer({ min: 1, max: 12 }),
  momentum: fc.constantFrom(0, 0.9),
  learningRate: fc.constantFrom(0.3, (iteration: number) => 0.3 / (1 + iteration / 7)),
  seed: fc.nat(1000),
  dev: fc.constantFrom(undefined, dev),
});

/** All hidden units die, and the warning names the rate of the update before it. */
const deadByASchedule = {
  ...{
    batchSize: 7,
    dtype: "float64" as const,
    init: "he" as const,
    hidden: 1,
    momentum: 0 as const,
  },
  ...{ learningRate: (iteration: number) => 0.3 / (1 + iteration / 7), seed: 444, dev: undefined },
};

Deno.test("train() stopped and resumed anywhere gives the bits of a run that was never broken", async () => {
  using folder = temporaryFolder();
  const moments = fc.array(fc.nat(iterations), { minLength: 1, maxLength: 3 });
  await fc.assert(
    fc.asyncProperty(
      trainings,
      moments,
      fc.integer({ min: 1, max: 9 }),
      async (options, at, every) => {
        const path = folder.path("training");
        const unbroken = await train(digits, { ...options, iterations });
        let resume: string | undefined;
        for (const stop of [...at.sort((a, b) => a - b), Infinity]) {
          const controller = new AbortController();
          const training = await train(digits, {
            ...options,
            iterations,
            checkpoint: { path, every, overwrite: true },
            resume,
            signal: controller.signal,
            onProgress: ({ iteration }) => iteration >= stop && controller.abort(),
          });
          assertEquals(training.history, unbroken.history.slice(0, training.history.length));
          resume = path;
          if (stop === Infinity) assertSameTraining(training, unbroken);
        }
      },
    ),
    { numRuns: 60, examples: [[deadByASchedule, [9], 1]] },
  );
});

Deno.test("train() that died goes on from its last checkpoint to the same bits", async () => {
  using folder = temporaryFolder();
  await fc.assert(
    fc.asyncProperty(
      trainings,
      fc.nat(iterations),
      fc.integer({ min: 1, max: 9 }),
      async (options, death, every) => {
        const checkpoint = { path: folder.path("training"), every, overwrite: true };
        // What a process that dies here leaves on the disk.
        const left = folder.path("left");
        const onProgress = ({ iteration }: { iteration: number }) => {
          if (iteration !== death) return;
          if (death === 0) assertEquals(namesIn(folder.path(".")), ["training.lock"]);
          else Deno.copyFileSync(checkpoint.path, left);
        };
        for (const name of namesIn(folder.path("."))) await Deno.remove(folder.path(name));
        const { stopped } = await train(digits, {
          ...{ ...options, iterations, checkpoint, onProgress },
        });
        assertEquals(stopped, undefined);
        if (death === 0) return;
        const reports: number[] = [];
        const resumed = await train(digits, {
          ...options,
          resume: left,
          onProgress: ({ iteration }) => reports.push(iteration),
        });
        assertEquals(reports[0], death - 1 - (death - 1) % every);
        assertSameTraining(resumed, await train(digits, { ...options, iterations }));
      },
    ),
    { numRuns: 60 },
  );
});

Deno.test("train() resumed with more iterations is a longer training", async () => {
  using folder = temporaryFolder();
  const path = folder.path("t");
  const options = { batchSize: 25, dev, momentum: 0.5 };
  await train(digits, { ...options, iterations: 7, checkpoint: { path } });
  const more = await train(digits, { ...options, iterations: 12, resume: path });
  assertSameTraining(more, await train(digits, { ...options, iterations: 12 }));
  const same = await train(digits, { resume: path, dev });
  assertSameTraining(same, await train(digits, { ...options, iterations: 7 }));
});

Deno.test("train() resumed keeps what was said of it, and does not say it again", async () => {
  using folder = temporaryFolder();
  const path = folder.path("t");
  const labels = new Uint8Array(digits.count).fill(1);
  const alike = { ...digits, labels };
  await train(alike, { iterations: 7, checkpoint: { path } });
  const { history } = await train(alike, { iterations: 12, resume: path });
  assertEquals(history, (await train(alike, { iterations: 12 })).history);
  assertEquals(history.filter(({ warning }) => warning !== undefined).length, 1);
});

Deno.test("train() takes a checkpoint every 50 updates by default", async () => {
  using folder = temporaryFolder();
  const path = folder.path("t");
  const onProgress = ({ iteration }: { iteration: number }) => {
    if (iteration === 120) Deno.copyFileSync(path, folder.path("power failure"));
  };
  await train(digits, { iterations: 200, checkpoint: { path }, onProgress });
  const begins: number[] = [];
  await train(digits, {
    resume: folder.path("power failure"),
    iterations: 101,
    onProgress: ({ iteration }) => void begins.push(iteration),
  });
  assertEquals(begins[0], 100);
});

Deno.test("a checkpoint's parameters can be loaded on their own", async () => {
  using folder = temporaryFolder();
  const path = folder.path("t");
  const { parameters } = await train(digits, {
    iterations: 7,
    momentum: 0.9,
    dtype: "float32",
    checkpoint: { path, every: 2 },
  });
  assertEquals(await loadParameters(path), parameters);
});

Deno.test("train() writes no checkpoint of a network that diverged", async () => {
  using folder = temporaryFolder();
  const path = folder.path("t");
  const options = { iterations: 20, learningRate: 100 };
  const { stopped } = await train(digits, { ...options, checkpoint: { path, every: 1 } });
  assertEquals(stopped?.reason, "diverged");
  const again = await train(digits, { ...options, resume: path });
  assertEquals(again, await train(digits, options));
});

Deno.test("train() leaves a file alone that is there already", async () => {
  using folder = temporaryFolder();
  const path = folder.path("t");
  Deno.writeTextFileSync(path, "mine");
  const checkpoint = { path };
  let began = false;
  const onProgress = () => void (began = true);
  await assertRejects(
    () => train(digits, { checkpoint, onProgress }),
    DataError,
    "go on from it with resume",
  );
  assert(!began, "the training began before it was refused");
  assertEquals(Deno.readTextFileSync(path), "mine");
  await train(digits, { iterations: 2, checkpoint: { path, overwrite: true } });
  await train(digits, { iterations: 3, checkpoint, resume: path });
  assertEquals(namesIn(folder.path(".")), ["t"]);
  const nowhere = { path: folder.path("no/t") };
  await assertRejects(() => train(digits, { checkpoint: nowhere }), DataError, "no such folder");
  await assertRejects(
    () => train(digits, { checkpoint: { path, every: 0 } }),
    ArgumentError,
    "checkpoint.every expected",
  );
});

Deno.test("train() goes on only from its own checkpoint", async () => {
  using folder = temporaryFolder();
  const path = folder.path("t");
  const base = { iterations: 6, batchSize: 20, momentum: 0.9, seed: 3, dev };
  await train(digits, { ...base, checkpoint: { path } });
  const turned = Uint8Array.from(digits.labels!).reverse();
  const wrong: [Partial<TrainOptions>, string][] = [
    [{ dtype: "float32" }, 'it has the dtype "float64", but "float32" was given'],
    [{ hidden: 11 }, "it has the hidden 10, but 11 was given"],
    [{ momentum: 0 }, "it has the momentum 0.9, but 0 was given"],
    [{ batchSize: 60 }, "it has the batchSize 20, but 60 was given"],
    [{ seed: 0 }, "it has the seed 3, but 0 was given"],
    [{ init: "he" }, 'it has the init "uniform", but "he" was given'],
    [{ learningRate: 0.2 }, "it has the learningRate 0.1, but 0.2 was given"],
    [{ learningRate: () => 0.1 }, "but a schedule was given"],
    [{ parameters: initParameters({ inputs: 12 }) }, "it has its own parameters"],
    [{ iterations: 5 }, "it has 6 iterations behind it, more than the 5 asked for"],
    [{ dev: undefined }, "it has 9 dev images, but none were given"],
    [{ dev: patterns(10) }, "it has 9 dev images, but 10 were given"],
    [{ dev: { ...dev, labels: dev.labels!.slice().reverse() } }, "it has other dev images"],
  ];
  for (const [options, words] of wrong) {
    const error = await assertRejects(
      () => train(digits, { dev, ...options, resume: path }),
      DataError,
      words,
    );
    assertEquals(error.file, path);
  }
  const fewer = Array.from({ length: 59 }, (_, j) => j);
  for (
    const [other, words] of [
      [{ ...digits, labels: turned }, "it has other digits"],
      [patterns(61), "it has 60 digits, but 61 were given"],
      [
        { X: selectColumns(digits.X, fewer), labels: turned.subarray(1), count: 59 },
        "it has 60 digits, but 59 were given",
      ],
    ] as const
  ) {
    await assertRejects(() => train(other, { dev, resume: path }), DataError, words);
  }
  const misfit = { ...digits, X: patterns(61).X };
  await assertRejects(() => train(misfit, { resume: path }), ArgumentError, "one label for each");
});

Deno.test("train() goes on with a schedule only if it is the same one", async () => {
  using folder = temporaryFolder();
  const path = folder.path("t");
  const learningRate = (iteration: number) => 0.5 ** (iteration + 1);
  await train(digits, { iterations: 6, learningRate, checkpoint: { path } });
  const resume = (learningRate?: TrainOptions["learningRate"]) =>
    train(digits, { resume: path, iterations: 9, learningRate });
  await assertRejects(() => resume(), DataError, "give the same function again");
  await assertRejects(() => resume(0.5), DataError, "give the same function again");
  await assertRejects(
    () => resume(() => 0.5),
    DataError,
    "learningRate(5) 0.015625, but this one gives 0.5",
  );
  assertSameTraining(
    await resume(learningRate),
    await train(digits, { iterations: 9, learningRate }),
  );
});

Deno.test("train() refuses to go on from a file that is no whole checkpoint", async () => {
  using folder = temporaryFolder();
  const path = folder.path("t");
  const refused = (words: string) =>
    assertRejects(() => train(digits, { resume: path }), DataError, words);
  await refused("no such file");
  await saveParameters(path, initParameters({ inputs: 12 }));
  await refused("expected a checkpoint of a training, but found another file");
  await train(digits, {
    iterations: 5,
    momentum: 0.9,
    dev: digits,
    checkpoint: { path, overwrite: true },
  });
  const bytes = Deno.readFileSync(path);
  Deno.writeFileSync(path, bytes.subarray(0, -1));
  await refused("as the header says");
  const text = new TextDecoder("latin1").decode(bytes);
  for (
    const [from, to, words] of [
      ["velocity.dW1", "velocity.dW3", 'a tensor "velocity.dW1"'],
      ["history.loss", "history.lost", 'a tensor "history.loss"'],
      [
        '\\"momentum\\":0.9',
        '\\"momentum\\":[0]',
        "record of the training in the header is damaged",
      ],
      ['{\\"iter', '[\\"iter', "record of the training in the header is damaged"],
      [
        '\\"dev\\":{\\"count\\"',
        '\\"dev\\":{\\"comte\\"',
        "record of the training in the header is damaged",
      ],
    ]
  ) {
    assert(text.includes(from), from);
    Deno.writeFileSync(path, Uint8Array.from(text.replace(from, to), (c) => c.charCodeAt(0)));
    await refused(words);
  }
});

Deno.test("train() goes on without dev images only if it began without them", async () => {
  using folder = temporaryFolder();
  const path = folder.path("t");
  await train(digits, { iterations: 1, checkpoint: { path } });
  await assertRejects(
    () => train(digits, { dev, resume: path }),
    DataError,
    "it has no dev images, but 9 were given",
  );
});

Deno.test("train() refuses to go on with a velocity of another number format", async () => {
  using folder = temporaryFolder();
  const path = folder.path("t");
  await train(digits, { iterations: 5, momentum: 0.9, checkpoint: { path } });
  const tensors: [string, Tensor][] = [];
  let metadata: ReadonlyMap<string, string>;
  {
    using file = await SafetensorsFile.open(path);
    ({ metadata } = file);
    for (const name of file.names) {
      const { shape, values } = await file.read(name);
      const narrow = name.startsWith("velocity.");
      tensors.push([name, { shape, values: narrow ? Float32Array.from(values) : values }]);
    }
  }
  Deno.writeFileSync(path, safetensors(tensors, Object.fromEntries(metadata)));
  await assertRejects(() => train(digits, { resume: path }), DataError, "the velocity does not");
});

Deno.test("train() refuses a checkpoint that another training writes to, and gives it back", async () => {
  using folder = temporaryFolder();
  const checkpoint = { path: folder.path("training"), every: 1, overwrite: true };
  // Either may come first.
  const both = await Promise.allSettled(
    [3, 3].map((iterations) => train(digits, { iterations, checkpoint })),
  );
  const refused = both.filter((one) => one.status === "rejected").map(({ reason }) => reason);
  assertEquals(refused.map(({ name, file }) => [name, file]), [["DataError", checkpoint.path]]);
  assertStringIncludes(refused[0].message, "another training writes its checkpoints to this file");
  assertEquals(namesIn(folder.path(".")), ["training"]);
  await train(digits, { iterations: 1, checkpoint });
  await train(digits, { iterations: 2, checkpoint, resume: checkpoint.path });
});

Deno.test("train() takes over the checkpoint of a process that was killed", async () => {
  using folder = temporaryFolder();
  const path = folder.path("training");
  const script = `import { files } from ${
    JSON.stringify(import.meta.resolve("../../lib/host/deno_files.ts"))
  };
    await files.lock(${JSON.stringify(path)});
    console.log("locked");
    setInterval(() => {}, 1000);`;
  const child = new Deno.Command(Deno.execPath(), {
    args: ["eval", "--no-config", script],
    stdout: "piped",
    stderr: "inherit",
  }).spawn();
  const reader = child.stdout.getReader();
  await reader.read();
  const start = () => train(digits, { iterations: 1, checkpoint: { path } });
  await assertRejects(start, DataError, "another training");
  child.kill("SIGKILL");
  await child.status;
  await reader.cancel();
  assertEquals((await start()).history.length, 2);
  assertEquals(namesIn(folder.path(".")), ["training"]);
});

Deno.test("train() goes on without its checkpoints once the disk is full, and says so", async () => {
  using folder = temporaryFolder();
  const checkpoint = { path: folder.path("training"), every: 2 };
  const { error } = console;
  const said: string[] = [];
  console.error = (text: string) => said.push(text);
  const fill = new FullDisk();
  try {
    const training = await train(digits, {
      ...{ iterations: 7, seed: 3, checkpoint },
      onProgress: ({ iteration }) =>
        fill.isFull = iteration > 2 && iteration < 6 || iteration === 7,
    });
    const whole = await train(digits, { iterations: 7, seed: 3 });
    assertEquals(training.parameters, whole.parameters);
    const warned = training.history.filter(({ warning }) => warning?.includes("disk is full"));
    assertEquals(warned.map(({ iteration }) => iteration), [4, 7]);
    assertStringIncludes(
      warned[0].warning!,
      "The training goes on; the checkpoint is that of iteration 2.",
    );
    assertStringIncludes(
      warned[1].warning!,
      "The training has its result; the checkpoint is that of",
    );
    assertEquals(said.length, 2);
  } finally {
    console.error = error;
    fill.restore();
  }
  assertEquals((await readCheckpoint(checkpoint.path)).iteration, 6);
  assertEquals(namesIn(folder.path(".")), ["training"]);
});

Deno.test("train() does not begin if its first checkpoint cannot be written", async () => {
  using folder = temporaryFolder();
  const fill = new FullDisk();
  fill.isFull = true;
  try {
    const start = () => train(digits, { iterations: 7, checkpoint: { path: folder.path("t") } });
    await assertRejects(start, DataError, "the disk is full");
  } finally {
    fill.restore();
  }
  assertEquals(namesIn(folder.path(".")), []);
  await assertRejects(
    () => train(digits, { checkpoint: { path: folder.path("no/such/folder") } }),
    DataError,
    "there is no such folder",
  );
});
