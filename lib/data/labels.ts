import { DataError } from "./errors.ts";
import type { Digits } from "./digits.ts";

/**
 * The labels of digits that must have some, one for each image.
 *
 * @param call the function that needs them, for the message
 * @throws {DataError} if the digits have no labels, as those of `test.csv`, or too few
 */
export function requireLabels(digits: Digits, call: string): Uint8Array {
  if (!digits?.X) {
    throw new DataError(`${call} expected digits, { X, labels, count }, but found ${digits}.`);
  }
  if (!digits.labels) {
    throw new DataError(
      `${call} needs labels, and these ${digits.count} images have none. Images of test.csv` +
        " have no labels: use those of train.csv.",
    );
  }
  if (digits.labels.length !== digits.X.cols) {
    throw new DataError(
      `${call} needs one label for each image, but found ${digits.labels.length} labels and` +
        ` ${digits.X.cols} images.`,
    );
  }
  return digits.labels;
}
