import { assertEquals, assertRejects, assertThrows } from "@std/assert";
import * as fc from "fast-check";
import { dirname, join } from "node:path";
import { exerciseFor, exerciseOf } from "../../../tools/grade/exercise.ts";
import { plan } from "../../../tools/grade/plan.ts";
import { type Cell, cellsOf, Damaged } from "../../../tools/grade/student_notebook.ts";
import { findSubmissions } from "../../../tools/grade/submissions.ts";
import { Advice } from "../../../tools/shared/task.ts";
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

/** What is found in a folder with these files. */
async function submissionsIn(files: Record<string, string>, link?: [from: string, to: string]) {
  using temporary = temporaryFolder();
  const folder = temporary.path("");
  for (const [path, text] of Object.entries(files)) {
    await Deno.mkdir(dirname(join(folder, path)), { recursive: true });
    await Deno.writeTextFile(join(folder, path), text);
  }
  if (link) {
    await Deno.mkdir(dirname(join(folder, link[0])), { recursive: true });
    await Deno.symlink(join(folder, link[1]), join(folder, link[0]));
  }
  return await findSubmissions(folder);
}

async function foundIn(files: Record<string, string>, link?: [from: string, to: string]) {
  return (await submissionsIn(files, link)).map(({ student, id, path, problem }) => [
    student,
    id,
    path.replaceAll("\\", "/"),
    problem,
  ]);
}

const none = undefined;

Deno.test("findSubmissions() accepts plain folders and what Moodle makes, but no link", async () => {
  const files = {
    "b.ipynb": "",
    "Name_12_assignsubmission_file_/w.ipynb": "",
    "c/04/04.ipynb": "",
    "c/.ipynb_checkpoints/04.ipynb": "",
    "__MACOSX/b.ipynb": "",
    "read.me": "",
    "d/read.me": "",
  };
  assertEquals(await foundIn(files, ["a10.ipynb", "b.ipynb"]), [
    ["a10", none, "a10.ipynb", "it is a link, not a file"],
    ["b", none, "b.ipynb", none],
    ["c", none, "c/04/04.ipynb", none],
    ["d", none, "d", "no notebook was handed in"],
    ["Name", "12", "Name_12_assignsubmission_file_/w.ipynb", none],
  ]);
});

Deno.test("findSubmissions() accepts the folders of Canvas, nbgrader, and a class at JupyterHub", async () => {
  const canvas = {
    "lovelaceada_11_101_04-backward.ipynb": "",
    "lovelaceada_11_102_05-training-1.ipynb": "",
    "doejane_LATE_12_103_work.ipynb": "",
    "doejane_13_104_work.ipynb": "",
    "turingalan_14_105_my.zip": "",
  };
  assertEquals(await foundIn(canvas), [
    ["doejane (12)", "12", "doejane_LATE_12_103_work.ipynb", none],
    ["doejane (13)", "13", "doejane_13_104_work.ipynb", none],
    ["lovelaceada", "11", "lovelaceada_11_101_04-backward.ipynb", none],
    ["lovelaceada", "11", "lovelaceada_11_102_05-training-1.ipynb", none],
    ["turingalan", "14", "turingalan_14_105_my.zip", "a .zip file was handed in, not a notebook"],
  ]);
  const late = (await submissionsIn(canvas)).filter(({ late }) => late).map(({ path }) => path);
  assertEquals(late, ["doejane_LATE_12_103_work.ipynb"]);
  const nbgrader = {
    "submitted/ada/04/04.ipynb": "",
    "source/04/04.ipynb": "",
    "release/04/04.ipynb": "",
  };
  assertEquals(await foundIn(nbgrader), [["ada", none, "submitted/ada/04/04.ipynb", none]]);
  const homes = {
    "ada/glassnet/notebooks/01-the-data.ipynb": "",
    "ada/glassnet/notebooks/exercises/04-backward.ipynb": "",
    "ada/glassnet/notebooks/exercises/source/04-backward.ipynb": "",
  };
  assertEquals(await foundIn(homes), [
    ["ada", none, "ada/glassnet/notebooks/exercises/04-backward.ipynb", none],
  ]);
});

Deno.test("findSubmissions() takes Moodle's number, and not one in the name that a student gave a file", async () => {
  const name = "Mallory_13_assignsubmission_file_Ada_12_assignsubmission_file_.ipynb";
  const files = { "Ada_12_assignsubmission_file_04.ipynb": "", [name]: "" };
  assertEquals(await foundIn(files), [
    ["Ada", "12", "Ada_12_assignsubmission_file_04.ipynb", none],
    ["Mallory", "13", name, none],
  ]);
});

Deno.test("findSubmissions() follows no link to a folder, wherever it stands", async () => {
  const ada = "ada/glassnet/notebooks/exercises/04-backward.ipynb";
  const isLink = (path: string) => `the folder can't be read: ${path} is a link, not a folder`;
  for (
    const [from, to, problem] of [
      ["ben/glassnet/notebooks/exercises", dirname(ada), isLink("glassnet/notebooks/exercises")],
      ["ben/glassnet", "ada/glassnet", isLink("glassnet")],
      ["ben/notebooks", "ada/glassnet/notebooks", isLink("notebooks")],
      ["ben/work", dirname(ada), "no notebook was handed in"],
      ["ben", "ada", "it is a link, not a file"],
    ] as const
  ) {
    assertEquals(await foundIn({ [ada]: "" }, [from, to]), [
      ["ada", none, ada, none],
      ["ben", none, "ben", problem],
    ]);
  }
});

Deno.test({
  name: "findSubmissions() leaves out no student because of the bytes of a name",
  ignore: Deno.build.os !== "linux", // Others refuse such names.
  fn: async () => {
    using temporary = temporaryFolder();
    await Deno.writeTextFile(temporary.path("ada.ipynb"), "");
    const name = "bj\\366rn.ipynb"; // as Latin-1 writes it
    await new Deno.Command("sh", {
      args: ["-c", `> "$1/$(printf '${name}')"`, "", temporary.path("")],
    })
      .output();
    await assertRejects(() => findSubmissions(temporary.path("")), Advice, "bj\ufffdrn.ipynb");
  },
});

Deno.test("findSubmissions() names what was handed in in place of a notebook, and reads one behind .txt", async () => {
  const files = {
    "a.ipynb": "",
    "b.zip": "PK",
    "c/work.html": "<p>",
    "d/work.ipynb.txt": '{"cells": []}',
    "e/work.json": "[1]",
    "f/work.txt": "function",
  };
  assertEquals(await foundIn(files), [
    ["a", none, "a.ipynb", none],
    ["b", none, "b.zip", "a .zip file was handed in, not a notebook"],
    ["c", none, "c/work.html", "a .html file was handed in, not a notebook"],
    ["d", none, "d/work.ipynb.txt", none],
    ["e", none, "e/work.json", "a .json file was handed in, not a notebook"],
    ["f", none, "f/work.txt", "a .txt file was handed in, not a notebook"],
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

Deno.test("plan() runs all cells, the teacher's imports first if they are gone", () => {
  const own = [
    cell(2, "mine", { piece: "add", role: "answer" }),
    cell(3, "await check.add(() => 1)", { piece: "add", role: "check" }),
    cell(4, "text", { isCode: false }),
    cell(5, "const diagnosis = {};"),
    cell(6, "more"),
  ];
  assertEquals(plan(own, exercise), {
    steps: [
      { cell: 0, source: "import x", needed: true },
      { cell: 2, source: "mine", needed: true },
      { cell: 3, source: "await check.add(() => 1)", needed: false },
      { cell: 5, source: "const diagnosis = {};", needed: true },
      { cell: 6, source: "more", needed: false },
    ],
    pieces: exercise.pieces,
    notes: [
      "the first cell, with the imports, is not yours: it was changed or deleted, or yours is newer; yours ran first",
      "answer cells deleted, or their marks lost: bug",
      "check cells deleted: bug",
      "check cells changed: add; the teacher's checks decide",
    ],
  });
});
