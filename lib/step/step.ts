import { Displayable } from "../display/displayable.ts";
import type { MatrixSymbol } from "../display/symbols.ts";
import type { Matrix } from "../matrix/matrix.ts";
import type { Parameters } from "../network/parameters.ts";
import { type Cell, tellingCell } from "./cells.ts";
import { type Equation, equations, type StepName } from "./equations.ts";
import { type FiniteDifference, finiteDifference } from "./finite_difference.ts";
import { stepHtml, stepText } from "./step_display.ts";
import type { StepMatrices } from "./training_step.ts";
import type { Watch } from "./watch.ts";
import { type WrittenOut, writtenOut } from "./written_out.ts";

/** The matrices that are known at a step, by their symbols; W1 is the updated one once it has been updated. */
export type StepValues = Partial<Record<MatrixSymbol, Matrix>>;

/** What a step needs to know of the walk that it belongs to. */
export interface Walk {
  /** Every matrix of the training step. */
  matrices: StepMatrices;
  /** alpha, the length of the step. */
  learningRate: number;
  /** The image that is looked at. */
  image: number;
  /** The numbers that are followed. */
  watches: readonly Watch[];
}

/**
 * One of the fourteen equations with its numbers. It shows itself in a notebook: the formula with the
 * shapes, the line of TypeScript, the result as a heat map, and one element written out.
 */
export class Step extends Displayable {
  /** The element that is written out. */
  readonly element: Cell;

  /** One step of a walk: a stepper makes it. */
  constructor(
    /** The equation that it computes. */
    readonly equation: Equation,
    /** The walk that it belongs to. */
    readonly walk: Walk,
    element?: { row: number; col: number },
  ) {
    super();
    const { row, col } = element ?? tellingCell(walk.matrices, equation.result, walk.image);
    this.result.get(row, col); // throws if there is no such element
    this.element = { matrix: equation.result, row, col };
  }

  /** Its name, as `goTo` takes it. */
  get name(): StepName {
    return this.equation.step;
  }

  /** Its number, 1 to 14. */
  get number(): number {
    return this.equation.number;
  }

  /** The formula: `"dW1 = 1/m dZ1 Xᵀ"`. */
  get formula(): string {
    return this.equation.formula;
  }

  /** The line of `lib/network` that computes it. */
  get code(): string {
    return this.equation.code;
  }

  /** What the equation gives. */
  get result(): Matrix {
    return this.walk.matrices[this.equation.result];
  }

  /** The shape of the result: `"10 x 784"`. */
  get shape(): string {
    return this.result.shape;
  }

  /** The parameters before the update. */
  get before(): Parameters {
    const { W1, b1, W2, b2 } = this.walk.matrices;
    return { W1, b1, W2, b2 };
  }

  /** Every matrix that is known at this step: what it started from, and what has been computed. */
  get values(): StepValues {
    const { X, Y, W1, b1, W2, b2 } = this.walk.matrices;
    const values: StepValues = { X, Y, W1, b1, W2, b2 };
    for (const { step, result } of equations.slice(0, this.number)) {
      values[step] = this.walk.matrices[result];
    }
    return values;
  }

  /** The element as what it was computed from, the largest terms first. */
  get writtenOut(): WrittenOut {
    return writtenOut(this.walk.matrices, this.element, this.walk.learningRate);
  }

  /**
   * The same step with another element written out.
   *
   * @throws {ArgumentError} if there is no such element
   */
  at(row: number, col: number): Step {
    return new Step(this.equation, this.walk, { row, col });
  }

  /** Compares the element with what the loss itself says, by a finite difference. */
  check(): FiniteDifference {
    return finiteDifference(this.walk.matrices, this.element, this.walk.learningRate);
  }

  /** A short text: formula, shape, the element written out. */
  override toString(): string {
    return stepText(this);
  }

  /** The text, and the same as HTML with a picture. */
  override get bundle(): { "text/html": string; "text/plain": string } {
    return { "text/html": stepHtml(this), "text/plain": stepText(this) };
  }
}
