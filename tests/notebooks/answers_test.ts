/** The answers to the Trys are those that come out, and stand where they belong. */
import { assert, assertAlmostEquals, assertEquals, assertStringIncludes } from "@std/assert";
import { join } from "node:path";
import { answers } from "../../docs/teaching/answers.ts";
import { ensureData } from "../../tools/shared/ensure_data.ts";
import { answerText, key, teaching, tryCells, withAnswer } from "../../tools/teaching.ts";

await ensureData();
const { tries } = await import("./tries.ts");
const cells = await tryCells();

Deno.test("every Try of the lessons has an answer, and every answer a Try", () => {
  assertEquals(answers.map(({ cell }) => cell).toSorted(), [...cells.keys()].toSorted());
});

Deno.test("every answer with facts has a Try that gives them, and the other way round", () => {
  const withFacts = answers.filter(({ facts }) => facts).map(({ cell }) => cell);
  assertEquals(withFacts.toSorted(), Object.keys(tries).toSorted());
});

for (const answer of answers) {
  Deno.test(`${answer.cell}: what the lesson says you should see is what the key says`, () => {
    const source = cells.get(answer.cell)!;
    assertStringIncludes(source, answerText(answer));
    assertEquals(withAnswer(source, answerText(answer)), source);
  });

  if (!answer.facts) continue;
  Deno.test(`${answer.cell}: doing it gives these facts`, async () => {
    const found = await tries[answer.cell]();
    assertEquals(Object.keys(found).toSorted(), Object.keys(answer.facts!).toSorted());
    for (const [name, fact] of Object.entries(answer.facts!)) {
      const value = found[name];
      if (typeof fact === "number") assertAlmostEquals(Number(value), fact, 1e-9, name);
      else assertEquals(value, fact, name);
    }
  });
}

Deno.test("key.md is made from the answers", async () => {
  assert(await Deno.readTextFile(join(teaching, "key.md")) === await key(), "deno task teaching");
});

Deno.test("withAnswer() puts the answer after the code of a Try, and takes it away again", () => {
  const source = "**Try.** Run\n\n```ts\n1 + 1\n```\n\nPredict it.\n\nNext.";
  const answered = withAnswer(source, "It is 2.");
  assert(answered.indexOf("Predict") < answered.indexOf("<details>"));
  assert(answered.indexOf("</details>") < answered.indexOf("Next."));
  assertEquals(withAnswer(answered), source);
  assertEquals(withAnswer(answered, "It is 2."), answered);
});
