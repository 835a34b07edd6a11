import { ArgumentError } from "../arguments/argument_error.ts";
import { found } from "../arguments/found.ts";
import { add, scale } from "../matrix/elementwise.ts";
import { Matrix } from "../matrix/matrix.ts";
import type { ParameterGradients, Parameters } from "./parameters.ts";

/**
 * What {@linkcode update} steps against in a training with momentum: this gradient and those before
 * it. Its matrices have the names and shapes of the gradients whose place they take.
 */
export type Velocity = ParameterGradients;

/** The velocity before the first update, without the checks of `checked.ts`. */
export function initVelocity({ W1, b1, W2, b2 }: Parameters): Velocity {
  const zeros = ({ rows, cols, dtype }: Matrix) => Matrix.zeros(rows, cols, dtype);
  return { dW2: zeros(W2), db2: zeros(b2), dW1: zeros(W1), db1: zeros(b1) };
}

/** The momentum step V := mu V + dW, without the checks of `checked.ts`. */
export function accelerate(
  velocity: Velocity,
  gradients: ParameterGradients,
  momentum: number,
): Velocity {
  const { dW1, db1, dW2, db2 } = gradients;
  return {
    dW2: add(scale(velocity.dW2, momentum), dW2),
    db2: add(scale(velocity.db2, momentum), db2),
    dW1: add(scale(velocity.dW1, momentum), dW1),
    db1: add(scale(velocity.db1, momentum), db1),
  };
}

/** Throws if mu is not a number from 0 to less than 1: with 1 the velocity would never fade. */
export function requireMomentum(momentum: unknown): void {
  if (typeof momentum !== "number" || !(momentum >= 0 && momentum < 1)) {
    throw new ArgumentError(
      `momentum expected a number from 0 to less than 1, but found ${found(momentum)}.`,
    );
  }
}
