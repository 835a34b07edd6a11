import { multiply, scale, subtract, sumColumns } from "../matrix/elementwise.ts";
import { matmul } from "../matrix/matmul.ts";
import type { Matrix } from "../matrix/matrix.ts";
import { transpose } from "../matrix/transpose.ts";
import { reluDerivative } from "./activations.ts";
import type { Activations } from "./forward.ts";
import type { ParameterGradients, Parameters } from "./parameters.ts";

/** How the mean loss changes with every number of the network. */
export interface Gradients extends ParameterGradients {
  /** 10 x m: one column an image. */
  dZ2: Matrix;
  /** hidden x m: one column an image. */
  dZ1: Matrix;
}

/**
 * Equations 5 to 10, without the checks of `checked.ts`: from the error at the output to the gradient
 * of every parameter.
 */
export function backward(
  parameters: Parameters,
  activations: Activations,
  X: Matrix,
  Y: Matrix,
): Gradients {
  const { W2 } = parameters;
  const { Z1, A1, A2 } = activations;
  const m = X.cols;
  const dZ2 = subtract(A2, Y);
  const dW2 = scale(matmul(dZ2, transpose(A1)), 1 / m);
  const db2 = scale(sumColumns(dZ2), 1 / m);
  const dZ1 = multiply(matmul(transpose(W2), dZ2), reluDerivative(Z1));
  const dW1 = scale(matmul(dZ1, transpose(X)), 1 / m);
  const db1 = scale(sumColumns(dZ1), 1 / m);
  return { dZ2, dW2, db2, dZ1, dW1, db1 };
}
