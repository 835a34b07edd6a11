import {
  assert,
  assertAlmostEquals,
  assertEquals,
  assertStringIncludes,
  assertThrows,
} from "@std/assert";
import fc from "fast-check";
import { ArgumentError, initParameters, Matrix, oneHot, scale, stepper } from "glassnet";
import { equations } from "../../lib/step/equations.ts";
import { finiteDifference } from "../../lib/step/finite_difference.ts";
import { trainingStep } from "../../lib/step/training_step.ts";

const X = Matrix.from([[0.2, 0.9, 0.4], [1, 0.3, 0.1], [0, 0.5, 0.8]]);
const Y = oneHot([3, 7, 1]);

Deno.test("check() finds every element of all fourteen steps right", () => {
  fc.assert(
    fc.property(fc.nat({ max: 1000 }), (seed) => {
      const walk = stepper(initParameters({ inputs: 3, hidden: 4, seed }), X, Y, 0.2);
      for (const step of walk.run().steps) {
        for (let row = 0; row < step.result.rows; row++) {
          const check = step.at(row, seed % step.result.cols).check();
          assert(check.ok, `${step.name}: ${check}`);
        }
      }
    }),
    { numRuns: 20 },
  );
});

Deno.test("finiteDifference() tells a wrong number in every step from a right one", () => {
  const right = trainingStep(initParameters({ inputs: 3, seed: 6 }), X, Y, 0.2);
  for (const { step, result } of equations.slice(4)) {
    const wrong = { ...right, [result]: scale(right[result], 1.01) };
    const A = right[result];
    const row = Array.from({ length: A.rows }, (_, i) => i)
      .find((i) => Math.abs(A.get(i, 0)) > 0.01)!;
    const check = finiteDifference(wrong, { matrix: result, row, col: 0 }, 0.2);
    assertEquals(check.ok, false, `${step}: ${check}`);
    assertStringIncludes(String(check), "They differ");
    // Whose number is whose: the wrong one is the equations'.
    assertEquals(check.backpropagation, wrong[result].get(row, 0), step);
    assertAlmostEquals(check.finiteDifference, A.get(row, 0), 1e-6, step);
    assertEquals([check.name, check.atKink], [`${result}[${row}, 0]`, false]);
    assertStringIncludes(check.what, result.startsWith("new") ? "less α times" : "loss");
  }
});

Deno.test("finiteDifference() finds a number that is not finite wrong", () => {
  const right = trainingStep(initParameters({ inputs: 3, seed: 6 }), X, Y, 0.2);
  for (const odd of [NaN, Infinity]) {
    const dW2 = Matrix.from(right.dW2.toArray().map((row) => row.map(() => odd)));
    const check = finiteDifference({ ...right, dW2 }, { matrix: "dW2", row: 1, col: 2 }, 0.2);
    assertEquals([check.ok, check.error], [false, Infinity]);
  }
});

Deno.test("finiteDifference() says so at a kink", () => {
  const flat = {
    ...initParameters({ inputs: 3 }),
    W1: Matrix.zeros(10, 3),
    b1: Matrix.zeros(10, 1),
  };
  const walk = stepper(flat, X, Y, 0.2);
  assertStringIncludes(String(walk.goTo("dW1").check()), "switches within the step");
  assertStringIncludes(String(walk.goTo("dZ1").check()), "switches within the step");
});

Deno.test("finiteDifference() throws for what is given", () => {
  const values = trainingStep(initParameters({ inputs: 3 }), X, Y, 0.2);
  const X00 = { matrix: "X", row: 0, col: 0 } as const;
  assertThrows(() => finiteDifference(values, X00, 0.2), ArgumentError, "X[0, 0] is given");
});
