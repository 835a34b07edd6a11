import { selectColumns } from "../matrix/select_columns.ts";
import type { Digits } from "../training/digits.ts";
import { found } from "../arguments/found.ts";
import { ArgumentError } from "../arguments/argument_error.ts";
import { optionsOf } from "../arguments/options.ts";
import { requireDigits } from "../training/labels.ts";
import { shuffled } from "../training/shuffle.ts";

/** What {@linkcode split} may be told. */
export interface SplitOptions {
  /**
   * How many images to hold out.
   *
   * @default 1000
   */
  dev?: number;
  /**
   * The same seed gives the same split.
   *
   * @default 1
   */
  seed?: number;
}

/**
 * Holds some images out of the training, to see how well the network does on digits that it never
 * saw. Which ones is a matter of chance, and of the same chance for the same seed.
 *
 * @param digits m images, with labels or without
 * @returns `dev` with the images held out, and `train` with all others, both in random order
 * @throws {ArgumentError} if `dev` is not a whole number from 1 to m - 1, or `seed` not a whole number
 *
 * @example
 * ```ts
 * import { loadDigits, split } from "glassnet";
 * import { assertEquals } from "@std/assert";
 *
 * const digits = (await loadDigits({ sample: true })).train;
 * const { train, dev } = split(digits, { dev: 100, seed: 1 });
 * assertEquals([digits.count, train.count, dev.count], [500, 400, 100]);
 * ```
 */
export function split(
  digits: Digits,
  options: SplitOptions = {},
): { train: Digits; dev: Digits } {
  requireDigits(digits, "split");
  const { dev, seed } = optionsOf("split", options, { dev: 1000, seed: 1 });
  if (!Number.isInteger(dev) || dev < 1 || dev >= digits.count) {
    throw new ArgumentError(
      `split expected dev to be a whole number from 1 to ${digits.count - 1}, less than the ` +
        `${digits.count} images that there are, but found ${found(dev)}.`,
    );
  }
  if (!Number.isInteger(seed)) {
    throw new ArgumentError(`split expected seed to be a whole number, but found ${found(seed)}.`);
  }
  const order = shuffled(digits.count, seed);
  return {
    train: select(digits, order.subarray(dev)),
    dev: select(digits, order.subarray(0, dev)),
  };
}

function select(digits: Digits, images: Uint32Array): Digits {
  const chosen: Digits = { X: selectColumns(digits.X, images), count: images.length };
  const { labels } = digits;
  if (labels) chosen.labels = Uint8Array.from(images, (j) => labels[j]);
  return chosen;
}
