import { assert, assertEquals, assertMatch } from "@std/assert";
import { parse } from "@std/csv";
import { gradesCsv } from "../../../tools/grade/csv.ts";
import type { Exercise } from "../../../tools/grade/exercise.ts";
import { gradesPage } from "../../../tools/grade/page.ts";
import {
  classResult,
  type GradedNotebook,
  type PieceResult,
} from "../../../tools/grade/results.ts";

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
  notebook("d", ["failed", "failed"]),
  notebook("d", [], {
    path: "add.ipynb",
    exercise: other,
    pieces: [{ piece: "add", verdict: "right", message: "" }],
  }),
  notebook("=e", [], { exercise: undefined, problems: ["empty"] }),
], [other, exercise, { ...other, name: "nobody's.ipynb" }]);

Deno.test("classResult() takes the better of two, and counts what was handed in", () => {
  assertEquals(result.exercises, [
    { name: "02", pieces: ["add"] },
    { name: "04-backward", pieces: ["dZ2", "dW2"] },
  ]);
  assertEquals(result.pieces, ["add", "dZ2", "dW2"]);
  assertEquals(
    result.students.map(({ name, handedIn, exercises }) => [name, handedIn, [...exercises]]),
    [
      ["a", { right: 1, of: 2 }, [["04-backward", { right: 1, of: 2 }]]],
      ["b", { right: 1, of: 2 }, [["04-backward", { right: 1, of: 2 }]]],
      ["c", { right: 0, of: 2 }, [["04-backward", { right: 0, of: 2 }]]],
      ["d", { right: 1, of: 3 }, [
        ["02", { right: 1, of: 1 }],
        ["04-backward", { right: 0, of: 2 }],
      ]],
      ["=e", { right: 0, of: 0 }, []],
    ],
  );
  assertEquals(result.students[1]!.notes, ["again.ipynb: a note"]);
});

Deno.test("classResult() sorts mistakes by how many made them, those without a result included", () => {
  assertEquals(
    result.mistakes.map(({ piece, verdict, mistake, students }) => [
      piece,
      verdict,
      mistake,
      students,
    ]),
    [
      ["dW2", "mistake", "the-slip", ["a", "b"]],
      ["dZ2", "failed", undefined, ["d"]],
      ["dZ2", "wrong", undefined, ["c"]],
      ["dW2", "failed", undefined, ["d"]],
    ],
  );
});

Deno.test("classResult() separates the reasons for no result, the most frequent first", () => {
  const failing = (student: string, message: string) =>
    notebook(student, [], { pieces: [{ piece: "dZ2", verdict: "failed", message }] });
  const { mistakes } = classResult(
    [failing("a", "no m"), failing("b", "no end"), failing("c", "no end")],
    [exercise],
  );
  assertEquals(mistakes, [{
    piece: "dZ2",
    verdict: "failed",
    mistake: undefined,
    students: ["a", "b", "c"],
    reasons: [{ message: "no end", students: ["b", "c"] }, { message: "no m", students: ["a"] }],
  }]);
});

Deno.test("gradesCsv() gives a row for each student, the reasons, and no formula", () => {
  const text = gradesCsv(result);
  assertEquals(text[0], "\ufeff");
  assertEquals(parse(text), [
    [
      ...["student", "right", "of handed in", "of all", "02 (of 1)", "04-backward (of 2)"],
      ...["add", "dZ2", "dW2", "problems", "notes"],
    ],
    ["a", "1", "2", "3", "", "1", "", "right", "mistake: the-slip", "", ""],
    ["b", "1", "2", "3", "", "1", "", "right", "mistake: the-slip", "", "again.ipynb: a note"],
    [
      ...["c", "0", "2", "3", "", "0", "", "wrong", "unwritten"],
      ...["loops; given up; dZ2: not right. It is <wrong>.", ""],
    ],
    [
      ...["d", "1", "3", "3", "1", "0", "right", "failed", "failed"],
      ...["dZ2: did not work. It is <failed>.; dW2: did not work. It is <failed>.", ""],
    ],
    ["'=e", "0", "0", "3", "", "", "", "", "", "empty", ""],
  ]);
});

Deno.test("gradesPage() shows every verdict with its sentence, escaped", () => {
  const page = gradesPage("a <title>", result);
  assertMatch(page, /<h1>a &lt;title&gt;<\/h1>/);
  assertMatch(page, /<td class="mistake" title="dW2: the-slip. It is &lt;mistake&gt;.">✗<\/td>/);
  assertMatch(page, /<code>dZ2<\/code>: not right. It is &lt;wrong&gt;./);
  assertMatch(page, /<code>dW2<\/code>: did not work. It is &lt;failed&gt;./);
  assertMatch(page, /not written yet: <code>dW2<\/code>/);
  assertMatch(page, /⚠ loops; given up/);
  assert(!/<script|src=|href="(?!#)/.test(page), "The page needs something besides itself.");
});

Deno.test("gradesPage() says of how many pieces each number is", () => {
  const page = gradesPage("Grades", result);
  assertMatch(page, />of handed in<[^]*>of all</);
  const row = (student: string) =>
    [...page.matchAll(/<tr><th scope="row".*/g)].map(([line]) => line)
      .find((line) => line.includes(`>${student}<`))!.replaceAll(/<\/?span>/g, "");
  assertMatch(
    row("a"),
    /class="none"><\/td><td class="sum part"><\/td>.*>1\/2<.*>1\/2<.*>1\/3<\/td>/,
  );
  assertMatch(row("d"), />1\/1<.*>0\/2<.*>1\/3<.*>1\/3<\/td>/);
  assertMatch(page, /not handed in: 02\.<.*\n?/);
  assertMatch(page, /not handed in, or not readable: 02, 04-backward\./);
  // Of a single exercise there is one sum only.
  const one = gradesPage("Grades", classResult([notebook("a", ["right", "failed"])], [exercise]));
  assert(!one.includes("of handed in"));
  assertMatch(one, />1\/2</);
});
