import { assert, assertEquals, assertMatch, assertNotEquals, assertRejects } from "@std/assert";
import { join } from "node:path";
import {
  type Cell,
  isUntouched,
  type Notebook,
  notebookText,
  studentNotebook,
  textOf,
} from "../../tools/exercises/exercise_notebook.ts";
import {
  exerciseNames,
  exercises,
  makeExercises,
  requireSources,
  sources,
  studentText,
  writeExercise,
} from "../../tools/exercises/exercises.ts";
import { Advice } from "../../tools/shared/task.ts";
import { temporaryFolder } from "../data/files.ts";

const names = await exerciseNames();
const read = async (path: string): Promise<Notebook> => JSON.parse(await Deno.readTextFile(path));

for (const name of names) {
  Deno.test(`exercises/${name} is what \`deno task exercises\` makes`, async () => {
    const made = await studentText(join(sources, name));
    const committed = await Deno.readTextFile(join(exercises, name));
    const advice = "is not what its source makes. After a change of the source run " +
      "`deno task exercises`; a change of the exercise belongs in the source.";
    assert(made === committed, `${name} ${advice}`);
    assertEquals(await studentText(join(sources, name)), made, "a second build gives other bytes");
    assert(!/SOLUTION/.test(made));
  });

  Deno.test(`exercises/source/${name} is committed without outputs`, async () => {
    const path = join(sources, name);
    const notebook = await read(path);
    assertEquals(await Deno.readTextFile(path), notebookText(notebook), "not in nbformat's form");
    for (const { id, cell_type, outputs, execution_count } of notebook.cells) {
      if (cell_type === "code") assertEquals([id, outputs, execution_count], [id, [], null]);
    }
  });

  Deno.test(`exercises/${name}: statement, answer, hints, check, each by its metadata`, async () => {
    const { cells } = await read(join(exercises, name));
    const answers = cells.filter(({ metadata }) => metadata.glassnet?.role === "answer");
    const checks = cells.filter(({ metadata }) => metadata.glassnet?.role === "check");
    assert(answers.length > 0 && answers.length === checks.length);
    for (const answer of answers) {
      const { piece } = answer.metadata.glassnet!;
      const at = cells.indexOf(answer);
      const statement = cells.slice(0, at).findLast(({ cell_type }) => cell_type === "markdown");
      const [hints, check] = cells.slice(at + 1, at + 3);
      assertMatch(textOf(statement!.source), new RegExp(`^## ${piece}\n`));
      assertEquals(textOf(hints.source), `hints("${piece}")`);
      assertMatch(textOf(check.source), new RegExp(`^await check\\.${piece}\\(\\w+\\)$`));
      assertEquals(answer.metadata, answerMetadata(piece));
      assertEquals(check.metadata, {
        glassnet: { piece, role: "check" },
        nbgrader: {
          ...{ schema_version: 3, grade_id: `check-${piece}`, points: 1 },
          ...{ solution: false, grade: true, locked: true, task: false },
        },
      });
    }
    assertEquals(textOf(cells.at(-2)!.source), `done("${name.slice(0, 2)}")`);
  });
}

function answerMetadata(piece: string): Cell["metadata"] {
  return {
    glassnet: { piece, role: "answer" },
    nbgrader: {
      ...{ schema_version: 3, grade_id: piece },
      ...{ solution: true, grade: false, locked: false, task: false },
    },
  };
}

/** A source with one exercise. */
function sourceWith(answer: string): Notebook {
  const text = (id: string, source: string): Cell => ({
    ...{ cell_type: "markdown", id, source, metadata: {} },
  });
  const code = (id: string, source: string, metadata: Cell["metadata"]): Cell => ({
    ...{ cell_type: "code", id, source, metadata, execution_count: 3 },
    outputs: [{ output_type: "stream", name: "stdout", text: "solved" }],
  });
  return {
    cells: [
      text("twice", "Belongs to [the lesson](../../02.ipynb) and [the next](03.ipynb)."),
      code("twice-answer", answer, answerMetadata("twice")),
      code("twice-check", "await check.twice(twice)", {
        glassnet: { piece: "twice", role: "check" },
      }),
    ],
    metadata: {},
    nbformat: 4,
    nbformat_minor: 5,
  };
}

const solved = `function twice(n: number): number {
  // BEGIN SOLUTION
  const two = 2;
  return two * n;
  // END SOLUTION
}`;

Deno.test("studentNotebook() replaces a solution by a stub, and removes outputs", async () => {
  const { cells } = await studentNotebook(sourceWith(solved));
  assertEquals(
    textOf(cells[1].source),
    'function twice(n: number): number {\n  throw notWritten("twice");\n}',
  );
  assertEquals(cells.slice(1).map(({ outputs }) => outputs), [[], []]);
  assertEquals(cells.slice(1).map((cell) => cell.execution_count), [null, null]);
});

Deno.test("studentNotebook() removes a solution at the left margin", async () => {
  const answer = 'const cause = { a: "" };\n// BEGIN SOLUTION\ncause.a = "zeros";\n// END SOLUTION';
  const { cells } = await studentNotebook(sourceWith(answer));
  assertEquals(textOf(cells[1].source), 'const cause = { a: "" };');
});

Deno.test("studentNotebook() leaves out the cells with the tag teacher", async () => {
  const source = sourceWith(solved);
  const note: Cell = { ...source.cells[0], id: "note", metadata: { tags: ["teacher"] } };
  source.cells.splice(1, 0, note, { ...source.cells[0], id: "more", metadata: { tags: ["more"] } });
  const { cells } = await studentNotebook(source);
  assertEquals(cells.map(({ id }) => id), ["twice", "more", "twice-answer", "twice-check"]);
});

Deno.test("studentNotebook() adapts the links, since it is one folder higher", async () => {
  const { cells } = await studentNotebook(sourceWith(solved));
  assertEquals(
    textOf(cells[0].source),
    "Belongs to [the lesson](../02.ipynb) and [the next](03.ipynb).",
  );
});

Deno.test("studentNotebook() refuses a source that would show its solution", async () => {
  const slips = [
    solved.replace("// BEGIN SOLUTION", ""),
    solved.replace("// END SOLUTION", ""),
    solved.replace("// END SOLUTION", "// END SOLUTION of it"),
    solved.replace("BEGIN", "END").replace(/END(?=[^E]*$)/, "BEGIN"),
    `${solved}\n${solved}`,
    "function twice(n: number) {}",
  ];
  for (const slip of slips) {
    const error = await assertRejects(() => studentNotebook(sourceWith(slip)), Advice);
    assertMatch(error.message, /^Cell "twice-answer" .*BEGIN SOLUTION/, slip);
  }
  const elsewhere = sourceWith(solved);
  elsewhere.cells[2].source = solved;
  const error = await assertRejects(() => studentNotebook(elsewhere), Advice);
  assertMatch(error.message, /^Cell "twice-check" /);
});

Deno.test("studentNotebook() refuses hints that stay open because a name was not imported", async () => {
  const withHints = (setup: string) => {
    const source = sourceWith(solved);
    source.cells[2].source = `${setup}\n${source.cells[2].source}`;
    return source;
  };
  const error = await assertRejects(
    () => studentNotebook(withHints("openHints({ tries: 2 });")),
    Advice,
  );
  assertMatch(error.message, /openHints, which is not imported/);
  const setup = 'import {\n  check, openHints,\n} from "glassnet";\nopenHints({ tries: 2 });';
  await studentNotebook(withHints(setup));
});

Deno.test("isUntouched() notices a change of text, and no other", async () => {
  const notebook = await studentNotebook(sourceWith(solved));
  assert(await isUntouched(notebook));

  const run = structuredClone(notebook);
  for (const cell of run.cells) [cell.outputs, cell.execution_count] = [["shown"], 7];
  assert(await isUntouched(run), "a run is no change");
  const inOnePiece = structuredClone(notebook);
  for (const cell of inOnePiece.cells) cell.source = textOf(cell.source);
  assert(await isUntouched(inOnePiece), "the form of the file is no change");

  const answered = structuredClone(notebook);
  answered.cells[1].source = "const twice = (n) => 2 * n;";
  assert(!await isUntouched(answered));
  const noted = structuredClone(notebook);
  noted.cells.push({ cell_type: "markdown", id: "mine", source: "My note.", metadata: {} });
  assert(!await isUntouched(noted));
  assert(!await isUntouched({ ...notebook, metadata: {} }), "made by somebody else");
});

Deno.test("writeExercise() writes what is new or untouched, and keeps what someone wrote", async (test) => {
  using temporary = temporaryFolder();
  const folder = temporary.path("");
  const path = join(folder, "02.ipynb");
  const older = notebookText(await studentNotebook(sourceWith(solved)));
  const newer = older.replace("the lesson", "Lesson 2");
  assertNotEquals(older, newer);
  const mine = older.replace('throw notWritten(\\"twice\\");', "return 2 * n;");
  assertNotEquals(older, mine);
  const write = (force = false) => writeExercise(path, newer, { force });
  const folderHolds = async () => {
    const found: Record<string, string> = {};
    for await (const { name } of Deno.readDir(folder)) {
      found[name] = await Deno.readTextFile(join(folder, name));
    }
    return found;
  };

  await test.step("where there is none", async () => {
    assertEquals(await write(), { kept: false, said: "02.ipynb is made" });
    assertEquals(await write(), { kept: false, said: "02.ipynb is up to date" });
    assertEquals(await folderHolds(), { "02.ipynb": newer });
  });
  await test.step("where there is an earlier one", async () => {
    await Deno.writeTextFile(path, older);
    assertEquals(await write(), { kept: false, said: "02.ipynb is made" });
    assertEquals(await folderHolds(), { "02.ipynb": newer });
  });
  for (
    const [what, theirs] of Object.entries({ mine, damaged: mine.slice(0, 99), other: "{}" })
  ) {
    await test.step(`where it is ${what}`, async () => {
      await Deno.writeTextFile(path, theirs);
      const { kept, said } = await write();
      assert(kept);
      assertMatch(said, /stays as it is: someone has worked in it/);
      assertEquals(await folderHolds(), { "02.ipynb": theirs });
    });
  }
  await test.step("with force, and the old ones beside it", async () => {
    await Deno.writeTextFile(path, mine);
    assertMatch((await write(true)).said, /the old one is now 02\.old-1\.ipynb$/);
    await Deno.writeTextFile(path, `${mine} `);
    assertMatch((await write(true)).said, /the old one is now 02\.old-2\.ipynb$/);
    assertEquals(await folderHolds(), {
      "02.ipynb": newer,
      "02.old-1.ipynb": mine,
      "02.old-2.ipynb": `${mine} `,
    });
  });
});

Deno.test("deno task exercises keeps one, makes the others, and says what to do", async () => {
  using temporary = temporaryFolder();
  const folder = temporary.path("");
  await Deno.writeTextFile(join(folder, names[0]), "mine");
  const { message } = await assertRejects(() => makeExercises([], folder), Advice);
  assertMatch(message, /^1 of 5 notebooks .*--force/);
  assertEquals(await Deno.readTextFile(join(folder, names[0])), "mine");
  for (const name of names.slice(1)) {
    assertEquals(
      await Deno.readTextFile(join(folder, name)),
      await Deno.readTextFile(join(exercises, name)),
    );
  }
  await makeExercises(["03"], folder);
  await assertRejects(() => makeExercises(["99"], folder), Advice, 'contains "99"');
});

Deno.test("requireSources() says what to do in a copy without the solutions", async () => {
  await requireSources(sources);
  const missing = join(exercises, "no such folder");
  await assertRejects(() => requireSources(missing), Advice, `There is no folder ${missing}`);
});
