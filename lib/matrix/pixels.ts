import { ArgumentError } from "../arguments/argument_error.ts";
import { found } from "../arguments/found.ts";
import { checkIndex, requireList, requireWhole } from "../arguments/require.ts";
import { allocate } from "./kernels/running.ts";
import type { SparseColumns } from "./kernels/sparse_columns.ts";
import { Matrix } from "./matrix.ts";
import { PIXELS } from "./mnist.ts";

/**
 * Images as compressed sparse columns (CSC), one image a column. Four pixels in five of MNIST are 0;
 * only the others are kept, each with its place in the image. 42,000 images take 19 MB instead of the
 * 263 MB of float64.
 *
 * Image j owns the entries from `starts[j]` up to, but not including, `starts[j + 1]`: entry k is
 * the pixel `indices[k]`, in ascending order, and is `bytes[k]` dark, 1 to 255. Seen as a matrix the value is
 * the byte divided by 255, so that it lies between 0 and 1.
 */
export class Pixels implements SparseColumns {
  /**
   * Images in their compact form.
   *
   * @param size the number of pixels of one image, 784 for MNIST
   * @param starts for each image the number of its first entry, and the end of the last: count + 1 numbers
   * @param indices for each entry the pixel's place in its image, 0 to size - 1
   * @param bytes for each entry how dark it is, 1 to 255
   * @param areChecked true if the arrays are known to be right, as those of other Pixels are
   * @throws {ArgumentError} if the arrays do not fit together
   */
  constructor(
    readonly size: number,
    readonly starts: Uint32Array,
    readonly indices: Uint16Array,
    readonly bytes: Uint8Array,
    areChecked = false,
  ) {
    if (!areChecked) this.#check();
  }

  /** The number of images. */
  get count(): number {
    return this.starts.length - 1;
  }

  /** Pixel `p` of image `j`, from 0 to 1. */
  get(p: number, j: number): number {
    checkIndex("pixel", p, this.size, this.#shape);
    checkIndex("image", j, this.count, this.#shape);
    // The places ascend within an image, so halving the range finds one in 8 steps or so.
    let low = this.starts[j];
    let high = this.starts[j + 1];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.indices[middle] < p) low = middle + 1;
      else high = middle;
    }
    return low < this.starts[j + 1] && this.indices[low] === p ? this.bytes[low] / 255 : 0;
  }

  /** All images in full, one after the other, each value from 0 to 1. */
  expand(): Float64Array {
    const full = new Float64Array(this.size * this.count);
    for (let j = 0; j < this.count; j++) {
      for (let k = this.starts[j]; k < this.starts[j + 1]; k++) {
        full[j * this.size + this.indices[k]] = this.bytes[k] / 255;
      }
    }
    return full;
  }

  /** The images of the given numbers, in that order. */
  select(images: ArrayLike<number>): Pixels {
    requireList("select", "numbers of images", images);
    for (let i = 0; i < images.length; i++) checkIndex("image", images[i], this.count, this.#shape);
    const starts = allocate("uint32", images.length + 1);
    starts[0] = 0;
    for (let i = 0; i < images.length; i++) {
      starts[i + 1] = starts[i] + this.starts[images[i] + 1] - this.starts[images[i]];
    }
    const indices = allocate("uint16", starts[images.length]);
    const bytes = allocate("uint8", starts[images.length]);
    for (let i = 0; i < images.length; i++) {
      const from = this.starts[images[i]];
      const to = this.starts[images[i] + 1];
      indices.set(this.indices.subarray(from, to), starts[i]);
      bytes.set(this.bytes.subarray(from, to), starts[i]);
    }
    return new Pixels(this.size, starts, indices, bytes, true);
  }

  /** These images as the matrix X: size x count. */
  toMatrix(): Matrix {
    return new Matrix(this.size, this.count, this);
  }

  /**
   * The sparse columns of images that are given in full, one byte a pixel.
   *
   * @param full `size` bytes an image, 0 to 255, image after image
   * @param size the number of pixels of an image, by default MNIST's 784
   * @throws {ArgumentError} if they are not bytes of whole images
   */
  static fromBytes(full: Uint8Array, size: number = PIXELS): Pixels {
    requireWhole("size", size, 1, 2 ** 16);
    if (!(full instanceof Uint8Array) || full.length % size !== 0) {
      const instead = full instanceof Uint8Array ? `${full.length} bytes` : found(full);
      throw new ArgumentError(
        `Pixels.fromBytes expected a Uint8Array with ${size} bytes for each image, but found ${instead}.`,
      );
    }
    const count = full.length / size;
    const dark = full.reduce((sum, byte) => sum + (byte > 0 ? 1 : 0), 0);
    const starts = new Uint32Array(count + 1);
    const indices = new Uint16Array(dark);
    const bytes = new Uint8Array(dark);
    let k = 0;
    for (let j = 0; j < count; j++) {
      for (let p = 0; p < size; p++) {
        const byte = full[j * size + p];
        if (byte === 0) continue;
        indices[k] = p;
        bytes[k++] = byte;
      }
      starts[j + 1] = k;
    }
    return new Pixels(size, starts, indices, bytes, true);
  }

  /**
   * Image `j` in full: `size` bytes, 0 to 255, row after row of the picture.
   */
  image(j: number): Uint8Array {
    checkIndex("image", j, this.count, this.#shape);
    const full = new Uint8Array(this.size);
    for (let k = this.starts[j]; k < this.starts[j + 1]; k++) full[this.indices[k]] = this.bytes[k];
    return full;
  }

  get #shape(): string {
    return `${this.size} x ${this.count}`;
  }

  /** The kernels write to the places in the entries, so an entry that lies outside must be refused here. */
  #check(): void {
    const { size, starts, indices, bytes } = this;
    requireWhole("size", size, 1, 2 ** 16);
    const refuse = (problem: string): never => {
      throw new ArgumentError(
        `Pixels expected starts that ascend from 0 to the number of entries, and for each entry a ` +
          `place below ${size}, ascending within its image, but found ${problem}.`,
      );
    };
    if (!(starts instanceof Uint32Array)) refuse(`${found(starts)} as starts`);
    if (!(indices instanceof Uint16Array)) refuse(`${found(indices)} as indices`);
    if (!(bytes instanceof Uint8Array)) refuse(`${found(bytes)} as bytes`);
    if (indices.length !== bytes.length) {
      refuse(`${indices.length} indices and ${bytes.length} bytes`);
    }
    if (starts[0] !== 0 || starts[starts.length - 1] !== indices.length) {
      refuse(
        `starts from ${starts[0]} to ${starts[starts.length - 1]}, and ${indices.length} entries`,
      );
    }
    for (let j = 0; j < this.count; j++) {
      if (starts[j] > starts[j + 1]) refuse(`that image ${j} ends before it begins`);
      for (let k = starts[j]; k < starts[j + 1]; k++) {
        const isAfter = k === starts[j] || indices[k] > indices[k - 1];
        if (!isAfter || indices[k] >= size) refuse(`the place ${indices[k]} in image ${j}`);
      }
    }
  }
}
