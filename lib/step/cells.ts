import { isPerImage, type MatrixName, meanings } from "../display/symbols.ts";
import { equationOf, equations, type ResultName } from "./equations.ts";
import type { StepMatrices } from "./training_step.ts";

/** One number of a training step. */
export interface Cell {
  /** The matrix that it stands in. */
  matrix: MatrixName;
  /** Its row. */
  row: number;
  /** Its column. */
  col: number;
}

/** Some cells of a matrix: one, a row, a column, or all. Without `row` it has all rows, without `col` all columns. */
export interface Region {
  matrix: MatrixName;
  row?: number;
  col?: number;
}

/** The cells that a cell was computed from; none for what the step starts from. */
export function cameFrom({ matrix, row, col }: Cell): Region[] {
  const inputs = Object.entries(equationOf(matrix)?.inputs ?? {});
  const place: Record<string, number> = { i: row, j: col, 0: 0 };
  return inputs.map(([input, [r, c]]) => ({
    matrix: input as MatrixName,
    row: place[r],
    col: place[c],
  }));
}

/** The cells that are computed from a cell, in the order of the equations. */
export function feeds({ matrix, row, col }: Cell): Region[] {
  return equations.filter(({ inputs }) => inputs[matrix]).map(({ result, inputs }) => {
    const [r, c] = inputs[matrix]!;
    const place: Record<string, number> = { [r]: row, [c]: col };
    return { matrix: result, row: place.i, col: meanings[result].columns === 1 ? 0 : place.j };
  });
}

/** Whether a cell lies in a region. */
export function isIn({ matrix, row, col }: Cell, region: Region): boolean {
  return matrix === region.matrix && (region.row ?? row) === row && (region.col ?? col) === col;
}

/** A region in words: `row 3 of dZ1`, or the name of a cell: `dW1[3, 405]`. */
export function inWords({ matrix, row, col }: Region): string {
  if (row !== undefined && col !== undefined) return `${matrix}[${row}, ${col}]`;
  if (row !== undefined) return `row ${row} of ${matrix}`;
  if (col !== undefined) return `column ${col} of ${matrix}`;
  return `all of ${matrix}`;
}

/**
 * The cell of a result that is written out by default: the one farthest from 0, in the column of the
 * chosen image if there is one for each image; of an updated parameter the one with the largest
 * gradient.
 */
export function tellingCell(matrices: StepMatrices, result: ResultName, image: number): Cell {
  const { updateOf } = meanings[result];
  const A = matrices[updateOf ? `d${updateOf}` as const : result];
  const [from, to] = isPerImage(result) ? [image, image + 1] : [0, A.cols];
  let best = { matrix: result, row: 0, col: from };
  for (let col = from; col < to; col++) {
    for (let row = 0; row < A.rows; row++) {
      if (Math.abs(A.get(row, col)) > Math.abs(A.get(best.row, best.col))) {
        best = { matrix: result, row, col };
      }
    }
  }
  return best;
}
