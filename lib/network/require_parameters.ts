import { ShapeError } from "../matrix/shape_error.ts";
import type { Matrix } from "../matrix/matrix.ts";
import { requireMatrices } from "../matrix/require_matrix.ts";
import {
  gradientNames,
  type ParameterGradients,
  parameterNames,
  type Parameters,
} from "./parameters.ts";

/**
 * Returns the parameters of a network.
 *
 * @param call the function that was given them, for the message
 * @throws {ArgumentError} if one of the four is not a Matrix
 */
export function requireParameters(call: string, parameters: Parameters): Parameters {
  return requireMatrices(call, "parameters", parameters, ...parameterNames);
}

/**
 * Returns the gradients of a network's parameters.
 *
 * @param call the function that was given them, for the message
 * @throws {ArgumentError} if one of the four is not a Matrix
 */
export function requireGradients(call: string, gradients: ParameterGradients): ParameterGradients {
  return requireMatrices(call, "gradients", gradients, ...gradientNames);
}

/**
 * Returns the parameters of a network whose shapes fit together, all in one number format.
 *
 * @param call the function that was given them, for the message
 * @throws {ArgumentError} if one of the four is not a Matrix
 * @throws {ShapeError} if the shapes or the number formats do not fit together
 */
export function requireNetwork(call: string, parameters: Parameters): Parameters {
  requireParameters(call, parameters);
  const problem = networkMisfit(parameters);
  if (problem) throw new ShapeError(`${call} ${problem}`);
  return parameters;
}

/**
 * Says what does not fit in four matrices that should be the parameters of a network: W1 hidden x 784,
 * b1 hidden x 1, W2 10 x hidden, b2 10 x 1, all in one number format. Undefined if all of it fits.
 */
export function networkMisfit({ W1, b1, W2, b2 }: Parameters): string | undefined {
  const wrong = (name: string, A: Matrix, expected: string) =>
    A.shape === expected
      ? undefined
      : `expected ${name} to be ${expected}, but found ${A.shape}: ` +
        `W1 is ${W1.shape} and W2 is ${W2.shape}. A layer's weights have a row for each of its units.`;
  const formats = new Set([W1, b1, W2, b2].map(({ dtype }) => dtype));
  return wrong("b1", b1, `${W1.rows} x 1`) ??
    wrong("W2", W2, `${W2.rows} x ${W1.rows}`) ??
    wrong("b2", b2, `${W2.rows} x 1`) ??
    (formats.size > 1
      ? `expected one number format, but found ${[...formats].join(" and ")}.`
      : undefined);
}
