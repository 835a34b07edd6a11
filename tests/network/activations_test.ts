import { assertAlmostEquals, assertEquals, assertThrows } from "@std/assert";
import fc from "fast-check";
import { ArgumentError, Matrix, oneHot, relu, reluDerivative, softmax, transpose } from "glassnet";
import { matrixOf, size } from "../matrix/random_matrix.ts";

const anyMatrix = fc.tuple(size, size).chain(([r, c]) =>
  fc.oneof(matrixOf(r, c), matrixOf(c, r).map(transpose))
);

Deno.test("relu() is max(0, z), and its derivative 1 where it lets z through", () => {
  fc.assert(fc.property(anyMatrix, (Z) => {
    assertEquals(relu(Z).toArray(), Z.toArray().map((row) => row.map((z) => Math.max(0, z) + 0)));
    assertEquals(reluDerivative(Z).toArray(), Z.toArray().map((row) => row.map((z) => +(z > 0))));
  }));
});

Deno.test("relu() lets NaN through, so that a diverged network shows", () => {
  assertEquals(relu(Matrix.from([[NaN]])).get(0, 0), NaN);
});

Deno.test("softmax() makes each column sum to 1, none negative", () => {
  fc.assert(fc.property(anyMatrix, (Z) => {
    const A = transpose(softmax(Z)).toArray();
    for (const column of A) {
      assertAlmostEquals(column.reduce((sum, a) => sum + a), 1, 1e-12);
      assertEquals(column.every((a) => a >= 0), true);
    }
  }));
});

Deno.test("softmax() does not change if a number is added to a column", () => {
  fc.assert(fc.property(matrixOf(5, 1), fc.integer({ min: -500, max: 500 }), (Z, c) => {
    const moved = Matrix.from(Z.toArray().map(([z]) => [z + c]));
    softmax(moved).toArray().flat()
      .forEach((a, i) => assertAlmostEquals(a, softmax(Z).get(i, 0), 1e-10));
  }));
});

Deno.test("softmax() is stable where e^z overflows", () => {
  assertEquals(softmax(Matrix.from([[1e4, -1e4], [0, 1e4]])).toArray(), [[1, 0], [0, 1]]);
});

Deno.test("oneHot() has one 1 in each column, in the label's row", () => {
  fc.assert(fc.property(fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 1 }), (labels) => {
    const Y = oneHot(labels);
    assertEquals(Y.shape, `10 x ${labels.length}`);
    labels.forEach((label, j) => {
      for (let k = 0; k < 10; k++) assertEquals(Y.get(k, j), k === label ? 1 : 0);
    });
  }));
});

Deno.test("oneHot() throws if a label is not a class", () => {
  assertThrows(() => oneHot([3, 10]), ArgumentError, "labels from 0 to 9, but label 1 is 10");
  assertThrows(() => oneHot([-1]), ArgumentError, "label 0 is -1");
  assertThrows(() => oneHot([1.5]), ArgumentError, "label 0 is 1.5");
  assertThrows(() => oneHot([]), ArgumentError, "at least one label");
  assertEquals(oneHot([255], 256).get(255, 0), 1);
  assertThrows(
    () => oneHot([0], 257),
    ArgumentError,
    "classes expected a whole number from 1 to 256",
  );
});
