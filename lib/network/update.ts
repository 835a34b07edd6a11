import { scale, subtract } from "../matrix/elementwise.ts";
import type { Gradients } from "./backward.ts";
import type { Parameters } from "./parameters.ts";

/**
 * Gradient descent, equations 11 to 14: every parameter takes a step against its gradient. The
 * result is new; the parameters that were given stay as they were.
 *
 * @param gradients the four that `backward` gives for the parameters
 * @param learningRate alpha, the length of the step
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
  { W1, b1, W2, b2 }: Parameters,
  { dW1, db1, dW2, db2 }: Pick<Gradients, "dW1" | "db1" | "dW2" | "db2">,
  learningRate: number,
): Parameters {
  return {
    W2: subtract(W2, scale(dW2, learningRate)),
    b2: subtract(b2, scale(db2, learningRate)),
    W1: subtract(W1, scale(dW1, learningRate)),
    b1: subtract(b1, scale(db1, learningRate)),
  };
}
