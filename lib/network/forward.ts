import { add } from "../matrix/elementwise.ts";
import { matmul } from "../matrix/matmul.ts";
import type { Matrix } from "../matrix/matrix.ts";
import { relu, softmax } from "./activations.ts";
import type { Parameters } from "./parameters.ts";

/** What both layers compute for m images. */
export interface Activations {
  /** hidden x m: the weighted sums that reach the hidden units. */
  Z1: Matrix;
  /** hidden x m: the answers of the hidden units. */
  A1: Matrix;
  /** 10 x m: the weighted sums that reach the output units. */
  Z2: Matrix;
  /** 10 x m: the probability of each digit; every column sums to 1. */
  A2: Matrix;
}

/** Equations 1 to 4, without the checks of `checked.ts`: from the images X to the probabilities A2. */
export function forward(parameters: Parameters, X: Matrix): Activations {
  const { W1, b1, W2, b2 } = parameters;
  const Z1 = add(matmul(W1, X), b1);
  const A1 = relu(Z1);
  const Z2 = add(matmul(W2, A1), b2);
  const A2 = softmax(Z2);
  return { Z1, A1, Z2, A2 };
}
