import { requireDigits } from "../training/labels.ts";
import { ArgumentError } from "../arguments/argument_error.ts";
import { found } from "../arguments/found.ts";
import { requireOptions } from "../arguments/options.ts";
import { requireList } from "../arguments/require.ts";
import type { Digits } from "../training/digits.ts";
import { greys } from "../display/colors.ts";
import type { Figure } from "./figure.ts";
import { imagePixels, labelOf } from "./image.ts";
import { mosaic } from "./mosaic.ts";

/** Which images a mosaic shows, and what stands above them. */
export interface DigitMosaicOptions {
  /** The numbers of the images, from 0; the first 20 unless told. */
  images?: ArrayLike<number>;
  /** The number of images in a row; 10 unless told. */
  columns?: number;
  /** One caption for each image shown; its label unless told. `<br>` starts a new line. */
  captions?: string[];
  /** What stands above the mosaic. */
  title?: string;
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
  requireOptions("digitMosaic", options, ["images", "columns", "captions", "title"]);
  if (options.images !== undefined) requireList("digitMosaic", "numbers of images", options.images);
  const images = Array.from(
    options.images ?? { length: Math.min(20, digits.count) },
    (image, k) => options.images ? image as number : k,
  );
  const { captions, columns = 10, title = "Handwritten digits and their labels" } = options;
  if (images.length === 0) {
    throw new ArgumentError("digitMosaic expected at least one image, but found an empty list.");
  }
  if (captions !== undefined) requireList("digitMosaic", "captions", captions);
  if (captions && captions.length !== images.length) {
    throw new ArgumentError(
      `digitMosaic expected a caption for each of the ${images.length} images, but found` +
        ` ${captions.length}.`,
    );
  }
  const odd = captions?.findIndex((caption) => typeof caption !== "string") ?? -1;
  if (odd >= 0) {
    throw new ArgumentError(
      `digitMosaic expected texts as captions, but found ${
        found(captions![odd])
      } as captions[${odd}].`,
    );
  }
  const tiles = images.map((image, k) => ({
    values: imagePixels(digits.X, image),
    caption: captions?.[k] ?? (digits.labels ? labelOf(digits, image) : `image ${image}`),
  }));
  const names = digits.labels
    ? images.map((image) => labelOf(digits, image))
    : images.map((image) => `image ${image}`);
  return mosaic(tiles, {
    title,
    alt: `${images.length} images of handwritten digits: ${names.join(", ")}.`,
    columns,
    colors: greys,
    range: [0, 255],
    hover: "pixel value %{z}",
    captionSize: captions ? 13 : 16,
  });
}
