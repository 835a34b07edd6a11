import { scale, subtract } from "../matrix/elementwise.ts";
import type { ParameterGradients, Parameters } from "./parameters.ts";

/**
 * Equations 11 to 14, without the checks of `checked.ts`: every parameter takes a step against its
 * gradient.
 */
export function update(
  parameters: Parameters,
  gradients: ParameterGradients,
  learningRate: number,
): Parameters {
  const { W1, b1, W2, b2 } = parameters;
  const { dW1, db1, dW2, db2 } = gradients;
  return {
    W2: subtract(W2, scale(dW2, learningRate)),
    b2: subtract(b2, scale(db2, learningRate)),
    W1: subtract(W1, scale(dW1, learningRate)),
    b1: subtract(b1, scale(db1, learningRate)),
  };
}
