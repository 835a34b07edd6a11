import { ArgumentError } from "../arguments/argument_error.ts";
import { found, foundInstead, numbersOfTexts } from "../arguments/found.ts";
import { requireList } from "../arguments/require.ts";
import { Matrix } from "../matrix/matrix.ts";
import { CLASSES } from "../matrix/mnist.ts";
import type { Digits } from "./digits.ts";

/**
 * Throws if something is not digits: { X, count } and perhaps labels, one for each image.
 *
 * @param call the function that needs them, for the message
 * @throws {ArgumentError} if it is something else, or its parts do not fit together
 */
export function requireDigits(digits: Digits, call: string): void {
  const refuse = (instead: string): never => {
    throw new ArgumentError(
      `${call} expected digits, { X, labels, count }, but found ${instead}.` +
        ((digits as unknown) instanceof Matrix
          ? " They go together, in one object: { X, labels, count: X.cols }."
          : digits === undefined
          ? " If they are from loadDigits, put await in front of it: const { train } = await loadDigits()."
          : ""),
    );
  };
  if (!(digits?.X instanceof Matrix)) {
    const given = foundInstead(digits, "digits");
    if (given !== "an object" && given !== "digits") refuse(given);
    refuse(`${found(digits.X)} as X`);
  }
  const { labels, X, count } = digits;
  if (labels !== undefined && labels !== null) requireOneLabelAnImage(labels, X, call);
  if (count !== X.cols) refuse(`${X.cols} images and the count ${found(count)}`);
}

/** Octave counts from 1, and some label from there. */
const TENS =
  " If 10 stands for 0, take labels.map((label) => label % 10); if all count from 1, label - 1.";

function requireOneLabelAnImage(labels: Uint8Array, X: Matrix, call: string): void {
  requireList(call, "labels", labels);
  if (labels.length !== X.cols) {
    throw new ArgumentError(
      `${call} needs one label for each image, but found ${labels.length} labels and` +
        ` ${X.cols} images.` +
        (labels.length === X.rows
          ? ` X has a column for each image: is it ${X.shape} instead of ${X.cols} x ${X.rows}? ` +
            "Then transpose(X) is right."
          : ""),
    );
  }
  for (let j = 0; j < labels.length; j++) {
    if (Number.isInteger(labels[j]) && labels[j] >= 0 && labels[j] < CLASSES) continue;
    throw new ArgumentError(
      `${call} expected labels from 0 to 9, but label ${j} is ${found(labels[j])}.` +
        numbersOfTexts("labels", labels[j]) + (labels[j] === 10 ? TENS : ""),
    );
  }
}

/**
 * The labels of digits that must have some, one for each image.
 *
 * @param call the function that needs them, for the message
 * @throws {ArgumentError} if the digits have no labels, as those of `test.csv`, or too few
 */
export function requireLabels(digits: Digits, call: string): Uint8Array {
  requireDigits(digits, call);
  if (!digits.labels) {
    throw new ArgumentError(
      `${call} needs labels, and these ${digits.count} images have none. Images of test.csv` +
        " have no labels: use those of train.csv, or loadDigits({ testLabels: true }), which looks" +
        " them up.",
    );
  }
  return digits.labels;
}
