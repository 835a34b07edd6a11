import { add as right, multiply, subtract } from "../../matrix/elementwise.ts";
import { matmul } from "../../matrix/matmul.ts";
import { Matrix } from "../../matrix/matrix.ts";
import { transpose } from "../../matrix/transpose.ts";
import { exercise } from "../exercise.ts";
import { built, each, reaches, seeded } from "./making.ts";

const isColumn = (A: Matrix, B: Matrix) => B.cols === 1 && A.cols > 1;
/** B as large as A. */
const repeated = (A: Matrix, B: Matrix) =>
  isColumn(A, B) ? built(A.rows, A.cols, (i) => B.get(i, 0)) : B;

export const add = exercise({
  name: "add",
  notebook: "02",
  call: "add(A, B)",
  gives: "A + B, as large as A; B is as large as A, or a column that is repeated",
  right,
  mistakes: {
    "column-not-repeated": [
      "Two matrices of the same shape are added right. A B with a single column is not: it has no second column. Add its column 0 to every column of A.",
      reaches.map((reach) => (A, B) => {
        const b = reach(B);
        return each(A, (a, i, j) => a + b(i, j));
      }),
    ],
    "first-column-only": [
      "The column B was added to the first column of A only. Every column of A needs it.",
      (A, B) => each(A, (a, i, j) => isColumn(A, B) && j > 0 ? a : a + B.get(i, j)),
    ],
    "column-left-out": [
      "Where B is a column, the result is A: nothing was added.",
      (A, B) => isColumn(A, B) ? A : right(A, B),
    ],
    "first-number-everywhere": [
      "Where B is a column, its first number was added everywhere. Row i needs the number in row i of B.",
      (A, B) => isColumn(A, B) ? each(A, (a) => a + B.get(0, 0)) : right(A, B),
      (A, B) => each(A, (a) => a + B.get(0, 0)),
    ],
    "first-column-of-b-always": [
      "Column 0 of B is added to every column of A, also where B has as many columns as A. Then each element needs its own B.get(i, j): look at B.cols first.",
      (A, B) => each(A, (a, i) => a + B.get(i, 0)),
    ],
    "first-row-of-b-always": [
      "Row 0 of B is added to every row of A. Row i of A needs row i of B.",
      reaches.map((reach) => (A, B) => {
        const b = reach(B);
        return each(A, (a, _, j) => a + b(0, j));
      }),
    ],
    "as-large-as-b": [
      "Where B is a column, the result is one too. The result is as large as A: let the loops run over A.rows and A.cols.",
      (A, B) => each(B, (b, i, j) => A.get(i, j) + b),
    ],
    "b-only": ["This is B alone: A was not added.", repeated],
    joined: [
      "A and B were put next to each other or one below the other, which makes a larger matrix. Add number to number instead: the result is as large as A.",
      (A, B) => Matrix.from([...A.toArray(), ...B.toArray()]),
      (A, B) => {
        const b = B.toArray();
        return Matrix.from(A.toArray().map((row, i) => [...row, ...b[i]]));
      },
    ],
    "along-the-row": [
      "The column B was added along the rows of A: column j got number j of B. Row i of A needs number i of B, in all its columns.",
      reaches.map((reach) => (A, B) => {
        const b = reach(transpose(B));
        return isColumn(A, B) ? each(A, (a, _, j) => a + b(0, j)) : right(A, B);
      }),
    ],
    subtracted: ["B was subtracted from A.", (A, B) => subtract(A, repeated(A, B))],
    multiplied: [
      "The elements were multiplied with each other.",
      (A, B) => multiply(A, repeated(A, B)),
    ],
  },
  hints: [
    "There are two cases: B has A's shape, or B has a single column. What is the same in both?",
    "Row and column of the result run over A. Which column of B goes with column j of A in each case?",
    "Element (i, j) is A.get(i, j) plus B.get(i, j), or plus B.get(i, 0) where B.cols is 1.",
  ],
  trials: ({ X }) => [
    [seeded(2, 3, 1), seeded(2, 3, 2)],
    [seeded(2, 3, 3), seeded(2, 1, 4)],
    [seeded(3, 3, 5), seeded(3, 1, 6)],
    [seeded(3, 2, 7), seeded(3, 1, 8)],
    [seeded(2, 1, 9), seeded(2, 1, 10)],
    [matmul(seeded(10, 784, 11), X), seeded(10, 1, 12)],
  ],
});
