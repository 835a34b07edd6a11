/**
 * `deno task fingerprints`: the whole reference run in every way in which it can be run. Each must end
 * with the same fingerprint. Takes some minutes.
 *
 * The fingerprints are in `tests/reference/fingerprints.json`. A change of the kernels that changes the
 * order of a sum changes them: then `--renew` writes them anew, and `deno task notebooks` takes them
 * over. Say in the commit why the numbers have changed.
 *
 * @module
 */
import { join } from "node:path";
import { fingerprint, loadDigits, split, train, type TrainOptions } from "../lib/mod.ts";
import { type KernelChoice, withKernels } from "../lib/matrix/kernels/start.ts";
import { readArguments } from "./shared/arguments.ts";
import { ensureData } from "./shared/ensure_data.ts";
import { project, writeWhole } from "./shared/project.ts";
import { runTask, say } from "./shared/task.ts";

const file = join(project, "tests", "reference", "fingerprints.json");

/** The number formats in which the reference run is known. */
export const dtypes = ["float64", "float32"] as const;

/** The iterations after which its fingerprint is known: a short run and the whole one. */
export const lengths = [20, 500] as const;

/** Ways to run it that must make no difference. */
export const ways: Record<string, Partial<KernelChoice> | "stopped and resumed"> = {
  "WASM, one thread": { kind: "simd", threads: 1 },
  "WASM, two threads": { kind: "simd", threads: 2 },
  "WASM, four threads": { kind: "simd", threads: 4 },
  "plain TypeScript": { kind: "plain" },
  "stopped and resumed": "stopped and resumed",
};

/**
 * The fingerprint of the reference run: 41,000 images, seed 42, alpha 0.1.
 *
 * @param iterations 500 for all of it
 */
export async function referenceFingerprint(
  dtype: "float64" | "float32",
  iterations: number,
  way: Partial<KernelChoice> | "stopped and resumed" = {},
): Promise<string> {
  const digits = await (trainDigits ??= loadTrainDigits());
  const options: TrainOptions = { iterations, learningRate: 0.1, seed: 42, dtype };
  if (way !== "stopped and resumed") {
    const { parameters } = await withKernels(way, () => train(digits, options));
    return fingerprint(parameters);
  }
  const folder = await Deno.makeTempDir({ prefix: "glassnet-" });
  try {
    const checkpoint = { path: join(folder, "reference.safetensors") };
    const controller = new AbortController();
    const stop = Math.floor(iterations / 3);
    await train(digits, {
      ...options,
      checkpoint,
      signal: controller.signal,
      onProgress: ({ iteration }) => iteration === stop && controller.abort(),
    });
    const { parameters } = await train(digits, { ...options, resume: checkpoint.path });
    return fingerprint(parameters);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

let trainDigits: ReturnType<typeof loadTrainDigits> | undefined;

async function loadTrainDigits() {
  return split((await loadDigits()).train, { dev: 1000 }).train;
}

/** The committed fingerprints, by number format and number of iterations. */
export async function expectedFingerprints(): Promise<Record<string, Record<string, string>>> {
  return JSON.parse(await Deno.readTextFile(file));
}

async function main(args: string[]): Promise<number> {
  const { values: { renew } } = readArguments(args, {
    task: "fingerprints",
    does: "Runs the reference run in every way, each to the same SHA-256. Takes some minutes.",
    options: { renew: { help: "write the fingerprints anew, after a change of the kernels" } },
  });
  await ensureData();
  if (renew) {
    const found: Record<string, Record<string, string>> = {};
    for (const dtype of dtypes) {
      found[dtype] = {};
      for (const iterations of lengths) {
        found[dtype][iterations] = await referenceFingerprint(dtype, iterations);
        say(`${dtype}, ${iterations} iterations: ${found[dtype][iterations]}`);
      }
    }
    await writeWhole(file, JSON.stringify(found, null, 2) + "\n");
    return 0;
  }
  const expected = await expectedFingerprints();
  let different = 0;
  for (const dtype of dtypes) {
    say(`\n${dtype}: ${expected[dtype]?.[500]}`);
    for (const [name, way] of Object.entries(ways)) {
      const found = await referenceFingerprint(dtype, 500, way);
      const same = found === expected[dtype]?.[500];
      if (!same) different++;
      say(`${name}: ${same ? "the same" : found}`);
    }
  }
  return different ? 1 : 0;
}

if (import.meta.main) await runTask(() => main(Deno.args));
