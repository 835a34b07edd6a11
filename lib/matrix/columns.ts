import type { Values } from "./kernels/format.ts";
import { allocate } from "./kernels/running.ts";
import type { Matrix } from "./matrix.ts";

/** A matrix's numbers column by column; a transposed view is copied into that order. */
export function columns(A: Matrix): Values {
  const { values, rows, cols, rowStride, colStride } = A;
  if (!A.isTransposed) return values;
  const copy = allocate(A.dtype, rows * cols);
  for (let j = 0; j < cols; j++) {
    for (let i = 0; i < rows; i++) copy[i + j * rows] = values[i * rowStride + j * colStride];
  }
  return copy;
}
