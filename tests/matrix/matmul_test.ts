import { assertAlmostEquals, assertEquals, assertThrows } from "@std/assert";
import fc from "fast-check";
import { ArgumentError, matmul, Matrix, ShapeError, transpose } from "glassnet";
import { dense, imagesOf, matrixOf, size } from "./random_matrix.ts";

const sizes3 = fc.tuple(size, size, size);

/** The definition of the product, element by element. */
function bySum(A: Matrix, B: Matrix): number[][] {
  return Array.from({ length: A.rows }, (_, i) =>
    Array.from({ length: B.cols }, (_, j) => {
      let sum = 0;
      for (let k = 0; k < A.cols; k++) sum += A.get(i, k) * B.get(k, j);
      return sum;
    }));
}

Deno.test("matmul() is the sum over the inner index, for every way the matrices may lie", () => {
  fc.assert(fc.property(
    sizes3.chain(([r, n, c]) =>
      fc.tuple(
        fc.oneof(matrixOf(r, n), matrixOf(n, r).map(transpose)),
        fc.oneof(matrixOf(n, c), matrixOf(c, n).map(transpose)),
      )
    ),
    ([A, B]) => assertEquals(matmul(A, B).toArray(), bySum(A, B)),
  ));
});

Deno.test("matmul() obeys (A B)^T = B^T A^T", () => {
  fc.assert(fc.property(
    sizes3.chain(([r, n, c]) => fc.tuple(matrixOf(r, n), matrixOf(n, c))),
    ([A, B]) =>
      assertEquals(
        transpose(matmul(A, B)).toArray(),
        matmul(transpose(B), transpose(A)).toArray(),
      ),
  ));
});

Deno.test("matmul() gives the same bits for images in compact form and in full", () => {
  fc.assert(fc.property(
    sizes3.chain(([r, p, m]) => fc.tuple(matrixOf(r, p), imagesOf(p, m), matrixOf(r, m))),
    ([W, X, D]) => {
      const full = dense(X);
      assertEquals(matmul(W, X).toArray(), matmul(W, full).toArray());
      assertEquals(matmul(D, transpose(X)).toArray(), matmul(D, transpose(full)).toArray());
      assertEquals(
        matmul(transpose(X), transpose(W)).toArray(),
        matmul(transpose(full), transpose(W)).toArray(),
      );
      assertEquals(matmul(transpose(X), full).toArray(), matmul(transpose(full), full).toArray());
    },
  ));
});

Deno.test("matmul() adds up a sum over many images as well as a short one", () => {
  const m = 5000;
  const ramp = Array.from({ length: m }, (_, j) => j % 7);
  const product = matmul(Matrix.from([ramp]), transpose(Matrix.from([ramp, ramp.map(() => 1)])));
  assertEquals(product.toArray(), [[
    ramp.reduce((sum, x) => sum + x * x, 0),
    ramp.reduce((sum, x) => sum + x, 0),
  ]]);
});

Deno.test("matmul() of a long sum has the same bits whichever way the matrices lie", () => {
  const noise = (i: number, j: number) => Math.sin(i * 7919 + j * 104729) / 3;
  const rows = (r: number, c: number) =>
    Array.from({ length: r }, (_, i) => Array.from({ length: c }, (_, j) => noise(i, j)));
  const A = Matrix.from(rows(3, 2100));
  const B = rows(2100, 2);
  const standing = Matrix.from(B);
  const lying = transpose(Matrix.from([0, 1].map((j) => B.map((row) => row[j]))));
  assertEquals(matmul(A, standing).values, matmul(A, lying).values);
});

Deno.test("matmul() is float32 only where both sides are", () => {
  const single = Matrix.from([[0.1]], "float32");
  assertEquals(matmul(single, single).dtype, "float32");
  assertEquals(matmul(single, Matrix.from([[0.1]])).dtype, "float64");
  fc.assert(fc.property(
    sizes3.chain(([r, n, c]) => fc.tuple(matrixOf(r, n, "float32"), matrixOf(n, c, "float32"))),
    ([A, B]) => {
      const exact = bySum(A, B).flat();
      matmul(A, B).toArray().flat().forEach((x, k) => assertAlmostEquals(x, exact[k], 1e-3));
    },
  ));
});

Deno.test("matmul() names both shapes and the likely fix if they don't fit", () => {
  const W1 = Matrix.zeros(10, 784);
  const X = Matrix.zeros(784, 5);
  assertThrows(
    () => matmul(transpose(W1), X),
    ShapeError,
    "matmul(A, B): A is 784 x 10 and B is 784 x 5.\n" +
      "A's columns (10) must be as many as B's rows (784).\n" +
      "Did you mean matmul(transpose(A), B), which is 10 x 784 times 784 x 5?",
  );
  assertThrows(
    () => matmul(W1, transpose(X)),
    ShapeError,
    "Did you mean matmul(A, transpose(B)), which is 10 x 784 times 784 x 5?",
  );
  assertThrows(
    () => matmul(X, W1),
    ShapeError,
    "Did you mean matmul(B, A), which is 10 x 784 times 784 x 5?",
  );
  assertThrows(
    () => matmul(Matrix.zeros(2, 3), Matrix.zeros(4, 5)),
    ShapeError,
    "No transpose makes them fit",
  );
});

Deno.test("matmul() throws if it is not given matrices", () => {
  // @ts-expect-error: a number is no matrix
  assertThrows(() => matmul(Matrix.zeros(1, 1), 3), ArgumentError, "argument 2, but found 3");
});
