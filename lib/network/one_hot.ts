import { ArgumentError } from "../arguments/argument_error.ts";
import { found, numbersOfTexts } from "../arguments/found.ts";
import { requireList, requireOneOf, requireWhole } from "../arguments/require.ts";
import type { Dtype } from "../matrix/kernels/format.ts";
import { allocate } from "../matrix/kernels/running.ts";
import { Matrix } from "../matrix/matrix.ts";
import { CLASSES } from "../matrix/mnist.ts";

/**
 * The labels as columns with a single 1: Y is classes x m, and Y(k, j) is 1 if image j is
 * the digit k.
 *
 * @param labels m whole numbers from 0 to 9
 * @throws {ArgumentError} if a label is not one of the classes
 *
 * @example
 * ```ts
 * import { oneHot } from "glassnet";
 * import { assertEquals } from "@std/assert";
 *
 * const Y = oneHot([3, 0]);
 * assertEquals(Y.shape, "10 x 2");
 * assertEquals(Y.toArray()[3], [1, 0]);
 * ```
 */
export function oneHot(
  labels: ArrayLike<number>,
  classes: number = CLASSES,
  dtype: Dtype = "float64",
): Matrix {
  requireList("oneHot", "labels", labels);
  requireWhole("classes", classes, 1, 2 ** 8);
  requireOneOf("dtype", dtype, "float64", "float32");
  if (labels.length === 0) {
    throw new ArgumentError("oneHot expected an array of at least one label, such as [5, 0, 4].");
  }
  const values = allocate(dtype, classes * labels.length).fill(0);
  for (let j = 0; j < labels.length; j++) {
    const label = labels[j];
    if (!Number.isInteger(label) || label < 0 || label >= classes) {
      throw new ArgumentError(
        `oneHot expected labels from 0 to ${classes - 1}, but label ${j} is ${found(label)}.` +
          numbersOfTexts("labels", label),
      );
    }
    values[j * classes + label] = 1;
  }
  return new Matrix(classes, labels.length, values);
}
