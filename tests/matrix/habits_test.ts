import { assertEquals, assertMatch, assertThrows } from "@std/assert";
import { ArgumentError, Matrix, scale } from "glassnet";

// deno-lint-ignore no-explicit-any
type Any = any;
const A: Any = Matrix.from([[1, 2], [3, 4]]);
const says = (run: () => unknown, words: RegExp) =>
  assertMatch(assertThrows(run, ArgumentError).message, words);

Deno.test("Matrix explains what other libraries have on theirs, and has all of its own", () => {
  says(() => A.T, /transpose\(A\)/);
  says(() => A.dot(A), /matmul\(A, B\)/);
  says(() => scale(A, 1 / A.columns), /no columns.*A\.cols/);
  says(() => A.length, /A\.rows and A\.cols/);
  says(() => A.map((a: number) => a), /A\.toArray\(\)/);
  says(() => A.reshape(4, 1), /Matrix\.from\(rows\)/);
  says(() => A[0][1], /A\.get\(i, j\)/);
  says(() => [...A], /A\.toArray\(\), which gives its rows/);
  says(() => A[0] = 1, /never changes/);
  says(() => Matrix.from([A]), /found a 2 x 2 matrix/);
  assertEquals([A.rows, A.cols, A.shape, A.get(1, 0), A.nothing], [2, 2, "2 x 2", 3, undefined]);
  assertEquals(A, Matrix.from([[1, 2], [3, 4]]));
});

Deno.test("Matrix in a text and in JSON is the matrix, and operators say what to write", () => {
  assertEquals(`${A}`, "Matrix 2 x 2\n  1  2\n  3  4");
  assertEquals(JSON.stringify({ A }), '{"A":[[1,2],[3,4]]}');
  says(() => A + A, /A \+ B and A == B do not work.*add\(A, B\)/);
  says(() => 2 * A, /scale\(A, 2\)/);
  says(() => A > 0, /do not work with matrices/);
});

Deno.test("A shape that is indexed as in NumPy is an error of types, as an editor shows it", () => {
  const A = Matrix.zeros(2, 3);
  // @ts-expect-error: the right side of / must be a number
  assertEquals(1 / A.shape[0], 0.5);
  // @ts-expect-error: a text is no number
  const m: number = A.shape[1];
  // @ts-expect-error: a text is no number of columns
  const zeros = () => Matrix.zeros(m, A.shape[0]);
  assertThrows(zeros, Error, "whole sizes of at least 1");
  // @ts-expect-error: a text has no rows
  assertEquals(A.shape.rows, undefined);
  assertEquals(1 / A.rows, 0.5);
});
