import { host } from "../host/host.ts";
import type { SparseColumns } from "../matrix/kernels/sparse_columns.ts";
import { DataError } from "./errors.ts";
import { PIXELS } from "../matrix/mnist.ts";
import { readOriginals } from "./originals.ts";

/**
 * The labels of images of MNIST that came without, such as those of `test.csv`: every image is looked up
 * among the 70,000 originals, whose labels are public. The order of the images does not matter, so it
 * knows Kaggle's own `test.csv` as well as ours.
 *
 * @param pixels m images
 * @param file where they come from, for the message
 * @returns m labels
 * @throws {DataError} if an image is not one of MNIST's, or an original is missing or damaged
 */
export async function mnistLabels(pixels: SparseColumns, file?: string): Promise<Uint8Array> {
  const { images, labels } = await readOriginals();
  const known = new Map<string, number>();
  labels.forEach((label, i) => {
    known.set(imageMark(images.subarray(i * PIXELS, (i + 1) * PIXELS)), label);
  });
  return labelsAmong(known, pixels, file);
}

/**
 * The labels of images, each looked up among those that are known.
 *
 * @param known labels by the marks of their images
 * @throws {DataError} if an image is not among them
 */
export function labelsAmong(
  known: ReadonlyMap<string, number>,
  pixels: SparseColumns,
  file?: string,
): Uint8Array {
  return Uint8Array.from({ length: pixels.count }, (_, j) => {
    const label = known.get(imageMark(pixels.image(j)));
    if (label !== undefined) return label;
    throw new DataError(
      `the label of image ${j} is not known: it is none of MNIST's 70,000 images. Load without` +
        " testLabels, and hold out images of train.csv with split instead.",
      // Line 1 is the header.
      file === undefined ? undefined : { file, line: j + 2 },
    );
  });
}

/** The same for the same image only: no two of the 70,000 agree, and nobody forges digits. */
export function imageMark(image: Uint8Array): string {
  return host().md5(image);
}
