import { found } from "../arguments/found.ts";
import { optionsOf } from "../arguments/options.ts";
import { requirePositive, requireWhole } from "../arguments/require.ts";
import { Displayable } from "../display/displayable.ts";
import { mapMatrices } from "../matrix/map_matrices.ts";
import { Matrix } from "../matrix/matrix.ts";
import { requireMatrices } from "../matrix/require_matrix.ts";
import { backward } from "../network/backward.ts";
import { forward } from "../network/forward.ts";
import { type ParameterGradients, parameterNames, type Parameters } from "../network/parameters.ts";
import { requireParameters } from "../network/require_parameters.ts";
import { shuffled } from "../training/shuffle.ts";
import { epsilon, parameterSlopes, relativeError, toFloat64 } from "./slope.ts";

/** What the check found out about one element. */
export interface CheckedElement {
  /** Its row in the gradient. */
  row: number;
  /** Its column in the gradient. */
  col: number;
  /** What backpropagation says. */
  analytic: number;
  /** What the loss itself says, by a finite difference. */
  numeric: number;
  /**
   * |analytic - numeric| over the larger of the two, or over 1e-4 if both are smaller; Infinity if one
   * of them is not finite.
   */
  error: number;
}

/** What the check found out about one gradient. */
export interface CheckedGradient {
  /** Which of the four it is. */
  name: keyof ParameterGradients;
  /** Its shape, such as `"10 x 784"`. */
  shape: string;
  /** True if every element that was checked is right. */
  ok: boolean;
  /** One word and the largest error, or what is wrong with the shape. */
  verdict: string;
  /** The number of elements that were compared. */
  checked: number;
  /** The number left out, because a hidden unit switches on or off within the step. */
  kinks: number;
  /** The element with the largest error; undefined if the shape is wrong. */
  worst?: CheckedElement;
}

/** How to check. */
export interface GradientCheckOptions {
  /** The gradients to check; those of `backward` if they are left out. */
  gradients?: ParameterGradients;
  /**
   * How many elements of each gradient to check, drawn at random.
   *
   * @default {100}
   */
  elements?: number;
  /**
   * How far a parameter is moved to each side.
   *
   * @default {1e-5}
   */
  epsilon?: number;
  /**
   * The largest error that counts as right.
   *
   * @default {1e-5}
   */
  tolerance?: number;
}

/** What {@linkcode gradientCheck} gives. */
export class GradientCheck extends Displayable {
  /** What was found out: `gradientCheck` makes it. */
  constructor(
    /** One entry for each of dW1, db1, dW2 and db2. */
    readonly gradients: CheckedGradient[],
  ) {
    super();
  }

  /** True if all four gradients are right. */
  get ok(): boolean {
    return this.gradients.every(({ ok }) => ok);
  }

  /** A line for each gradient. */
  override toString(): string {
    return this.gradients
      .map(({ name, shape, verdict }) => `${name.padEnd(4)} ${shape.padEnd(9)} ${verdict}`)
      .join("\n");
  }
}

/**
 * Compares the gradients of backpropagation with the slope of the loss itself. Each checked parameter
 * is moved a little to both sides, and the loss is computed anew, with forward propagation alone: the
 * slope is (loss(p + epsilon) - loss(p - epsilon)) / (2 epsilon), the central difference. Whatever is
 * wrong in a backward pass shows here, also what still learns. (Goodfellow, Bengio and
 * Courville, "Deep Learning", section 11.5.) A gradient with a NaN or an Infinity anywhere is wrong.
 *
 * A hidden unit that switches on or off within the step bends the loss there; such elements are left
 * out and counted. A few images are enough: the cost is two forward passes an element.
 *
 * @param parameters of any number format; the check itself is done in float64
 * @param X 784 x m
 * @param Y 10 x m
 *
 * @example
 * ```ts
 * import { gradientCheck, initParameters, Matrix, oneHot } from "glassnet";
 * import { assert } from "@std/assert";
 *
 * const parameters = initParameters({ inputs: 2 });
 * const check = gradientCheck(parameters, Matrix.from([[0.2, 0.9], [1, 0.3]]), oneHot([3, 7]));
 * assert(check.ok, String(check));
 * ```
 */
export function gradientCheck(
  parameters: Parameters,
  X: Matrix,
  Y: Matrix,
  options: GradientCheckOptions = {},
): GradientCheck {
  const { gradients, elements, epsilon: step, tolerance } = optionsOf("gradientCheck", options, {
    gradients: undefined,
    elements: 100,
    epsilon,
    tolerance: 1e-5,
  });
  requireWhole("elements", elements, 1, 1e9);
  requirePositive("epsilon", step);
  requirePositive("tolerance", tolerance);
  const { W1, b1, W2, b2 } = requireParameters("gradientCheck", parameters);
  requireMatrices("gradientCheck", "images and labels", { X, Y }, "X", "Y");
  const exact = mapMatrices({ W1, b1, W2, b2 }, toFloat64);
  const slopeOf = parameterSlopes(exact, X, Y, step);
  const checked = gradients ?? backward(exact, forward(exact, X), X, Y);

  return new GradientCheck(parameterNames.map((parameter): CheckedGradient => {
    const name = `d${parameter}` as const;
    const { rows, cols, shape } = parameters[parameter];
    const gradient: unknown = checked?.[name];
    if (!(gradient instanceof Matrix) || gradient.shape !== shape) {
      return {
        name,
        shape: gradient instanceof Matrix ? gradient.shape : found(gradient),
        ok: false,
        verdict: `wrong shape: ${parameter} is ${shape}, so ${name} must be too`,
        checked: 0,
        kinks: 0,
      };
    }
    const compared = (place: number) => {
      const [row, col] = [place % rows, Math.floor(place / rows)];
      const { slope: numeric, atKink } = slopeOf(parameter, row, col);
      const analytic = gradient.get(row, col);
      const error = relativeError(analytic, numeric);
      return { element: { row, col, analytic, numeric, error }, atKink };
    };
    const places = shuffled(rows * cols, 0);
    const chosen = places.subarray(0, elements);
    // A number that is not finite is wrong wherever it stands, drawn or not, and also at a kink.
    const odd = places.find((p) => !Number.isFinite(gradient.get(p % rows, Math.floor(p / rows))));
    let worst: CheckedElement | undefined = odd === undefined ? odd : compared(odd).element;
    let kinks = 0;
    for (const place of chosen) {
      const { element, atKink } = compared(place);
      if (atKink) kinks++;
      else if (!worst || element.error > worst.error) worst = element;
    }
    const ok = worst !== undefined && worst.error <= tolerance;
    return {
      ...{ name, shape, ok, verdict: verdict(ok, worst) },
      ...{ checked: chosen.length - kinks, kinks, worst },
    };
  }));
}

function verdict(ok: boolean, worst?: CheckedElement): string {
  if (!worst) return "not checked: every element sits at a kink; use other images";
  const { row, col, analytic, numeric, error } = worst;
  if (ok) return `right: the largest relative error is ${error.toExponential(0)}`;
  return `wrong: at [${row}, ${col}] backpropagation says ${analytic.toPrecision(4)}, ` +
    `the loss says ${numeric.toPrecision(4)}`;
}
