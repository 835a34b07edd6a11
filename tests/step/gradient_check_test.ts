import { assert, assertEquals, assertStringIncludes, assertThrows } from "@std/assert";
import fc from "fast-check";
import {
  ArgumentError,
  backward,
  forward,
  gradientCheck,
  initParameters,
  Matrix,
  oneHot,
  scale,
} from "glassnet";
import { matrixOf } from "../matrix/random_matrix.ts";

const X = Matrix.from([[0.2, 0.9, 0.4], [1, 0.3, 0.1], [0, 0.5, 0.8]]);
const Y = oneHot([3, 7, 1]);
const parameters = initParameters({ inputs: 3, seed: 6 });
const right = backward(parameters, forward(parameters, X), X, Y);

Deno.test("gradientCheck() finds backward() right, for any network", () => {
  fc.assert(
    fc.property(fc.nat({ max: 1000 }), fc.integer({ min: 1, max: 6 }), matrixOf(3, 3), (
      seed,
      hidden,
      images,
    ) => {
      const check = gradientCheck(
        initParameters({ seed, hidden, inputs: 3 }),
        scale(images, 0.1),
        Y,
      );
      // Where a unit sits on its kink for every element there is nothing to compare.
      for (const { ok, worst, verdict } of check.gradients) assert(ok || !worst, verdict);
    }),
    { numRuns: 30 },
  );
});

Deno.test("gradientCheck() compares every element, up to the number asked for", () => {
  const { gradients } = gradientCheck(parameters, X, Y);
  assertEquals(gradients.map(({ checked, kinks }) => checked + kinks), [30, 10, 100, 10]);
  const few = gradientCheck(parameters, X, Y, { elements: 5 });
  assertEquals(few.gradients.map(({ checked, kinks }) => checked + kinks), [5, 5, 5, 5]);
});

Deno.test("gradientCheck() catches a sum over everything where a sum over the images belongs", () => {
  const total = right.db1.toArray().flat().reduce((sum, x) => sum + x);
  const slip = Matrix.from(Array.from({ length: 10 }, () => [total]));
  const check = gradientCheck(parameters, X, Y, { gradients: { ...right, db1: slip } });
  assertEquals(check.ok, false);
  assertEquals(check.gradients.map(({ name, ok }) => [name, ok]), [
    ["dW1", true],
    ["db1", false],
    ["dW2", true],
    ["db2", true],
  ]);
  assert(check.toString().includes("backpropagation says"), check.toString());
});

Deno.test("gradientCheck() catches a forgotten 1/m, a wrong sign and a wrong shape", () => {
  for (const factor of [3, -1]) {
    const check = gradientCheck(parameters, X, Y, {
      gradients: { ...right, dW2: scale(right.dW2, factor) },
    });
    assertEquals(check.gradients.map(({ ok }) => ok), [true, true, false, true]);
  }
  const gradients = { ...right, dW1: Matrix.zeros(10, 10) };
  const [dW1] = gradientCheck(parameters, X, Y, { gradients }).gradients;
  assertEquals(dW1.verdict, "wrong shape: W1 is 10 x 3, so dW1 must be too");
});

Deno.test("gradientCheck() catches a NaN and an Infinity, wherever it stands", () => {
  for (const name of ["dW1", "db1", "dW2", "db2"] as const) {
    const { rows, cols } = right[name];
    const places = [[0, 0], [rows >> 1, cols >> 1], [rows - 1, cols - 1]];
    for (const [row, col] of places) {
      for (const odd of [NaN, Infinity, -Infinity]) {
        const rowsOf = right[name].toArray();
        rowsOf[row][col] = odd;
        const gradients = { ...right, [name]: Matrix.from(rowsOf) };
        // Also among elements that are not drawn.
        for (const elements of [1, 100]) {
          const check = gradientCheck(parameters, X, Y, { gradients, elements });
          const wrong = check.gradients.filter(({ ok }) => !ok);
          assertEquals(wrong.map((gradient) => gradient.name), [name]);
          assertStringIncludes(wrong[0].verdict, `at [${row}, ${col}] backpropagation says ${odd}`);
        }
      }
    }
  }
});

Deno.test("gradientCheck() catches a small error in a small gradient", () => {
  const gradients = right.dW2.toArray();
  const isSmall = (x: number) => Math.abs(x) < 0.01;
  const row = gradients.findIndex((numbers) => numbers.some(isSmall));
  const col = gradients[row].findIndex(isSmall);
  gradients[row][col] += 5e-7;
  const check = gradientCheck(parameters, X, Y, {
    gradients: { ...right, dW2: Matrix.from(gradients) },
  });
  assertEquals(check.gradients.map(({ ok }) => ok), [true, true, false, true]);
  assertStringIncludes(check.gradients[2].verdict, `at [${row}, ${col}]`);
});

Deno.test("gradientCheck() leaves out a unit that switches within the step, on either side", () => {
  for (const z of [5e-6, -5e-6]) {
    const near = {
      W1: Matrix.from([[0, 0], [0.3, 0.4]]),
      b1: Matrix.from([[z], [0.1]]),
      W2: Matrix.from([[0.5, -0.2], [-0.4, 0.7]]),
      b2: Matrix.from([[0.1], [-0.1]]),
    };
    const images = Matrix.from([[0.6, 0.1], [0.2, 0.9]]);
    const check = gradientCheck(near, images, Matrix.from([[1, 0], [0, 1]]));
    assert(check.ok, `${z}: ${check}`);
    assert(check.gradients[0].kinks > 0 && check.gradients[0].checked > 0, String(check));
  }
});

Deno.test("gradientCheck() leaves out a unit at its kink", () => {
  const zero = { ...parameters, W1: Matrix.zeros(10, 3), b1: Matrix.zeros(10, 1) };
  const [dW1, db1] = gradientCheck(zero, X, Y).gradients;
  assertEquals([dW1.ok, db1.ok], [false, false]);
  assert(db1.kinks > 0 && db1.verdict.startsWith("not checked"), db1.verdict);
});

Deno.test("gradientCheck() works on float32 parameters", () => {
  assert(gradientCheck(initParameters({ inputs: 3, seed: 6, dtype: "float32" }), X, Y).ok);
});

Deno.test("gradientCheck() throws if it is to check nothing", () => {
  assertThrows(
    () => gradientCheck(parameters, X, Y, { elements: 0 }),
    ArgumentError,
    "a whole number from 1",
  );
});
