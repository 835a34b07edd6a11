import { multiply } from "../../matrix/elementwise.ts";
import { matmul as right } from "../../matrix/matmul.ts";
import type { Matrix } from "../../matrix/matrix.ts";
import { transpose } from "../../matrix/transpose.ts";
import { exercise } from "../exercise.ts";
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

/** Fills the product element by element; `term` is what is added up for each k. */
function summed(
  A: Matrix,
  B: Matrix,
  term: (i: number, j: number, k: number) => number,
  { inner = A.cols, from = 0, rows = A.rows, cols = B.cols } = {},
): Matrix {
  return built(rows, cols, (i, j) => {
    let sum = from;
    for (let k = 0; k < inner; k++) sum += term(i, j, k);
    return sum;
  });
}

/** What is added up for element (i, j) of A B. */
const product = (A: Matrix, B: Matrix) => (i: number, j: number, k: number) =>
  A.get(i, k) * B.get(k, j);

export const matmul = exercise({
  name: "matmul",
  notebook: "02",
  call: "matmul(A, B)",
  gives: "A B: r x n times n x c gives r x c",
  right,
  mistakes: {
    "element-by-element": [
      "The elements were multiplied one by one, as multiply does. In a matrix product each element is a sum: along a row of A and down a column of B.",
      multiply,
      reaches.flatMap((reach) =>
        [(_A: Matrix, B: Matrix) => B.cols, (A: Matrix) => A.cols].map((cols) => (A, B) => {
          const [a, b] = [reach(A), reach(B)];
          return built(A.rows, cols(A, B), (i, j) => a(i, j) * b(i, j));
        })
      ),
    ],
    "factors-swapped": [
      "This is B A. The order matters: A stands on the left.",
      (A, B) => right(B, A),
    ],
    transposed: [
      "This is the transpose of the product: rows and columns of the result are exchanged.",
      (A, B) => transpose(right(A, B)),
    ],
    "along-a-row-of-b": [
      "The sum runs along a row of B. It must run along a row of A and down a column of B: look at the two indices of B.",
      reaches.map((reach) => (A, B) => {
        const b = reach(B);
        return built(A.rows, B.cols, (i, j) => {
          let sum = 0;
          for (let k = 0; k < A.cols; k++) sum += A.get(i, k) * b(j, k);
          return sum;
        });
      }),
    ],
    "down-a-column-of-a": [
      "The sum runs down a column of A. It must run along a row of A and down a column of B: look at the two indices of A.",
      reaches.map((reach) => (A, B) => {
        const a = reach(A);
        return built(A.rows, B.cols, (i, j) => {
          let sum = 0;
          for (let k = 0; k < A.cols; k++) sum += a(k, i) * B.get(k, j);
          return sum;
        });
      }),
    ],
    "last-product-only": [
      "Each element is its last product alone. Add the products up: += and not =.",
      (A, B) => built(A.rows, B.cols, (i, j) => A.get(i, A.cols - 1) * B.get(A.cols - 1, j)),
    ],
    "last-product-missing": [
      "The last product of each sum is missing. Look at where the inner loop ends.",
      (A, B) =>
        built(A.rows, B.cols, (i, j) => {
          let sum = 0;
          for (let k = 0; k < A.cols - 1; k++) sum += A.get(i, k) * B.get(k, j);
          return sum;
        }),
    ],
    "first-product-missing": [
      "The first product of each sum is missing. Rows and columns are counted from 0.",
      (A, B) =>
        built(A.rows, B.cols, (i, j) => {
          let sum = 0;
          for (let k = 1; k < A.cols; k++) sum += A.get(i, k) * B.get(k, j);
          return sum;
        }),
    ],
    "sum-never-reset": [
      "The sum goes on from one element to the next. Set it to 0 for each element, just before the loop over k.",
      (A, B) => carriedSum(A, B, "never"),
    ],
    "sum-reset-by-row": [
      "The sum is set to 0 for each row only, and goes on along the row. Set it to 0 for each element, just before the loop over k.",
      (A, B) => carriedSum(A, B, "row"),
    ],
    "products-multiplied": [
      "Each pair of numbers was added, and the sums were multiplied. It is the other way round: multiply each pair, then add up.",
      (A, B) =>
        built(A.rows, B.cols, (i, j) => {
          let product = 1;
          for (let k = 0; k < A.cols; k++) product *= A.get(i, k) + B.get(k, j);
          return product;
        }),
    ],
    "added-not-multiplied": [
      "The pairs of numbers were added to each other. Multiply each pair, then add up the products.",
      (A, B) => summed(A, B, (i, j, k) => A.get(i, k) + B.get(k, j)),
    ],
    "sum-begins-at-one": [
      "Every element is 1 too large: the sum begins at 1. It begins at 0.",
      (A, B) => summed(A, B, product(A, B), { from: 1 }),
    ],
    "k-missing": [
      "One of the two factors is the same in every product of the sum. Both change with k: A.get(i, k) and B.get(k, j).",
      reaches.flatMap((reach) => [
        (A, B) => {
          const a = reach(A);
          return summed(A, B, (i, j, k) => a(i, j) * B.get(k, j));
        },
        (A, B) => {
          const b = reach(B);
          return summed(A, B, (i, j, k) => A.get(i, k) * b(i, j));
        },
      ]),
    ],
    "index-taken-twice": [
      "The indices are mixed up: i or j stands where the other belongs, or where k does. Element (i, j) adds up A.get(i, k) * B.get(k, j).",
      reaches.flatMap((reach) => [
        (A, B) => {
          const b = reach(B);
          return summed(A, B, (i, _, k) => A.get(i, k) * b(k, i));
        },
        (A, B) => {
          const a = reach(A);
          return summed(A, B, (_, j, k) => a(j, k) * B.get(k, j));
        },
      ]),
    ],
    "summed-along-the-row": [
      "All elements of a row are the same: the sum ran over j too. Each element has a sum of its own, over k only.",
      (A, B) => {
        const rows = right(A, B).toArray();
        return built(A.rows, B.cols, (i) => rows[i].reduce((sum, one) => sum + one, 0));
      },
    ],
    "wrong-number-of-products": [
      "The inner loop goes over the wrong size: A.rows or B.cols. There are as many products as A has columns.",
      (A, B) => summed(A, B, product(A, B), { inner: A.rows }),
      (A, B) => summed(A, B, product(A, B), { inner: B.cols }),
    ],
    "as-large-as-a-factor": [
      "The outer loops go over one matrix only. The result has as many rows as A and as many columns as B.",
      (A, B) => summed(A, B, product(A, B), { cols: A.cols }),
      (A, B) => summed(A, B, product(A, B), { rows: B.rows }),
    ],
    "pushed-in-the-inner-loop": [
      "The rows are too long: a number was pushed for each k. Push once, after the loop over k, when the sum is complete.",
      [
        (sum: number, product: number) => sum + product,
        (_: number, product: number) => product,
      ]
        .map((next) => (A, B) => {
          let sum = 0;
          return built(A.rows, B.cols * A.cols, (i, column) => {
            const k = column % A.cols;
            if (k === 0) sum = 0;
            return sum = next(sum, A.get(i, k) * B.get(k, Math.floor(column / A.cols)));
          });
        }),
    ],
    "rows-shared-and-summed": [
      "All rows are the same. Array(n).fill(row) puts one and the same row in all places: each row needs an array of its own.",
      (A, B) => {
        const rows = right(A, B).toArray();
        return built(A.rows, B.cols, (_, j) => rows.reduce((sum, row) => sum + row[j], 0));
      },
    ],
  },
  hints: [
    "How many rows and columns does the result have, and how many numbers go into one of its elements?",
    "Element (i, j) is the sum over k of A(i, k) B(k, j): along row i of A, down column j of B.",
    "Three loops: i over the rows of A, j over the columns of B, and inside them k over A's columns. Set a sum to 0 before the loop over k, add A.get(i, k) * B.get(k, j) in it, store it after.",
  ],
  trials: ({ X }) => [
    [seeded(2, 3, 1), seeded(3, 4, 2)],
    [seeded(2, 3, 3), seeded(3, 2, 4)],
    [seeded(3, 3, 5), seeded(3, 3, 6)],
    [seeded(10, 784, 7), X],
  ],
});
