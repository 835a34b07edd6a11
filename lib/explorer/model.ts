import { Matrix } from "../matrix/matrix.ts";
import { Pixels } from "../matrix/pixels.ts";
import { oneHot } from "../network/one_hot.ts";
import { crossEntropy } from "../network/loss.ts";
import type { Parameters } from "../network/parameters.ts";
import type { MatrixName } from "../display/symbols.ts";
import { type Cell, tellingCell } from "../step/cells.ts";
import { type Equation, equationOf, equations } from "../step/equations.ts";
import { type StepMatrices, trainingStep } from "../step/training_step.ts";
import { unpackMatrix } from "./packing.ts";
import type { ExplorerPayload, PackedParameters } from "./payload.ts";

/** Whether the numbers are those before the update or those after it. */
export type When = "before" | "after";

/** The matrices that a step starts from and that a reader may change. */
const changeable = ["X", "W1", "b1", "W2", "b2"] as const;
type Changeable = typeof changeable[number];

/** Whether a reader may change the numbers of a matrix. */
export function isChangeable(name: MatrixName): name is Changeable {
  return changeable.includes(name as Changeable);
}

/** What the explorer shows: the numbers of the training step, and the reader's place in it. */
export class Model {
  readonly Y: Matrix;
  readonly labels: readonly number[];
  readonly #given: Record<Changeable, Matrix>;
  #now: Record<Changeable, Matrix>;
  #learningRate: number;
  #matrices: Record<When, StepMatrices>;
  #number = 1;
  #image = 0;
  /** Which of the two sets of numbers is shown. */
  when: When = "before";
  /** The cell that is pointed at, or was. */
  cell: Cell | undefined;
  /** Whether what is not computed yet is hidden. */
  hidesLater = false;

  constructor(payload: Omit<ExplorerPayload, "kind" | "training">) {
    this.#given = { X: unpackMatrix(payload.X), ...unpackParameters(payload.parameters) };
    this.#now = this.#given;
    const { W1, W2 } = this.#given;
    this.labels = payload.labels;
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
    const { X } = this.#now;
    const before = trainingStep(this.#now, X, this.Y, this.#learningRate);
    const after = trainingStep(updated(before), X, this.Y, this.#learningRate);
    return { before, after };
  }

  /** The images, one a column. */
  get X(): Matrix {
    return this.#now.X;
  }

  /** Whether the reader has changed a number. */
  get isChanged(): boolean {
    return this.#now !== this.#given;
  }

  /** The number that was given, before any change. */
  given({ matrix, row, col }: Cell): number | undefined {
    return isChangeable(matrix) ? this.#given[matrix].get(row, col) : undefined;
  }

  /**
   * Changes a weight, a bias or a pixel, and computes the step anew. A pixel stays from 0 to 1, and one
   * that came from a file one of 256 greys. Other cells, and values that are not finite, change nothing.
   */
  change({ matrix, row, col }: Cell, value: number): void {
    if (!isChangeable(matrix) || !Number.isFinite(value)) return;
    const now = matrix === "X" ? Math.min(1, Math.max(0, value)) : value;
    this.#now = { ...this.#now, [matrix]: withCell(this.#now[matrix], row, col, now) };
    this.when = "before";
    this.#matrices = this.#compute();
  }

  /** Takes all changes back. */
  reset(): void {
    this.#now = this.#given;
    this.#matrices = this.#compute();
  }

  /** Whether a matrix is computed only after the equation that is shown. */
  isLater(name: MatrixName): boolean {
    return (equationOf(name)?.number ?? 0) > this.number;
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
    if (Number.isInteger(image) && image >= 0 && image < this.labels.length) this.#image = image;
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

/** A copy of a matrix with another number at one place. */
function withCell(A: Matrix, row: number, col: number, value: number): Matrix {
  if (A.pixels) {
    const bytes = new Uint8Array(A.rows * A.cols);
    for (let j = 0; j < A.cols; j++) bytes.set(A.pixels.image(j), j * A.rows);
    bytes[row + col * A.rows] = Math.round(value * 255);
    return Pixels.fromBytes(bytes, A.rows).toMatrix();
  }
  const values = A.values.slice();
  values[row * A.rowStride + col * A.colStride] = value;
  return new Matrix(A.rows, A.cols, values, A.isTransposed);
}
