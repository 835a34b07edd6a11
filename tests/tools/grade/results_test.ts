import { assert, assertEquals, assertMatch, assertThrows } from "@std/assert";
import { parse } from "@std/csv";
import { gradesCsv } from "../../../tools/grade/csv.ts";
import type { Exercise } from "../../../tools/grade/exercise.ts";
import { gradesPage } from "../../../tools/grade/page.ts";
import { canvasCsv, moodleCsv } from "../../../tools/grade/csv.ts";
import { fileName, inCsv, oneLine } from "../../../tools/grade/harmless.ts";
import { feedbackPage } from "../../../tools/grade/page.ts";
import { pointsOf } from "../../../tools/grade/points.ts";
import { sameCode } from "../../../tools/grade/same_code.ts";
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
  return {
    student,
    path: `${student}.ipynb`,
    exercise: exercise.name,
    pieces,
    problems: [],
    notes: [],
    look: [],
    ...more,
  };
}

const result = classResult([
  notebook("a", ["right", "mistake"]),
  notebook("b", ["mistake", "mistake"]),
  notebook("b", ["right", "missing"], { path: "again.ipynb", notes: ["a note"] }),
  notebook("c", ["wrong", "unwritten"], { problems: ["loops; given up"], look: ["=tried"] }),
  notebook("d", ["failed", "failed"]),
  notebook("d", [], {
    path: "add.ipynb",
    exercise: other.name,
    pieces: [{ piece: "add", verdict: "right", message: "" }],
  }),
  notebook("=e", [], { exercise: undefined, problems: ["empty"] }),
], [other, exercise, { ...other, name: "nobody's.ipynb" }]);

const points = pointsOf("dZ2=2.5", [other, exercise]);

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
  assertEquals(result.students[1]!.notes, [
    "again.ipynb: a note",
    "04-backward.ipynb was handed in 2 times; of each piece the best counts",
  ]);
});

Deno.test("a file that can't be read is one of the class's exercise, if there is one only", () => {
  const right = { piece: "dZ2", verdict: "right", message: "" } as const;
  const none = { path: "", pieces: [], problems: [], notes: [], look: [] };
  const a = { ...none, student: "a", exercise: exercise.name, pieces: [right] };
  const b = { ...none, student: "b", unknown: true };
  const verdicts = (...class_: Parameters<typeof classResult>[0]) => {
    const { pieces } = classResult(class_, [exercise, other]).students[1]!;
    return [...pieces.values()].map(({ piece, verdict }) => `${piece} ${verdict}`);
  };
  assertEquals(verdicts(a, b), ["dZ2 unreadable", "dW2 unreadable"]);
  assertEquals(verdicts(a, { ...none, student: "b" }), [], "nothing was handed in");
  assertEquals(verdicts(a, b, { ...a, student: "c", exercise: other.name }), []);
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
  const text = gradesCsv(result, points);
  assertEquals(text[0], "\ufeff");
  assertEquals(parse(text), [
    [
      ...["student", "right", "of handed in", "of all", "points", "02 (of 1)"],
      ...["04-backward (of 2)", "add", "dZ2", "dW2", "look at", "problems", "notes"],
    ],
    ["a", "1", "2", "3", "2.5", "", "1", "", "right", "mistake: the-slip", "", "", ""],
    [
      ...["b", "1", "2", "3", "2.5", "", "1", "", "right", "mistake: the-slip", "", ""],
      "again.ipynb: a note; 04-backward.ipynb was handed in 2 times; of each piece the best counts",
    ],
    [
      ...["c", "0", "2", "3", "0", "", "0", "", "wrong", "unwritten", "'=tried"],
      ...["loops; given up; dZ2: not right. It is <wrong>.", ""],
    ],
    [
      ...["d", "1", "3", "3", "1", "1", "0", "right", "failed", "failed", ""],
      ...["dZ2: did not work. It is <failed>.; dW2: did not work. It is <failed>.", ""],
    ],
    ["'=e", "0", "0", "3", "0", "", "", "", "", "", "", "empty", ""],
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
  assertMatch(page, /not handed in: 02, 04-backward\./);
  // Of a single exercise there is one sum only.
  const one = gradesPage("Grades", classResult([notebook("a", ["right", "failed"])], [exercise]));
  assert(!one.includes("of handed in"));
  assertMatch(one, />1\/2</);
});

Deno.test("moodleCsv() and canvasCsv() have the numbers by which they know the students", () => {
  const class_ = classResult([
    notebook("Ada", ["right", "right"], { id: "12" }),
    notebook("Ben", ["mistake", "unjudged"], { id: "13" }),
    notebook("Cleo", ["right", "right"]),
  ], [exercise]);
  // What could not be judged is no zero anywhere.
  const inTable = (parse(gradesCsv(class_, points), { skipFirstRow: true }) as never[])
    .map(({ points }) => points);
  assertEquals(inTable, ["3.5", "", "3.5"]);
  assertMatch(gradesPage("Grades", class_), />Ben<[^\n]*>\?\/2<[^]*Ben <small>not graded yet/);
  const ben = class_.students.find(({ name }) => name === "Ben")!;
  assertMatch(feedbackPage(ben, class_, points), /<p>Not graded yet\.<\/p>/);
  assertEquals(parse(moodleCsv(class_, points)), [
    ["Identifier", "Full name", "Grade", "Maximum Grade", "Feedback comments"],
    ["Participant 12", "Ada", "3.5", "3.5", ""],
    ["Participant 13", "Ben", "", "3.5", "dZ2: a known mistake. It is <mistake>."],
  ]);
  assertEquals(parse(canvasCsv(class_, points)), [
    ["Student", "ID", "SIS User ID", "SIS Login ID", "Section", "04-backward"],
    ["Points Possible", "", "", "", "", "3.5"],
    ["Ada", "12", "", "", "", "3.5"],
    ["Ben", "13", "", "", "", ""],
  ]);
});

Deno.test("pointsOf() refuses what is no piece and no number", () => {
  assertThrows(() => pointsOf("dZ3=2", [exercise]), Error, "Did you mean dZ2?");
  assertThrows(() => pointsOf("dZ2=many", [exercise]), Error, "a list such as");
});

Deno.test("feedbackPage() has a student's own results, and nothing of the others or for the teacher", () => {
  const page = feedbackPage(result.students[2]!, result, points);
  assertMatch(page, /<h1>c<\/h1>\n<p>0 of 3.5 points/);
  assertMatch(page, /<code>dZ2<\/code> \(2.5 points\): not right. It is &lt;wrong&gt;./);
  assertMatch(page, /<code>dW2<\/code> \(1 point\): /);
  const alike = feedbackPage(result.students[2]!, result, pointsOf(undefined, [exercise, other]));
  assertMatch(alike, /<code>dZ2<\/code>: not right/);
  assertMatch(page, /loops; given up/);
  assert(!page.includes("tried") && !page.includes("the-slip"), page);
  // Nor a sign for what only the teacher looks at.
  assert(!page.includes("look at") && !page.includes("see above"), page);
});

Deno.test("gradesPage() begins with what a teacher should look at", () => {
  const page = gradesPage("Grades", result);
  assertMatch(page, /<h2>To look at<\/h2>[^]*<a href="#s2">c<\/a>: =tried[^]*class="legend"/);
});

Deno.test("sameCode() finds long answers that several have, with other spaces and comments, and no short ones", () => {
  const short = "return subtract(A2, Y);";
  const long = "function dW2(dZ2, A1) {\n" + "  a = matmul(dZ2, A1);\n".repeat(10) + "}";
  const disguised = "/* mine */" + long.replaceAll("\n", "\n\n // yes\n").replaceAll(";", "");
  const having = (student: string, sources: string[]) =>
    notebook(student, ["right", "right"], {
      pieces: sources.map((source, k) => ({
        ...{ piece: ["dZ2", "dW2"][k]!, verdict: "right", message: "", source },
      })),
    });
  const class_ = classResult([
    having("a", [long, long]),
    having("b", [disguised, long + " "]),
    having("c", [short, long.replaceAll("a =", "b =")]),
    having("d", [short, "y"]),
  ], [exercise]);
  assertEquals(sameCode(class_.students), [{ pieces: ["dZ2", "dW2"], students: ["a", "b"] }]);
});

Deno.test("names are harmless in a terminal, in a table and on a disk", () => {
  assertEquals(oneLine("\u001b[2J\u202eA\u2066\ufeffda\r\n\u2028 Ben\u009b\u0007"), "[2JAda Ben");
  for (
    const sign of ["=", "+", "-", "@", "|", "\uff1d", "\uff0b", "\uff0d", "\uff20", " =", '"=']
  ) {
    assertMatch(inCsv(`${sign}cmd`), /^'/, sign);
  }
  assertEquals(inCsv("Ada-Lou = 1"), "Ada-Lou = 1");
  const taken = new Set<string>();
  assertEquals(
    ["../../etc/passwd", "A\u0000b", "a_b", "CON", "..", "x".repeat(300)].map((name) =>
      fileName(name, taken)
    ),
    ["_.._etc_passwd", "A b", "a_b", "_CON", "student", "x".repeat(80)],
  );
  assertEquals([fileName("Ada", taken), fileName("ada", taken)], ["Ada", "ada-2"]);
});
