import { columns } from "../matrix/columns.ts";
import { Matrix } from "../matrix/matrix.ts";
import { transpose } from "../matrix/transpose.ts";
import type { Tensor } from "./safetensors.ts";

/** A matrix as others keep one: row by row. The numbers are a copy. */
export function toTensor(A: Matrix): Tensor {
  return { shape: [A.rows, A.cols], values: columns(transpose(A)).slice() };
}

/** A matrix of a tensor with two dimensions, or with one: n numbers are n x 1. */
export function toMatrix({ shape: [rows, cols = 1], values }: Tensor): Matrix {
  return new Matrix(rows, cols, columns(new Matrix(rows, cols, values, true)));
}
