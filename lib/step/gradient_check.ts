import { found } from "../arguments/found.ts";
import { requireOptions } from "../arguments/options.ts";
import { requirePositive, requireWhole } from "../arguments/require.ts";
import { requireMatrices } from "../matrix/require_matrix.ts";
import { Matrix } from "../matrix/matrix.ts";
import { backward, type Gradients } from "../network/backward.ts";
import { forward } from "../network/forward.ts";
import { crossEntropy } from "../network/loss.ts";
import { requireParameters } from "../network/require_parameters.ts";
import type { Parameters } from "../network/parameters.ts";
import { shuffled } from "../training/shuffle.ts";

/** The four gradients that an update needs. */
export type ParameterGradients = Pick<Gradients, "dW1" | "db1" | "dW2" | "db2">;

/** What the check found out about one element. */
export interface CheckedElement {
  row: number;
  col: number;
  /** What backpropagation says. */
  analytic: number;
  /** What the loss itself says, by a finite difference. */
  numeric: number;
  /** |analytic - numeric| over the larger of the two, or over 1e-4 where both are smaller. */
  error: number;
}

/** What the check found out about one gradient. */
export interface CheckedGradient {
  name: keyof ParameterGradients;
  shape: string;
  /** True if every element that was checked is right. */
  ok: boolean;
  /** One word and the largest error, or what is wrong with the shape. */
  verdict: string;
  /** The number of elements that were compared. */
  checked: number;
  /** The number left out, because a hidden unit switches on or off within the step. */
  kinks: number;
  /** The element with the largest error; undefined where the shape is wrong. */
  worst?: CheckedElement;
}

/** How to check. */
export interface GradientCheckOptions {
  /** The gradients to check; those of `backward` unless told. */
  gradients?: ParameterGradients;
  /** How many elements of each gradient to check, drawn at random; 100 unless told. */
  elements?: number;
  /** How far a parameter is moved to each side; 1e-5 unless told. */
  epsilon?: number;
  /** The largest error that counts as right; 1e-5 unless told. */
  tolerance?: number;
}

/** What {@linkcode gradientCheck} gives. */
export class GradientCheck {
  constructor(
    /** One entry for each of dW1, db1, dW2 and db2. */
    readonly gradients: CheckedGradient[],
  ) {}

  /** True if all four gradients are right. */
  get ok(): boolean {
    return this.gradients.every(({ ok }) => ok);
  }

  /** A line for each gradient. */
  toString(): string {
    return this.gradients
      .map(({ name, shape, verdict }) => `${name.padEnd(4)} ${shape.padEnd(9)} ${verdict}`)
      .join("\n");
  }

  /** What Jupyter shows. */
  [Symbol.for("Jupyter.display")](): Record<string, string> {
    return { "text/plain": this.toString() };
  }

  /** What `console.log` shows in Deno. */
  [Symbol.for("Deno.customInspect")](): string {
    return this.toString();
  }
}

/**
 * Compares the gradients of backpropagation with the slope of the loss itself. Each checked parameter
 * is moved a little to both sides, and the loss is computed anew, with forward propagation alone: the
 * slope is (loss(p + epsilon) - loss(p - epsilon)) / (2 epsilon), the central difference. Whatever is
 * wrong in a backward pass shows here, also what still learns. (Goodfellow, Bengio and
 * Courville, "Deep Learning", section 11.5.)
 *
 * A hidden unit that switches between off and on within the step bends the loss there; such elements are left
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
  requireOptions("gradientCheck", options, ["gradients", "elements", "epsilon", "tolerance"]);
  const { elements = 100, epsilon = 1e-5, tolerance = 1e-5 } = options;
  requireWhole("elements", elements, 1, 1e9);
  requirePositive("epsilon", epsilon);
  requirePositive("tolerance", tolerance);
  const exact = inFloat64(requireParameters("gradientCheck", parameters));
  requireMatrices("gradientCheck", "images and labels", { X, Y }, "X", "Y");
  const activations = forward(exact, X);
  const gradients = options.gradients ?? backward(exact, activations, X, Y);
  const on = activations.Z1;

  const names = ["dW1", "db1", "dW2", "db2"] as const;
  return new GradientCheck(names.map((name): CheckedGradient => {
    const parameterName = name.slice(1) as keyof Parameters;
    const parameter = exact[parameterName];
    const gradient = gradients?.[name];
    if (
      !(gradient instanceof Matrix) || gradient.rows !== parameter.rows ||
      gradient.cols !== parameter.cols
    ) {
      return {
        name,
        shape: gradient instanceof Matrix ? gradient.shape : found(gradient),
        ok: false,
        verdict: `wrong shape: ${parameterName} is ${parameter.shape}, so ${name} must be too`,
        checked: 0,
        kinks: 0,
      };
    }
    const chosen = shuffled(parameter.values.length, 0).subarray(0, elements);
    let kinks = 0;
    let worst: CheckedElement | undefined;
    for (const place of chosen) {
      const col = Math.floor(place / parameter.rows);
      const row = place % parameter.rows;
      const [above, below] = [epsilon, -epsilon].map((step) => {
        const moved = { ...exact, [parameterName]: nudged(parameter, place, step) };
        const { Z1, A2 } = forward(moved, X);
        return { loss: crossEntropy(A2, Y), Z1 };
      });
      if (switches(on, above.Z1) || switches(on, below.Z1)) {
        kinks++;
        continue;
      }
      const numeric = (above.loss - below.loss) / (2 * epsilon);
      const analytic = gradient.get(row, col);
      const error = Math.abs(analytic - numeric) /
        Math.max(Math.abs(analytic), Math.abs(numeric), 1e-4);
      if (!worst || !(error <= worst.error)) worst = { row, col, analytic, numeric, error };
    }
    const checked = chosen.length - kinks;
    const ok = worst !== undefined && worst.error <= tolerance;
    return { name, shape: gradient.shape, ok, verdict: verdict(ok, worst), checked, kinks, worst };
  }));
}

function verdict(ok: boolean, worst?: CheckedElement): string {
  if (!worst) return "not checked: every element sits at a kink; use other images";
  const { row, col, analytic, numeric, error } = worst;
  if (ok) return `right: the largest relative error is ${error.toExponential(0)}`;
  return `wrong: at [${row}, ${col}] backpropagation says ${analytic.toPrecision(4)}, ` +
    `the loss says ${numeric.toPrecision(4)}`;
}

function nudged(A: Matrix, place: number, step: number): Matrix {
  const values = A.values.slice();
  values[place] += step;
  return new Matrix(A.rows, A.cols, values);
}

/** Whether any hidden unit is on in one and off in the other. */
function switches(Z: Matrix, other: Matrix): boolean {
  const a = Z.values;
  const b = other.values;
  return a.some((z, i) => z > 0 !== b[i] > 0);
}

function inFloat64({ W1, b1, W2, b2 }: Parameters): Parameters {
  const exact = (A: Matrix) => Matrix.from(A.toArray());
  return { W1: exact(W1), b1: exact(b1), W2: exact(W2), b2: exact(b2) };
}
