import { fileURLToPath } from "node:url";
import { join } from "node:path";
import type { Digits } from "./digits.ts";
import { DataError } from "./errors.ts";
import { readDigits, type ReadOptions } from "./read_digits.ts";
import { exists } from "./write_beside.ts";

/** What {@linkcode loadDigits} may be told. */
export interface LoadOptions extends ReadOptions {
  /** The folder of `train.csv` and `test.csv`: the project's `data` unless told otherwise. */
  dir?: string;
  /** Loads the small sample instead, which is always there: 500 and 50 images. */
  sample?: boolean;
}

/**
 * Loads the default data: `train.csv`, 42,000 images with labels, and `test.csv`, 28,000 images
 * without. They are read as {@linkcode readDigits} reads them, cache and all.
 *
 * @throws {DataError} if a file is missing or not as it should be
 *
 * @example
 * ```ts
 * import { loadDigits } from "glassnet";
 * import { assertEquals } from "@std/assert";
 *
 * const { train, test } = await loadDigits({ sample: true });
 * assertEquals([train.X.shape, train.labels?.length], ["784 x 500", 500]);
 * assertEquals([test.X.shape, test.labels], ["784 x 50", undefined]);
 * ```
 */
export async function loadDigits(
  { dir = fileURLToPath(new URL("../../data", import.meta.url)), sample = false, onProgress }:
    LoadOptions = {},
): Promise<{ train: Digits; test: Digits }> {
  const names = sample ? ["sample.csv", "sample_test.csv"] : ["train.csv", "test.csv"];
  const [train, test] = names.map((name) => join(dir, name));
  for (const file of [train, test]) {
    if (!await exists(file)) {
      throw new DataError(
        "there is no such file. Make it with `deno task data`, or put Kaggle's own file there.",
        { file },
      );
    }
  }
  return {
    train: await readDigits(train, { onProgress }),
    test: await readDigits(test, { onProgress }),
  };
}
