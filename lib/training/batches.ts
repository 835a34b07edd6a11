import { shuffled } from "./shuffle.ts";
import type { Matrix } from "../matrix/matrix.ts";
import { selectColumns } from "../matrix/select_columns.ts";

/** The images of one update. */
export interface Batch {
  /** 784 x n. */
  X: Matrix;
  /** The n labels. */
  labels: Uint8Array;
}

/**
 * The batches of a training, without end: pass after pass through all images, each in an order of
 * its own. Where one batch takes all images it is always the same, in their own order. The last batch of a
 * pass holds what is left.
 *
 * @param X 784 x m
 * @param labels the m labels
 * @param size the number of images a batch, 1 to m
 * @param seed the same seed gives the same batches
 * @param first how many batches to leave out at the beginning
 */
export function* batches(
  X: Matrix,
  labels: Uint8Array,
  size: number,
  seed: number,
  first = 0,
): Generator<Batch, never> {
  while (size >= X.cols) yield { X, labels };
  const perPass = Math.ceil(X.cols / size);
  let from = (first % perPass) * size;
  for (let pass = Math.floor(first / perPass);; pass++, from = 0) {
    const order = shuffled(X.cols, seed + pass);
    for (; from < X.cols; from += size) {
      const images = order.subarray(from, from + size);
      yield { X: selectColumns(X, images), labels: Uint8Array.from(images, (j) => labels[j]) };
    }
  }
}
