import { assertEquals } from "@std/assert";
import "glassnet";
import type { Exercise } from "../../lib/exercises/exercise.ts";
import { registeredAs } from "../../lib/exercises/registry.ts";
import { checkAll } from "../../lib/exercises/run_pieces.ts";
import { isGuess, isNamed } from "./named.ts";
import { type Unseen, unseen } from "./unseen.ts";

for (const file of ["first.txt", "second.txt"]) {
  Deno.test(`${file}, written before the exercises were read: none is misjudged, 95 of 100 named`, async () => {
    const answers = await unseen(file);
    // Those that declare something beside their function must not share it.
    const groups = Object.groupBy(
      answers,
      ({ piece, what, uses }) => Object.keys(uses).length ? `${piece}: ${what}` : piece,
    );
    const misjudged: string[] = [];
    const unnamed: string[] = [];
    let guessed = 0;
    for (const group of Object.values(groups) as Unseen[][]) {
      const [{ piece, uses }] = group;
      const checked = await checkAll(
        registeredAs(piece) as Exercise,
        group.map(({ fn }) => fn),
        { uses },
      );
      checked.forEach((one, k) => {
        const { isRight, what } = group[k];
        const line = `${piece}, ${isRight ? "right" : "wrong"}, ${what}: ${one.verdict} ` +
          `${one.mistake ?? ""}: ${one.message}`;
        if ((one.verdict === "right") !== isRight) misjudged.push(line);
        else if (!isRight && !isNamed(one)) unnamed.push(line);
        else if (isGuess(one.message)) guessed++;
      });
    }
    const wrongs = answers.filter(({ isRight }) => !isRight).length;
    const named = wrongs - unnamed.length;
    console.log(
      `${file}: ${answers.length - wrongs} right answers and ${wrongs} wrong ones: ` +
        `${misjudged.length} misjudged, ${named} named (${
          (100 * named / wrongs).toFixed(1)
        }%), ${guessed} of them by a guess that says so.` +
        unnamed.map((line) => `\n  ${line}`).join(""),
    );
    assertEquals(misjudged, []);
    assertEquals(named >= 0.95 * wrongs, true, unnamed.join("\n"));
  });
}
