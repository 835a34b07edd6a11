import { ArgumentError } from "../arguments/argument_error.ts";
import { found } from "../arguments/found.ts";
import { requireList, requireOneOf, requireWhole } from "../arguments/require.ts";
import { requireMatrix } from "../matrix/require_matrix.ts";
import { map } from "../matrix/elementwise.ts";
import { Matrix } from "../matrix/matrix.ts";
import { kernels } from "../matrix/kernels/running.ts";
import { allocate, type Dtype } from "../matrix/memory.ts";

/**
 * The rectified linear unit: ReLU(z) = max(0, z), element by element. The shape stays.
 *
 * @throws {ArgumentError} if Z is not a Matrix
 *
 * @example
 * ```ts
 * import { Matrix, relu } from "glassnet";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(relu(Matrix.from([[-2, 0, 3]])).toArray(), [[0, 0, 3]]);
 * ```
 */
export function relu(Z: Matrix): Matrix {
  requireMatrix("relu", Z);
  return map(Z, (out, z) => kernels().relu(out, z));
}

/**
 * The derivative of ReLU: 1 where z > 0, else 0, element by element. At z = 0, where there
 * is no derivative, it is 0 by convention, as in PyTorch.
 *
 * @throws {ArgumentError} if Z is not a Matrix
 *
 * @example
 * ```ts
 * import { Matrix, reluDerivative } from "glassnet";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(reluDerivative(Matrix.from([[-2, 0, 3]])).toArray(), [[0, 0, 1]]);
 * ```
 */
export function reluDerivative(Z: Matrix): Matrix {
  requireMatrix("reluDerivative", Z);
  return map(Z, (out, z) => kernels().reluDerivative(out, z));
}

/**
 * Softmax of every column: e^z divided by the sum of the column's e^z. Each column becomes
 * probabilities: none is negative and they sum to 1. The shape stays.
 *
 * The column's maximum is subtracted first. That changes nothing in the quotient, since e^(z - max) is
 * e^z / e^max above and below, and keeps e^z from overflowing (Goodfellow, Bengio and Courville,
 * "Deep Learning", section 4.1).
 *
 * @throws {ArgumentError} if Z is not a Matrix
 *
 * @example
 * ```ts
 * import { Matrix, softmax } from "glassnet";
 * import { assertAlmostEquals, assertEquals } from "@std/assert";
 *
 * assertEquals(softmax(Matrix.from([[1000], [1000]])).toArray(), [[0.5], [0.5]]);
 * assertAlmostEquals(softmax(Matrix.from([[0], [Math.log(3)]])).get(1, 0), 3 / 4);
 * ```
 */
export function softmax(Z: Matrix): Matrix {
  requireMatrix("softmax", Z);
  return map(Z, (out, z) => kernels().softmax(out, z, Z.rows));
}

/**
 * The labels as columns with a single 1: Y is classes x m, and Y(k, j) is 1 where image j is
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
export function oneHot(labels: ArrayLike<number>, classes = 10, dtype: Dtype = "float64"): Matrix {
  requireList("oneHot", "labels", labels);
  requireWhole("classes", classes, 1, 2 ** 8);
  requireOneOf("dtype", dtype, "float64", "float32");
  if (labels.length === 0) {
    throw new ArgumentError("oneHot expected an array of at least one label, such as [5, 0, 4].");
  }
  const values = allocate(dtype, classes * labels.length).fill(0);
  const copy = allocate("uint8", labels.length);
  for (let j = 0; j < labels.length; j++) {
    const label = labels[j];
    if (!Number.isInteger(label) || label < 0 || label >= classes) {
      throw new ArgumentError(
        `oneHot expected labels from 0 to ${classes - 1}, but label ${j} is ${found(label)}.`,
      );
    }
    values[j * classes + label] = 1;
    copy[j] = label;
  }
  const Y = new Matrix(classes, labels.length, values);
  oneHotLabels.set(Y, copy);
  return Y;
}

/** What each Y was made of, so that the loss need not look for the ones among the zeros. */
const oneHotLabels = new WeakMap<Matrix, Uint8Array>();

/** The labels of a Y that `oneHot` made. */
export function labelsOf(Y: Matrix): Uint8Array | undefined {
  return oneHotLabels.get(Y);
}
