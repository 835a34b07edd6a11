import { ArgumentError } from "../arguments/argument_error.ts";
import { Matrix } from "../matrix/matrix.ts";
import { add } from "../matrix/elementwise.ts";
import { matmul } from "../matrix/matmul.ts";
import { selectColumns } from "../matrix/select_columns.ts";
import { relu, softmax } from "../network/activations.ts";
import { forward } from "../network/forward.ts";
import { crossEntropy } from "../network/loss.ts";
import type { Parameters } from "../network/parameters.ts";
import { type Cell, nameOf } from "./cells.ts";
import { numberText } from "../display/number_text.ts";
import type { StepMatrices } from "./training_step.ts";

/** What backpropagation says of one number, and what the loss itself says. */
export class FiniteDifference {
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
  ) {}

  /** The difference of the two over the larger of them, or over 1e-4 where both are smaller. */
  get error(): number {
    const [a, b] = [this.backpropagation, this.finiteDifference];
    return Math.abs(a - b) / Math.max(Math.abs(a), Math.abs(b), 1e-4);
  }

  /** True where they agree to 5 digits, or sit at a kink, where there is nothing to compare. */
  get ok(): boolean {
    return this.atKink || this.error <= 1e-5;
  }

  /** A sentence. */
  toString(): string {
    const numbers = `the equations say ${numberText(this.backpropagation, 7)}, ` +
      `the loss itself says ${numberText(this.finiteDifference, 7)}`;
    if (this.atKink) {
      return `${this.name}: ${numbers}; a hidden unit switches within the step, so the two may differ.`;
    }
    return `${this.name} (${this.what}): ${numbers}. ` +
      (this.ok
        ? `They agree: the relative error is ${this.error.toExponential(0)}.`
        : `They differ: the relative error is ${this.error.toExponential(0)}.`);
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

/** How far a number is moved to each side. */
const epsilon = 1e-5;

/**
 * Compares a number of a training step with the slope of the loss. A parameter is moved and the mean
 * loss of all images computed anew; a number of the layers is moved and its own image's loss
 * computed from there on. Forward propagation alone is used, in float64.
 */
export function finiteDifference(
  values: StepMatrices,
  cell: Cell,
  learningRate: number,
): FiniteDifference {
  const { matrix, row, col } = cell;
  switch (matrix) {
    case "Z1":
    case "A1":
    case "Z2":
    case "A2":
    case "dZ1":
    case "dZ2":
      return layerDifference(values, cell);
    case "X":
    case "Y":
      throw new ArgumentError(`${nameOf(cell)} is given: there is no gradient to compare.`);
  }
  const parameter = matrix.replace(/^(d|new )/, "") as keyof Parameters;
  const { slope, atKink } = parameterSlope(values, parameter, row, col);
  if (matrix.startsWith("new ")) {
    const after = values[parameter].get(row, col) - learningRate * slope;
    const what = `${parameter}[${row}, ${col}] less α times the slope of the loss`;
    return new FiniteDifference(nameOf(cell), values[matrix].get(row, col), after, atKink, what);
  }
  const gradient = values[`d${parameter}`].get(row, col);
  const what = `how the mean loss changes with ${parameter}[${row}, ${col}]`;
  return new FiniteDifference(`d${parameter}[${row}, ${col}]`, gradient, slope, atKink, what);
}

/** The slope of the mean loss along one parameter. */
function parameterSlope(values: StepMatrices, name: keyof Parameters, row: number, col: number) {
  const { X, Y } = values;
  const { W1, b1, W2, b2 } = values;
  const exact = { W1: inFloat64(W1), b1: inFloat64(b1), W2: inFloat64(W2), b2: inFloat64(b2) };
  const on = forward(exact, X).Z1;
  const sides = [epsilon, -epsilon].map((step) => {
    const moved = { ...exact, [name]: nudged(exact[name], row, col, step) };
    const { Z1, A2 } = forward(moved, X);
    return { loss: crossEntropy(A2, Y), switched: switches(on, Z1) };
  });
  return {
    slope: (sides[0].loss - sides[1].loss) / (2 * epsilon),
    atKink: sides.some(({ switched }) => switched),
  };
}

/** The slope of one image's loss along one number of a layer. */
function layerDifference(values: StepMatrices, { matrix, row, col }: Cell): FiniteDifference {
  const layer = matrix.replace("d", "") as "Z1" | "A1" | "Z2" | "A2";
  const start = inFloat64(selectColumns(values[layer], [col]));
  const y = inFloat64(selectColumns(values.Y, [col]));
  const W2 = inFloat64(values.W2);
  const output = (A1: Matrix) => softmax(add(matmul(W2, A1), inFloat64(values.b2)));
  const lossFrom = (moved: Matrix) => {
    switch (layer) {
      case "Z1":
        return crossEntropy(output(relu(moved)), y);
      case "A1":
        return crossEntropy(output(moved), y);
      case "Z2":
        return crossEntropy(softmax(moved), y);
      case "A2":
        return crossEntropy(moved, y);
    }
  };
  // The logarithm bends sharply near 0, so a small probability is moved by a small part of itself.
  const here = start.get(row, 0);
  const step = layer === "A2" ? Math.min(epsilon, here / 1000) : epsilon;
  const slope = (lossFrom(nudged(start, row, 0, step)) - lossFrom(nudged(start, row, 0, -step))) /
    (2 * step);
  const atKink = layer === "Z1" && Math.abs(here) <= epsilon;
  const [name, says] = backpropagated(values, layer, row, col);
  const what = `how the loss of image ${col} changes with ${layer}[${row}, ${col}]`;
  return new FiniteDifference(name, says, slope, atKink, what);
}

/** What backpropagation says of a layer's number; those of A1 and A2 are steps on the way to dZ1 and dZ2. */
function backpropagated(
  values: StepMatrices,
  layer: "Z1" | "A1" | "Z2" | "A2",
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

function nudged(A: Matrix, row: number, col: number, step: number): Matrix {
  const values = A.values.slice();
  values[row * A.rowStride + col * A.colStride] += step;
  return new Matrix(A.rows, A.cols, values, A.isTransposed);
}

/** Whether any hidden unit is on in one and off in the other. */
function switches(Z: Matrix, other: Matrix): boolean {
  const b = other.values;
  return Z.values.some((z, i) => z > 0 !== b[i] > 0);
}

function inFloat64(A: Matrix): Matrix {
  if (A.dtype === "float64") return A;
  return new Matrix(A.rows, A.cols, Float64Array.from(A.values), A.isTransposed);
}
