import { add as right, multiply, subtract } from "../../../matrix/elementwise.ts";
import { matmul } from "../../../matrix/matmul.ts";
import { type Matrix, transpose } from "../../../matrix/matrix.ts";
import type { Piece } from "../piece.ts";
import { built, each, reaches, seeded } from "./making.ts";

const isColumn = (A: Matrix, B: Matrix) => B.cols === 1 && A.cols > 1;
/** B as large as A. */
const repeated = (A: Matrix, B: Matrix) =>
  isColumn(A, B) ? built(A.rows, A.cols, (i) => B.get(i, 0)) : B;

/** The piece `add`. */
export const add: Piece = {
  name: "add",
  notebook: "02",
  call: "add(A, B)",
  gives: "A + B, as large as A; B is as large as A, or a column that is repeated",
  right,
  wrong: [
    {
      id: "column-not-repeated",
      says: "Two matrices of one shape are added right, but a B with a single column is not " +
        "repeated: there is no second column to take numbers from.",
      ways: reaches.map((reach) => (A: Matrix, B: Matrix) => {
        const b = reach(B);
        return each(A, (a, i, j) => a + b(i, j));
      }),
    },
    {
      id: "first-column-only",
      says: "The column B was added to the first column of A only. Every column of A needs it.",
      ways: [
        (A: Matrix, B: Matrix) =>
          each(A, (a, i, j) => isColumn(A, B) && j > 0 ? a : a + B.get(i, j)),
      ],
    },
    {
      id: "column-left-out",
      says: "Where B is a column, the result is A: nothing was added.",
      ways: [(A: Matrix, B: Matrix) => isColumn(A, B) ? A : right(A, B)],
    },
    {
      id: "first-number-everywhere",
      says:
        "Where B is a column, its first number was added everywhere. Row i needs the number in " +
        "row i of B.",
      ways: [
        (A: Matrix, B: Matrix) => isColumn(A, B) ? each(A, (a) => a + B.get(0, 0)) : right(A, B),
      ],
    },
    {
      id: "along-the-row",
      says:
        "The column B was laid along the rows of A: column j got the number j of B. Row i needs " +
        "number i.",
      ways: reaches.map((reach) => (A: Matrix, B: Matrix) => {
        const b = reach(transpose(B));
        return isColumn(A, B) ? each(A, (a, _, j) => a + b(0, j)) : right(A, B);
      }),
    },
    {
      id: "subtracted",
      says: "B was subtracted from A.",
      ways: [(A: Matrix, B: Matrix) => subtract(A, repeated(A, B))],
    },
    {
      id: "multiplied",
      says: "The elements were multiplied with each other.",
      ways: [(A: Matrix, B: Matrix) => multiply(A, repeated(A, B))],
    },
  ],
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
};
