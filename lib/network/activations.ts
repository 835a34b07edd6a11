import { MatrixError, requireMatrix } from "../matrix/errors.ts";
import { map } from "../matrix/elementwise.ts";
import { Matrix } from "../matrix/matrix.ts";
import { exponential } from "../matrix/kernels/exponential.ts";
import { allocate, type Dtype, rounding } from "../matrix/memory.ts";

/**
 * The rectified linear unit: ReLU(z) = max(0, z), element by element. The shape stays.
 *
 * @throws {MatrixError} if Z is not a Matrix
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
  return map(Z, (out, z) => {
    // NaN stays NaN, so that a network that has diverged cannot hide it here.
    for (let i = 0; i < out.length; i++) out[i] = Math.max(0, z[i]);
  });
}

/**
 * The derivative of ReLU: 1 where z > 0, else 0, element by element. At z = 0, where there
 * is no derivative, it is 0 by convention, as in PyTorch.
 *
 * @throws {MatrixError} if Z is not a Matrix
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
  return map(Z, (out, z) => {
    for (let i = 0; i < out.length; i++) out[i] = z[i] > 0 ? 1 : 0;
  });
}

/**
 * Softmax of every column: e^z divided by the sum of the column's e^z. Each column becomes
 * probabilities: none is negative and they sum to 1. The shape stays.
 *
 * The column's maximum is subtracted first. That changes nothing in the quotient, since e^(z - max) is
 * e^z / e^max above and below, and keeps e^z from overflowing (Goodfellow, Bengio and Courville,
 * "Deep Learning", section 4.1).
 *
 * @throws {MatrixError} if Z is not a Matrix
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
  const { rows, cols } = Z;
  const round = rounding[Z.dtype];
  return map(Z, (out, z) => {
    for (let j = 0; j < cols; j++) {
      const from = j * rows;
      const to = from + rows;
      let max = z[from];
      for (let i = from + 1; i < to; i++) max = Math.max(max, z[i]);
      let sum = 0;
      for (let i = from; i < to; i++) {
        out[i] = exponential(round(z[i] - max));
        sum = round(sum + out[i]);
      }
      for (let i = from; i < to; i++) out[i] /= sum;
    }
  });
}

/**
 * The labels as columns with a single 1: Y is classes x m, and Y(k, j) is 1 where image j is
 * the digit k.
 *
 * @param labels m whole numbers from 0 to 9
 * @throws {MatrixError} if a label is not one of the classes
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
  if (typeof labels?.length !== "number" || labels.length === 0) {
    throw new MatrixError("oneHot expected an array of at least one label, such as [5, 0, 4].");
  }
  const values = allocate(dtype, classes * labels.length).fill(0);
  for (let j = 0; j < labels.length; j++) {
    const label = labels[j];
    if (!Number.isInteger(label) || label < 0 || label >= classes) {
      throw new MatrixError(
        `oneHot expected labels from 0 to ${classes - 1}, but label ${j} is ${label}.`,
      );
    }
    values[j * classes + label] = 1;
  }
  return new Matrix(classes, labels.length, values);
}
