import { assertEquals } from "@std/assert";
import "glassnet";
import { registered } from "../../lib/exercises/registry.ts";
import { checkAll } from "../../lib/exercises/run_pieces.ts";
import { answers } from "./answers.ts";
import { isNamed } from "./named.ts";

Deno.test("answers that no exercise lists: none is misjudged, and 95 of 100 wrong ones are named", async () => {
  let [rights, wrongs] = [0, 0];
  const misjudged: string[] = [];
  const unnamed: string[] = [];
  for (const exercise of registered()) {
    const { right = [], wrong = [] } = answers[exercise.name] ?? {};
    if (exercise.kind === "question") continue;
    const all = [...right, ...wrong];
    const written = all.map((text) => new Function(`return ${text}`)());
    const checked = await checkAll(exercise, written);
    checked.forEach((one, k) => {
      const isRight = k < right.length;
      const line = `${exercise.name}: ${one.verdict} ${one.mistake ?? ""}: ${one.message}\n    ${
        all[k]
      }`;
      if ((one.verdict === "right") !== isRight) misjudged.push(line);
      else if (!isRight && !isNamed(one)) unnamed.push(line);
    });
    rights += right.length;
    wrongs += wrong.length;
  }
  console.log(
    `${rights} right answers and ${wrongs} wrong ones: ${misjudged.length} misjudged, ` +
      `${wrongs - unnamed.length} named (${(100 * (1 - unnamed.length / wrongs)).toFixed(1)}%).` +
      unnamed.map((line) => `\n  ${line}`).join(""),
  );
  assertEquals(misjudged, []);
  assertEquals(unnamed.length <= 0.05 * wrongs, true, unnamed.join("\n"));
});
