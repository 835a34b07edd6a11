import { assertEquals, assertThrows } from "@std/assert";
import fc from "fast-check";
import {
  add,
  ArgumentError,
  Matrix,
  multiply,
  scale,
  selectColumns,
  ShapeError,
  subtract,
  sumColumns,
  transpose,
} from "glassnet";
import { matrixOf, size } from "./random_matrix.ts";

const pair = fc.tuple(size, size).chain(([r, c]) =>
  fc.tuple(matrixOf(r, c), fc.oneof(matrixOf(r, c), matrixOf(c, r).map(transpose)))
);

/** Compares with the operation done on each pair of elements. */
function assertPairwise(
  call: (A: Matrix, B: Matrix) => Matrix,
  operation: (a: number, b: number) => number,
) {
  fc.assert(fc.property(pair, ([A, B]) => {
    const expected = A.toArray().map((row, i) => row.map((a, j) => operation(a, B.get(i, j))));
    assertEquals(call(A, B).toArray(), expected);
    assertEquals(transpose(call(transpose(A), transpose(B))).toArray(), expected);
  }));
}

Deno.test("add() adds element by element", () => assertPairwise(add, (a, b) => a + b));
Deno.test("subtract() subtracts element by element", () =>
  assertPairwise(subtract, (a, b) => a - b));
Deno.test("multiply() multiplies element by element", () =>
  assertPairwise(multiply, (a, b) => a * b));

Deno.test("add() repeats a column for every column of A", () => {
  fc.assert(fc.property(
    fc.tuple(size, size).chain(([r, c]) => fc.tuple(matrixOf(r, c), matrixOf(r, 1))),
    ([A, b]) =>
      assertEquals(
        add(A, b).toArray(),
        A.toArray().map((row, i) => row.map((a) => a + b.get(i, 0))),
      ),
  ));
});

Deno.test("add() repeats only a column of A's height", () => {
  assertThrows(() => add(Matrix.zeros(10, 5), Matrix.zeros(5, 1)), ShapeError, "rows differ");
  assertThrows(() => add(Matrix.zeros(3, 2), Matrix.zeros(2, 1)), ShapeError, "rows differ");
});

Deno.test("scale() multiplies every element", () => {
  fc.assert(fc.property(
    matrixOf(2, 3),
    fc.double({ min: -5, max: 5, noNaN: true }),
    (A, factor) =>
      assertEquals(
        scale(A, factor).toArray(),
        A.toArray().map((row) => row.map((a) => a * factor)),
      ),
  ));
});

Deno.test("scale() throws if the factor is not a number", () => {
  assertThrows(
    // @ts-expect-error: a matrix is no number
    () => scale(Matrix.zeros(1, 1), Matrix.zeros(1, 1)),
    ArgumentError,
    "multiply or matmul",
  );
  assertThrows(
    // @ts-expect-error: the wrong way round
    () => scale(2, Matrix.zeros(1, 1)),
    ArgumentError,
    "expected a Matrix as argument 1",
  );
});

Deno.test("sumColumns() sums each row, over a few columns and over many", () => {
  for (const cols of [3, 5000]) {
    const row = Array.from({ length: cols }, (_, j) => j);
    const sums = sumColumns(Matrix.from([row, row.map((x) => -2 * x)]));
    const total = cols * (cols - 1) / 2;
    assertEquals(sums.toArray(), [[total], [-2 * total]]);
  }
});

Deno.test("sumColumns() of a transposed matrix sums its own rows", () => {
  assertEquals(sumColumns(transpose(Matrix.from([[1, 2], [3, 4]]))).toArray(), [[4], [6]]);
});

Deno.test("elementwise functions name both shapes, the sizes that differ and the fix", () => {
  const A = Matrix.zeros(10, 5);
  assertThrows(
    () => subtract(A, Matrix.zeros(10, 4)),
    ShapeError,
    "subtract(A, B): A is 10 x 5 and B is 10 x 4: the columns differ (5 and 4)",
  );
  assertThrows(() => multiply(A, Matrix.zeros(5, 10)), ShapeError, "multiply(A, transpose(B))?");
  assertThrows(() => multiply(A, Matrix.zeros(5, 3)), ShapeError, "Did you mean matmul(A, B)?");
  assertThrows(() => add(A, Matrix.zeros(1, 10)), ShapeError, "Did you mean add(A, transpose(B))?");
  assertThrows(() => add(A, Matrix.zeros(1, 7)), ShapeError, "Look where each of them was made.");
  assertThrows(() => add(Matrix.zeros(10, 1), A), ShapeError, "Did you mean add(B, A)?");
  assertThrows(() => subtract(A, Matrix.zeros(10, 1)), ShapeError, "add(A, scale(B, -1))");
  assertThrows(() => subtract(A, Matrix.zeros(1, 1)), ShapeError, "Look where each of them");
  assertThrows(
    () => add(A, Matrix.zeros(3, 2)),
    ShapeError,
    "rows differ (10 and 3) and the columns",
  );
});

Deno.test("elementwise functions leave their arguments as they were", () => {
  const A = Matrix.from([[1, 2], [3, 4]]);
  const before = A.toArray();
  add(A, A);
  subtract(A, A);
  multiply(A, A);
  scale(A, 3);
  sumColumns(A);
  assertEquals(A.toArray(), before);
});

Deno.test("selectColumns() throws if a column is not there", () => {
  const A = Matrix.from([[1, 2, 3], [4, 5, 6]]);
  assertEquals(selectColumns(A, [2, 2]).toArray(), [[3, 3], [6, 6]]);
  assertThrows(() => selectColumns(A, [3]), ArgumentError, "There is no column 3");
  assertThrows(() => selectColumns(A, []), ArgumentError, "at least one column");
});
