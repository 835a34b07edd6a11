import { ArgumentError } from "../arguments/argument_error.ts";
import { found } from "../arguments/found.ts";
import { columns } from "./columns.ts";
import { commonDtype, type Values } from "./kernels/format.ts";
import { allocate, kernels } from "./kernels/running.ts";
import { Matrix } from "./matrix.ts";
import { pairMisfit } from "./misfit.ts";
import { refuseAxis, requireMatrix } from "./require_matrix.ts";
import { ShapeError } from "./shape_error.ts";

/**
 * The sum A + B, element by element. B may also be a single column, r x 1: it is then repeated for
 * every column of A, as b1 is for every image in Z1 = W1 X + b1.
 *
 * @throws {ShapeError} if B has neither A's shape nor is a column of A's height
 *
 * @example
 * ```ts
 * import { add, Matrix } from "glassnet";
 * import { assertEquals } from "@std/assert";
 *
 * const A = Matrix.from([[1, 2], [3, 4]]);
 * const b = Matrix.from([[10], [20]]);
 * assertEquals(add(A, b).toArray(), [[11, 12], [23, 24]]);
 * ```
 */
export function add(A: Matrix, B: Matrix): Matrix {
  requireMatrix("add", A, B);
  if (B.cols === 1 && A.cols !== 1 && B.rows === A.rows) return addColumn(A, B);
  return pairwise("add", A, B);
}

/**
 * The difference A - B, element by element. Both have the same shape.
 *
 * @throws {ShapeError} if the shapes differ
 *
 * @example
 * ```ts
 * import { Matrix, subtract } from "glassnet";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(subtract(Matrix.from([[3, 4]]), Matrix.from([[1, 1]])).toArray(), [[2, 3]]);
 * ```
 */
export function subtract(A: Matrix, B: Matrix): Matrix {
  requireMatrix("subtract", A, B);
  return pairwise("subtract", A, B);
}

/**
 * The product element by element, written A .* B or A ⊙ B (the Hadamard product). Both have the
 * same shape. The matrix product is {@linkcode matmul}.
 *
 * @throws {ShapeError} if the shapes differ
 *
 * @example
 * ```ts
 * import { Matrix, multiply } from "glassnet";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(multiply(Matrix.from([[3, 4]]), Matrix.from([[0, 2]])).toArray(), [[0, 8]]);
 * ```
 */
export function multiply(A: Matrix, B: Matrix): Matrix {
  requireMatrix("multiply", A, B);
  return pairwise("multiply", A, B);
}

/**
 * Every element of A times the number `factor`.
 *
 * @throws {ArgumentError} if A is not a Matrix or `factor` not a finite number
 *
 * @example
 * ```ts
 * import { Matrix, scale } from "glassnet";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(scale(Matrix.from([[2, 4]]), 1 / 2).toArray(), [[1, 2]]);
 * ```
 */
export function scale(A: Matrix, factor: number): Matrix {
  if (typeof A === "number" && (factor as unknown) instanceof Matrix) {
    throw new ArgumentError(
      `scale expected a Matrix as argument 1, but found ${A}. Did you mean scale(A, ${A})?`,
    );
  }
  requireMatrix("scale", A);
  if (!Number.isFinite(factor)) {
    throw new ArgumentError(
      `scale expected a finite number as argument 2, but found ${found(factor)}.` +
        (typeof factor === "number" ? "" : " To multiply two matrices, use multiply or matmul."),
    );
  }
  return map(A, (out, a) => kernels().scale(out, a, factor));
}

/**
 * The sum of each row, NumPy's `A.sum(axis=1, keepdims=True)`: r x c becomes r x 1. With one image a
 * column it sums over the images, and over them only: A's columns are added up.
 *
 * @throws {ArgumentError} if A is not a Matrix
 *
 * @example
 * ```ts
 * import { Matrix, sumColumns } from "glassnet";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(sumColumns(Matrix.from([[1, 2, 3], [4, 5, 6]])).toArray(), [[6], [15]]);
 * ```
 */
export function sumColumns(A: Matrix): Matrix {
  requireMatrix("sumColumns", A);
  refuseAxis("sumColumns", arguments, 1);
  const sum = allocate(A.dtype, A.rows);
  kernels().sumColumns(sum, columns(A));
  return new Matrix(A.rows, 1, sum);
}

/** A new matrix of A's shape; `fill` computes its values from A's, both column by column. */
export function map(A: Matrix, fill: (out: Values, a: Values) => void): Matrix {
  const out = allocate(A.dtype, A.rows * A.cols);
  fill(out, columns(A));
  return new Matrix(A.rows, A.cols, out);
}

function pairwise(call: "add" | "subtract" | "multiply", A: Matrix, B: Matrix): Matrix {
  if (A.rows !== B.rows || A.cols !== B.cols) throw new ShapeError(pairMisfit(call, A, B));
  const out = allocate(commonDtype(A.dtype, B.dtype), A.rows * A.cols);
  kernels()[call](out, columns(A), columns(B));
  return new Matrix(A.rows, A.cols, out);
}

function addColumn(A: Matrix, column: Matrix): Matrix {
  const out = allocate(commonDtype(A.dtype, column.dtype), A.rows * A.cols);
  kernels().addColumn(out, columns(A), columns(column));
  return new Matrix(A.rows, A.cols, out);
}
