import fc from "fast-check";
import { type Dtype, Matrix, Pixels } from "glassnet";

/** A matrix of the given shape with elements from -10 to 10. */
export function matrixOf(rows: number, cols: number, dtype: Dtype = "float64") {
  const element = fc.double({ min: -10, max: 10, noNaN: true });
  const row = fc.array(element, { minLength: cols, maxLength: cols });
  return fc.array(row, { minLength: rows, maxLength: rows }).map((array) =>
    Matrix.from(array, dtype)
  );
}

/** A size from 1 to 6. */
export const size = fc.integer({ min: 1, max: 6 });

/** Images in their compact form, most of their pixels 0. */
export function imagesOf(pixels: number, count: number) {
  const byte = fc.oneof({ weight: 4, arbitrary: fc.constant(0) }, fc.integer({ min: 0, max: 255 }));
  return fc.array(byte, { minLength: pixels * count, maxLength: pixels * count })
    .map((bytes) => Pixels.fromBytes(Uint8Array.from(bytes), pixels).toMatrix());
}

/** The same numbers, without the compact form. */
export function dense(X: Matrix): Matrix {
  return Matrix.from(X.toArray());
}
