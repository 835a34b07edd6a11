import { ArgumentError } from "../arguments/argument_error.ts";
import { found } from "../arguments/found.ts";
import { Displayable, escape } from "../display/displayable.ts";
import { ShapeError } from "../matrix/shape_error.ts";
import type { Matrix } from "../matrix/matrix.ts";
import { requireNamedMatrices } from "../matrix/require_matrix.ts";
import { type ParameterName, parameterNames, type Parameters } from "../network/parameters.ts";
import { requireParameters } from "../network/require_parameters.ts";
import { equations, type StepName } from "./equations.ts";
import { Step, type StepValues, type Walk } from "./step.ts";
import { shapesText } from "./step_display.ts";
import { requireLearningRate, trainingStep } from "./training_step.ts";
import { Watch } from "./watch.ts";

/** "a, b and c". */
const list = new Intl.ListFormat("en-GB");

/** A walk through the fourteen equations of one training step. */
export class Stepper extends Displayable {
  #walk: Walk;
  /** The number of the step that was shown last; 0 before the first. */
  #number = 0;

  /** A walk that has not begun: {@linkcode stepper} makes it. */
  constructor(walk: Walk) {
    super();
    this.#walk = walk;
  }

  /** The step that was shown last; undefined before the first. */
  get step(): Step | undefined {
    return this.#number === 0 ? undefined : new Step(equations[this.#number - 1], this.#walk);
  }

  /**
   * The next of the fourteen steps.
   *
   * @throws {ArgumentError} after the last one
   */
  next(): Step {
    if (this.#number === equations.length) {
      throw new ArgumentError(
        'There is no step after b1, the last of the fourteen. goTo("Z1") begins again.',
      );
    }
    return this.#show(this.#number + 1);
  }

  /**
   * The step before.
   *
   * @throws {ArgumentError} before the first one
   */
  back(): Step {
    if (this.#number <= 1) {
      throw new ArgumentError("There is no step before Z1, the first of the fourteen.");
    }
    return this.#show(this.#number - 1);
  }

  /**
   * The step of the given name, forwards or back.
   *
   * @throws {ArgumentError} if there is no such step
   */
  goTo(name: StepName): Step {
    const equation = equations.find(({ step }) => step === name);
    if (!equation) {
      throw new ArgumentError(
        `There is no step ${found(name)}. The fourteen are ${
          list.format(equations.map(({ step }) => step))
        }.`,
      );
    }
    return this.#show(equation.number);
  }

  /** Walks to the end, and gives all fourteen steps. */
  run(): WholeStep {
    this.#show(equations.length);
    return new WholeStep(this.#walk);
  }

  /**
   * Looks at another image: its column is the one from which the steps choose their element.
   *
   * @param index the image's column in X
   * @throws {ArgumentError} if there is no such image
   */
  image(index: number): this {
    const { cols } = this.#walk.matrices.X;
    if (!Number.isInteger(index) || index < 0 || index >= cols) {
      throw new ArgumentError(
        `There is no image ${found(index)}: X has ${
          cols === 1 ? "1 image, number 0" : `${cols} images, 0 to ${cols - 1}`
        }.`,
      );
    }
    this.#walk = { ...this.#walk, image: index };
    return this;
  }

  /**
   * Follows one number through the step: its value, its gradient, its update. Every step shows
   * what is known of it by then.
   *
   * @throws {ArgumentError} if it is not an element of a parameter
   */
  watch(name: ParameterName, row: number, col: number): Watch {
    if (!parameterNames.includes(name)) {
      throw new ArgumentError(
        `watch expected one of the parameters ${list.format(parameterNames)}, but found ${
          found(name)
        }.`,
      );
    }
    const { matrices, learningRate } = this.#walk;
    const watch = new Watch(matrices, name, row, col, learningRate);
    this.#walk = { ...this.#walk, watches: [...this.#walk.watches, watch] };
    return watch;
  }

  /** The fourteen equations, with a mark at the step that was shown last. */
  override toString(): string {
    return equations.map((equation) =>
      `${equation.number === this.#number ? ">" : " "} ${String(equation.number).padStart(2)}  ` +
      shapesText(equation, this.#walk.matrices)
    ).join("\n");
  }

  #show(number: number): Step {
    this.#number = number;
    return this.step!;
  }
}

/** All fourteen steps of a training step. */
export class WholeStep extends Displayable {
  /** The fourteen, in their order. */
  readonly steps: readonly Step[];

  /** All steps of a walk: `run` of a stepper makes it. */
  constructor(walk: Walk) {
    super();
    this.steps = equations.map((equation) => new Step(equation, walk));
  }

  /** Every matrix of the step; W1, b1, W2 and b2 are the updated ones. */
  get values(): StepValues {
    return this.steps[this.steps.length - 1].values;
  }

  /** The parameters before the update. */
  get before(): Parameters {
    return this.steps[0].before;
  }

  /** All fourteen as text. */
  override toString(): string {
    return this.steps.map((step) => step.toString()).join("\n\n");
  }

  /** The text, and one step below the other as HTML. */
  override get bundle(): { "text/html": string; "text/plain": string } {
    const html = this.steps.map((step) =>
      `<details><summary>${step.number}. ${escape(step.formula)} ` +
      `<small>${step.shape}</small></summary>${step.bundle["text/html"]}</details>`
    );
    return { "text/html": html.join(""), "text/plain": this.toString() };
  }
}

/**
 * Walks through one training step, equation by equation, forwards and back. The numbers are those of
 * `forward`, `backward` and `update`, to the bit.
 *
 * @param parameters the network before the step
 * @param X 784 x m: one image or a batch
 * @param Y 10 x m, the labels as `oneHot` gives them
 * @param learningRate alpha, the length of the step
 * @throws {ShapeError} if a shape does not fit the others
 * @throws {ArgumentError} if the learning rate is not a finite number
 *
 * @example
 * ```ts
 * import { initParameters, Matrix, oneHot, stepper } from "glassnet";
 * import { assertEquals } from "@std/assert";
 *
 * const X = Matrix.from(Array.from({ length: 784 }, (_, p) => [p % 2]));
 * const walk = stepper(initParameters(), X, oneHot([7]), 0.1);
 * assertEquals(walk.next().name, "Z1");
 * assertEquals(walk.goTo("dW1").at(3, 405).shape, "10 x 784");
 * assertEquals(walk.back().formula, "dZ1 = W2ᵀ dZ2 ⊙ ReLU′(Z1)");
 * ```
 */
export function stepper(
  parameters: Parameters,
  X: Matrix,
  Y: Matrix,
  learningRate = 0.1,
): Stepper {
  const { W2 } = requireParameters("stepper", parameters);
  requireNamedMatrices("stepper", { X, Y });
  if (Y.rows !== W2.rows || Y.cols !== X.cols) {
    throw new ShapeError(
      `stepper expected Y to be ${W2.rows} x ${X.cols}, a column of the right answer for each image, ` +
        `but found ${Y.shape}. oneHot(labels) makes it.`,
    );
  }
  requireLearningRate(learningRate);
  const matrices = trainingStep(parameters, X, Y, learningRate);
  return new Stepper({ matrices, learningRate, image: 0, watches: [] });
}
