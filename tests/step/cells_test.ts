import { assert, assertAlmostEquals, assertEquals } from "@std/assert";
import fc from "fast-check";
import {
  add,
  initParameters,
  matmul,
  Matrix,
  multiply,
  oneHot,
  relu,
  reluDerivative,
  scale,
  softmax,
  subtract,
  sumColumns,
  transpose,
} from "glassnet";
import { cameFrom, type Cell, feeds, inWords, isIn, tellingCell } from "../../lib/step/cells.ts";
import { equations, tokens } from "../../lib/step/equations.ts";
import type { MatrixName } from "../../lib/display/symbols.ts";
import { type StepMatrices, trainingStep } from "../../lib/step/training_step.ts";
import { sumText, writtenOut } from "../../lib/step/written_out.ts";

const learningRate = 0.3;
const m = 4;

/** A training step of a small network on random numbers, none of them 0. */
function randomStep(seed: number): StepMatrices {
  const parameters = initParameters({ inputs: 6, hidden: 3, classes: 5, seed });
  const X = Matrix.from(initParameters({ inputs: m, hidden: 6, seed: seed + 1 }).W1.toArray());
  return trainingStep(parameters, X, oneHot([3, 0, 4, 3], 5), learningRate);
}

/** Each equation by itself, as the formula says: what the table of inputs must agree with. */
function compute(result: MatrixName, v: StepMatrices): Matrix {
  switch (result) {
    case "Z1":
      return add(matmul(v.W1, v.X), v.b1);
    case "A1":
      return relu(v.Z1);
    case "Z2":
      return add(matmul(v.W2, v.A1), v.b2);
    case "A2":
      return softmax(v.Z2);
    case "dZ2":
      return subtract(v.A2, v.Y);
    case "dW2":
      return scale(matmul(v.dZ2, transpose(v.A1)), 1 / m);
    case "db2":
      return scale(sumColumns(v.dZ2), 1 / m);
    case "dZ1":
      return multiply(matmul(transpose(v.W2), v.dZ2), reluDerivative(v.Z1));
    case "dW1":
      return scale(matmul(v.dZ1, transpose(v.X)), 1 / m);
    case "db1":
      return scale(sumColumns(v.dZ1), 1 / m);
    default: {
      const name = result.slice("new ".length) as "W1" | "b1" | "W2" | "b2";
      return subtract(v[name], scale(v[`d${name}`], learningRate));
    }
  }
}

/** The matrices with one number changed so much that whatever hangs on it changes. */
function perturbed(values: StepMatrices, { matrix, row, col }: Cell): StepMatrices {
  const array = values[matrix].toArray();
  // To the other side of 0, so that ReLU' changes too.
  array[row][col] = array[row][col] > 0 ? -array[row][col] - 1 : -array[row][col] + 1;
  return { ...values, [matrix]: Matrix.from(array) };
}

function cellsOf(values: StepMatrices, matrix: MatrixName): Cell[] {
  const { rows, cols } = values[matrix];
  return Array.from(
    { length: rows * cols },
    (_, k) => ({ matrix, row: Math.floor(k / cols), col: k % cols }),
  );
}

Deno.test("feeds() and cameFrom() name exactly the cells that change with a cell", () => {
  const values = randomStep(3);
  // With every unit on, so that no product hides a change behind a 0.
  values.Z1 = Matrix.from(values.Z1.toArray().map((row) => row.map((z) => Math.abs(z) + 0.1)));
  for (const { result } of equations.slice(1)) values[result] = compute(result, values);
  for (const matrix of Object.keys(values) as MatrixName[]) {
    for (const cell of cellsOf(values, matrix)) {
      const moved = perturbed(values, cell);
      for (const { result, inputs } of equations) {
        if (!inputs[matrix]) {
          assertEquals(feeds(cell).filter((region) => region.matrix === result), []);
          continue;
        }
        const before = compute(result, values);
        const after = compute(result, moved);
        for (const fed of cellsOf(values, result)) {
          const changed = before.get(fed.row, fed.col) !== after.get(fed.row, fed.col);
          const label = `${inWords(cell)} and ${inWords(fed)}`;
          assertEquals(feeds(cell).some((region) => isIn(fed, region)), changed, label);
          assertEquals(cameFrom(fed).some((region) => isIn(cell, region)), changed, label);
        }
      }
    }
  }
});

Deno.test("cameFrom() and feeds() in words", () => {
  const dW1 = { matrix: "dW1", row: 3, col: 405 } as const;
  assertEquals(cameFrom(dW1).map(inWords), ["row 3 of dZ1", "row 405 of X"]);
  assertEquals(feeds(dW1).map(inWords), ["new W1[3, 405]"]);
  const Z2 = { matrix: "Z2", row: 1, col: 2 } as const;
  assertEquals(cameFrom(Z2).map(inWords), ["row 1 of W2", "column 2 of A1", "b2[1, 0]"]);
  assertEquals(feeds(Z2).map(inWords), ["column 2 of A2"]);
  const dZ2 = { matrix: "dZ2", row: 4, col: 2 } as const;
  assertEquals(feeds(dZ2).map(inWords), ["row 4 of dW2", "db2[4, 0]", "column 2 of dZ1"]);
  assertEquals(cameFrom({ matrix: "X", row: 0, col: 0 }), []);
});

Deno.test("writtenOut() writes arithmetic that is true, whatever the number of terms", () => {
  fc.assert(
    fc.property(fc.nat({ max: 500 }), fc.integer({ min: 1, max: 9 }), (seed, most) => {
      const values = randomStep(seed);
      for (const { result } of equations) {
        for (const cell of cellsOf(values, result)) {
          const written = writtenOut(values, cell, learningRate, most);
          const value = values[result].get(cell.row, cell.col);
          const size = written.terms.reduce((sum, term) => sum + Math.abs(term.value), 0.1);
          assertEquals(written.value, value);
          assertAlmostEquals(evaluated(sumText(written)), value, size * 0.02, sumText(written));
          assert(written.terms.length <= most);
        }
      }
    }),
    { numRuns: 10 },
  );
});

/** What a written sum comes to, computed from its text. */
function evaluated(text: string): number {
  const code = text.replace(/ \+ \d+ more terms?: /g, " + ").replaceAll("×", "*")
    .replace(/^(1.\d+) \(/, "$1 * (").replaceAll("e^(", "Math.exp(").replaceAll(
      "max(",
      "Math.max(",
    );
  return new Function(`return ${code}`)();
}

Deno.test("tellingCell() is the one farthest from 0, of an updated parameter by its gradient", () => {
  const values = randomStep(7);
  const farthest = (matrix: MatrixName, cols: number[]) => {
    const all = cellsOf(values, matrix).filter(({ col }) => cols.includes(col));
    const size = ({ row, col }: Cell) => Math.abs(values[matrix].get(row, col));
    return all.reduce((best, cell) => size(cell) > size(best) ? cell : best);
  };
  for (const { result } of equations) {
    const { row, col } = tellingCell(values, result, 2);
    const compared = result.replace("new ", "d") as MatrixName;
    const cols = [...Array(values[result].cols).keys()];
    const best = farthest(compared, /[Wb]/.test(result) ? cols : [2]);
    assertEquals([row, col], [best.row, best.col], result);
  }
});

Deno.test("writtenOut() begins with the largest terms", () => {
  const values = randomStep(1);
  const { terms, others } = writtenOut(values, { matrix: "Z1", row: 1, col: 2 }, learningRate, 3);
  const all = Array.from({ length: 6 }, (_, k) => values.W1.get(1, k) * values.X.get(k, 2));
  const sizes = all.map(Math.abs).sort((a, b) => b - a);
  assertEquals(terms.map(({ value }) => Math.abs(value)), sizes.slice(0, 3));
  assertEquals(others, 3);
  assertEquals(terms[0].cells.map(({ matrix }) => matrix), ["W1", "X"]);
});

Deno.test("tokens() finds the matrices of a formula", () => {
  for (const equation of equations) {
    const parts = tokens(equation);
    assertEquals(parts.map(({ text }) => text).join(""), equation.formula);
    assertEquals(parts[0].matrix, equation.result);
    const found = parts.slice(1).flatMap(({ matrix }) => matrix ?? []);
    assertEquals(found.toSorted(), Object.keys(equation.inputs).toSorted());
  }
});
