import { ArgumentError } from "../arguments/argument_error.ts";
import { found } from "../arguments/found.ts";
import type { MatrixName } from "../display/symbols.ts";
import type { Matrix } from "../matrix/matrix.ts";
import { backward } from "../network/backward.ts";
import { forward } from "../network/forward.ts";
import type { Parameters } from "../network/parameters.ts";
import { update } from "../network/update.ts";

/**
 * Throws if a learning rate is not a finite number.
 *
 * @throws {ArgumentError} that says what it is
 */
export function requireLearningRate(learningRate: number): void {
  if (Number.isFinite(learningRate)) return;
  throw new ArgumentError(
    `learningRate expected a finite number, but found ${found(learningRate)}.`,
  );
}

/** Every matrix of a training step by its name. */
export type StepMatrices = Record<MatrixName, Matrix>;

/**
 * A whole training step: what it starts from and what the fourteen equations make of it, computed by
 * `forward`, `backward` and `update` themselves.
 */
export function trainingStep(
  parameters: Parameters,
  X: Matrix,
  Y: Matrix,
  learningRate: number,
): StepMatrices {
  const { W1, b1, W2, b2 } = parameters;
  const activations = forward(parameters, X);
  const gradients = backward(parameters, activations, X, Y);
  const after = update(parameters, gradients, learningRate);
  return {
    ...{ X, Y, W1, b1, W2, b2 },
    ...activations,
    ...gradients,
    "new W2": after.W2,
    "new b2": after.b2,
    "new W1": after.W1,
    "new b1": after.b1,
  };
}
