import { type Equation, equationOf, equations, type MatrixName } from "./equations.ts";

/** One number of a training step. */
export interface Cell {
  matrix: MatrixName;
  row: number;
  col: number;
}

/** Some cells of a matrix: one, a row, a column, or all; what is not named is all of it. */
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
  return equations.filter(({ inputs }) => inputs[matrix]).map((equation) => {
    const [r, c] = equation.inputs[matrix]!;
    const place: Record<string, number> = { [r]: row, [c]: col };
    return {
      matrix: equation.result,
      row: place.i,
      col: isColumn(equation) ? 0 : place.j,
    };
  });
}

/** Whether the result is a single column, a bias or its gradient. */
function isColumn({ result }: Equation): boolean {
  return /b[12]$/.test(result);
}

/** Whether a cell lies in a region. */
export function isIn({ matrix, row, col }: Cell, region: Region): boolean {
  return matrix === region.matrix && (region.row ?? row) === row && (region.col ?? col) === col;
}

/** A region in words: `row 3 of dZ1`. */
export function inWords({ matrix, row, col }: Region): string {
  if (row !== undefined && col !== undefined) return `${matrix}[${row}, ${col}]`;
  if (row !== undefined) return `row ${row} of ${matrix}`;
  if (col !== undefined) return `column ${col} of ${matrix}`;
  return `all of ${matrix}`;
}

/** The name of a cell: `dW1[3, 405]`. */
export function nameOf({ matrix, row, col }: Cell): string {
  return `${matrix}[${row}, ${col}]`;
}
