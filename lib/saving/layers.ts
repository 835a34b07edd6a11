import { ShapeError } from "../matrix/shape_error.ts";
import { requireMatrix } from "../matrix/require_matrix.ts";
import type { Matrix } from "../matrix/matrix.ts";
import type { Parameters } from "../network/parameters.ts";

/** The parameters in the order in which they are drawn, saved and counted. */
export const NAMES = ["W1", "b1", "W2", "b2"] as const;

/**
 * What does not fit in four matrices that should be the parameters of a network: W1 hidden x 784, b1
 * hidden x 1, W2 10 x hidden, b2 10 x 1, all in one number format. Undefined where all of it fits.
 */
export function misfit({ W1, b1, W2, b2 }: Parameters): string | undefined {
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

/**
 * @throws {ArgumentError} if something is no Matrix
 * @throws {ShapeError} if the shapes or the number formats do not fit together
 */
export function requireParameters(call: string, parameters: Parameters): void {
  const { W1, b1, W2, b2 } = parameters ?? {};
  requireMatrix(`${call}'s parameters { W1, b1, W2, b2 }`, W1, b1, W2, b2);
  const problem = misfit(parameters);
  if (problem) throw new ShapeError(`${call} ${problem}`);
}
