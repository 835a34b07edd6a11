/**
 * Which cells of a student's notebook run, and what is odd about them.
 *
 * @module
 */
import { checkCalls, type Exercise, type Piece } from "./exercise.ts";
import type { Cell } from "./student_notebook.ts";

/** A cell to run. */
export interface CellStep {
  cell: number;
  source: string;
  /** Whether it holds an answer, or the imports for all of them. */
  needed: boolean;
}

/** What to run and to collect, and what was found that the teacher should know. */
export interface Plan {
  steps: CellStep[];
  pieces: Piece[];
  notes: string[];
}

/**
 * Plans the run of a student's notebook: all code cells in their order. A check cell hands over what it is
 * given, and at the end, what stands under the name of each answer is collected, wherever it was declared.
 */
export function plan(cells: Cell[], exercise: Exercise): Plan {
  const { setup, pieces } = exercise;
  const steps: CellStep[] = [];
  const code = cells.filter(({ isCode, source }) => isCode && source.trim());
  if (!code.some(({ source }) => same(source, setup))) {
    // Without its imports no answer could run, and they are not part of any answer.
    steps.push({ cell: 0, source: setup, needed: true });
  }
  for (const { number, source, role } of code) {
    const declares = pieces.some(({ answer }) => declaration(answer).test(source));
    const needed = role === "answer" || declares || same(source, setup);
    steps.push({ cell: number, source, needed });
  }
  return { steps, pieces, notes: damages(cells, exercise) };
}

/** The declaration of a name, as a cell would have it. */
export function declaration(name: string): RegExp {
  return new RegExp(`\\b(?:function\\*?|const|let|var|class)\\s+${name}\\b`);
}

/** What was deleted from the notebook, or changed although it should not be. */
function damages(cells: Cell[], { setup, pieces, checks }: Exercise): string[] {
  const notes: string[] = [];
  const list = (names: string[]) => names.join(", ");
  const withRole = (role: string) =>
    new Set(cells.flatMap((cell) => cell.role === role ? cell.piece! : []));
  const answers = withRole("answer");
  const checked = new Set([
    ...withRole("check"),
    ...cells.flatMap(({ source }) => checkCalls(source).map(({ name }) => name)),
  ]);
  const missing = (there: Set<string>) =>
    pieces.map(({ name }) => name).filter((name) => !there.has(name));
  if (!cells.some(({ source }) => same(source, setup))) {
    notes.push(
      "the first cell, with the imports, is not yours: it was changed or deleted, or yours is newer; yours ran first",
    );
  }
  if (missing(answers).length) {
    notes.push(`answer cells deleted, or their marks lost: ${list(missing(answers))}`);
  }
  if (missing(checked).length) notes.push(`check cells deleted: ${list(missing(checked))}`);
  const changed = cells.filter(({ role, piece, source }) =>
    role === "check" && checks.has(piece!) && !same(source, checks.get(piece!))
  ).map(({ piece }) => piece!);
  if (changed.length) {
    notes.push(`check cells changed: ${list([...new Set(changed)])}; the teacher's checks decide`);
  }
  return notes;
}

function same(a: string, b: string | undefined): boolean {
  return b !== undefined && a.trim() === b.trim();
}
