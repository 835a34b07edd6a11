import { Matrix } from "./matrix.ts";

/** A matrix with numbers of its own, outside the buffers that a training uses again. */
export function copied(A: Matrix): Matrix {
  return new Matrix(A.rows, A.cols, A.values.slice(), A.isTransposed);
}

/** New matrices under the same names: each is what `change` makes of the old one. */
export function mapMatrices<Name extends string>(
  matrices: Record<Name, Matrix>,
  change: (A: Matrix, name: Name) => Matrix,
): Record<Name, Matrix> {
  const entries = Object.entries<Matrix>(matrices);
  return Object.fromEntries(
    entries.map(([name, A]) => [name, change(A, name as Name)]),
  ) as Record<Name, Matrix>;
}
