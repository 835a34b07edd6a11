import { assertEquals, assertThrows } from "@std/assert";
import * as fc from "fast-check";
import { dirname, join } from "node:path";
import { exerciseFor, exerciseOf } from "../../../tools/grade/exercise.ts";
import { plan } from "../../../tools/grade/plan.ts";
import { allowed } from "../../../tools/grade/policy.ts";
import { type Cell, cellsOf, Damaged } from "../../../tools/grade/student_notebook.ts";
import { findSubmissions } from "../../../tools/grade/submissions.ts";
import { temporaryFolder } from "../../data/files.ts";

const bytes = (text: string) => new TextEncoder().encode(text);

Deno.test("cellsOf() says what is wrong with every damaged file", () => {
  const notebook = JSON.stringify({ cells: [{ cell_type: "code", source: ["a\n", "b"] }] });
  assertEquals(cellsOf(bytes("\ufeff" + notebook)), [{ number: 1, isCode: true, source: "a\nb" }]);
  for (let length = 1; length < notebook.length; length++) {
    assertThrows(() => cellsOf(bytes(notebook.slice(0, length))), Damaged, "breaks off");
  }
  fc.assert(fc.property(fc.oneof(fc.json().map(bytes), fc.uint8Array()), (anything) => {
    assertThrows(() => cellsOf(anything), Damaged);
  }));
});

Deno.test("findSubmissions() accepts the layouts of Moodle and nbgrader, but no link", async () => {
  using temporary = temporaryFolder();
  const folder = temporary.path("");
  const paths = ["b.ipynb", "Name_12_assignsubmission_file_/w.ipynb", "c/04/04.ipynb"];
  const others = ["c/.ipynb_checkpoints/04.ipynb", "__MACOSX/b.ipynb", "read.me", "d/notes.txt"];
  for (const path of [...paths, ...others]) {
    await Deno.mkdir(dirname(join(folder, path)), { recursive: true });
    await Deno.writeTextFile(join(folder, path), "");
  }
  await Deno.symlink(join(folder, "b.ipynb"), join(folder, "a10.ipynb"));
  const found = await findSubmissions(folder);
  assertEquals(found.map(({ student, path, problem }) => [student, path, problem]), [
    ["a10", "a10.ipynb", "it is a link, not a file"],
    ["b", "b.ipynb", undefined],
    ["c", join("c", "04", "04.ipynb"), undefined],
    ["d", "d", "no notebook was handed in"],
    ["Name_12", join("Name_12_assignsubmission_file_", "w.ipynb"), undefined],
  ]);
});

const cell = (number: number, source: string, mark: Partial<Cell> = {}): Cell => ({
  number,
  isCode: true,
  source,
  ...mark,
});
const teachers = [
  cell(1, "import x"),
  cell(2, "stub", { piece: "add", role: "answer" }),
  cell(3, "await check.add(add)", { piece: "add", role: "check" }),
  cell(4, "await check.bug(diagnosis)", { piece: "bug", role: "check" }),
];
const exercise = exerciseOf("02.ipynb", teachers);

Deno.test("exerciseFor() recognizes an exercise by its marks, or by its checks if these are lost", () => {
  assertEquals(exercise.pieces, [{ name: "add", answer: "add" }, {
    name: "bug",
    answer: "diagnosis",
  }]);
  assertEquals(exerciseFor([cell(1, "a", { piece: "add", role: "answer" })], [exercise]), exercise);
  assertEquals(exerciseFor([cell(1, "check.add(add)")], [exercise]), exercise);
  assertEquals(exerciseFor([cell(1, "add(1, 2)")], [exercise]), undefined);
});

Deno.test("plan() collects an answer in the place of its check, or at the end if that is gone", () => {
  const [add, bug] = exercise.pieces;
  const own = [
    cell(1, "import x"),
    cell(2, "mine", { piece: "add", role: "answer" }),
    cell(3, "await check.add(() => 1)", { piece: "add", role: "check" }),
    cell(5, "more"),
  ];
  assertEquals(plan(own, exercise), {
    steps: [
      { cell: 1, source: "import x", needed: true },
      { cell: 2, source: "mine", needed: true },
      { cell: 3, source: "await check.add(() => 1)", needed: false },
      { collect: add! },
      { cell: 5, source: "more", needed: false },
      { collect: bug! },
    ],
    notes: [
      "answer cells deleted, or their marks lost: bug",
      "check cells deleted: bug",
      "check cells changed: add; the teacher's were used",
    ],
  });
});

Deno.test("allowed() gives the library to read, the scratch folder to write, and nothing else", () => {
  const rooms = { scratch: "/s/1", readable: ["/p/lib"], hidden: ["/p/lib/solutions"] };
  const may = (permission: string, value: string | null) => allowed({ permission, value }, rooms);
  for (const path of ["/p/lib/a.ts", "/s/1/a", "/s/1", "a", "b/../a"]) {
    assertEquals([path, may("read", path)], [path, true]);
  }
  for (
    const path of [
      "/p/lib/solutions/a",
      "/p/lib/../a",
      "/p/library",
      "/s/10",
      "/s/1/../2",
      "..",
      "",
    ]
      .map((path) => path || null)
  ) assertEquals([path, may("read", path)], [path, false]);
  assertEquals(may("write", "/s/1/a") && may("write", "a"), true);
  assertEquals(may("write", "/p/lib/a.ts") || may("write", "../a") || may("write", null), false);
  for (const permission of ["net", "run", "ffi", "sys", "import", "all", "new"]) {
    assertEquals([permission, may(permission, "a")], [permission, false]);
  }
});
