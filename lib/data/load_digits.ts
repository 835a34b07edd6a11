import { awaited } from "../arguments/awaited.ts";
import { optionsOf } from "../arguments/options.ts";
import { requireBooleans, requireFunction } from "../arguments/require.ts";
import { host } from "../host/host.ts";
import type { Digits } from "../training/digits.ts";
import { DataError } from "./errors.ts";
import { requirePath } from "./path.ts";
import type { OnProgress } from "./progress.ts";
import { mnistLabels } from "./mnist_labels.ts";
import { readDigits } from "./read_digits.ts";

/** What {@linkcode loadDigits} may be told. */
export interface LoadOptions {
  /**
   * The folder of `train.csv` and `test.csv`.
   *
   * @default the project's `data`
   */
  dir?: string;
  /**
   * Loads the small sample instead, which is always there: 500 and 50 images.
   *
   * @default false
   */
  sample?: boolean;
  /**
   * Gives the test images their labels, to measure a trained network on 28,000 images more. `test.csv`
   * has none, but its images are MNIST's, and MNIST's labels are public: each image is looked up among
   * the originals, which takes a second or so. It works for Kaggle's own `test.csv` too.
   *
   * @default false
   */
  testLabels?: boolean;
  /**
   * Is told how many bytes are read.
   *
   * @default a line on the terminal
   */
  onProgress?: OnProgress;
}

/**
 * Loads the default data: `train.csv`, 42,000 images with labels, and `test.csv`, 28,000 images
 * without. They are read as {@linkcode readDigits} reads them, cache and all.
 *
 * @throws {DataError} if a file is missing or not as it should be, `train.csv` has no labels, or
 * `testLabels` are asked for and an image is not one of MNIST's
 *
 * @example
 * ```ts
 * import { loadDigits } from "glassnet";
 * import { assertEquals } from "@std/assert";
 *
 * const { train, test } = await loadDigits({ sample: true });
 * assertEquals([train.X.shape, train.labels?.length], ["784 x 500", 500]);
 * assertEquals([test.X.shape, test.labels], ["784 x 50", undefined]);
 *
 * const known = (await loadDigits({ sample: true, testLabels: true })).test;
 * assertEquals(known.labels?.length, 50);
 * ```
 */
export function loadDigits(
  options: LoadOptions = {},
): Promise<{ train: Digits; test: Digits }> {
  return awaited("loadDigits", load(options), "train", "test");
}

async function load(options: LoadOptions): Promise<{ train: Digits; test: Digits }> {
  const { files } = host();
  const { dir, sample, testLabels, onProgress } = optionsOf("loadDigits", options, {
    dir: files.data,
    sample: false,
    testLabels: false,
    onProgress: undefined,
  });
  requireFunction("loadDigits", "onProgress", onProgress);
  requireBooleans("loadDigits", { sample, testLabels });
  requirePath("loadDigits", dir);
  const names = sample ? ["sample.csv", "sample_test.csv"] : ["train.csv", "test.csv"];
  const [trainFile, testFile] = names.map((name) => files.join(dir, name));
  for (const file of [trainFile, testFile]) {
    if (!await files.exists(file)) {
      throw new DataError(
        "there is no such file. `deno task data` makes those of the project's data folder; in another " +
          "`dir`, put Kaggle's own file there, or correct the path.",
        { file },
      );
    }
  }
  const train = await readDigits(trainFile, { onProgress });
  if (!train.labels) {
    throw new DataError(
      `expected the header's first name, "label", but these images have no labels. Is it a test.csv, ` +
        "or has the column been left out?",
      { file: trainFile, line: 1, column: 1 },
    );
  }
  const test = await readDigits(testFile, { onProgress });
  if (testLabels) {
    test.labels ??= await files.labelsOf(testFile) ?? await mnistLabels(test.X.pixels!, testFile);
  }
  return { train, test };
}
