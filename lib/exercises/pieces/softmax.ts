import { scale } from "../../matrix/elementwise.ts";
import { matmul } from "../../matrix/matmul.ts";
import { Matrix } from "../../matrix/matrix.ts";
import { transpose } from "../../matrix/transpose.ts";
import { softmax as right } from "../../network/activations.ts";
import { exercise } from "../exercise.ts";
import { built, each, seeded, total } from "./making.ts";

const columnOf = (Z: Matrix, j: number) => Z.toArray().map((row) => row[j]);
const sum = (numbers: number[]) => numbers.reduce((a, b) => a + b, 0);

/** e^(z - shift of its place), each column divided by its sum. */
function shifted(Z: Matrix, shift: (i: number, j: number) => number): Matrix {
  const E = each(Z, (z, i, j) => Math.exp(z - shift(i, j)));
  return built(Z.rows, Z.cols, (i, j) => E.get(i, j) / sum(columnOf(E, j)));
}

/** The same with a column's shift for what is divided, and another one for the sum. */
function shiftedApart(
  Z: Matrix,
  above: (column: number[]) => number,
  below: (column: number[]) => number,
): Matrix {
  return each(Z, (z, _, j) => {
    const column = columnOf(Z, j);
    const powers = column.map((other) => Math.exp(other - below(column)));
    return Math.exp(z - above(column)) / sum(powers);
  });
}

const naive = (Z: Matrix) => shifted(Z, () => 0);
const most = (column: number[]) => Math.max(...column);
const highest = (Z: Matrix) => Math.max(...Z.toArray().flat());
const divided = (E: Matrix) => scale(E, 1 / total(E));

export const softmax = exercise({
  name: "softmax",
  notebook: "03",
  call: "softmax(Z)",
  gives: "probabilities, as large as Z: each column sums to 1",
  right,
  mistakes: {
    overflows: [
      "softmax overflows for 1000: e^1000 is Infinity, and Infinity / Infinity is NaN. Subtract the column's maximum from all its numbers first: the result stays the same.",
      naive,
    ],
    "maximum-of-everything": [
      "The maximum of the whole matrix was subtracted, or that of the columns so far. In a column far below it every e^z becomes 0, and 0 / 0 is NaN. Each column has a maximum of its own.",
      (Z) => shifted(Z, () => highest(Z)),
    ],
    "maximum-of-the-row": [
      "The maximum of the row was subtracted. All numbers of a column must lose the same, or the result changes: take the column's maximum.",
      (Z) => shifted(Z, (i) => Math.max(...Z.toArray()[i])),
    ],
    "along-rows": [
      "softmax ran along the rows: each row sums to 1. An image is a column, so each column must sum to 1.",
      (Z) => transpose(right(transpose(Z))),
      (Z) => transpose(naive(transpose(Z))),
    ],
    "over-everything": [
      "All numbers together sum to 1: the sum ran over the whole matrix. Each column must sum to 1, one image a column.",
      (Z) => divided(each(Z, (z) => Math.exp(z - highest(Z)))),
      (Z) => divided(each(Z, Math.exp)),
      (Z) => {
        const E = each(Z, (z, _, j) => Math.exp(z - Math.max(...columnOf(Z, j))));
        return divided(E);
      },
    ],
    "not-normalized": [
      "These are the powers e^z, but they are not divided by the column's sum: the columns do not sum to 1.",
      (Z) => each(Z, Math.exp),
      (Z) => each(Z, (z, _, j) => Math.exp(z - Math.max(...columnOf(Z, j)))),
      (Z) => each(Z, (z) => Math.exp(z - highest(Z))),
      (Z) => each(Z, (z, _, j) => Math.exp(z) / Math.exp(Math.max(...columnOf(Z, j)))),
    ],
    "exp-missing": [
      "The numbers were divided by their sum, but without e^z first. Some results are below 0, and a probability never is.",
      (Z) => each(Z, (z, _, j) => z / sum(columnOf(Z, j))),
      (Z) => {
        const D = each(Z, (z, _, j) => z - Math.max(...columnOf(Z, j)));
        return each(D, (d, _, j) => d / sum(columnOf(D, j)));
      },
    ],
    "minus-missing": [
      "The largest z got the smallest probability: the exponent has the opposite sign.",
      (Z) => right(scale(Z, -1)),
      (Z) => naive(scale(Z, -1)),
    ],
    "power-of-two": [
      "These are powers of 2, not of e. Math.exp(z) is e^z.",
      (Z) => right(scale(Z, Math.LN2)),
      (Z) => naive(scale(Z, Math.LN2)),
    ],
    logarithm: [
      "This is the logarithm of softmax. The last step is one too many.",
      (Z) => each(right(Z), Math.log),
      (Z) => each(naive(Z), Math.log),
      (Z) =>
        each(Z, (z, _, j) => {
          const column = columnOf(Z, j);
          return z - most(column) -
            Math.log(sum(column.map((other) => Math.exp(other - most(column)))));
        }),
    ],
    "one-at-the-maximum": [
      "Each column has a 1 at its largest number and 0 elsewhere. In softmax the other numbers keep a share too.",
      (Z) =>
        each(Z, (_, i, j) => {
          const column = columnOf(Z, j);
          return column.indexOf(Math.max(...column)) === i ? 1 : 0;
        }),
    ],
    sigmoid: [
      "This is 1 / (1 + e^-z), which looks at each number by itself. softmax compares the numbers of a column: they sum to 1.",
      (Z) => each(Z, (z) => 1 / (1 + Math.exp(-z))),
    ],
    "maximum-in-one-place": [
      "The maximum was subtracted on one side of the division only. It must be subtracted in the number that is divided and in every e^z of the sum.",
      (Z) => shiftedApart(Z, (column) => Math.max(...column), () => 0),
      (Z) => shiftedApart(Z, () => 0, (column) => Math.max(...column)),
    ],
    "maximum-from-zero": [
      "In a column of numbers far below 0 this gives 0 / 0, which is NaN: the search for the maximum begins at 0. Let it begin at -Infinity, or at the column's first number.",
      (Z) => {
        const most = (column: number[]) => Math.max(0, ...column);
        return shiftedApart(Z, most, most);
      },
    ],
    "divided-by-the-maximum": [
      "Each number was divided by the column's maximum before e^z. The maximum is subtracted: only then does the result stay the same.",
      (Z) => right(each(Z, (z, _, j) => z / most(columnOf(Z, j)))),
      (Z) => naive(each(Z, (z, _, j) => z / most(columnOf(Z, j)))),
    ],
    "sum-incomplete": [
      "The first or the last number of the column is missing in the sum: the columns sum to more than 1.",
      [[1], [0, -1]].flatMap((ends) =>
        [most, () => 0].map((shift) => (Z) =>
          each(Z, (z, _, j) => {
            const column = columnOf(Z, j);
            const powers = column.map((other) => Math.exp(other - shift(column)));
            return Math.exp(z - shift(column)) / sum(powers.slice(...ends));
          })
        )
      ),
    ],
    "first-number-without-exp": [
      "The sum begins with the column's first number as it is, without e^z. In reduce, give the sum its first value: reduce((sum, z) => ..., 0).",
      [most, () => 0].map((shift) => (Z) =>
        each(Z, (z, _, j) => {
          const column = columnOf(Z, j);
          const powers = column.map((other) => Math.exp(other - shift(column)));
          return Math.exp(z - shift(column)) / (sum(powers.slice(1)) + column[0]);
        })
      ),
    ],
    "minimum-subtracted": [
      "The column's minimum was subtracted. Where the numbers lie far apart e^z still overflows: subtract the maximum.",
      (Z) => {
        const least = (column: number[]) => Math.min(...column);
        return shiftedApart(Z, least, least);
      },
    ],
    "first-number-subtracted": [
      "The column's first number was subtracted, or its last. Where another one is far larger, e^z still overflows: subtract the column's maximum.",
      (Z) => shiftedApart(Z, ([first]) => first, ([first]) => first),
      (Z) => shiftedApart(Z, (column) => column.at(-1)!, (column) => column.at(-1)!),
    ],
    "mean-subtracted": [
      "The column's mean was subtracted. Where the numbers lie far apart e^z still overflows: subtract the maximum.",
      (Z) => shiftedApart(Z, (c) => sum(c) / c.length, (c) => sum(c) / c.length),
    ],
    "small-number-added": [
      "A small number was added to the sum, so that it can't be 0. It can't be: once the maximum is subtracted, one of the e^z is 1. And it makes every probability a little wrong.",
      [1, 2, 3, 4, 5, 6, 7, 8, 9].flatMap((k) =>
        [most, () => 0].map((shift) => (Z) =>
          each(Z, (z, _, j) => {
            const column = columnOf(Z, j);
            const powers = column.map((other) => Math.exp(other - shift(column)));
            return Math.exp(z - shift(column)) / (sum(powers) + 10 ** -k);
          })
        )
      ),
    ],
    "softmax-twice": [
      "softmax was taken twice: of its own result. Take it once.",
      (Z) => right(right(Z)),
      (Z) => right(naive(Z)),
    ],
    "one-minus-p": [
      "This is 1 minus softmax: the largest z got the smallest number. Return the share itself.",
      (Z) => each(right(Z), (p) => 1 - p),
    ],
    "sum-carried-on": [
      "The sum goes on from one column to the next. Each column's sum begins at 0: set it to 0 inside the loop over the columns.",
      (Z) => {
        const sums = Z.toArray()[0].map((_, j) => {
          const column = columnOf(Z, j);
          return sum(column.map((z) => Math.exp(z - Math.max(...column))));
        });
        return each(
          Z,
          (z, _, j) => Math.exp(z - Math.max(...columnOf(Z, j))) / sum(sums.slice(0, j + 1)),
        );
      },
      (Z) => {
        const sums = Z.toArray()[0].map((_, j) => sum(columnOf(Z, j).map(Math.exp)));
        return each(Z, (z, _, j) => Math.exp(z) / sum(sums.slice(0, j + 1)));
      },
    ],
    "divided-too-early": [
      "Each number was divided by the sum of those above it: the sum was not complete yet. First add up the whole column, then divide in a second loop.",
      (Z) =>
        each(Z, (z, i, j) => {
          const column = columnOf(Z, j);
          const most = Math.max(...column);
          return Math.exp(z - most) /
            sum(column.slice(0, i + 1).map((other) => Math.exp(other - most)));
        }),
      (Z) => each(Z, (z, i, j) => Math.exp(z) / sum(columnOf(Z, j).slice(0, i + 1).map(Math.exp))),
    ],
    "divided-by-the-count": [
      "Each e^z was divided by how many numbers the column has. Divide by the sum of the column's e^z.",
      (Z) => each(Z, (z, _, j) => Math.exp(z - Math.max(...columnOf(Z, j))) / Z.rows),
      (Z) => each(Z, (z) => Math.exp(z) / Z.rows),
    ],
    "sum-before-exp": [
      "The numbers z were added up, without e^z. Take e^z of each number first, then add up.",
      (Z) => each(Z, (z, _, j) => Math.exp(z) / sum(columnOf(Z, j))),
      (Z) => each(Z, (z, _, j) => Math.exp(z) / Math.exp(sum(columnOf(Z, j)))),
    ],
    "only-shifted": [
      "The maximum was subtracted, and nothing more. What is missing is e^z, and the division by the sum.",
      (Z) => each(Z, (z, _, j) => z - Math.max(...columnOf(Z, j))),
    ],
    "first-column-only": [
      "Column 0 is right, the other columns are as they were. Does the return stand inside the loop over the columns?",
      (Z) => each(Z, (z, i, j) => j === 0 ? right(Z).get(i, 0) : z),
    ],
    transposed: [
      "The numbers are right, but rows and columns are exchanged. Transpose the result back.",
      (Z) => transpose(right(Z)),
    ],
  },
  hints: [
    "One image is one column. What must its numbers sum to, and which of them may be below 0?",
    "Each number of a column becomes e^z, divided by the sum of the e^z of that column. Try it on [[1000], [1000]]: what is e^1000, and what is Infinity / Infinity?",
    "For each column: find its maximum, compute Math.exp(z - maximum) for each z, add them up, and divide each by the sum. Subtracting the maximum changes nothing in the quotient.",
  ],
  trials: ({ X }) => [
    [scale(seeded(10, 3, 1), 3)],
    [scale(seeded(10, 10, 2), 3)],
    // Columns far above 0, far below it, and with numbers far apart, the first of them low or high.
    [
      built(10, 5, (i, j) => {
        const k = 3 * i % 10;
        return [1000 + k, -1000 - k, 800 - 160 * i, 160 * i - 800, i % 2 * 1000 + k][j];
      }),
    ],
    [matmul(seeded(10, 784, 3), scale(X, 0.2))],
  ],
  telling: () => [
    [Matrix.from([[0, 1], [Math.log(3), -1], [1, 2]])],
    [scale(seeded(4, 3, 1), 3)],
    [scale(seeded(3, 3, 2), 3)],
    [Matrix.from([[1000, -1000, 2, 800], [1001, -1002, 1, -800], [999, -1001, 3, 0]])],
  ],
});
