import { assertEquals } from "@std/assert";
import { language } from "glassnet";
import type { Exercise } from "../../lib/exercises/exercise.ts";
import { inLanguage, saidInEnglish, untranslated } from "../../lib/exercises/language.ts";
import { registered, registeredAs } from "../../lib/exercises/registry.ts";
import { checkAll } from "../../lib/exercises/run_pieces.ts";
import { isGuess, isNamed } from "./named.ts";
import { type Unseen, unseen } from "./unseen.ts";

/** What the exercises say by themselves and nobody has translated, which is no matter of the engine. */
const own = registered().flatMap((one) => one.kind === "function" ? untranslated(one, "de") : [])
  .join(" ");

/** The sentences of a message that the engine can't say in German. */
function inGerman(message: string): string[] {
  language("de");
  inLanguage(message);
  language("en");
  return saidInEnglish().filter((sentence) =>
    // An error's own words stay English, of JavaScript and of the matrices.
    !own.includes(sentence) && !message.startsWith("It threw ")
  );
}

/**
 * The four sets: how many of the wrong answers must be named, and what the first run of each said, before
 * anything was learned from it. The third has rare mistakes, the fourth the usual ones.
 */
const sets: [file: string, least: number, firstRun: string][] = [
  ["first.txt", 0.95, "88.0% named"],
  ["second.txt", 0.95, "65.5% named"],
  ["third.txt", 0.95, "55% named"],
  ["fourth.txt", 0.95, "98.3% named (169 of 172), and one was called right"],
];

for (const [file, least, firstRun] of sets) {
  Deno.test(`${file}: none is misjudged, and of the wrong ones ${100 * least} of 100 are named`, async () => {
    const answers = await unseen(file);
    // Those that declare something beside their function must not share it.
    const groups = Object.groupBy(
      answers,
      ({ piece, what, uses }) => Object.keys(uses).length ? `${piece}: ${what}` : piece,
    );
    const misjudged: string[] = [];
    const unnamed: string[] = [];
    let guessed = 0;
    const english = new Set<string>();
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
        inGerman(one.message).forEach((sentence) => english.add(sentence));
      });
    }
    const wrongs = answers.filter(({ isRight }) => !isRight).length;
    const named = wrongs - unnamed.length;
    console.log(
      `${file}: ${answers.length - wrongs} right answers and ${wrongs} wrong ones: ` +
        `${misjudged.length} misjudged, ${named} named (${
          (100 * named / wrongs).toFixed(1)
        }%), ${guessed} of them by a guess that says so. ` +
        `As first written and never seen: ${firstRun}.` +
        unnamed.map((line) => `\n  ${line}`).join(""),
    );
    assertEquals(misjudged, []);
    assertEquals([...english], [], "sentences of the engine that de.ts lacks");
    assertEquals(named >= least * wrongs, true, unnamed.join("\n"));
  });
}
