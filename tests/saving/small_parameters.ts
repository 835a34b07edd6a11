import fc from "fast-check";
import { Matrix, type Parameters } from "glassnet";

/**
 * Parameters of a small network, and the names that their file uses.
 *
 * @param most the most rows or columns
 * @param different how many different numbers there are in it
 */
export function smallParameters(
  most: number,
  different: number,
): fc.Arbitrary<{ parameters: Parameters; names: "glassnet" | "pytorch" }> {
  const size = fc.integer({ min: 1, max: most });
  return fc.record({
    sizes: fc.tuple(size, size, size),
    dtype: fc.constantFrom("float64" as const, "float32" as const),
    names: fc.constantFrom("glassnet" as const, "pytorch" as const),
    // NaN, infinities and -0 among them.
    numbers: fc.array(fc.double(), { minLength: different, maxLength: different }),
  }).map(({ sizes: [inputs, hidden, classes], dtype, names, numbers }) => {
    const matrix = (rows: number, cols: number) =>
      Matrix.from(
        Array.from({ length: rows }, (_, i) =>
          Array.from({ length: cols }, (_, j) => numbers[(3 * i + j) % different])),
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
}
