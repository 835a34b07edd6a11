import { assert, assertEquals } from "@std/assert";
import { Matrix } from "glassnet";
import type { Exercise } from "../../lib/exercises/exercise.ts";
import { registered } from "../../lib/exercises/registry.ts";
import { trialsOf } from "../../lib/exercises/run_pieces.ts";
import { decode } from "../../lib/exercises/wire.ts";

const notebooks = new URL("../../notebooks/exercises/", import.meta.url);

/** What the statement of each exercise says, in front of the cell with its function. */
async function statements(): Promise<Map<string, string>> {
  const all = new Map<string, string>();
  for await (const { name } of Deno.readDir(notebooks)) {
    if (!name.endsWith(".ipynb")) continue;
    const { cells } = JSON.parse(await Deno.readTextFile(new URL(name, notebooks)));
    for (const { cell_type, source } of cells) {
      const text = [source].flat().join("");
      const [, piece] = /^## (\w+)/.exec(text) ?? [];
      if (cell_type === "markdown" && piece) all.set(piece, text);
    }
  }
  return all;
}

/** The sizes that a statement gives to a name: `\underset{10 \times m}{dZ_2}`, or "`A` and `Y` are 10 x m". */
function sizesIn(statement: string): Map<string, [rows: string, cols: string]> {
  const formulas = [
    ...statement.matchAll(
      /\\underset\{(\w+) \\times (\w+)\}\{(?:\\mathrm\{ReLU\}'\()?(\w+)(\^T)?/g,
    ),
  ].map(([, rows, cols, name, turned]) =>
    [name.replace("_", ""), turned ? [cols, rows] : [rows, cols]] as const
  );
  // "If `A` is 2 x 3" is an example.
  const plain = statement.replace(/\bif\b[^.?]*[.?]/gi, "");
  const words = [...plain.matchAll(/((?:`\w+`(?:,| and)? )+)(?:is|are) (\w+) x (\w+)/g)]
    .flatMap(([, names, rows, cols]) =>
      [...names.matchAll(/`(\w+)`/g)].map(([, name]) => [name, [rows, cols]] as const)
    );
  return new Map([...formulas, ...words] as [string, [string, string]][]);
}

/** The matrices among the arguments, by their names. */
function matricesIn({ argumentNames }: Exercise, args: unknown[]): Map<string, Matrix> {
  return new Map(
    args.flatMap((arg, k) =>
      arg instanceof Matrix
        ? [[argumentNames[k], arg] as const]
        : Object.entries(Object(arg)).filter(([, inner]) => inner instanceof Matrix)
    ) as [string, Matrix][],
  );
}

Deno.test("each trial has the sizes that the statement promises", async () => {
  const said = await statements();
  const compared: string[] = [];
  for (const exercise of registered()) {
    if (exercise.kind === "question") continue;
    const { name } = exercise;
    assert(said.has(name), name);
    const sizes = sizesIn(said.get(name)!);
    const { all, telling } = await trialsOf(exercise);
    for (const args of all.slice(telling)) {
      const m = new Set<number>();
      for (const [argument, matrix] of matricesIn(exercise, args.map((arg) => decode(arg)))) {
        // relu and softmax take a Z, which the formula calls Z1 and Z2.
        const [rows, cols] = ["", 1, 2].map((layer) => sizes.get(`${argument}${layer}`))
          .find((size) => size) ?? [];
        for (const [size, found] of [[rows, matrix.rows], [cols, matrix.cols]] as const) {
          if (/^\d+$/.test(size ?? "")) {
            assertEquals(found, Number(size), `${name}: ${argument} is ${matrix.shape}`);
            compared.push(name);
          }
          if (size === "m") m.add(found);
        }
      }
      assert(m.size <= 1, `${name}: the numbers of images differ`);
    }
  }
  // Those whose statements name no size leave it open.
  const open = registered().map(({ name }) => name).filter((name) => !compared.includes(name));
  assertEquals(open, [
    ...["transpose", "add", "matmul", "thirdLayer"],
    ...["oneHot", "leakyRelu"],
    ...["trainLoop", "decayStep", "confusionMatrix", "findTheBug", "fallingRate"],
  ]);
});

Deno.test("the numbers of images differ from trial to trial, where there are images", async () => {
  for (const exercise of registered()) {
    if (exercise.kind === "question") continue;
    const { all, telling } = await trialsOf(exercise);
    const widths = new Set(
      all.slice(telling).map((args) =>
        args.map((arg) => decode(arg)).map((arg) =>
          arg instanceof Matrix
            ? arg.cols
            : ArrayBuffer.isView(arg) || Array.isArray(arg)
            ? (arg as number[]).length
            : 0
        ).join()
      ),
    );
    if (["decayStep", "fallingRate", "update"].includes(exercise.name)) continue;
    assert(widths.size > 1, `${exercise.name}: ${[...widths]}`);
  }
});
