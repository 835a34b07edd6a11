import { assert, assertEquals } from "@std/assert";
import * as glassnet from "glassnet";
import { compare } from "../../lib/exercises/compare.ts";
import { partsOf } from "../../lib/exercises/parts.ts";
import { registered } from "../../lib/exercises/registry.ts";
import { trialsOf } from "../../lib/exercises/run_pieces.ts";
import { decode } from "../../lib/exercises/wire.ts";
import { mutantsOf, withTicks } from "./mutants.ts";
import { students } from "./students.ts";

type Run = (...args: unknown[]) => unknown;

/**
 * Changes that change nothing: another matrix of the same size, the other order of two factors, a loop
 * that also writes into row[-1]. What is listed and does not pass fails the test too.
 */
const equal: Record<string, string[]> = {
  add: [
    "A -> B in ]; for(let i = 0; i < A.rows; i++){ ",
  ],
  relu: [
    "0 -> -1 in  rows){ for(let j = 0; j < row.length",
    "Math.max(0, row[j]) -> Math.max(row[j], 0) in ow.length; j++)row[j] = Math.max(0, row[j]); } return M",
    "z > 0 -> z >= 0 in map((row)=>row.map((z)=>z > 0 ? z : 0))))",
  ],
  softmax: [
    "0 -> -1 in oArray(); for(let j = 0; j < Z.cols; j+",
    "Math.max(max, row[j]) -> Math.max(row[j], max) in const row of rows)max = Math.max(max, row[j]); let sum = ",
  ],
  crossEntropy: [
    "Y -> A2 in  for(let i = 0; i < Y.rows; i++)if (Y",
    "Y -> A2 in  for(let j = 0; j < Y.cols; j++){ ",
    "Y -> A2 in  for(let k = 0; k < Y.rows; k++){ ",
    "Y -> A2 in  } return -sum / Y.cols; })",
    "Y -> A2 in  } } return -sum / Y.cols; // END SO",
    "Y -> A2 in 0; for(let j = 0; j < Y.cols; j++){ ",
  ],
  leakyRelu: [
    "0 -> -1 in +){ for(let j = 0; j < Z.cols; j+",
    "A -> slope in  A[i][j] = Math.max(A[i][j], leak * A",
    "A -> slope in ath.max(A[i][j], leak * A[i][j]); ",
    "Math.max(A[i][j], leak * A[i][j]) -> Math.max(leak * A[i][j], A[i][j]) in +){ A[i][j] = Math.max(A[i][j], leak * A[i][j]); slop",
    "slope -> A in  slope[i][j] = slope[i][j] > 0 ? 1 :",
    "z > 0 -> z >= 0 in map((row)=>row.map((z)=>z > 0 ? z : leak * z)",
  ],
  decayStep: [
    "add(dW, scale(W, decay)) -> add(scale(W, decay), dW) in TION const gradient = add(dW, scale(W, decay)); return subtr",
  ],
  dW2: [
    "A1 -> dZ2 in )=>sum + x * a[j], 0) / A1.cols)); r",
    "A1 -> dZ2 in IN SOLUTION const m = A1.cols; return ",
  ],
  dZ1: [
    "multiply(matmul(transpose(W2), dZ2), reluDerivative(Z1)) -> multiply(reluDerivative(Z1), matmul(transpose(W2), dZ2)) in BEGIN SOLUTION return multiply(matmul(transpose(W2), dZ2), reluDerivative(Z1)); // END SOLUTIO",
  ],
  dW1: [
    "X -> dZ1 in )=>sum + x * a[j], 0) / X.cols)); r",
    "X -> dZ1 in IN SOLUTION const m = X.cols; return ",
  ],
  update: [
    "add(p.b1, scale(g.db1, -alpha)) -> add(scale(g.db1, -alpha), p.b1) in 1, alpha)), b1: add(p.b1, scale(g.db1, -alpha)), W2: su",
    "add(scale(g.db2, -alpha), p.b2) -> add(p.b2, scale(g.db2, -alpha)) in 2, alpha)), b2: add(scale(g.db2, -alpha), p.b2) }))",
  ],
  trainLoop: [
    "0 -> 0.5 in ; for(let iteration = 0; iteration < it",
    "0 -> 0.5 in s; while(left-- > 0){ const",
  ],
  confusionMatrix: [
    "Matrix.zeros(10, 10) -> Matrix.zeros(10, 10) in SOLUTION const rows = Matrix.zeros(10, 10).toArray(); fo",
    "labels -> predictions in (let image = 0; image < labels.length; image++",
  ],
};

/** A function from its text, with Glassnet around it; its loops end after so many steps. */
function made(source: string, most = Infinity): Run & { steps: number } {
  const tick = () => {
    if (++counted.steps > most) throw new Error("no end");
  };
  const run = new Function("scope", `with (scope) { return ${source}; }`)({ ...glassnet, tick });
  const counted = Object.assign((...args: unknown[]) => run(...args), { steps: 0 });
  return counted;
}

/** The solutions of the source notebooks, by their exercises, as JavaScript. */
async function solutions(): Promise<Map<string, string>> {
  const folder = new URL("../../notebooks/exercises/source/", import.meta.url);
  const all = new Map<string, string>();
  for await (const { name } of Deno.readDir(folder)) {
    if (!name.endsWith(".ipynb")) continue;
    const { cells } = JSON.parse(await Deno.readTextFile(new URL(name, folder)));
    for (const { metadata, source } of cells) {
      const text = source.join("");
      if (metadata.glassnet?.role !== "answer" || !text.startsWith("function")) continue;
      // A module of its own takes the types away.
      const module = encodeURIComponent(`export default ${text}`);
      const { default: solution } = await import(`data:application/typescript,${module}`);
      all.set(metadata.glassnet.piece, String(solution));
    }
  }
  return all;
}

const fromNotebooks = await solutions();
let count = 0;

for (const exercise of registered()) {
  if (exercise.kind === "question") continue;
  const { name, right } = exercise;
  Deno.test(`${name}: no small wrong change of a right solution passes`, async () => {
    const { all, telling } = await trialsOf(exercise);
    const trials = all.slice(telling);
    const expected = trials.map((args) => partsOf(right(...args.map((arg) => decode(arg)))));
    const isRight = (source: string, most?: number) => {
      try {
        const run = made(source, most);
        return trials.every((args, k) => {
          const found = partsOf(run(...args.map((arg) => decode(arg))));
          return !compare(expected[k], found).difference;
        });
      } catch {
        return false;
      }
    };
    const sources = [
      students[name as keyof typeof students].right.toString(),
      fromNotebooks.get(name)!,
    ];
    const passed = sources.flatMap((source) => {
      assert(isRight(source), source);
      const counted = made(withTicks(source));
      for (const args of trials) counted(...args.map((arg) => decode(arg)));
      const mutants = mutantsOf(source);
      count += mutants.length;
      return mutants.filter(({ source }) => isRight(source, 2 * counted.steps + 100))
        .map(({ change }) => change);
    });
    assertEquals(passed.sort(), (equal[name] ?? []).sort());
  });
}

Deno.test("there are mutants enough", () => {
  console.log(`${count} mutants; those that pass change nothing.`);
  assert(count > 1500, String(count));
});
