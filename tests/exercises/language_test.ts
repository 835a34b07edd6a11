import { assert, assertEquals, assertStringIncludes, assertThrows } from "@std/assert";
import {
  ArgumentError,
  check,
  done,
  type Exercise,
  exercise,
  hint,
  hints,
  language,
  Matrix,
  translate,
} from "glassnet";
import { german } from "../../lib/exercises/de.ts";
import { foreign } from "../../lib/arguments/other_names.ts";
import { explanations } from "../../lib/exercises/explain_error.ts";
import { inLanguage, saidInEnglish, untranslated } from "../../lib/exercises/language.ts";
import { relu } from "../../lib/exercises/pieces/relu.ts";
import { verdicts } from "../../lib/exercises/verdicts.ts";

/** What is said while German is spoken. */
async function inGerman<T>(say: () => T | Promise<T>): Promise<T> {
  language("de");
  try {
    return await say();
  } finally {
    language("en");
  }
}

const half = (name: string) =>
  exercise({
    name,
    call: `${name}(A)`,
    gives: "A / 2",
    right: (A: Matrix) => Matrix.from(A.toArray().map((row) => row.map((a) => a / 2))),
    mistakes: {
      doubled: ["It was doubled.", (A) =>
        Matrix.from(A.toArray().map((row) => row.map((a) => 2 * a)))],
      transposed: "It lies on its side.",
    },
    hints: ["How large is half of 3?", "Divide by 2."],
    trials: ({ X }) => [[X]],
  });

Deno.test("a check, its hints and done speak German, an exercise's own sentences and the engine's", async () => {
  await inGerman(async () => {
    const says = async (written: (Z: Matrix) => unknown) => String(await check.relu(written));
    assertEquals(
      await says((Z) => Z),
      "✗ relu: ein bekannter Fehler. Das ist Z selbst: Die Zahlen unter 0 sind noch da.",
    );
    assertEquals(
      await says((Z) => Matrix.from(Z.toArray().map((row) => row.map((z) => 3 * Math.max(0, z))))),
      "✗ relu: ein bekannter Fehler. Jede Zahl ist 3-mal so groß, wie sie sein soll.",
    );
    assertStringIncludes(
      await says((Z) => Matrix.from(Z.toArray().map((row) => row.map((z) => z ^ 2)))),
      "Eine Vermutung aus dem Code: z ^ 2 ist keine Potenz",
    );
    assertStringIncludes(
      String(hints("relu")),
      "Tipp 2: ReLU(z) ist die größere der beiden Zahlen",
    );
    assertStringIncludes(hint("relu", 1).html, "Tipp 1 von 3");
    assertStringIncludes(String(done("03")), "0 von 6 Aufgaben gelöst");
    assertStringIncludes(String(done("03")), "≠ relu            nicht richtig");
  });
  assertStringIncludes(String(hints("relu")), "Hint 2: ReLU(z) is the larger of 0 and z.");
});

Deno.test("what nobody has translated is said in English, and is listed", async () => {
  const one = half("halfInPart") as unknown as Exercise;
  translate(one, "de", { mistakes: { doubled: "Das ist verdoppelt." }, hints: ["Wie groß?"] });
  await inGerman(() => {
    assertEquals(inLanguage("It was doubled."), "Das ist verdoppelt.");
    assertEquals(
      inLanguage("It lies on its side. It was doubled."),
      "It lies on its side. Das ist verdoppelt.",
    );
    assertEquals(saidInEnglish(), ["It lies on its side."]);
    assertEquals(String(hints("halfInPart")), "Tipp 1: Wie groß?\nTipp 2: Divide by 2.");
  });
  assertEquals(untranslated(one, "de"), [
    "gives: A / 2",
    "transposed: It lies on its side.",
    "hint 2: Divide by 2.",
  ]);
});

Deno.test("in German nothing is missing of relu, of the verdicts, and of what errors come of", async () => {
  assertEquals(untranslated(relu as unknown as Exercise, "de"), []);
  await inGerman(() => {
    saidInEnglish();
    for (const { word } of Object.values(verdicts)) inLanguage(word);
    for (const [, tip] of [...explanations, ...foreign]) inLanguage(tip);
    assertEquals(saidInEnglish(), []);
  });
});

Deno.test("each German sentence has all that differs in the English one", () => {
  for (const [english, says] of Object.entries(german)) {
    const count = english.split("{}").length - 1;
    const places = [...says.matchAll(/\{(\d)\}/g)].map(([, k]) => Number(k)).sort();
    assertEquals(places, Array.from({ length: count }, (_, k) => k + 1), english);
  }
});

Deno.test("language() and translate() say what is wrong", () => {
  const says = (run: () => unknown) => (assertThrows(run, ArgumentError) as Error).message;
  assertStringIncludes(says(() => language("tlh")), 'language expected "en" or "de"');
  const one = half("halfRefused") as unknown as Exercise;
  assertEquals(
    says(() => translate(one, "de", { mistakes: { double: "Das." } })),
    'halfRefused has no mistake "double". Did you mean "doubled"?',
  );
  assert(
    says(() => translate(one, "German", {})).includes('a language such as "de" as argument 2'),
  );
  assert(says(() => translate(one, "de", { hints: ["1", "2", "3"] })).includes("at most 2 hints"));
  assert(says(() => translate("relu" as never, "de", {})).includes("an exercise as argument 1"));
});
