import { ArgumentError } from "../arguments/argument_error.ts";
import { Displayable } from "../display/displayable.ts";
import { numberText } from "../display/numbers.ts";
import { meanings } from "../display/symbols.ts";
import { add } from "../matrix/elementwise.ts";
import { matmul } from "../matrix/matmul.ts";
import type { Matrix } from "../matrix/matrix.ts";
import { selectColumns } from "../matrix/select_columns.ts";
import { relu, softmax } from "../network/activations.ts";
import { crossEntropy } from "../network/loss.ts";
import { type Cell, inWords } from "./cells.ts";
import { epsilon, parameterSlopes, relativeError, slopeAlong, toFloat64 } from "./slope.ts";
import type { StepMatrices } from "./training_step.ts";

/** What backpropagation says of one number, and what the loss itself says. */
export class FiniteDifference extends Displayable {
  /** Two numbers to compare: `check` of a step makes it. */
  constructor(
    /** What was compared, such as `dW1[3, 405]`. */
    readonly name: string,
    /** What the fourteen equations say. */
    readonly backpropagation: number,
    /** The same from the loss alone, by moving one number a little to both sides. */
    readonly finiteDifference: number,
    /** Whether a hidden unit switches on or off on the way, which bends the loss there. */
    readonly atKink: boolean,
    /** In words, what was compared with what. */
    readonly what: string,
  ) {
    super();
  }

  /** The difference of the two over the larger of them, or over 1e-4 if both are smaller. */
  get error(): number {
    return relativeError(this.backpropagation, this.finiteDifference);
  }

  /** True if they agree to 5 digits, or sit at a kink, where there is nothing to compare. */
  get ok(): boolean {
    return this.atKink || this.error <= 1e-5;
  }

  /** A sentence. */
  override toString(): string {
    const numbers = `the equations say ${numberText(this.backpropagation, 7)}, ` +
      `the loss itself says ${numberText(this.finiteDifference, 7)}`;
    if (this.atKink) {
      return `${this.name}: ${numbers}; a hidden unit switches within the step, so the two may differ.`;
    }
    return `${this.name} (${this.what}): ${numbers}. They ${this.ok ? "agree" : "differ"}: ` +
      `the relative error is ${this.error.toExponential(0)}.`;
  }
}

/**
 * Compares a number of a training step with the slope of the loss. A parameter is moved and the mean
 * loss of all images computed anew; a number of the layers is moved and its own image's loss
 * computed from there on. Forward propagation alone is used, in float64.
 *
 * @throws {ArgumentError} if the cell is one of X or Y
 */
export function finiteDifference(
  values: StepMatrices,
  cell: Cell,
  learningRate: number,
): FiniteDifference {
  const { matrix, row, col } = cell;
  const { gradientOf, updateOf } = meanings[matrix];
  const moved = gradientOf ?? updateOf ?? matrix;
  switch (moved) {
    case "Z1":
    case "A1":
    case "Z2":
    case "A2":
      return layerDifference(values, moved, row, col);
    case "W1":
    case "b1":
    case "W2":
    case "b2": {
      const { slope, atKink } = parameterSlopes(values, values.X, values.Y)(moved, row, col);
      const place = `${moved}[${row}, ${col}]`;
      const says = values[updateOf ? `new ${moved}` as const : `d${moved}` as const].get(row, col);
      if (!updateOf) {
        const what = `how the mean loss changes with ${place}`;
        return new FiniteDifference(`d${place}`, says, slope, atKink, what);
      }
      const after = values[moved].get(row, col) - learningRate * slope;
      const what = `${place} less α times the slope of the loss`;
      return new FiniteDifference(`new ${place}`, says, after, atKink, what);
    }
  }
  throw new ArgumentError(`${inWords(cell)} is given: there is no gradient to compare.`);
}

type Layer = "Z1" | "A1" | "Z2" | "A2";

/** The slope of one image's loss along one number of a layer. */
function layerDifference(
  values: StepMatrices,
  layer: Layer,
  row: number,
  col: number,
): FiniteDifference {
  const start = toFloat64(selectColumns(values[layer], [col]));
  const y = toFloat64(selectColumns(values.Y, [col]));
  const [W2, b2] = [toFloat64(values.W2), toFloat64(values.b2)];
  const fromA2 = (A2: Matrix) => crossEntropy(A2, y);
  const fromZ2 = (Z2: Matrix) => fromA2(softmax(Z2));
  const fromA1 = (A1: Matrix) => fromZ2(add(matmul(W2, A1), b2));
  const fromZ1 = (Z1: Matrix) => fromA1(relu(Z1));
  const lossFrom = { Z1: fromZ1, A1: fromA1, Z2: fromZ2, A2: fromA2 }[layer];
  // The logarithm bends sharply near 0, so a small probability is moved by a small part of itself.
  const here = start.get(row, 0);
  const step = layer === "A2" ? Math.min(epsilon, here / 1000) : epsilon;
  const slope = slopeAlong(start, row, 0, step, lossFrom);
  const atKink = layer === "Z1" && Math.abs(here) <= epsilon;
  const [name, says] = backpropagated(values, layer, row, col);
  const what = `how the loss of image ${col} changes with ${layer}[${row}, ${col}]`;
  return new FiniteDifference(name, says, slope, atKink, what);
}

/** What backpropagation says of a layer's number; those of A1 and A2 are steps on the way to dZ1 and dZ2. */
function backpropagated(
  values: StepMatrices,
  layer: Layer,
  row: number,
  col: number,
): [string, number] {
  switch (layer) {
    case "Z1":
    case "Z2":
      return [`d${layer}[${row}, ${col}]`, values[`d${layer}`].get(row, col)];
    case "A1": {
      const { W2, dZ2 } = values;
      let sum = 0;
      for (let k = 0; k < W2.rows; k++) sum += W2.get(k, row) * dZ2.get(k, col);
      return [`(W2ᵀ dZ2)[${row}, ${col}]`, sum];
    }
    case "A2":
      return [`(-Y / A2)[${row}, ${col}]`, -values.Y.get(row, col) / values.A2.get(row, col) + 0];
  }
}
