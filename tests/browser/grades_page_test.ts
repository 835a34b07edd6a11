/** The page of a class as a teacher sees it: on narrow and wide screens, on light, dark and paper. */
import { assertEquals } from "@std/assert";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { findChromium, launchChromium } from "../../tools/shared/chromium.ts";
import { sources } from "../../tools/exercises/exercises.ts";
import { type Exercise, readExercises } from "../../tools/grade/exercise.ts";
import { gradesPage } from "../../tools/grade/page.ts";
import { classResult } from "../../tools/grade/results.ts";
import { verdicts } from "../../tools/grade/verdicts.ts";

const chromium = await findChromium();
if (!chromium && Deno.env.get("CI")) throw new Error("In CI the browser tests need Chromium.");
if (!chromium) console.log("Skipped: there is no Chromium (CHROMIUM_PATH can name one).");

const kinds = Object.keys(verdicts) as (keyof typeof verdicts)[];
const names = [
  "A-long-name-with-many-parts of three words",
  "Ada",
  "account_name_without_a_break_123",
];

/** A class that has every verdict, names of all lengths, and notebooks that are not there. */
function classOf(students: number, exercises: Exercise[]) {
  const notebooks = Array.from(
    { length: students },
    (_, k) =>
      exercises.filter((_, e) => (k + e) % 4).map((exercise, e) => ({
        student: `${names[k % 3]} ${k}`,
        path: exercise.name,
        exercise: exercise.name,
        pieces: exercise.pieces.map(({ name }, p) => {
          const verdict = kinds[(k + e + p) % kinds.length]!;
          const mistake = verdict === "mistake" ? "one-over-m-missing" : undefined;
          return {
            piece: name,
            verdict,
            mistake,
            message: "A sentence of some length. ".repeat(4),
          };
        }),
        problems: k % 3 ? [] : ["the file breaks off"],
        notes: [],
        look: k % 5 ? [] : ["tried, and was refused: read /etc/passwd"],
      })),
  ).flat();
  return classResult(notebooks, exercises);
}

/** How far the table and the page are wider than their room, and words that are broken. */
async function overflow(page: Page): Promise<{ table: number; page: number }> {
  return await page.evaluate(`(() => {
    const scroll = document.querySelector(".scroll");
    return {
      table: scroll.scrollWidth - scroll.clientWidth,
      page: document.documentElement.scrollWidth - innerWidth,
    };
  })()`);
}

Deno.test({
  name: "gradesPage() fits screens and paper, and its legend has the table's colors",
  ignore: !chromium,
  fn: async (test) => {
    const exercises = await readExercises(sources);
    const folder = await Deno.makeTempDir({ prefix: "glassnet-" });
    const browser = await launchChromium(chromium!);
    try {
      for (const students of [3, 40]) {
        const path = join(folder, `${students}.html`);
        await Deno.writeTextFile(path, gradesPage("Grades", classOf(students, exercises)));
        // A4 across, without its margins, is 273 mm or 1031 pixels wide.
        for (const width of [700, 1000, 1031, 1300, 1900]) {
          await test.step(`${students} students, ${width} px`, async () => {
            const page = await browser.newPage({ viewport: { width, height: 900 } });
            if (width === 1031) await page.emulateMedia({ media: "print" });
            await page.goto(`file://${path}`);
            assertEquals(await overflow(page), { table: 0, page: 0 });
            await page.close();
          });
        }
      }
      for (const colorScheme of ["light", "dark"] as const) {
        await test.step(`the colors on ${colorScheme}`, async () => {
          const page = await browser.newPage({ colorScheme });
          await page.goto(`file://${join(folder, "40.html")}`);
          const look = (selector: string): Promise<string[]> =>
            page.evaluate(`(() => {
              const { backgroundColor, color } = getComputedStyle(document.querySelector("${selector}"));
              return [backgroundColor, color, document.querySelector("${selector}").textContent];
            })()`);
          const looks = await Promise.all(kinds.map((kind) => look(`.heat td.${kind}`)));
          const legend = await Promise.all(kinds.map((kind) => look(`.legend .${kind}`)));
          assertEquals(looks, legend);
          const signs = looks.map(([, , sign]) => sign);
          assertEquals(new Set(signs).size, kinds.length, `the same sign twice: ${signs}`);
          await page.close();
        });
      }
    } finally {
      await browser.close();
      await Deno.remove(folder, { recursive: true });
    }
  },
});
