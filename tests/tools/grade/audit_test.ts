/** What once fooled, stopped or delayed the grading, or was taken for an attack: each stands for its kind. */
import { assert, assertEquals, assertMatch } from "@std/assert";
import { parse } from "@std/csv";
import { join } from "node:path";
import type { Notebook } from "../../../tools/attacks/notebooks.ts";
import { notebooks } from "../../../tools/shared/project.ts";
import { grade, processesWith } from "./run_grade.ts";

interface Case {
  /** A cell before all others. */
  cell?: string;
  /** Answers in the place of the right ones. */
  answers?: Record<string, string>;
  /** The pieces that are not right after it. */
  but?: Record<string, string>;
  look?: RegExp;
  problems?: RegExp;
  exercise?: string;
}

const pieces = ["dZ2", "dW2", "db2", "dZ1", "dW1", "db1", "squaredErrorGradient"];

/** All answers read a notebook and take theirs from it. */
function reading(path: string): Case {
  const answers = pieces.map((piece) => [
    piece,
    `function ${piece}(...args) {
  const { cells } = JSON.parse(Deno.readTextFileSync(${path}));
  const text = cells.map(({ source }) => [source].flat().join(""))
    .find((source) => source.includes("function ${piece}"));
  return new Function(text + "; return ${piece}")()(...args);
}`,
  ]);
  return {
    answers: Object.fromEntries(answers),
    but: Object.fromEntries(pieces.map((piece) => [piece, "failed"])),
    look:
      /^dZ2, .*squaredErrorGradient mention Deno\.readTextFileSync, new Function, .*was refused: read /,
  };
}

const handedIn = "HANDED_IN";

const cases: Record<string, Case> = {
  "asks without end": {
    cell: `for (;;) { try { Deno.readTextFileSync("/nowhere/" + Math.random()); } catch {} }`,
    look: /was refused: read \/nowhere/,
    problems: /^the 1st code cell, .*ran for more than 3 s of processor time; the other cells ran/,
  },
  "loads without end": {
    cell: `import { loadDigits } from "glassnet"; for (;;) await loadDigits({ sample: true });`,
    problems: /^the 1st code cell, .*ran for more than 3 s of processor time; the other cells ran/,
  },
  "waits for a file": {
    cell: `await Deno.open("/dev/stdin").catch(() => {}); await new Promise(() => {});`,
    look: /was refused: read \/dev\/stdin/,
    problems: /^the 1st code cell, .*waited 3 s/,
  },
  "never ends, before its function runs": {
    answers: {
      db1: `class Helper {
  static {
    const sleep = new Int32Array(new SharedArrayBuffer(4));
    for (;;) { Deno.stdout.writeSync(new Uint8Array([10])); Atomics.wait(sleep, 0, 0, 400); }
  }
}
function db1(dZ1) { return new Helper(); }`,
    },
    but: { db1: "failed" },
    problems: /the answer cell of db1 waited 3 s/,
  },
  "patches String": {
    answers: {
      db1: `const db1 = Math.max;
String.prototype.trim = String.prototype.slice = function () { return 5; };`,
    },
    // What is said of its answer, and of those below it, can't be read any more.
    but: { db1: "missing", squaredErrorGradient: "missing" },
    look: /changed what makes them/,
  },
  "reads by require": {
    answers: {
      db1: `const { default: Module } = await import("node:module").catch(() => ({}));
const own = process.getBuiltinModule("node:module");
function read(path) {
  let text = "";
  const module = new own("x");
  module._compile = (code) => { text = code; };
  own._extensions[".js"](module, path);
  return text;
}
const found = ["/proc/self/environ", "${handedIn}/honest.ipynb", "${handedIn}/../secret"].map(read);
function db1(dZ1) { throw new Error(found.join()); }`,
    },
    but: { db1: "failed" },
    look: /was refused: .*read/,
    problems: /db1/,
  },
  "borrows by brackets": {
    exercise: "03-forward.ipynb",
    answers: {
      softmax: `import * as everything from "glassnet";
function softmax(Z) { return everything["soft" + "max"](Z); }`,
    },
    look: /^softmax uses Glassnet's own softmax/,
  },
  "reads the solutions while judged": reading(
    `new Error().stack.match(/file:\\/\\/(\\S+?)\\/lib\\//)?.[1] + "/notebooks/exercises/source/04-backward.ipynb"`,
  ),
  "reads a classmate while judged": reading(`"${handedIn}/honest.ipynb"`),
  honest: {},
};

/** The teacher's notebook with the case in it. */
async function notebookFor(
  { cell, answers = {}, exercise }: Case,
  folder: string,
): Promise<string> {
  const path = join(notebooks, "exercises", "source", exercise ?? "04-backward.ipynb");
  const notebook: Notebook = JSON.parse(await Deno.readTextFile(path));
  for (const one of notebook.cells) {
    const { piece = "", role } = one.metadata.glassnet ?? {};
    if (role === "answer" && answers[piece]) {
      one.source = answers[piece].replaceAll(handedIn, folder);
    }
  }
  if (cell) notebook.cells.splice(1, 0, { cell_type: "code", metadata: {}, source: cell });
  return JSON.stringify(notebook);
}

Deno.test("nothing of what once fooled or stopped the grading does, and each is told of", async (test) => {
  const base = await Deno.realPath(await Deno.makeTempDir({ prefix: "glassnet-" }));
  const [folder, temporary] = [join(base, "class"), join(base, "tmp")];
  try {
    for (const path of [folder, temporary]) await Deno.mkdir(path);
    const secret = "PLANTED-90210";
    await Deno.writeTextFile(join(base, "secret"), secret);
    for (const [name, one] of Object.entries(cases)) {
      await Deno.writeTextFile(join(folder, `${name}.ipynb`), await notebookFor(one, folder));
    }
    const child = await grade([folder, "--seconds", "3", "--memory", "700"], temporary);
    const { code, stdout, stderr } = await child.output();
    const said = new TextDecoder().decode(stdout) + new TextDecoder().decode(stderr);
    assertEquals(code, 0, said);
    const text = await Deno.readTextFile(join(`${folder}-grades`, "grades.csv"));
    const page = await Deno.readTextFile(join(`${folder}-grades`, "grades.html"));
    const rows = parse(text, { skipFirstRow: true }) as Record<string, string>[];
    for (const [name, { but = {}, look, problems, exercise }] of Object.entries(cases)) {
      await test.step(name, () => {
        const row = rows.find(({ student }) => student === name)!;
        for (const piece of exercise ? ["relu", "softmax", "forward"] : pieces) {
          assertEquals(row[piece], but[piece] ?? "right", `${piece}: ${row.problems}`);
        }
        if (look) assertMatch(row["look at"]!, look);
        else assertEquals(row["look at"], "");
        if (problems) assertMatch(row.problems!, problems);
      });
    }
    assert(!(text + page + said).includes(secret), "A secret got out.");
    assertEquals(await processesWith(base), []);
  } finally {
    await Deno.remove(base, { recursive: true });
  }
});
