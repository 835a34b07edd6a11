import { factorText, numberText } from "../display/numbers.ts";
import type { MatrixName } from "../display/symbols.ts";
import { cameFrom, type Cell, inWords } from "./cells.ts";
import type { StepMatrices } from "./training_step.ts";

/** One term of a sum, such as 0.12 x 0.98. */
export interface Term {
  /** How it is written. */
  text: string;
  /** What it comes to. */
  value: number;
  /** The cells whose numbers it is made of. */
  cells: Cell[];
}

/** One number of a training step, written out with the numbers that it was computed from. */
export interface WrittenOut {
  /** Which number it is. */
  cell: Cell;
  /** What it comes to. */
  value: number;
  /** With symbols: `1/m Σ dZ1[3, k] X[405, k]`. */
  symbols: string;
  /** What stands before the sum, such as `1/6 (`. */
  opening: string;
  /** The largest terms by value, the largest first; one term if there is no sum. */
  terms: Term[];
  /** The number of the other terms that are not 0. */
  others: number;
  /** What the other terms sum to. */
  othersSum: number;
  /** What stands after the sum, such as `)`. */
  closing: string;
}

/**
 * Writes one number of a training step out as what it was computed from, the largest terms of a sum
 * first.
 *
 * @param most how many terms are written in full
 */
export function writtenOut(
  values: StepMatrices,
  cell: Cell,
  learningRate: number,
  most = 4,
): WrittenOut {
  const { matrix, row: i, col: j } = cell;
  const value = values[matrix].get(i, j);
  const m = values.X.cols;
  const from = Object.fromEntries(cameFrom(cell).map((region) => [region.matrix, region]));
  /** A region with its place: `X[k, 2]`, where k counts the terms of a sum. */
  const symbol = (name: string) => `${name}[${from[name].row ?? "k"}, ${from[name].col ?? "k"}]`;
  const cellOf = (name: string, k = 0): Cell => {
    const { matrix, row = k, col = k } = from[name];
    return { matrix, row, col };
  };
  const at = ({ matrix, row, col }: Cell) => values[matrix].get(row, col);
  const number = (name: MatrixName) => at(cellOf(name));
  const one = (text: string, symbols: string) =>
    written(cell, value, symbols, "", [{ text, value, cells: [] }], "", most);
  /** A sum over k of products. */
  const sum = (symbols: string, opening: string, names: string[], closing: string) => {
    const { matrix, row } = from[names[0]];
    const { rows, cols } = values[matrix];
    const terms = Array.from({ length: row === undefined ? rows : cols }, (_, k) => {
      const cells = names.map((name) => cellOf(name, k));
      return {
        text: cells.map((factor) => factorText(at(factor))).join(" × "),
        value: cells.reduce((product, factor) => product * at(factor), 1),
        cells,
      };
    });
    return written(cell, value, symbols, opening, terms, closing, most);
  };

  switch (matrix) {
    case "Z1":
    case "Z2": {
      const [W, A, b] = matrix === "Z1" ? ["W1", "X", "b1"] as const : ["W2", "A1", "b2"] as const;
      const symbols = `Σ ${symbol(W)} ${symbol(A)} + ${symbol(b)}`;
      return sum(symbols, "", [W, A], ` + ${factorText(number(b))}`);
    }
    case "A1":
      return one(`max(0, ${numberText(number("Z1"))})`, `max(0, ${symbol("Z1")})`);
    case "A2": {
      const column = Array.from({ length: values.Z2.rows }, (_, k) => cellOf("Z2", k));
      const max = Math.max(...column.map(at));
      const power = (z: number) => `e^(${numberText(z)} - ${factorText(max)})`;
      const terms = column.map((cell) => ({
        text: power(at(cell)),
        value: Math.exp(at(cell) - max),
        cells: [cell],
      }));
      const symbols = `e^(Z2[${i}, ${j}] - max) / Σ e^(${symbol("Z2")} - max)`;
      return written(cell, value, symbols, `${power(at(column[i]))} / (`, terms, ")", most);
    }
    case "dZ2":
      return one(
        `${numberText(number("A2"))} - ${number("Y")}`,
        `${symbol("A2")} - ${symbol("Y")}`,
      );
    case "dZ1":
      return sum(
        `Σ ${symbol("W2")} ${symbol("dZ2")} × ReLU′(${symbol("Z1")})`,
        "(",
        ["W2", "dZ2"],
        `) × ${number("Z1") > 0 ? 1 : 0}`,
      );
    case "dW2":
    case "db2":
    case "dW1":
    case "db1": {
      const factors = Object.keys(from);
      return sum(`1/m Σ ${factors.map(symbol).join(" ")}`, `1/${m} (`, factors, ")");
    }
    case "new W2":
    case "new b2":
    case "new W1":
    case "new b1": {
      const [old, gradient] = cameFrom(cell).map(({ matrix }) => matrix);
      const step = `${numberText(learningRate)} × ${factorText(number(gradient))}`;
      return one(
        `${numberText(number(old), 5)} - ${step}`,
        `${symbol(old)} - α ${symbol(gradient)}`,
      );
    }
    default:
      return one("given", "given");
  }
}

/** Sorts the terms, and adds up those that are not written in full. */
function written(
  cell: Cell,
  value: number,
  symbols: string,
  opening: string,
  all: Term[],
  closing: string,
  most: number,
): WrittenOut {
  const sorted = all.filter((term) => term.value !== 0 || all.length === 1)
    .sort((a, b) => Math.abs(b.value) - Math.abs(a.value));
  const rest = sorted.slice(most);
  return {
    ...{ cell, value, symbols, opening, closing },
    // A sum whose terms are all 0 is written as that one number.
    terms: sorted.length > 0 ? sorted.slice(0, most) : [{ text: "0", value: 0, cells: [] }],
    others: rest.length,
    othersSum: rest.reduce((sum, term) => sum + term.value, 0),
  };
}

/** The right side with its numbers: `1/6 (0.12 × 0.98 + ... )`. */
export function sumText({ opening, terms, others, othersSum, closing }: WrittenOut): string {
  const more = others > 0
    ? ` + ${others} more ${others === 1 ? "term" : "terms"}: ${factorText(othersSum)}`
    : "";
  return opening + terms.map(({ text }) => text).join(" + ") + more + closing;
}

/** The whole line: `dW1[3, 405] = 1/6 (0.12 × 0.98 + ...) = 0.0213`. */
export function writtenText(written: WrittenOut): string {
  return `${inWords(written.cell)} = ${sumText(written)} = ${numberText(written.value, 5)}`;
}
