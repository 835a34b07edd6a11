import { assertEquals, assertThrows } from "@std/assert";
import fc from "fast-check";
import { ArgumentError, Matrix, ShapeError, transpose } from "glassnet";
import { imagesOf, matrixOf, size } from "./random_matrix.ts";

Deno.test("Matrix.from() and toArray() are inverse", () => {
  fc.assert(fc.property(
    fc.tuple(size, size).chain(([r, c]) => matrixOf(r, c)),
    (A) => assertEquals(Matrix.from(A.toArray()), A),
  ));
});

Deno.test("Matrix.get() gives the element of the array", () => {
  const A = Matrix.from([[1, 2, 3], [4, 5, 6]]);
  for (const [i, row] of A.toArray().entries()) {
    for (const [j, element] of row.entries()) assertEquals(A.get(i, j), element);
  }
});

Deno.test("Matrix.get() throws outside the matrix and names the range", () => {
  const A = Matrix.zeros(2, 3);
  assertThrows(() => A.get(2, 0), ArgumentError, "There is no row 2 in a 2 x 3 matrix");
  assertThrows(() => A.get(0, 3), ArgumentError, "a whole number from 0 to 2");
  assertThrows(() => A.get(-1, 0), ArgumentError, "row -1");
  assertThrows(() => A.get(0.5, 0), ArgumentError, "row 0.5");
});

Deno.test("Matrix.from() throws if the rows are ragged, empty or no numbers", () => {
  assertThrows(() => Matrix.from([[1, 2], [3]]), ShapeError, "row 0 has 2 numbers, row 1 has 1");
  assertThrows(() => Matrix.from([]), ShapeError, "at least one number");
  assertThrows(() => Matrix.from([[]]), ShapeError, "at least one number");
  assertThrows(
    // @ts-expect-error: a text is no number, and cells of a notebook are not type-checked
    () => Matrix.from([[1, "2"]]),
    ArgumentError,
    'row 0, column 1, but found string "2"',
  );
  // @ts-expect-error: a single row is no array of rows
  assertThrows(() => Matrix.from([1, 2]), ShapeError, "an array of rows");
});

Deno.test("Matrix.zeros() throws if a size is not a positive whole number", () => {
  assertThrows(() => Matrix.zeros(0, 3), ShapeError, "found 0 x 3");
  assertThrows(() => Matrix.zeros(2, 1.5), ShapeError, "found 2 x 1.5");
});

Deno.test("Matrix keeps float32 where asked for", () => {
  assertEquals(Matrix.from([[0.1]], "float32").get(0, 0), Math.fround(0.1));
  assertEquals(Matrix.zeros(1, 1, "float32").dtype, "float32");
  assertEquals(Matrix.from([[0.1]]).get(0, 0), 0.1);
});

Deno.test("transpose() swaps rows and columns, and twice is nothing", () => {
  fc.assert(fc.property(
    fc.tuple(size, size).chain(([r, c]) => fc.oneof(matrixOf(r, c), imagesOf(r, c))),
    (A) => {
      const T = transpose(A);
      assertEquals([T.rows, T.cols], [A.cols, A.rows]);
      for (let i = 0; i < A.rows; i++) {
        for (let j = 0; j < A.cols; j++) assertEquals(T.get(j, i), A.get(i, j));
      }
      assertEquals(transpose(T).toArray(), A.toArray());
    },
  ));
});

Deno.test("transpose() throws if it is not given a matrix", () => {
  // @ts-expect-error: an array is no matrix
  assertThrows(() => transpose([[1]]), ArgumentError, "an array. Matrix.from(rows) makes one");
});
