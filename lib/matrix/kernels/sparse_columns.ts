/**
 * Images as compressed sparse columns (CSC): column j is an image, and only the pixels that are not 0
 * are kept. Its entries run from `starts[j]` up to, but not including, `starts[j + 1]`.
 */
export interface SparseColumns {
  /** The number of pixels of one image: the rows of the matrix. */
  readonly size: number;
  /** The number of images: the columns of the matrix. */
  readonly count: number;
  /** For each image the number of its first entry, and at the end the number of all entries. */
  readonly starts: Uint32Array;
  /** For each entry the pixel, 0 to size - 1, ascending within an image. */
  readonly indices: Uint16Array;
  /** For each entry how dark the pixel is, 1 to 255. The matrix has this number divided by 255. */
  readonly bytes: Uint8Array;

  /** Pixel `p` of image `j`, from 0 to 1. */
  get(p: number, j: number): number;
  /** Image `j` in full: `size` bytes, 0 to 255, row after row of the picture. */
  image(j: number): Uint8Array;
  /** The images of the given numbers, in that order. */
  select(images: ArrayLike<number>): SparseColumns;
  /** All images in full, one after the other, each value from 0 to 1. */
  expand(): Float64Array;
}

/** byte / 255 for each of the 256 bytes, so that the inner loops look up instead of divide. */
export const scaledBytes = {
  float64: Float64Array.from({ length: 256 }, (_, byte) => byte / 255),
  float32: Float32Array.from({ length: 256 }, (_, byte) => byte / 255),
};
