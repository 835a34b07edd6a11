import { ArgumentError } from "../arguments/argument_error.ts";
import { optionsOf } from "../arguments/options.ts";
import { requireList, requireTexts } from "../arguments/require.ts";
import type { Digits } from "../training/digits.ts";
import { requireDigits } from "../training/labels.ts";
import type { Figure, FigureOptions } from "./figure.ts";
import { imagePixels, labelOf } from "./image.ts";
import { mosaic } from "./mosaic.ts";

/** Which images a mosaic shows, and what stands above them. */
export interface DigitMosaicOptions extends FigureOptions {
  /** The numbers of the images, from 0; the first 20 if they are left out. */
  images?: ArrayLike<number>;
  /**
   * The number of images in a row.
   *
   * @default {10}
   */
  columns?: number;
  /** A caption for each image; its label if they are left out. `<br>` starts a new line. */
  captions?: string[];
}

/**
 * Several digits as pictures, with captions: the higher a pixel's number, the darker.
 *
 * @throws {ArgumentError} if an image is not there
 * @throws {ShapeError} if X is not 784 x m
 *
 * @example
 * ```ts
 * import { digitMosaic, Matrix } from "glassnet";
 * import { assertEquals } from "@std/assert";
 *
 * const digits = { X: Matrix.zeros(784, 3), labels: Uint8Array.of(5, 0, 4), count: 3 };
 * const figure = digitMosaic(digits, { images: [2, 0] });
 * assertEquals(figure.layout.meta.alt, "2 images of handwritten digits: 4, 5.");
 * ```
 */
export function digitMosaic(digits: Digits, options: DigitMosaicOptions = {}): Figure {
  requireDigits(digits, "digitMosaic");
  const { images, columns, captions, title } = optionsOf("digitMosaic", options, {
    images: undefined,
    columns: 10,
    captions: undefined,
    title: "Handwritten digits and their labels",
  });
  if (images !== undefined) requireList("digitMosaic", "numbers of images", images);
  if (captions !== undefined) requireList("digitMosaic", "captions", captions);
  const shown = Array.from(images ?? Array(Math.min(20, digits.count)).keys());
  if (shown.length === 0) {
    throw new ArgumentError("digitMosaic expected at least one image, but found an empty list.");
  }
  if (captions && captions.length !== shown.length) {
    throw new ArgumentError(
      `digitMosaic expected a caption for each of the ${shown.length} images, but found` +
        ` ${captions.length}.`,
    );
  }
  captions?.forEach((caption, k) => requireTexts("digitMosaic", { [`captions[${k}]`]: caption }));
  const pixels = shown.map((image) => imagePixels(digits.X, image));
  const labels = shown.map((image) => labelOf(digits, image));
  const tiles = pixels.map((values, k) => ({ values, caption: captions?.[k] ?? labels[k] }));
  return mosaic(tiles, {
    title,
    alt: `${shown.length} images of handwritten digits: ${labels.join(", ")}.`,
    columns,
    captionSize: captions ? 13 : 16,
  });
}
