/**
 * The student's notebook, made from its source by taking the solutions out.
 *
 * In a source notebook the solution of an exercise is in its answer cell, between the lines
 * `// BEGIN SOLUTION` and `// END SOLUTION`, which are nbgrader's own. Everything else is the same in
 * both notebooks, but for cells with the tag `teacher`, which students do not get.
 *
 * @module
 */
import { Advice } from "../shared/task.ts";

/** The part of a cell that is used here. */
export interface Cell {
  cell_type: "code" | "markdown" | "raw";
  id: string;
  source: string | string[];
  metadata: {
    glassnet?: { piece: string; role: "answer" | "check" };
    nbgrader?: unknown;
    tags?: string[];
  };
  outputs?: unknown[];
  execution_count?: number | null;
}

/** The part of a Jupyter notebook that is used here. */
export interface Notebook {
  cells: Cell[];
  metadata: { glassnet?: { made: string } };
  nbformat: number;
  nbformat_minor: number;
}

const begin = /^\s*\/\/ BEGIN SOLUTION$/;
const end = /^\s*\/\/ END SOLUTION$/;

/**
 * The notebook that a student gets: no solutions, no outputs, and a fingerprint by which a later
 * build knows whether someone has worked in it.
 *
 * @throws {Advice} if the source does not say clearly where its solutions are
 */
export async function studentNotebook(source: Notebook): Promise<Notebook> {
  requireImportOfOpenHints(source);
  const shared = source.cells.filter(({ metadata }) => !metadata.tags?.includes("teacher"));
  const cells = shared.map(marked).map((cell) => {
    const text = withoutSolution(cell);
    if (/\b(BEGIN|END) SOLUTION\b/.test(text)) {
      throw new Advice(`Cell "${cell.id}" would show a piece of its solution: ${expected}`);
    }
    return { ...cell, source: lines(text), ...(cell.cell_type === "code" ? unexecuted : {}) };
  });
  const notebook = { ...source, cells };
  const made = await fingerprint(notebook);
  return { ...notebook, metadata: { ...source.metadata, glassnet: { made } } };
}

/**
 * A cell with its exercise and its role. Where its metadata don't say them, its text does: an answer
 * holds a solution and declares the function, a check calls `check.tanh(tanh)`.
 */
function marked(cell: Cell): Cell {
  if (cell.cell_type !== "code" || cell.metadata.glassnet) return cell;
  const text = textOf(cell.source);
  const answer = /^\s*\/\/ BEGIN SOLUTION$/m.test(text) &&
    /^(?:export )?(?:function|const|let) (\w+)/m.exec(text)?.[1];
  const check = /\bcheck\.(\w+)\(/.exec(text)?.[1];
  const piece = answer || check;
  if (!piece) return cell;
  const role = answer ? "answer" : "check";
  return { ...cell, metadata: { ...cell.metadata, glassnet: { piece, role } } };
}

/** Without its import the line stops its cell, and all hints are open. */
function requireImportOfOpenHints({ cells }: Notebook): void {
  const code = cells.filter((cell) => cell.cell_type === "code").map(({ source }) =>
    textOf(source)
  );
  const calls = code.some((text) => /^\s*openHints\(/m.test(text));
  if (calls && !code.some((text) => /\bimport\s*\{[^}]*\bopenHints\b[^}]*\}/.test(text))) {
    throw new Advice(
      'A cell calls openHints, which is not imported: add it to the import from "glassnet".',
    );
  }
}

const unexecuted = { outputs: [], execution_count: null };
const expected = "one line `// BEGIN SOLUTION` and after it one line `// END SOLUTION` " +
  "are expected in an answer cell, and none in another cell.";

/**
 * A cell's text without the solution. Inside a function a stub takes its place, which says that nothing
 * is written yet; at the left margin nothing does.
 */
function withoutSolution({ id, cell_type, source, metadata }: Cell): string {
  const { piece, role } = metadata.glassnet ?? {};
  // The sources are one folder deeper than the students' notebooks.
  if (cell_type !== "code") return textOf(source).replaceAll("](../../", "](../");
  if (role !== "answer") return textOf(source).replaceAll(/"\.\.\/([\w-]+\.ts)"/g, '"./$1"');
  const all = textOf(source).split("\n");
  const [from, to] = [all.findIndex((line) => begin.test(line)), all.findIndex((l) => end.test(l))];
  if (from < 0) {
    throw new Advice(`Cell "${id}" has no solution to take out: ${expected}`);
  }
  const [margin] = /^\s*/.exec(all[from])!;
  const stub = margin ? [`${margin}throw notWritten("${piece}");`] : [];
  return [...all.slice(0, from), ...stub, ...all.slice(to + 1)].join("\n").trimEnd();
}

/** Whether the notebook is still as a build made it. Running it changes nothing here. */
export async function isUntouched(notebook: Notebook): Promise<boolean> {
  return notebook.metadata.glassnet?.made === await fingerprint(notebook);
}

/** The SHA-256 of what a person can write in a notebook. */
async function fingerprint({ cells }: Notebook): Promise<string> {
  const written = JSON.stringify(cells.map(({ cell_type, source }) => [cell_type, textOf(source)]));
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(written));
  return new Uint8Array(digest).toHex();
}

/** A cell's text, which a notebook may hold as one string or line by line. */
export function textOf(source: string | string[]): string {
  return Array.isArray(source) ? source.join("") : source;
}

function lines(text: string): string[] {
  return text.split(/(?<=\n)/);
}

/** A notebook as text, in the form of nbformat, which is also that of JupyterLab. */
export function notebookText(notebook: Notebook): string {
  const sorted = (_: string, value: unknown) =>
    value && typeof value === "object" && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => a < b ? -1 : 1))
      : value;
  return JSON.stringify(notebook, sorted, 1) + "\n";
}
