import { multiply } from "../../../matrix/elementwise.ts";
import { matmul as right } from "../../../matrix/matmul.ts";
import { type Matrix, transpose } from "../../../matrix/matrix.ts";
import type { Piece } from "../piece.ts";
import { built, reaches, seeded } from "./making.ts";

/** Fills the product element by element; `reset` says where the sum begins anew. */
function carriedSum(A: Matrix, B: Matrix, reset: "row" | "never"): Matrix {
  let sum = 0;
  return built(A.rows, B.cols, (i, j) => {
    if (reset === "row" && j === 0) sum = 0;
    for (let k = 0; k < A.cols; k++) sum += A.get(i, k) * B.get(k, j);
    return sum;
  });
}

/** The piece `matmul`. */
export const matmul: Piece = {
  name: "matmul",
  notebook: "02",
  call: "matmul(A, B)",
  gives: "A B: r x n times n x c gives r x c",
  right,
  wrong: [
    {
      id: "element-by-element",
      says: "The elements were multiplied one by one, as multiply does. In a matrix product each " +
        "element is a sum of products, along a row of A and down a column of B.",
      ways: [multiply],
    },
    {
      id: "factors-swapped",
      says: "This is B A. The order matters: A stands on the left.",
      ways: [(A: Matrix, B: Matrix) => right(B, A)],
    },
    {
      id: "transposed",
      says: "This is the transpose of the product: rows and columns of the result are exchanged.",
      ways: [(A: Matrix, B: Matrix) => transpose(right(A, B))],
    },
    {
      id: "along-a-row-of-b",
      says:
        "The sum runs along a row of B. It must run along a row of A and down a column of B: look " +
        "at the two indices of B.",
      ways: reaches.map((reach) => (A: Matrix, B: Matrix) => {
        const b = reach(B);
        return built(A.rows, B.cols, (i, j) => {
          let sum = 0;
          for (let k = 0; k < A.cols; k++) sum += A.get(i, k) * b(j, k);
          return sum;
        });
      }),
    },
    {
      id: "down-a-column-of-a",
      says:
        "The sum runs down a column of A. It must run along a row of A and down a column of B: " +
        "look at the two indices of A.",
      ways: reaches.map((reach) => (A: Matrix, B: Matrix) => {
        const a = reach(A);
        return built(A.rows, B.cols, (i, j) => {
          let sum = 0;
          for (let k = 0; k < A.cols; k++) sum += a(k, i) * B.get(k, j);
          return sum;
        });
      }),
    },
    {
      id: "last-product-only",
      says: "Each element is the last product alone. Look at the line that adds up: does it keep " +
        "what was there before?",
      ways: [
        (A: Matrix, B: Matrix) =>
          built(A.rows, B.cols, (i, j) => A.get(i, A.cols - 1) * B.get(A.cols - 1, j)),
      ],
    },
    {
      id: "last-product-missing",
      says: "The last product of each sum is missing. Look at where the inner loop ends.",
      ways: [
        (A: Matrix, B: Matrix) =>
          built(A.rows, B.cols, (i, j) => {
            let sum = 0;
            for (let k = 0; k < A.cols - 1; k++) sum += A.get(i, k) * B.get(k, j);
            return sum;
          }),
      ],
    },
    {
      id: "first-product-missing",
      says: "The first product of each sum is missing. Rows and columns are counted from 0.",
      ways: [
        (A: Matrix, B: Matrix) =>
          built(A.rows, B.cols, (i, j) => {
            let sum = 0;
            for (let k = 1; k < A.cols; k++) sum += A.get(i, k) * B.get(k, j);
            return sum;
          }),
      ],
    },
    {
      id: "sum-never-reset",
      says:
        "The sum goes on from one element to the next. Each element begins at 0: look at where " +
        "the sum is set to 0.",
      ways: [(A: Matrix, B: Matrix) => carriedSum(A, B, "never")],
    },
    {
      id: "sum-reset-by-row",
      says:
        "The sum begins anew for each row, and goes on along it. Each element begins at 0: look at " +
        "which loop the sum is set to 0 in.",
      ways: [(A: Matrix, B: Matrix) => carriedSum(A, B, "row")],
    },
    {
      id: "products-multiplied",
      says:
        "The numbers of the row and the column were added and then multiplied. It is the other " +
        "way round: multiply the pairs, then add.",
      ways: [
        (A: Matrix, B: Matrix) =>
          built(A.rows, B.cols, (i, j) => {
            let product = 1;
            for (let k = 0; k < A.cols; k++) product *= A.get(i, k) + B.get(k, j);
            return product;
          }),
      ],
    },
  ],
  hints: [
    "How many rows and columns does the result have, and how many numbers go into one of its elements?",
    "Element (i, j) is the sum over k of A(i, k) B(k, j): along row i of A, down column j of B.",
    "Three loops: i over the rows of A, j over the columns of B, and inside them k over A's columns. " +
    "Set a sum to 0 before the loop over k, add A.get(i, k) * B.get(k, j) in it, store it after.",
  ],
  trials: ({ X }) => [
    [seeded(2, 3, 1), seeded(3, 4, 2)],
    [seeded(2, 3, 3), seeded(3, 2, 4)],
    [seeded(3, 3, 5), seeded(3, 3, 6)],
    [seeded(10, 784, 7), X],
  ],
};
