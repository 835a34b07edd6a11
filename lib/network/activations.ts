import { map } from "../matrix/elementwise.ts";
import { kernels } from "../matrix/kernels/running.ts";
import type { Matrix } from "../matrix/matrix.ts";
import { refuseAxis, requireMatrix } from "../matrix/require_matrix.ts";

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
 * The derivative of ReLU, element by element: 1 if z > 0, else 0. At z = 0 there is no derivative;
 * by convention it is 0 there, as in PyTorch.
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
  refuseAxis("softmax", arguments, 0);
  return map(Z, (out, z) => kernels().softmax(out, z, Z.rows));
}
