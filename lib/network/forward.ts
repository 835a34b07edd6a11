import { add } from "../matrix/elementwise.ts";
import { matmul } from "../matrix/matmul.ts";
import type { Matrix } from "../matrix/matrix.ts";
import { relu, softmax } from "./activations.ts";
import { givenParameters } from "./given_parameters.ts";
import type { Parameters } from "./parameters.ts";

/** What the layers say of m images. */
export interface Activations {
  /** hidden x m: the weighted sums that reach the hidden units. */
  Z1: Matrix;
  /** hidden x m: what the hidden units answer. */
  A1: Matrix;
  /** 10 x m: the weighted sums that reach the output units. */
  Z2: Matrix;
  /** 10 x m: the probability of each digit; every column sums to 1. */
  A2: Matrix;
}

/**
 * Forward propagation, equations 1 to 4: from the images to the probability of each digit.
 *
 * @param X 784 x m, pixels from 0 to 1
 * @throws {ArgumentError} if the parameters are not a network's, or X is no Matrix
 * @throws {ShapeError} if X does not have as many rows as W1 has columns
 *
 * @example
 * ```ts
 * import { forward, initParameters, Matrix } from "glassnet";
 * import { assertEquals } from "@std/assert";
 *
 * const { Z1, A1, Z2, A2 } = forward(initParameters(), Matrix.zeros(784, 5));
 * assertEquals([Z1, A1, Z2, A2].map((matrix) => matrix.shape), Array(4).fill("10 x 5"));
 * ```
 */
export function forward(parameters: Parameters, X: Matrix): Activations {
  const { W1, b1, W2, b2 } = givenParameters("forward", parameters);
  const Z1 = add(matmul(W1, X), b1);
  const A1 = relu(Z1);
  const Z2 = add(matmul(W2, A1), b2);
  const A2 = softmax(Z2);
  return { Z1, A1, Z2, A2 };
}
