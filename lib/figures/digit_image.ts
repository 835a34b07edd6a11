import { aDigit } from "../display/numbers.ts";
import { ArgumentError } from "../arguments/argument_error.ts";
import { found } from "../arguments/found.ts";
import { optionsOf, requireOptions } from "../arguments/options.ts";
import { requireBooleans } from "../arguments/require.ts";
import { greys } from "../display/colors.ts";
import { SIDE } from "../matrix/mnist.ts";
import type { Digits } from "../training/digits.ts";
import { requireDigits } from "../training/labels.ts";
import { axis, type Figure, figure, type FigureOptions, slimBar, squarePixels } from "./figure.ts";
import { imagePixels } from "./image.ts";

/** A rectangle of an image, in pixels. */
export interface Crop {
  /** The first row, from 0 at the top. */
  row: number;
  /** The first column, from 0 at the left. */
  column: number;
  /** How many rows. */
  rows: number;
  /** How many columns. */
  columns: number;
}

/** Which part of an image is shown. */
export interface DigitImageOptions extends FigureOptions {
  /** The part that is shown, with its numbers written in the cells; all if it is left out. */
  crop?: Crop;
  /** Whether the numbers are written in the cells; if it is left out, only those of a crop. */
  numbers?: boolean;
}

/**
 * One digit, large. The pointer over a cell shows its row, its column, the name of its
 * column in the CSV file and its number, 0 to 255; a crop has the numbers written in its cells.
 *
 * @param image the number of the image, from 0
 * @throws {ArgumentError} if the image, or a part of the crop, is not there
 * @throws {ShapeError} if X is not 784 x m
 *
 * @example
 * ```ts
 * import { digitImage, Matrix } from "glassnet";
 * import { assertEquals, assertThrows } from "@std/assert";
 *
 * const digits = { X: Matrix.zeros(784, 1), labels: Uint8Array.of(7), count: 1 };
 * const figure = digitImage(digits, 0, { crop: { row: 5, column: 9, rows: 10, columns: 10 } });
 * assertEquals(figure.layout.title?.text, "Image 0: a 7, rows 5 to 14, columns 9 to 18");
 * assertThrows(() => digitImage(digits, 1), Error, "There is no image 1");
 * ```
 */
export function digitImage(digits: Digits, image: number, options: DigitImageOptions = {}): Figure {
  requireDigits(digits, "digitImage");
  const whole: Crop = { row: 0, column: 0, rows: SIDE, columns: SIDE };
  const { crop, numbers, title } = optionsOf("digitImage", options, {
    crop: whole,
    numbers: options?.crop !== undefined,
    title: undefined,
  });
  const pixels = imagePixels(digits.X, image);
  requireBooleans("digitImage", { numbers });
  requireCrop(crop);
  const ys = Array.from({ length: crop.rows }, (_, i) => crop.row + i);
  const xs = Array.from({ length: crop.columns }, (_, j) => crop.column + j);

  const name = `Image ${image}` + (digits.labels ? `: ${aDigit(digits.labels[image])}` : "");
  const part = crop === whole
    ? ""
    : `, rows ${ys[0]} to ${ys.at(-1)}, columns ${xs[0]} to ${xs.at(-1)}`;
  const dark = pixels.filter((value) => value > 0).length;
  const cell = Math.max(16, Math.floor(520 / Math.max(crop.rows, crop.columns)));
  const margin = { l: 70, r: 95, t: 56, b: 68 };
  return figure({
    title: title ?? name + part,
    alt: `${name}${part}. ${dark} of its 784 pixels are not 0; the darkest is ${
      Math.max(...pixels)
    } of 255.`,
  }, [{
    type: "heatmap",
    x: xs,
    y: ys,
    z: ys.map((y) => xs.map((x) => pixels[y * SIDE + x])),
    customdata: ys.map((y) => xs.map((x) => y * SIDE + x)),
    zmin: 0,
    zmax: 255,
    colorscale: greys,
    colorbar: {
      title: { text: "pixel value" },
      tickvals: [0, 64, 128, 192, 255],
      ...slimBar,
    },
    texttemplate: numbers ? "%{z}" : "",
    textfont: { size: Math.min(18, Math.floor(cell * 0.42)) },
    hovertemplate: "row %{y}, column %{x}<br>pixel%{customdata} = %{z}<extra></extra>",
    xgap: numbers ? 1 : 0,
    ygap: numbers ? 1 : 0,
  }], {
    width: crop.columns * cell + margin.l + margin.r,
    height: crop.rows * cell + margin.t + margin.b,
    margin,
    plot_bgcolor: "#d0d0d0",
    xaxis: axis("column", {
      showgrid: false,
      range: [xs[0] - 0.5, xs[xs.length - 1] + 0.5],
      ...squarePixels.x,
    }),
    yaxis: axis("row", {
      showgrid: false,
      range: [ys[ys.length - 1] + 0.5, ys[0] - 0.5],
      ...squarePixels.y,
    }),
  });
}

function requireCrop(crop: Crop): void {
  requireOptions("The crop", crop, ["row", "column", "rows", "columns"]);
  const { row, column, rows, columns } = crop;
  for (const [name, first, size] of [["row", row, rows], ["column", column, columns]] as const) {
    const whole = Number.isInteger(first) && Number.isInteger(size);
    if (!whole || first < 0 || size < 1 || first + size > SIDE) {
      throw new ArgumentError(
        `The crop expected ${name}s within 0 to ${SIDE - 1}, but found ${
          found(size)
        } ${name}s from ${name} ${found(first)} on.`,
      );
    }
  }
}
