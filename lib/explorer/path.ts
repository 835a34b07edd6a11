import { meanings, type Sizes } from "../display/symbols.ts";
import type { Name } from "../figures/matrix_graph_plan.ts";
import type { Matrix } from "../matrix/matrix.ts";
import { crossEntropy } from "../network/loss.ts";
import { selectColumns } from "../matrix/select_columns.ts";
import type { Model } from "./model.ts";

/** One way through the network: a pixel, a hidden unit, a digit, an image. */
export type Path = Record<keyof Sizes, number>;

/** One number on the path: `Z1[3]` and what it is. */
export interface PathNumber {
  place: string;
  value: number;
}

/**
 * The path through the cell that is shown. Where the cell leaves a choice, it goes through the digit of
 * the label, the hidden unit that answers most, and the pixel that adds most to that unit.
 */
export function pathOf(model: Model): Path {
  const { matrices, shownCell, image, labels } = model;
  const meaning = meanings[shownCell.matrix];
  const fixed: Partial<Path> = {
    [meaning.rows]: shownCell.row,
    ...(meaning.columns === 1 ? {} : { [meaning.columns]: shownCell.col }),
  };
  const images = fixed.images ?? image;
  const classes = fixed.classes ?? labels[images];
  const { A1, W1, X } = matrices;
  const hidden = fixed.hidden ?? largest(A1.rows, (h) => A1.get(h, images));
  const inputs = fixed.inputs ??
    largest(X.rows, (p) => Math.abs(W1.get(hidden, p) * X.get(p, images)));
  return { inputs, hidden, classes, images };
}

/** The numbers that stand in the boxes of the graph, along a path. */
export function pathNumbers(model: Model, path: Path): Record<Name, PathNumber> {
  const { matrices, Y } = model;
  const { W2, dZ2, A2 } = matrices;
  const { hidden, images } = path;
  const of = (matrix: Exclude<Name, "loss" | "dA1">): PathNumber => {
    const { rows, columns } = meanings[matrix];
    const row = path[rows];
    if (columns === 1) return { place: `${matrix}[${row}]`, value: matrices[matrix].get(row, 0) };
    const col = path[columns];
    // The image is the same in every box.
    const place = columns === "images" ? `${matrix}[${row}]` : `${matrix}[${row}, ${col}]`;
    return { place, value: matrices[matrix].get(row, col) };
  };
  const one = (A: Matrix) => selectColumns(A, [images]);
  let dA1 = 0;
  for (let k = 0; k < W2.rows; k++) dA1 += W2.get(k, hidden) * dZ2.get(k, images);
  return {
    ...{ W1: of("W1"), b1: of("b1"), W2: of("W2"), b2: of("b2"), X: of("X") },
    ...{ Z1: of("Z1"), A1: of("A1"), Z2: of("Z2"), A2: of("A2") },
    ...{ dZ2: of("dZ2"), dW2: of("dW2"), db2: of("db2") },
    ...{ dZ1: of("dZ1"), dW1: of("dW1"), db1: of("db1") },
    dA1: { place: `dA1[${hidden}]`, value: dA1 },
    loss: { place: "loss", value: crossEntropy(one(A2), one(Y)) },
  };
}

function largest(count: number, value: (k: number) => number): number {
  let best = 0;
  for (let k = 1; k < count; k++) if (value(k) > value(best)) best = k;
  return best;
}
