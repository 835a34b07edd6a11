import fc from "fast-check";
import { Matrix } from "glassnet";

const size = fc.integer({ min: 1, max: 5 });

/** Parameters of a small network, and what their file is made with. */
export const smallParameters = fc.record({
  sizes: fc.tuple(size, size, size),
  dtype: fc.constantFrom("float64" as const, "float32" as const),
  names: fc.constantFrom("glassnet" as const, "pytorch" as const),
  numbers: fc.array(fc.double(), { minLength: 7, maxLength: 7 }), // NaN, infinities, -0 among them
}).map(({ sizes: [inputs, hidden, classes], dtype, names, numbers }) => {
  const matrix = (rows: number, cols: number) =>
    Matrix.from(
      Array.from({ length: rows }, (_, i) =>
        Array.from({ length: cols }, (_, j) => numbers[(3 * i + j) % 7])),
      dtype,
    );
  const parameters = {
    W1: matrix(hidden, inputs),
    b1: matrix(hidden, 1),
    W2: matrix(classes, hidden),
    b2: matrix(classes, 1),
  };
  return { parameters, names };
});
