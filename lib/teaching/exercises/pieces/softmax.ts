import { scale } from "../../../matrix/elementwise.ts";
import { matmul } from "../../../matrix/matmul.ts";
import { Matrix, transpose } from "../../../matrix/matrix.ts";
import { softmax as right } from "../../../network/activations.ts";
import type { Piece } from "../piece.ts";
import { built, each, seeded, total } from "./making.ts";

const columnOf = (Z: Matrix, j: number) => Z.toArray().map((row) => row[j]);
const sum = (numbers: number[]) => numbers.reduce((a, b) => a + b, 0);

/** e^(z - shift of its place), each column divided by its sum. */
function shifted(Z: Matrix, shift: (i: number, j: number) => number): Matrix {
  const E = each(Z, (z, i, j) => Math.exp(z - shift(i, j)));
  return built(Z.rows, Z.cols, (i, j) => E.get(i, j) / sum(columnOf(E, j)));
}

const naive = (Z: Matrix) => shifted(Z, () => 0);
const highest = (Z: Matrix) => Math.max(...Z.toArray().flat());
const divided = (E: Matrix) => scale(E, 1 / total(E));

/** The piece `softmax`. */
export const softmax: Piece = {
  name: "softmax",
  notebook: "03",
  call: "softmax(Z)",
  gives: "probabilities, as large as Z: each column sums to 1",
  right,
  wrong: [
    {
      id: "overflows",
      says: "softmax overflows for 1000: e^1000 is Infinity, and Infinity / Infinity is NaN. " +
        "Subtract something from the whole column first; what changes nothing in the quotient?",
      ways: [naive],
    },
    {
      id: "maximum-of-everything",
      says:
        "The maximum of the whole matrix was subtracted. In a column that lies far below it every " +
        "e^z becomes 0, and 0 / 0 is NaN. Each column has a maximum of its own.",
      ways: [(Z: Matrix) => shifted(Z, () => highest(Z))],
    },
    {
      id: "maximum-of-the-row",
      says: "The maximum of the row was subtracted. What is subtracted must be the same for all " +
        "numbers of a column, or the quotient changes.",
      ways: [(Z: Matrix) => shifted(Z, (i) => Math.max(...Z.toArray()[i]))],
    },
    {
      id: "along-rows",
      says:
        "softmax ran along the rows: each row sums to 1. An image is a column, so each column must " +
        "sum to 1.",
      ways: [
        (Z: Matrix) => transpose(right(transpose(Z))),
        (Z: Matrix) => transpose(naive(transpose(Z))),
      ],
    },
    {
      id: "over-everything",
      says:
        "All numbers together sum to 1: the sum ran over the whole matrix. Each column must sum " +
        "to 1, one image a column.",
      ways: [
        (Z: Matrix) => divided(each(Z, (z) => Math.exp(z - highest(Z)))),
        (Z: Matrix) => divided(each(Z, Math.exp)),
        (Z: Matrix) => {
          const E = each(Z, (z, _, j) => Math.exp(z - Math.max(...columnOf(Z, j))));
          return divided(E);
        },
      ],
    },
    {
      id: "not-normalized",
      says:
        "The powers of e are there, but they are not divided by the column's sum: the columns do " +
        "not sum to 1.",
      ways: [
        (Z: Matrix) => each(Z, Math.exp),
        (Z: Matrix) => each(Z, (z, _, j) => Math.exp(z - Math.max(...columnOf(Z, j)))),
        (Z: Matrix) => each(Z, (z) => Math.exp(z - highest(Z))),
      ],
    },
    {
      id: "exp-missing",
      says:
        "The numbers were divided by their sum, but without e^z first: some are below 0, which no " +
        "probability is.",
      ways: [
        (Z: Matrix) => each(Z, (z, _, j) => z / sum(columnOf(Z, j))),
        (Z: Matrix) => {
          const D = each(Z, (z, _, j) => z - Math.max(...columnOf(Z, j)));
          return each(D, (d, _, j) => d / sum(columnOf(D, j)));
        },
      ],
    },
    {
      id: "minus-missing",
      says: "The largest z got the smallest probability: the exponent has the opposite sign.",
      ways: [
        (Z: Matrix) => right(scale(Z, -1)),
        (Z: Matrix) => naive(scale(Z, -1)),
      ],
    },
    {
      id: "power-of-two",
      says: "These are powers of 2, not of e. Math.exp(z) is e^z.",
      ways: [
        (Z: Matrix) => right(scale(Z, Math.LN2)),
        (Z: Matrix) => naive(scale(Z, Math.LN2)),
      ],
    },
    {
      id: "logarithm",
      says: "This is the logarithm of softmax. The last step is one too many.",
      ways: [
        (Z: Matrix) => each(right(Z), Math.log),
        (Z: Matrix) => each(naive(Z), Math.log),
      ],
    },
    {
      id: "one-at-the-maximum",
      says:
        "Each column has a single 1 at its largest number. softmax is softer: the others keep " +
        "a share.",
      ways: [
        (Z: Matrix) =>
          each(Z, (_, i, j) => {
            const column = columnOf(Z, j);
            return column.indexOf(Math.max(...column)) === i ? 1 : 0;
          }),
      ],
    },
    {
      id: "sigmoid",
      says:
        "Each number was taken by itself, by 1 / (1 + e^-z). softmax compares the numbers of a " +
        "column: they sum to 1.",
      ways: [(Z: Matrix) => each(Z, (z) => 1 / (1 + Math.exp(-z)))],
    },
  ],
  hints: [
    "One image is one column. What must its numbers sum to, and which of them may be below 0?",
    "Each number of a column becomes e^z, divided by the sum of the e^z of that column. Try it on " +
    "[[1000], [1000]]: what is e^1000, and what is Infinity / Infinity?",
    "For each column: find its maximum, compute Math.exp(z - maximum) for each z, add them up, and " +
    "divide each by the sum. Subtracting the maximum changes nothing in the quotient.",
  ],
  trials: ({ X }) => [
    [Matrix.from([[0, 1], [Math.log(3), -1], [1, 2]])],
    [scale(seeded(4, 3, 1), 3)],
    [scale(seeded(3, 3, 2), 3)],
    [Matrix.from([[1000, -1000, 2], [1001, -1002, 1], [999, -1001, 3]])],
    [matmul(seeded(10, 784, 3), scale(X, 0.2))],
  ],
};
