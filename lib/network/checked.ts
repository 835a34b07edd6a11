/**
 * The equations as a notebook calls them. Its cells are not type-checked, so a wrong argument is named
 * here, before it meets an equation. What runs then is `forward.ts`, `backward.ts`, `update.ts` and
 * `momentum.ts`; each function also prints itself as the equations there.
 *
 * @module
 */

import { ArgumentError } from "../arguments/argument_error.ts";
import { found } from "../arguments/found.ts";
import type { Matrix } from "../matrix/matrix.ts";
import { requireMatrices, requireNamedMatrices } from "../matrix/require_matrix.ts";
import * as backwardEquations from "./backward.ts";
import * as forwardEquations from "./forward.ts";
import * as momentumEquations from "./momentum.ts";
import type { ParameterGradients, Parameters } from "./parameters.ts";
import { requireGradients, requireParameters } from "./require_parameters.ts";
import * as updateEquations from "./update.ts";

/**
 * Forward propagation, equations 1 to 4: from the images to the probability of each digit.
 *
 * @param X 784 x m, pixels from 0 to 1
 * @throws {ArgumentError} if the parameters are not a network's, or X is not a Matrix
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
export function forward(parameters: Parameters, X: Matrix): forwardEquations.Activations {
  requireParameters("forward", parameters);
  requireNamedMatrices("forward", { X });
  return forwardEquations.forward(parameters, X);
}

/**
 * Backpropagation, equations 5 to 10: from the error at the output to the gradient of every
 * parameter. dW2, db2, dW1 and db1 are the derivatives of the mean cross-entropy loss; dZ2 and dZ1
 * belong to one image each and are not yet divided by m. (Rumelhart, Hinton and Williams, "Learning
 * representations by back-propagating errors", 1986; in these symbols Nielsen, "Neural Networks and
 * Deep Learning", chapter 2.)
 *
 * @param activations the result of `forward` for the same parameters and X
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
  activations: forwardEquations.Activations,
  X: Matrix,
  Y: Matrix,
): backwardEquations.Gradients {
  requireParameters("backward", parameters);
  requireMatrices("backward", "activations", activations, "Z1", "A1", "A2");
  requireNamedMatrices("backward", { X, Y });
  if (X.rows === activations.A2.rows && Y.rows === parameters.W1.cols && X.rows !== Y.rows) {
    throw new ArgumentError(
      `backward expected X and then Y, but found ${X.shape} as X and ${Y.shape} as Y. Did you mean ` +
        "backward(parameters, activations, X, Y)?",
    );
  }
  return backwardEquations.backward(parameters, activations, X, Y);
}

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
  requireParameters("update", parameters);
  requireGradients("update", gradients);
  if (!Number.isFinite(learningRate)) {
    throw new ArgumentError(
      `update expected learningRate to be a finite number, but found ${found(learningRate)}.`,
    );
  }
  return updateEquations.update(parameters, gradients, learningRate);
}

/**
 * The velocity before the first update: zeros in the shapes and the number format of the parameters.
 *
 * @throws {ArgumentError} if the parameters are not a network's
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
export function initVelocity(parameters: Parameters): momentumEquations.Velocity {
  return momentumEquations.initVelocity(requireParameters("initVelocity", parameters));
}

/**
 * The momentum step: what was gathered so far fades by the factor mu, and the new gradient is added,
 *
 *     V := mu V + dW
 *
 * and `update` with V in the place of dW is gradient descent with momentum. If the gradients agree from
 * step to step, V grows to 1 / (1 - mu) of them; if they point to and fro, they cancel. (Polyak, "Some
 * methods of speeding up the convergence of iteration methods", 1964; in this form PyTorch's
 * `torch.optim.SGD`.)
 *
 * @param velocity of the update before, or `initVelocity(parameters)`
 * @param gradients the four that `backward` gives for the parameters
 * @param momentum mu, from 0 (none) to less than 1
 * @returns a new velocity; the one that was given stays as it was
 * @throws {ShapeError} if a gradient does not have its velocity's shape
 * @throws {ArgumentError} if one of them is something else, or mu is out of range
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
  velocity: momentumEquations.Velocity,
  gradients: ParameterGradients,
  momentum: number,
): momentumEquations.Velocity {
  requireGradients("accelerate", velocity);
  requireGradients("accelerate", gradients);
  momentumEquations.requireMomentum(momentum);
  return momentumEquations.accelerate(velocity, gradients, momentum);
}

// `forward.toString()` in a notebook shows the four equations.
for (
  const [checked, equations] of [
    [forward, forwardEquations.forward],
    [backward, backwardEquations.backward],
    [update, updateEquations.update],
    [initVelocity, momentumEquations.initVelocity],
    [accelerate, momentumEquations.accelerate],
  ]
) {
  Object.defineProperty(checked, "toString", { value: () => equations.toString() });
}
