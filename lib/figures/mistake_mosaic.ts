import { ArgumentError } from "../arguments/argument_error.ts";
import { found } from "../arguments/found.ts";
import { optionsOf } from "../arguments/options.ts";
import { requireList, requireWhole } from "../arguments/require.ts";
import { aDigit, count, percent } from "../display/numbers.ts";
import type { Digits } from "../training/digits.ts";
import { requireDigits } from "../training/labels.ts";
import type { Mistake } from "../training/predict.ts";
import type { Figure, FigureOptions } from "./figure.ts";
import { imagePixels } from "./image.ts";
import { mosaic } from "./mosaic.ts";

/** Which mistakes are shown. */
export interface MistakeMosaicOptions extends FigureOptions {
  /**
   * How many mistakes are shown, from the first on.
   *
   * @default {18}
   */
  count?: number;
  /**
   * The number of images in a row.
   *
   * @default {6}
   */
  columns?: number;
}

/**
 * The digits that the network got wrong. Above each stands what the network saw and how sure it was,
 * and below that what it is and what probability the network left for it.
 *
 * @param digits the images that the mistakes were made on
 * @param mistakes as `misclassified` gives them
 * @throws {ArgumentError} if there are no mistakes, or one is of an image that is not there
 *
 * @example
 * ```ts
 * import { initParameters, Matrix, misclassified, mistakeMosaic } from "glassnet";
 * import { assertStringIncludes } from "@std/assert";
 *
 * const digits = { X: Matrix.zeros(784, 2), labels: Uint8Array.of(0, 1), count: 2 };
 * const mistakes = misclassified(initParameters(), digits);
 * assertStringIncludes(mistakeMosaic(digits, mistakes).layout.meta.alt, "seen as");
 * ```
 */
export function mistakeMosaic(
  digits: Digits,
  mistakes: readonly Mistake[],
  options: MistakeMosaicOptions = {},
): Figure {
  requireDigits(digits, "mistakeMosaic");
  requireList("mistakeMosaic", "mistakes", mistakes);
  const { count: most, columns, title } = optionsOf("mistakeMosaic", options, {
    count: 18,
    columns: 6,
    title: undefined,
  });
  requireWhole("count", most, 1, 1e9);
  if (mistakes.length === 0) {
    throw new ArgumentError("mistakeMosaic expected at least one mistake, but found none.");
  }
  const shown = Array.from(mistakes).slice(0, most);
  shown.forEach((mistake, k) => {
    const { label, predicted, confidence, probabilities } = mistake ?? {};
    // A Matrix in its place would say that it has no such index.
    const isList = Array.isArray(probabilities) || ArrayBuffer.isView(probabilities);
    const probability = isList && Number.isInteger(label) ? probabilities[label] : undefined;
    const numbers = [predicted, confidence, probability];
    if (numbers.every((number) => typeof number === "number")) return;
    throw new ArgumentError(
      `mistakeMosaic expected mistakes as misclassified gives them, but number ${k} is ${
        found(mistake)
      } without index, label, predicted, confidence or probabilities.`,
    );
  });
  const tiles = shown.map(({ index, label, predicted, confidence, probabilities }) => ({
    values: imagePixels(digits.X, index),
    caption: `seen as <b>${predicted}</b>: ${brief(confidence)}<br>` +
      `is <b>${label}</b>: ${brief(probabilities[label])}`,
  }));
  const list = shown.map(({ label, predicted, confidence }) =>
    `${aDigit(label)} seen as ${predicted} (${percent(confidence)})`
  );
  return mosaic(tiles, {
    title: title ??
      `What the network got wrong: ${shown.length} of ${count(mistakes.length)} mistakes`,
    alt: `${shown.length} of ${count(mistakes.length)} misclassified digits: ${list.join(", ")}.`,
    columns,
  });
}

/** A percentage that fits above a small picture: <0.1% in place of "under 0.1%". */
function brief(share: number): string {
  return percent(share).replace("under ", "&lt;").replace("over ", "&gt;");
}
