/**
 * Which cells of a student's notebook run, and where its answers are collected.
 *
 * @module
 */
import { checkCalls, type Exercise, type Piece } from "./exercise.ts";
import type { Cell } from "./student_notebook.ts";

/** One thing to do in the kernel: run a cell, or collect the answer to a piece. */
export type Step = CellStep | { collect: Piece };

/** A cell to run. */
export interface CellStep {
  cell: number;
  source: string;
  /** Whether it holds an answer, or the imports for all of them. */
  needed: boolean;
}

/** The steps, and what was found that the teacher should know. */
export interface Plan {
  steps: Step[];
  notes: string[];
}

/**
 * Plans the run of a student's notebook. All code cells run in their order, except the check cells: in
 * the place of one, the answer is collected as it is at that point, and the teacher's check decides on
 * it. A piece whose check cell is gone is collected at the end.
 */
export function plan(cells: Cell[], exercise: Exercise): Plan {
  const notes = damages(cells, exercise);
  const steps: Step[] = [];
  const code = cells.filter(({ isCode, source }) => isCode && source.trim());
  if (!code.some(({ source }) => same(source, exercise.setup))) {
    // Without its imports no answer could run, and they are not part of any answer.
    steps.push({ cell: 0, source: exercise.setup, needed: true });
  }
  const places = lastChecks(code, exercise);
  const checkTexts = new Set([...exercise.checks.values()].map((text) => text.trim()));
  for (const { number, source, role } of code) {
    // A check cell that was changed is run too, since something else may depend on it.
    const isPristine = checkTexts.has(source.trim());
    const needed = role === "answer" || same(source, exercise.setup);
    if (!isPristine) steps.push({ cell: number, source, needed });
    for (const piece of exercise.pieces) {
      if (places.get(piece.name) === number) steps.push({ collect: piece });
    }
  }
  for (const piece of exercise.pieces) if (!places.has(piece.name)) steps.push({ collect: piece });
  return { steps, notes };
}

/** The last cell in which each piece is checked. */
function lastChecks(code: Cell[], { pieces }: Exercise): Map<string, number> {
  const places = new Map<string, number>();
  for (const { number, source, piece, role } of code) {
    const names = new Set(checkCalls(source).map(({ name }) => name));
    if (piece && role === "check") names.add(piece);
    for (const { name } of pieces) if (names.has(name)) places.set(name, number);
  }
  return places;
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
    notes.push("the first cell, with the imports, was changed or deleted; the teacher's ran first");
  }
  if (missing(answers).length) {
    notes.push(`answer cells deleted, or their marks lost: ${list(missing(answers))}`);
  }
  if (missing(checked).length) notes.push(`check cells deleted: ${list(missing(checked))}`);
  const changed = cells.filter(({ role, piece, source }) =>
    role === "check" && checks.has(piece!) && !same(source, checks.get(piece!))
  ).map(({ piece }) => piece!);
  if (changed.length) {
    notes.push(`check cells changed: ${list([...new Set(changed)])}; the teacher's were used`);
  }
  return notes;
}

function same(a: string, b: string | undefined): boolean {
  return b !== undefined && a.trim() === b.trim();
}
