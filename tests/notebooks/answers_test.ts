/** The answers to the Trys are those that come out, and stand where they belong. */
import {
  assert,
  assertAlmostEquals,
  assertEquals,
  assertMatch,
  assertStringIncludes,
} from "@std/assert";
import { prediction } from "glassnet";
import { basename, join } from "node:path";
import { answers } from "../../docs/teaching/answers.ts";
import { ensureData } from "../../tools/shared/ensure_data.ts";
import { lessonNotebooks } from "../../tools/notebooks/notebooks.ts";
import { project } from "../../tools/shared/project.ts";
import { key, task, triesFile, tryCells } from "../../tools/teaching.ts";

interface LessonCell {
  cell_type: string;
  id: string;
  source: string | string[];
  outputs?: { data?: Record<string, string[]> }[];
}

await ensureData();
const { predicted, tries } = await import("./tries.ts");
const cells = await tryCells();

Deno.test("every Try of the lessons has an answer, and every answer a Try", () => {
  assertEquals(answers.map(({ cell }) => cell).toSorted(), [...cells.keys()].toSorted());
});

Deno.test("every answer with facts has a Try that gives them, and the other way round", () => {
  const withFacts = answers.filter(({ facts }) => facts).map(({ cell }) => cell);
  assertEquals(withFacts.toSorted(), Object.keys(tries).toSorted());
});

Deno.test("every Try stands at the end of its cell, and is followed by its prediction", async () => {
  for (const path of await lessonNotebooks()) {
    const { cells } = JSON.parse(await Deno.readTextFile(path)) as { cells: LessonCell[] };
    const number = basename(path).slice(0, 2);
    const text = ({ source }: LessonCell) => [source].flat().join("");
    cells.forEach((cell, k) => {
      if (cell.cell_type !== "markdown" || !text(cell).includes("**Try.**")) return;
      assertMatch(task(text(cell)), /^([^#\n].*\n?)+(\n```ts\n[^`]+```\n\n([^#\n].*\n?)+)?$/);
      assertEquals(text(cells[k + 1]), `prediction("${number} ${cell.id}")`);
      const shown = cells[k + 1].outputs![0].data!;
      // Written by another run of the notebook, it has the same answer.
      const { bundle } = prediction(`${number} ${cell.id}`);
      assertEquals(shown["text/html"].join(""), bundle["text/html"]);
    });
  }
});

for (const answer of answers) {
  if (!answer.facts) continue;
  Deno.test(`${answer.cell}: doing it gives these facts, and the answer to predict`, async () => {
    const found = await tries[answer.cell]();
    assertEquals(Object.keys(found).toSorted(), Object.keys(answer.facts!).toSorted());
    for (const [name, fact] of Object.entries(answer.facts!)) {
      const value = found[name];
      if (typeof fact === "number") assertAlmostEquals(Number(value), fact, 1e-9, name);
      else assertEquals(value, fact, name);
    }
    const { kind, right } = answer.predict;
    const expected = predicted[answer.cell](found);
    assert(expected !== false, "what came out has no answer");
    if (kind === "choice") assertStringIncludes(right, String(expected));
    else assertEquals(expected, right);
  });
}

Deno.test("key.md and what the lessons ask are made from the answers", async () => {
  const written = (path: string) => Deno.readTextFile(join(project, path));
  assert(await written("docs/teaching/key.md") === await key(), "deno task teaching");
  assert(await written("lib/notebook/tries.ts") === triesFile(), "deno task teaching");
});
