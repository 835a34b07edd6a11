import { ArgumentError } from "../arguments/argument_error.ts";
import { found } from "../arguments/found.ts";
import { requireOptions } from "../arguments/options.ts";
import { requireList } from "../arguments/require.ts";
import { ShapeError } from "../matrix/shape_error.ts";
import { requireMatrix } from "../matrix/require_matrix.ts";
import type { Matrix } from "../matrix/matrix.ts";
import { blueOrange } from "../display/colors.ts";
import type { Figure } from "./figure.ts";
import { side } from "./image.ts";
import { mosaic } from "./mosaic.ts";
import { round } from "../display/numbers.ts";

/** Which rows of W1 are shown. */
export interface WeightImagesOptions {
  /** The numbers of the hidden units, from 0; the first 20 unless told. */
  units?: ArrayLike<number>;
  /** The number of images in a row; 5 unless told. */
  columns?: number;
  /** The matrix's name; W1 unless told. */
  symbol?: string;
  /** What stands above the mosaic. */
  title?: string;
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
  requireOptions("weightImages", options, ["units", "columns", "symbol", "title"]);
  if (options.units !== undefined) requireList("weightImages", "numbers of units", options.units);
  if (W1.cols !== side * side) {
    throw new ShapeError(
      `weightImages expected a matrix with 784 columns, one for each pixel, but found ${W1.shape}.`,
    );
  }
  const units = Array.from(options.units ?? Array(Math.min(20, W1.rows)).keys());
  const { symbol = "W1", columns = 5 } = options;
  if (typeof symbol !== "string") {
    throw new ArgumentError(
      `weightImages expected symbol to be a text, but found ${found(symbol)}.`,
    );
  }
  const tiles = units.map((unit) => ({
    values: Array.from({ length: W1.cols }, (_, p) => round(W1.get(unit, p), 3)),
    caption: `unit ${unit}`,
  }));
  const most = tiles.flatMap(({ values }) => values)
    .reduce((max: number, value) => Math.max(max, Math.abs(value ?? 0)), 0) || 1;
  return mosaic(tiles, {
    title: options.title ?? `${symbol}, ${W1.shape}: each row as an image`,
    alt: `Rows ${units.join(", ")} of ${symbol} (${W1.shape}) as 28 x 28 images, ` +
      "one for each hidden unit. " +
      `The weights go from -${most} (blue) through 0 (white) to ${most} (orange).`,
    columns,
    colors: blueOrange,
    range: [-most, most],
    hover: `${symbol}: %{z:.3~g}`,
    colorBar: symbol,
  });
}
