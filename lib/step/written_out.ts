import { type Cell, inWords } from "./cells.ts";
import { type MatrixName, meanings } from "../display/symbols.ts";
import { factorText, numberText } from "../display/numbers.ts";
import type { StepMatrices } from "./training_step.ts";

/** One term of a sum, such as 0.12 x 0.98. */
export interface Term {
  text: string;
  value: number;
  /** The cells whose numbers it is made of. */
  cells: Cell[];
}

/** One number of a training step, written out with the numbers that it was computed from. */
export interface WrittenOut {
  cell: Cell;
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
  const one = (text: string, symbols: string) =>
    written(cell, value, symbols, "", [{ text, value, cells: [] }], "", most);
  const sum = (symbols: string, opening: string, terms: Term[], closing: string) =>
    written(cell, value, symbols, opening, terms, closing, most);
  const number = (name: MatrixName, row: number, col: number) => values[name].get(row, col);
  const products = (
    count: number,
    left: (k: number) => Cell,
    right: (k: number) => Cell,
  ) =>
    Array.from({ length: count }, (_, k) => {
      const [a, b] = [left(k), right(k)];
      const x = number(a.matrix, a.row, a.col);
      const y = number(b.matrix, b.row, b.col);
      return { text: `${factorText(x)} × ${factorText(y)}`, value: x * y, cells: [a, b] };
    });
  const at = (name: MatrixName, row: number, col: number): Cell => ({ matrix: name, row, col });

  switch (matrix) {
    case "Z1":
    case "Z2": {
      const [W, A, b] = matrix === "Z1" ? ["W1", "X", "b1"] as const : ["W2", "A1", "b2"] as const;
      return sum(
        `Σ ${W}[${i}, k] ${A}[k, ${j}] + ${b}[${i}, 0]`,
        "",
        products(values[W].cols, (k) => at(W, i, k), (k) => at(A, k, j)),
        ` + ${factorText(number(b, i, 0))}`,
      );
    }
    case "A1":
      return one(`max(0, ${numberText(number("Z1", i, j))})`, `max(0, Z1[${i}, ${j}])`);
    case "A2": {
      const column = Array.from({ length: values.Z2.rows }, (_, k) => number("Z2", k, j));
      const max = Math.max(...column);
      const power = (z: number) => `e^(${numberText(z)} - ${factorText(max)})`;
      return sum(
        `e^(Z2[${i}, ${j}] - max) / Σ e^(Z2[k, ${j}] - max)`,
        `${power(column[i])} / (`,
        column.map((z, k) => ({
          text: power(z),
          value: Math.exp(z - max),
          cells: [at("Z2", k, j)],
        })),
        ")",
      );
    }
    case "dZ2":
      return one(
        `${numberText(number("A2", i, j))} - ${number("Y", i, j)}`,
        `A2[${i}, ${j}] - Y[${i}, ${j}]`,
      );
    case "dW2":
    case "dW1": {
      const [dZ, A] = matrix === "dW2" ? ["dZ2", "A1"] as const : ["dZ1", "X"] as const;
      return sum(
        `1/m Σ ${dZ}[${i}, k] ${A}[${j}, k]`,
        `1/${m} (`,
        products(m, (k) => at(dZ, i, k), (k) => at(A, j, k)),
        ")",
      );
    }
    case "db2":
    case "db1": {
      const dZ = matrix === "db2" ? "dZ2" : "dZ1";
      const terms = Array.from({ length: m }, (_, k) => {
        const x = number(dZ, i, k);
        return { text: factorText(x), value: x, cells: [at(dZ, i, k)] };
      });
      return sum(`1/m Σ ${dZ}[${i}, k]`, `1/${m} (`, terms, ")");
    }
    case "dZ1":
      return sum(
        `Σ W2[k, ${i}] dZ2[k, ${j}] × ReLU′(Z1[${i}, ${j}])`,
        "(",
        products(values.W2.rows, (k) => at("W2", k, i), (k) => at("dZ2", k, j)),
        `) × ${number("Z1", i, j) > 0 ? 1 : 0}`,
      );
    case "new W2":
    case "new b2":
    case "new W1":
    case "new b1": {
      const old = meanings[matrix].updateOf!;
      const gradient = number(`d${old}`, i, j);
      return one(
        `${numberText(number(old, i, j), 5)} - ${numberText(learningRate)} × ${
          factorText(gradient)
        }`,
        `${old}[${i}, ${j}] - α d${old}[${i}, ${j}]`,
      );
    }
    default:
      return one("given", "given");
  }
}

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
    cell,
    value,
    symbols,
    opening,
    // A sum whose terms are all 0 is written as that one number.
    terms: sorted.length > 0 ? sorted.slice(0, most) : [{ text: "0", value: 0, cells: [] }],
    others: rest.length,
    othersSum: rest.reduce((sum, term) => sum + term.value, 0),
    closing,
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
