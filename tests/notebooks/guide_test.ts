/** The teachers' guide names what the lessons have, and its plans add up. */
import { assert, assertEquals, assertMatch } from "@std/assert";
import { basename, join } from "node:path";
import { lessonNotebooks } from "../../tools/notebooks/notebooks.ts";
import { teaching } from "../../tools/teaching.ts";

const guide = await Deno.readTextFile(join(teaching, "guide.md"));
const headings = new Map(
  await Promise.all((await lessonNotebooks()).map(async (path) => {
    const { cells } = JSON.parse(await Deno.readTextFile(path)) as {
      cells: { cell_type: string; source: string | string[] }[];
    };
    const found = cells.filter(({ cell_type }) => cell_type === "markdown")
      .map(({ source }) => /^#+ (.*)/.exec([source].flat().join(""))?.[1])
      .filter((heading) => heading !== undefined);
    return [Number(basename(path).slice(0, 2)), found] as const;
  })),
);

/** The parts of a plan: from which minute to which, and what is done. */
function partsOf(plan: string): { from: number; to: number; text: string }[] {
  const parts = plan.matchAll(/^- \*\*(\d+)-(\d+) min\.\*\* ((?:.+\n)+?)(?=- |\n)/gm);
  return Array.from(parts, ([, from, to, text]) => ({
    from: Number(from),
    to: Number(to),
    text: text.replaceAll(/\s+/g, " "),
  }));
}

function assertFillsTheLesson(plan: string, where: string): void {
  const parts = partsOf(plan);
  assertEquals([parts[0].from, parts.at(-1)!.to], [0, 45], where);
  for (const [k, { from }] of parts.slice(1).entries()) assertEquals(from, parts[k].to, where);
}

function named(text: string): string[] {
  return Array.from(text.matchAll(/(?<!\w)_(.+?)_(?!\w)/g), ([, name]) => name);
}

const lessons = Array.from(
  guide.matchAll(/^### (\d)\. (.*)\n((?:(?!##).*\n)*)/gm),
  ([, number, title, plan]) => ({ number: Number(number), title, plan }),
);

Deno.test("the guide has a plan for every lesson, and two for the longest", () => {
  assertEquals(lessons.map(({ number }) => number), [1, 2, 3, 4, 4, 5, 6, 7, 8]);
});

for (const { number, title, plan } of lessons) {
  Deno.test(`guide, lesson ${number}, ${title}: 45 minutes, headings in order, an exit question`, () => {
    assertFillsTheLesson(plan, title);
    const known = headings.get(number)!;
    const shown = partsOf(plan).flatMap(({ text }) => named(text));
    const places = shown.map((name) => known.indexOf(name));
    assert(shown.length >= 2);
    for (const [k, place] of places.entries()) {
      assert(place > (places[k - 1] ?? -1), `"${shown[k]}" is not there, or stands before`);
    }
    const [left = ""] = /^Leave (.+\n)+/m.exec(plan) ?? [];
    for (const name of named(left.replaceAll(/\s+/g, " "))) assert(known.includes(name), name);
    assertMatch(plan, /^Usually wrong: (.+\n)+\nExit question: (.+\n)*.*\?\s\((.|\n)+\)\n/m);
  });
}

Deno.test("guide, only one lesson: 45 minutes, and every part is in its notebook", () => {
  const [, plan] = /^## Only one lesson\n((?:(?!##).*\n)*)/m.exec(guide)!;
  assertFillsTheLesson(plan, "only one lesson");
  for (const { text } of partsOf(plan)) {
    const known = headings.get(Number(/^Notebook (\d)/.exec(text)![1]))!;
    assert(named(text).length > 0);
    for (const name of named(text)) assert(known.includes(name), name);
  }
});

Deno.test("guide, six weeks: twelve lessons, every notebook in its order", () => {
  const rows = guide.matchAll(/^\| (\d) +\|([^|]+)\|([^|]+)\|([^|]+)\|$/gm);
  const weeks = Array.from(rows, ([, week, first, second]) => ({ week, lessons: [first, second] }));
  assertEquals(weeks.map(({ week }) => week), ["1", "2", "3", "4", "5", "6"]);
  const numbers = weeks.flatMap(({ lessons }) => lessons)
    .flatMap((lesson) => /^\s*(\d) /.exec(lesson)?.[1] ?? []);
  assertEquals(numbers, ["1", "2", "3", "3", "4", "4", "5", "6", "7", "8"]);
});
