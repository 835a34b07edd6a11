import { optionsOf } from "../arguments/options.ts";
import { requireList, requireTexts } from "../arguments/require.ts";
import { blueOrange } from "../display/colors.ts";
import { round } from "../display/numbers.ts";
import type { Matrix } from "../matrix/matrix.ts";
import { PIXELS } from "../matrix/mnist.ts";
import { requireMatrix } from "../matrix/require_matrix.ts";
import { ShapeError } from "../matrix/shape_error.ts";
import type { Figure, FigureOptions } from "./figure.ts";
import { mosaic } from "./mosaic.ts";

/** Which rows of W1 are shown. */
export interface WeightImagesOptions extends FigureOptions {
  /** The numbers of the hidden units, from 0; the first 20 if they are left out. */
  units?: ArrayLike<number>;
  /**
   * The number of images in a row.
   *
   * @default {5}
   */
  columns?: number;
  /**
   * The matrix's name.
   *
   * @default {"W1"}
   */
  symbol?: string;
}

/**
 * Rows of W1 as 28 x 28 images: what each hidden unit looks for. Orange pixels speak for it, blue
 * ones against it. dW1 has the same shape and can be drawn too.
 *
 * @param W1 hidden x 784
 * @throws {ShapeError} if W1 does not have 784 columns
 * @throws {ArgumentError} if a unit is not there
 *
 * @example
 * ```ts
 * import { initParameters, weightImages } from "glassnet";
 * import { assertEquals } from "@std/assert";
 *
 * const figure = weightImages(initParameters().W1, { units: [0, 3] });
 * assertEquals(figure.layout.annotations?.map(({ text }) => text), ["unit 0", "unit 3"]);
 * ```
 */
export function weightImages(W1: Matrix, options: WeightImagesOptions = {}): Figure {
  requireMatrix("weightImages", W1);
  const { units: chosen, columns, symbol, title } = optionsOf("weightImages", options, {
    units: undefined,
    columns: 5,
    symbol: "W1",
    title: undefined,
  });
  requireTexts("weightImages", { symbol });
  if (chosen !== undefined) requireList("weightImages", "numbers of units", chosen);
  if (W1.cols !== PIXELS) {
    throw new ShapeError(
      `weightImages expected a matrix with 784 columns, one for each pixel, but found ${W1.shape}.`,
    );
  }
  const units = Array.from(chosen ?? Array(Math.min(20, W1.rows)).keys());
  const tiles = units.map((unit) => ({
    values: Array.from({ length: W1.cols }, (_, p) => round(W1.get(unit, p), 3)),
    caption: `unit ${unit}`,
  }));
  const most = tiles.flatMap(({ values }) => values)
    .reduce((max: number, value) => Math.max(max, Math.abs(value ?? 0)), 0) || 1;
  return mosaic(tiles, {
    title: title ?? `${symbol}, ${W1.shape}: each row as an image`,
    alt: (title ? `${title}: rows` : "Rows") +
      ` ${units.join(", ")} of ${symbol} (${W1.shape}) as 28 x 28 images, ` +
      "one for each hidden unit. " +
      `The weights go from -${most} (blue) through 0 (white) to ${most} (orange).`,
    columns,
    colors: blueOrange,
    range: [-most, most],
    hover: `${symbol}: %{z:.3~g}`,
    colorBar: symbol,
  });
}
