import { scale } from "../../matrix/elementwise.ts";
import { Matrix } from "../../matrix/matrix.ts";
import { selectColumns } from "../../matrix/select_columns.ts";
import { oneHot } from "../../network/one_hot.ts";
import { backward, type Gradients } from "../../network/backward.ts";
import { type Activations, forward } from "../../network/forward.ts";
import { initParameters, type Parameters } from "../../network/parameters.ts";
import type { Digits } from "../../training/digits.ts";

/** A matrix by a formula for its element in row i, column j. */
export function built(
  rows: number,
  cols: number,
  element: (i: number, j: number) => number,
): Matrix {
  return Matrix.from(
    Array.from({ length: rows }, (_, i) => Array.from({ length: cols }, (_, j) => element(i, j))),
  );
}

/** Numbers in [-1, 1), the same for the same seed. */
export function seeded(rows: number, cols: number, seed: number): Matrix {
  return scale(initParameters({ hidden: rows, inputs: cols, seed }).W1, 2);
}

/** A formula for every element, from the element itself. */
export function each(A: Matrix, formula: (a: number, i: number, j: number) => number): Matrix {
  return built(A.rows, A.cols, (i, j) => formula(A.get(i, j), i, j));
}

/** How a reader may reach for an element: by `get`, or in the array of rows. */
export const reaches: ((A: Matrix) => (i: number, j: number) => number)[] = [
  (A) => (i, j) => A.get(i, j),
  (A) => {
    const rows = A.toArray();
    return (i, j) => rows[i][j];
  },
];

/** The sum of all elements. */
export function total(A: Matrix): number {
  return A.toArray().flat().reduce((sum, a) => sum + a, 0);
}

/** The sum of each column, as a row: 1 x c. */
export function downColumns(A: Matrix): Matrix {
  return built(1, A.cols, (_, j) => A.toArray().reduce((sum, row) => sum + row[j], 0));
}

/** The first few of the digits. */
export function firstOf({ X, labels }: Digits, count: number): Digits {
  const columns = Array.from({ length: count }, (_, j) => j);
  return { X: selectColumns(X, columns), labels: labels!.slice(0, count), count };
}

/** Every matrix of one training step on real digits. */
export type Step = Parameters & Activations & Gradients & { X: Matrix; Y: Matrix };

/** One training step on 3, one on 10 and one on all of the digits, each from other parameters. */
export function stepsOf(digits: Digits): Step[] {
  return [3, 10, digits.count].map((count) => {
    const { X, labels } = firstOf(digits, count);
    const parameters = initParameters({ seed: count === digits.count ? 5 : count });
    const activations = forward(parameters, X);
    const Y = oneHot(labels!);
    return { ...parameters, ...activations, X, Y, ...backward(parameters, activations, X, Y) };
  });
}
