import { add, scale } from "../matrix/elementwise.ts";
import { ArgumentError } from "../arguments/argument_error.ts";
import { found } from "../arguments/found.ts";
import { Matrix } from "../matrix/matrix.ts";
import type { Gradients } from "./backward.ts";
import { givenParameters } from "./given_parameters.ts";
import type { Parameters } from "./parameters.ts";
import { givenGradients } from "./update.ts";

/**
 * What {@linkcode update} steps against where there is momentum: this gradient and those before it. Its
 * matrices have the names and shapes of the gradients that they stand in for.
 */
export type Velocity = Pick<Gradients, "dW1" | "db1" | "dW2" | "db2">;

/**
 * The velocity before the first update: zeros in the shapes and the number format of the parameters.
 *
 * @example
 * ```ts
 * import { initParameters, initVelocity } from "glassnet";
 * import { assertEquals } from "@std/assert";
 *
 * const { dW1, db2 } = initVelocity(initParameters());
 * assertEquals([dW1.shape, db2.shape, dW1.get(0, 0)], ["10 x 784", "10 x 1", 0]);
 * ```
 */
export function initVelocity(parameters: Parameters): Velocity {
  const { W1, b1, W2, b2 } = givenParameters("initVelocity", parameters);
  const zeros = ({ rows, cols, dtype }: Matrix) => Matrix.zeros(rows, cols, dtype);
  return { dW2: zeros(W2), db2: zeros(b2), dW1: zeros(W1), db1: zeros(b1) };
}

/**
 * Momentum: what was gathered so far fades by the factor mu, and the new gradient is added,
 *
 *     V := mu V + dW
 *
 * and `update` with V in the place of dW is gradient descent with momentum. Where the gradients agree from step
 * to step, V grows to 1 / (1 - mu) of them; where they point to and fro, they cancel. (Polyak, "Some
 * methods of speeding up the convergence of iteration methods", 1964; in this form PyTorch's `torch.optim.SGD`.)
 *
 * @param velocity of the update before, or `initVelocity(parameters)`
 * @param gradients the four that `backward` gives for the parameters
 * @param momentum mu, from 0 (none) to less than 1
 * @returns a new velocity; the one that was given stays as it was
 * @throws {ShapeError} if a gradient does not have its velocity's shape
 * @throws {ArgumentError} if mu is out of range
 *
 * @example
 * ```ts
 * import { accelerate, initParameters, initVelocity, update } from "glassnet";
 * import { assertEquals } from "@std/assert";
 *
 * const parameters = initParameters();
 * const { W1, b1, W2, b2 } = parameters;
 * const gradients = { dW1: W1, db1: b1, dW2: W2, db2: b2 };
 * const first = accelerate(initVelocity(parameters), gradients, 0.5);
 * const second = accelerate(first, gradients, 0.5);
 * assertEquals(second.db1.get(0, 0), 1.5 * gradients.db1.get(0, 0));
 * const next = update(parameters, second, 0.1); // W := W - alpha V
 * assertEquals(next.W1.shape, "10 x 784");
 * ```
 */
export function accelerate(
  velocity: Velocity,
  gradients: Velocity,
  momentum: number,
): Velocity {
  givenGradients("accelerate", velocity);
  const { dW1, db1, dW2, db2 } = givenGradients("accelerate", gradients);
  requireMomentum(momentum);
  return {
    dW2: add(scale(velocity.dW2, momentum), dW2),
    db2: add(scale(velocity.db2, momentum), db2),
    dW1: add(scale(velocity.dW1, momentum), dW1),
    db1: add(scale(velocity.db1, momentum), db1),
  };
}

/** Throws where mu is not a number from 0 to less than 1: with 1 the velocity would never fade. */
export function requireMomentum(momentum: unknown): void {
  if (typeof momentum !== "number" || !(momentum >= 0 && momentum < 1)) {
    throw new ArgumentError(
      `momentum expected a number from 0 to less than 1, but found ${found(momentum)}.`,
    );
  }
}
