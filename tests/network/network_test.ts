import { assertAlmostEquals, assertEquals, assertNotEquals, assertThrows } from "@std/assert";
import {
  backward,
  crossEntropy,
  forward,
  Matrix,
  oneHot,
  type Parameters,
  ShapeError,
  transpose,
  update,
} from "glassnet";
import truth from "./fixtures/gradients.json" with { type: "json" };

const { X, W1, b1, W2, b2 } = {
  X: Matrix.from(truth.X),
  W1: Matrix.from(truth.W1),
  b1: Matrix.from(truth.b1),
  W2: Matrix.from(truth.W2),
  b2: Matrix.from(truth.b2),
};
const parameters: Parameters = { W1, b1, W2, b2 };
const Y = oneHot(truth.labels, 4);

function assertMatrix(actual: Matrix, expected: number[][], tolerance = 1e-12) {
  assertEquals(actual.shape, `${expected.length} x ${expected[0].length}`);
  actual.toArray().flat().forEach((x, k) => assertAlmostEquals(x, expected.flat()[k], tolerance));
}

Deno.test("forward() gives PyTorch's activations", () => {
  const activations = forward(parameters, X);
  for (const name of ["Z1", "A1", "Z2", "A2"] as const) {
    assertMatrix(activations[name], truth[name]);
  }
});

Deno.test("crossEntropy() gives PyTorch's loss", () => {
  assertAlmostEquals(crossEntropy(forward(parameters, X).A2, Y), truth.loss, 1e-14);
});

Deno.test("backward() gives PyTorch's gradients", () => {
  const gradients = backward(parameters, forward(parameters, X), X, Y);
  for (const name of ["dZ2", "dW2", "db2", "dZ1", "dW1", "db1"] as const) {
    assertMatrix(gradients[name], truth[name]);
  }
});

Deno.test("update() gives PyTorch's step and leaves the old parameters", () => {
  const before = W1.toArray();
  const gradients = backward(parameters, forward(parameters, X), X, Y);
  const next = update(parameters, gradients, truth.alpha);
  assertMatrix(next.W1, truth.newW1);
  assertMatrix(next.b1, truth.newb1);
  assertMatrix(next.W2, truth.newW2);
  assertMatrix(next.b2, truth.newb2);
  assertEquals(W1.toArray(), before);
  assertNotEquals(next.W1.toArray(), before);
});

Deno.test("forward() and backward() in float32 agree with float64 to its precision", () => {
  const single = Object.fromEntries(
    Object.entries(parameters).map(([name, A]) => [name, Matrix.from(A.toArray(), "float32")]),
  ) as unknown as Parameters;
  const x = Matrix.from(truth.X, "float32");
  const gradients = backward(single, forward(single, x), x, oneHot(truth.labels, 4, "float32"));
  assertEquals(gradients.dW1.dtype, "float32");
  assertMatrix(gradients.dW1, truth.dW1, 1e-6);
  assertMatrix(gradients.dZ1, truth.dZ1, 1e-6);
});

Deno.test("forward() names both shapes if X lies the wrong way", () => {
  assertThrows(() => forward(parameters, transpose(X)), ShapeError, "A is 5 x 7 and B is 6 x 7");
});

Deno.test("backward() throws if Y has another number of images", () => {
  const activations = forward(parameters, X);
  assertThrows(
    () => backward(parameters, activations, X, oneHot([1, 2], 4)),
    ShapeError,
    "the columns differ (6 and 2)",
  );
});

Deno.test("crossEntropy() throws if the shapes differ", () => {
  assertThrows(
    () => crossEntropy(Matrix.zeros(10, 3), Matrix.zeros(10, 2)),
    ShapeError,
    "A2 is 10 x 3 and Y is 10 x 2",
  );
});

Deno.test("crossEntropy() of an impossible right answer is infinite, of a sure one 0", () => {
  assertEquals(crossEntropy(Matrix.from([[0], [1]]), Matrix.from([[1], [0]])), Infinity);
  assertEquals(crossEntropy(Matrix.from([[1], [0]]), Matrix.from([[1], [0]])), 0);
});
