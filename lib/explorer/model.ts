import type { Matrix } from "../matrix/matrix.ts";
import { oneHot } from "../network/one_hot.ts";
import { crossEntropy } from "../network/loss.ts";
import type { Parameters } from "../network/parameters.ts";
import { type Cell, tellingCell } from "../step/cells.ts";
import { type Equation, equations } from "../step/equations.ts";
import { type StepMatrices, trainingStep } from "../step/training_step.ts";
import { unpackMatrix } from "./packing.ts";
import type { ExplorerPayload, PackedParameters } from "./payload.ts";

/** Whether the numbers are those before the update or those after it. */
export type When = "before" | "after";

/** What the explorer shows: the numbers of the training step, and the reader's place in it. */
export class Model {
  readonly X: Matrix;
  readonly Y: Matrix;
  readonly labels: readonly number[];
  readonly #parameters: Parameters;
  #learningRate: number;
  #matrices: Record<When, StepMatrices>;
  #number = 1;
  #image = 0;
  /** Which of the two sets of numbers is shown. */
  when: When = "before";
  /** The cell that is pointed at, or was. */
  cell: Cell | undefined;

  constructor(payload: Omit<ExplorerPayload, "kind" | "training">) {
    this.#parameters = unpackParameters(payload.parameters);
    const { W1, W2 } = this.#parameters;
    this.labels = payload.labels;
    this.X = unpackMatrix(payload.X);
    this.Y = oneHot(payload.labels, W2.rows, W1.dtype);
    this.#learningRate = payload.learningRate;
    this.#matrices = this.#compute();
  }

  /** alpha, the length of the step; a number that is not finite changes nothing. */
  get learningRate(): number {
    return this.#learningRate;
  }
  set learningRate(learningRate: number) {
    if (!Number.isFinite(learningRate)) return;
    this.#learningRate = learningRate;
    this.#matrices = this.#compute();
  }

  #compute(): Record<When, StepMatrices> {
    const before = trainingStep(this.#parameters, this.X, this.Y, this.#learningRate);
    const after = trainingStep(updated(before), this.X, this.Y, this.#learningRate);
    return { before, after };
  }

  /** Every matrix of the training step that is shown. */
  get matrices(): StepMatrices {
    return this.#matrices[this.when];
  }

  /** The equation that is shown. */
  get equation(): Equation {
    return equations[this.#number - 1];
  }

  /** Its number, 1 to 14; a number beyond either end leads to that end. */
  get number(): number {
    return this.#number;
  }
  set number(number: number) {
    this.#number = Math.min(equations.length, Math.max(1, Math.round(number) || 1));
  }

  /** The image that is looked at; a number that is not there changes nothing. */
  get image(): number {
    return this.#image;
  }
  set image(image: number) {
    if (Number.isInteger(image) && image >= 0 && image < this.X.cols) this.#image = image;
  }

  /** The mean loss of the digits. */
  loss(when: When): number {
    return crossEntropy(this.#matrices[when].A2, this.Y);
  }

  /** What the network says of the image: ten probabilities. */
  probabilities(when: When): number[] {
    const { A2 } = this.#matrices[when];
    return Array.from({ length: A2.rows }, (_, digit) => A2.get(digit, this.#image));
  }

  /** The cell that is written out: the one that was pointed at, else the telling one. */
  get shownCell(): Cell {
    return this.cell ?? tellingCell(this.matrices, this.equation.result, this.#image);
  }
}

/** The parameters that were packed. */
export function unpackParameters({ W1, b1, W2, b2 }: PackedParameters): Parameters {
  return {
    W1: unpackMatrix(W1),
    b1: unpackMatrix(b1),
    W2: unpackMatrix(W2),
    b2: unpackMatrix(b2),
  };
}

function updated(step: StepMatrices): Parameters {
  return { W1: step["new W1"], b1: step["new b1"], W2: step["new W2"], b2: step["new b2"] };
}
