import { aDigit, numberText } from "../display/numbers.ts";
import { meanings, type Sizes } from "../display/symbols.ts";
import { SIDE } from "../matrix/mnist.ts";
import { cameFrom, type Cell, feeds, inWords, type Region } from "../step/cells.ts";
import { type Equation, equationOf, equations, tokens } from "../step/equations.ts";
import type { StepMatrices } from "../step/training_step.ts";
import type { Model } from "./model.ts";

/** The equation that is shown, to be read aloud. */
export function stepWords({ equation, matrices }: Model): string {
  const { number, phase, result, words } = equation;
  return `Equation ${number} of ${equations.length}, ${phase}: ${spoken(equation)}. ` +
    `${result} is ${matrices[result].rows} by ${matrices[result].cols}. ${words}`;
}

/** A formula without its signs. */
function spoken({ formula }: Equation): string {
  return formula.replace(/(\w+)ᵀ/g, "$1 transposed").replace(":=", "becomes").replace("=", "equals")
    .replace("⊙", "times, element by element,").replace("ReLU′", "the derivative of ReLU, of ")
    .replace("Σ", "the sum over the images of").replace("1/m", "one over m times")
    .replace("α", "alpha times").replace(" - ", " minus ").replace(" + ", " plus ");
}

/** What a cell is the number of: `hidden unit 3, pixel 405 (row 14, column 13)`. */
export function placeWords({ matrix, row, col }: Cell, labels: readonly number[]): string {
  const meaning = meanings[matrix];
  const one = (kind: keyof Sizes | 1, index: number): string => {
    switch (kind) {
      case "inputs":
        return `pixel ${index} (row ${Math.floor(index / SIDE)}, column ${index % SIDE})`;
      case "images":
        return `image ${index} (${aDigit(labels[index])})`;
      case "hidden":
        return `hidden unit ${index}`;
      case "classes":
        return `digit ${index}`;
      case 1:
        return "";
    }
  };
  return [one(meaning.rows, row), one(meaning.columns, col)].filter(Boolean).join(", ");
}

/** "a, b and c". */
const list = new Intl.ListFormat("en-GB");

/** What a cell was made of: `row 3 of dZ1 and row 405 of X (column 405 of Xᵀ)`. */
export function fromWords(cell: Cell): string {
  const equation = equationOf(cell.matrix);
  if (!equation) return "given: the step starts from it";
  const parts = cameFrom(cell).map((region) => inWords(region) + transposedWords(region, equation));
  return list.format(parts);
}

/** Which cells a cell feeds: `row 3 of Z1 and new W1[3, 405]`. */
export function feedsWords(cell: Cell): string {
  const parts = feeds(cell).map(inWords);
  return parts.length > 0 ? list.format(parts) : "the next training step";
}

/** The same cells as they stand in the formula, if the matrix stands there transposed. */
function transposedWords({ matrix, row, col }: Region, equation: Equation): string {
  const token = tokens(equation).find((token) => token.matrix === matrix && token.transposed);
  if (!token) return "";
  if (row !== undefined && col === undefined) return ` (column ${row} of ${token.text})`;
  if (col !== undefined && row === undefined) return ` (row ${col} of ${token.text})`;
  return "";
}

/** A cell and its number: `dW1[3, 405] = 0.0213`. */
export function cellWords(cell: Cell, matrices: StepMatrices): string {
  return `${inWords(cell)} = ${numberText(matrices[cell.matrix].get(cell.row, cell.col), 5)}`;
}

/** A cell, its number, and what is before and behind it, to be read aloud. */
export function cellSentence({ matrices }: Model, cell: Cell): string {
  return `${cellWords(cell, matrices)}. It came from ${fromWords(cell)}. ` +
    `It feeds ${feedsWords(cell)}.`;
}
