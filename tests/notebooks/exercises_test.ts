/**
 * The exercise notebooks, run by a Jupyter client on the pinned kernel: those with the solutions, and
 * those that a student opens.
 */
import { assert, assertEquals, assertMatch } from "@std/assert";
import { join } from "node:path";
import { type Cell, type Notebook, textOf } from "../../tools/exercises/exercise_notebook.ts";
import { exerciseNames, exercises, sources } from "../../tools/exercises/exercises.ts";
import { pinnedJupyter } from "../../tools/jupyter/jupyter.ts";
import { runner } from "../../tools/notebooks/notebooks.ts";
import { ask, stopEverything } from "../../tools/shared/processes.ts";
import { project } from "../../tools/shared/project.ts";

const jupyter = await pinnedJupyter();

for (const name of await exerciseNames()) {
  Deno.test(`exercises/source/${name}: the solutions are right, each of them`, async () => {
    const cells = await runCopy(join(sources, name));
    assertEquals(verdicts(cells), piecesOf(cells).map((piece) => [piece, "right"]));
    const count = piecesOf(cells).length;
    assertMatch(plain(cells.at(-2)!), new RegExp(`^${count} of ${count} pieces done`));
  });

  Deno.test(`exercises/${name}: what is not written yet says so, and nothing stops`, async () => {
    const cells = await runCopy(join(exercises, name), { withCallsOfStubs: true });
    assertEquals(verdicts(cells), piecesOf(cells).map((piece) => [piece, "unwritten"]));
    for (const cell of cells.filter(({ id }) => id.endsWith("-stub"))) {
      assertMatch(plain(cell), new RegExp(`^'?"?${cell.id.split("-")[0]} is not written yet\\.`));
    }
    assertMatch(plain(cells.find(({ id }) => id === "done-page")!), /^0 of \d+ pieces done/);
  });
}

/** Runs a copy of a notebook from its first cell to its last; returns the cells with their outputs. */
async function runCopy(path: string, { withCallsOfStubs = false } = {}): Promise<Cell[]> {
  // In a folder where imports work as for the notebook; git ignores *.tmp.
  const folder = await Deno.makeTempDir({ dir: project, prefix: "exercises-", suffix: ".tmp" });
  try {
    const notebook: Notebook = JSON.parse(await Deno.readTextFile(path));
    if (withCallsOfStubs) notebook.cells.push(...functionsOf(notebook.cells).map(callOfStub));
    const copy = join(folder, "copy.ipynb");
    await Deno.writeTextFile(copy, JSON.stringify(notebook));
    const { ok, text } = await ask(jupyter.python, [runner, copy], { env: jupyter.env });
    assert(ok, `\n${text}`);
    return JSON.parse(await Deno.readTextFile(copy)).cells;
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

/** A cell that calls a student's function, and shows what it throws. */
function callOfStub(piece: string): Cell {
  const source = `try { ${piece}({}, {}) } catch (error) { error.message }`;
  return {
    ...{ cell_type: "code", id: `${piece}-stub`, metadata: {}, source },
    ...{ outputs: [], execution_count: null },
  };
}

/** The pieces that are functions. */
function functionsOf(cells: Cell[]): string[] {
  return piecesOf(cells).filter((piece) => piece !== "findTheBug");
}

function piecesOf(cells: Cell[]): string[] {
  return cells.filter(({ metadata }) => metadata.glassnet?.role === "check")
    .map(({ metadata }) => metadata.glassnet!.piece);
}

/** What each check says. */
function verdicts(cells: Cell[]): unknown[] {
  return cells.filter(({ metadata }) => metadata.glassnet?.role === "check").map((cell) => {
    const { piece, verdict } = dataOf(cell)["application/vnd.glassnet.check+json"] as Check;
    return [piece, verdict];
  });
}

interface Check {
  piece: string;
  verdict: string;
}

/** What a cell's last value shows, in each format. */
function dataOf({ outputs }: Cell): Record<string, unknown> {
  return (outputs!.at(-1) as { data: Record<string, unknown> }).data;
}

/** What a cell's last value shows, as text. */
function plain(cell: Cell): string {
  return textOf(dataOf(cell)["text/plain"] as string | string[]);
}

Deno.test.afterAll(stopEverything);
