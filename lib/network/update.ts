import { scale, subtract } from "../matrix/elementwise.ts";
import { requireMatrices } from "../matrix/require_matrix.ts";
import type { Gradients } from "./backward.ts";
import { givenParameters } from "./given_parameters.ts";
import type { Parameters } from "./parameters.ts";

/** The gradients of the parameters. */
export type ParameterGradients = Pick<Gradients, "dW1" | "db1" | "dW2" | "db2">;

/**
 * Gradient descent, equations 11 to 14: every parameter takes a step against its gradient. The
 * result is new; the parameters that were given stay as they were.
 *
 * @param gradients the four that `backward` gives for the parameters
 * @param learningRate alpha, the length of the step
 * @throws {ArgumentError} if one of them is something else
 * @throws {ShapeError} if a gradient does not have its parameter's shape
 *
 * @example
 * ```ts
 * import { initParameters, update } from "glassnet";
 * import { assertEquals } from "@std/assert";
 *
 * const old = initParameters();
 * const gradients = { dW1: old.W1, db1: old.b1, dW2: old.W2, db2: old.b2 };
 * assertEquals(update(old, gradients, 0.5).b1.get(0, 0), old.b1.get(0, 0) * 0.5);
 * ```
 */
export function update(
  parameters: Parameters,
  gradients: ParameterGradients,
  learningRate: number,
): Parameters {
  const { W1, b1, W2, b2 } = givenParameters("update", parameters);
  const { dW1, db1, dW2, db2 } = givenGradients("update", gradients);
  return {
    W2: subtract(W2, scale(dW2, learningRate)),
    b2: subtract(b2, scale(db2, learningRate)),
    W1: subtract(W1, scale(dW1, learningRate)),
    b1: subtract(b1, scale(db1, learningRate)),
  };
}

/** The four matrices, or an error where what was given for them is something else. */
export function givenGradients(call: string, gradients: ParameterGradients): ParameterGradients {
  return requireMatrices(call, "gradients", gradients as never, "dW1", "db1", "dW2", "db2");
}
