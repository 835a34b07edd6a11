import { Scratch } from "../matrix/kernels/scratch.ts";
import type { Dtype } from "../matrix/kernels/format.ts";
import type { Matrix } from "../matrix/matrix.ts";
import { CLASSES } from "../matrix/mnist.ts";
import { selectColumns } from "../matrix/select_columns.ts";
import { oneHot } from "../network/one_hot.ts";
import { shuffled } from "./shuffle.ts";

/** The images of one update. */
export interface Batch {
  /** 784 x n. */
  X: Matrix;
  /** 10 x n, the labels as columns with a single 1. */
  Y: Matrix;
  /** The n labels. */
  labels: Uint8Array;
}

/** How to make batches. */
export interface BatchOptions {
  /** The number of images a batch, 1 to m. */
  size: number;
  /** The same seed gives the same batches. */
  seed: number;
  /** How many batches to leave out at the beginning. */
  first?: number;
  /** The number format of Y. */
  dtype?: Dtype;
  /** Where a batch is made; the next one overwrites it. */
  buffers?: Scratch;
}

/**
 * The batches of a training, without end: epoch after epoch, each through all images in an order of
 * its own. If one batch takes all images it is always the same, in their own order. The last batch of
 * an epoch holds what is left.
 *
 * @param X 784 x m
 * @param labels the m labels
 */
export function* batches(
  X: Matrix,
  labels: Uint8Array,
  { size, seed, first = 0, dtype, buffers = new Scratch(1) }: BatchOptions,
): Generator<Batch, never> {
  if (size >= X.cols) {
    const all = { X, Y: buffers.turn(() => oneHot(labels, CLASSES, dtype)), labels };
    for (;;) yield all;
  }
  const perEpoch = Math.ceil(X.cols / size);
  let from = (first % perEpoch) * size;
  for (let epoch = Math.floor(first / perEpoch);; epoch++, from = 0) {
    const order = shuffled(X.cols, seed + epoch);
    for (; from < X.cols; from += size) {
      const images = order.subarray(from, from + size);
      yield buffers.turn(() => {
        const truth = Uint8Array.from(images, (j) => labels[j]);
        return {
          X: selectColumns(X, images),
          Y: oneHot(truth, CLASSES, dtype),
          labels: truth,
        };
      });
    }
  }
}
