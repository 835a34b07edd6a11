import { assert, assertEquals, assertMatch } from "@std/assert";
import { parse } from "@std/csv";
import { gradesCsv } from "../../../lib/tasks/grade/csv.ts";
import type { Exercise } from "../../../lib/tasks/grade/exercise.ts";
import { gradesPage } from "../../../lib/tasks/grade/page.ts";
import {
  classResult,
  type GradedNotebook,
  type PieceResult,
} from "../../../lib/tasks/grade/results.ts";

const exercise: Exercise = {
  name: "04-backward.ipynb",
  setup: "",
  pieces: ["dZ2", "dW2"].map((name) => ({ name, answer: name })),
  checks: new Map(),
};
const other: Exercise = { ...exercise, name: "02.ipynb", pieces: [{ name: "add", answer: "add" }] };

function notebook(
  student: string,
  verdicts: PieceResult["verdict"][],
  more: Partial<GradedNotebook> = {},
): GradedNotebook {
  const pieces = verdicts.map((verdict, k): PieceResult => ({
    piece: exercise.pieces[k]!.name,
    verdict,
    mistake: verdict === "mistake" ? "the-slip" : undefined,
    message: verdict === "right" ? "" : `It is <${verdict}>.`,
  }));
  return { student, path: `${student}.ipynb`, exercise, pieces, problems: [], notes: [], ...more };
}

const result = classResult([
  notebook("a", ["right", "mistake"]),
  notebook("b", ["mistake", "mistake"]),
  notebook("b", ["right", "missing"], { path: "again.ipynb", notes: ["a note"] }),
  notebook("c", ["wrong", "unwritten"], { problems: ["loops; given up"] }),
  notebook("=d", [], { exercise: undefined, problems: ["empty"] }),
], [other, exercise]);

Deno.test("classResult() takes the better of two, and orders mistakes by how many made them", () => {
  assertEquals(result.pieces, ["dZ2", "dW2"]);
  assertEquals(result.students.map(({ name, right }) => [name, right]), [
    ["a", 1],
    ["b", 1],
    ["c", 0],
    ["=d", 0],
  ]);
  assertEquals(result.students[1]!.notes, ["again.ipynb: a note"]);
  assertEquals(
    result.mistakes.map(({ piece, mistake, students }) => [piece, mistake, students]),
    [["dW2", "the-slip", ["a", "b"]], ["dZ2", undefined, ["c"]]],
  );
});

Deno.test("gradesCsv() gives a row for each student, and no formula", () => {
  const text = gradesCsv(result);
  assertEquals(text[0], "\ufeff");
  assertEquals(parse(text), [
    ["student", "right", "of", "dZ2", "dW2", "problems", "notes"],
    ["a", "1", "2", "right", "mistake: the-slip", "", ""],
    ["b", "1", "2", "right", "mistake: the-slip", "", "again.ipynb: a note"],
    ["c", "0", "2", "wrong", "unwritten", "loops; given up", ""],
    ["'=d", "0", "2", "", "", "empty", ""],
  ]);
});

Deno.test("gradesPage() shows every verdict with its sentence, escaped", () => {
  const page = gradesPage("a <title>", result);
  assertMatch(page, /<h1>a &lt;title&gt;<\/h1>/);
  assertMatch(page, /<td class="mistake" title="dW2: the-slip. It is &lt;mistake&gt;.">!<\/td>/);
  assertMatch(page, /<code>dZ2<\/code>: wrong, not recognized. It is &lt;wrong&gt;./);
  assertMatch(page, /⚠ loops; given up/);
  assert(!/<script|src=|href="(?!#)/.test(page), "The page needs something besides itself.");
});
