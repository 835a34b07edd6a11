import { multiply, scale, subtract, sumColumns } from "../matrix/elementwise.ts";
import { matmul } from "../matrix/matmul.ts";
import { requireMatrices } from "../matrix/require_matrix.ts";
import { type Matrix, transpose } from "../matrix/matrix.ts";
import { reluDerivative } from "./activations.ts";
import type { Activations } from "./forward.ts";
import { givenParameters } from "./given_parameters.ts";
import type { Parameters } from "./parameters.ts";

/** How the mean loss changes with every number of the network. */
export interface Gradients {
  /** 10 x m: one column an image. */
  dZ2: Matrix;
  /** 10 x hidden, the shape of W2. */
  dW2: Matrix;
  /** 10 x 1, the shape of b2. */
  db2: Matrix;
  /** hidden x m: one column an image. */
  dZ1: Matrix;
  /** hidden x 784, the shape of W1. */
  dW1: Matrix;
  /** hidden x 1, the shape of b1. */
  db1: Matrix;
}

/**
 * Backpropagation, equations 5 to 10: from the error at the output to the gradient of every
 * parameter. dW2, db2, dW1 and db1 are the derivatives of the mean cross-entropy loss; dZ2 and dZ1
 * belong to one image each and are not yet divided by m. (Rumelhart, Hinton and Williams, "Learning
 * representations by back-propagating errors", 1986; in these symbols Nielsen, "Neural Networks and Deep
 * Learning", chapter 2.)
 *
 * @param activations what `forward` gave for the same parameters and X
 * @param X 784 x m
 * @param Y 10 x m, the labels as `oneHot` gives them
 * @throws {ArgumentError} if one of them is something else
 * @throws {ShapeError} if a shape does not fit the others
 *
 * @example
 * ```ts
 * import { backward, forward, initParameters, Matrix, oneHot } from "glassnet";
 * import { assertEquals } from "@std/assert";
 *
 * const parameters = initParameters();
 * const X = Matrix.zeros(784, 2);
 * const { dW1, db1 } = backward(parameters, forward(parameters, X), X, oneHot([5, 0]));
 * assertEquals([dW1.shape, db1.shape], ["10 x 784", "10 x 1"]);
 * ```
 */
export function backward(
  parameters: Parameters,
  activations: Activations,
  X: Matrix,
  Y: Matrix,
): Gradients {
  const { W2 } = givenParameters("backward", parameters);
  const { Z1, A1, A2 } = givenActivations(activations);
  const m = givenImages(X, Y);
  const dZ2 = subtract(A2, Y);
  const dW2 = scale(matmul(dZ2, transpose(A1)), 1 / m);
  const db2 = scale(sumColumns(dZ2), 1 / m);
  const dZ1 = multiply(matmul(transpose(W2), dZ2), reluDerivative(Z1));
  const dW1 = scale(matmul(dZ1, transpose(X)), 1 / m);
  const db1 = scale(sumColumns(dZ1), 1 / m);
  return { dZ2, dW2, db2, dZ1, dW1, db1 };
}

function givenActivations(activations: Activations) {
  return requireMatrices("backward", "activations", activations as never, "Z1", "A1", "A2");
}

/** The number of images, or an error where X or Y is something else. */
function givenImages(X: Matrix, Y: Matrix): number {
  return requireMatrices("backward", "images and labels", { X, Y }, "X", "Y").X.cols;
}
