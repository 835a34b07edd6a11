/**
 * How far a student is, by what the saved notebook shows. Nothing of it is run.
 *
 * @module
 */
import { type Exercise, exerciseFor } from "../grade/exercise.ts";
import type { Cell, Shown } from "../grade/student_notebook.ts";
import { verdicts } from "../grade/verdicts.ts";

/** A piece as its notebook shows it. */
export interface State {
  /** What the latest check said; or `unchecked` if something is written that was not checked. */
  verdict: keyof typeof verdicts | "unchecked";
  /** What the check says to the student. */
  message: string;
}

/** An exercise, with what stands in each answer cell before anybody has written in it. */
export interface Begun extends Exercise {
  stubs: ReadonlyMap<string, string>;
}

/** A student's notebook. */
export interface Progress {
  student: string;
  exercise: string;
  /** When it was saved. */
  saved: Date;
  pieces: ReadonlyMap<string, State>;
  /** How many hints of each piece it shows, where they have to be earned. */
  hints: ReadonlyMap<string, number>;
}

/** What a notebook shows of each piece of its exercise; undefined if it is no exercise. */
export function statesOf(
  cells: Cell[],
  exercises: Begun[],
): Pick<Progress, "exercise" | "pieces" | "hints"> | undefined {
  const exercise = exerciseFor(cells, exercises) as Begun | undefined;
  if (!exercise) return;
  const shown = new Map(cells.flatMap(({ shown = [] }) => shown).map((one) => [one.piece, one]));
  const states = exercise.pieces.map(({ name }) =>
    [name, stateOf(name, shown.get(name), cells, exercise.stubs.get(name))] as const
  );
  const isPiece = ({ piece }: { piece: string }) =>
    exercise.pieces.some(({ name }) => name === piece);
  const hints = cells.flatMap(({ hints = [] }) => hints).filter(isPiece)
    .map(({ piece, open }) => [piece, open] as const);
  return { exercise: exercise.name, pieces: new Map(states), hints: new Map(hints) };
}

function stateOf(
  name: string,
  shown: Shown | undefined,
  cells: Cell[],
  stub: string | undefined,
): State {
  const written = cells.find(({ piece, role }) => piece === name && role === "answer")?.source;
  const isWritten = written !== undefined && written.trim() !== stub?.trim();
  const verdict = shown && Object.hasOwn(verdicts, shown.verdict)
    ? shown.verdict as State["verdict"]
    : "unwritten";
  // A stub was checked, and something was written since.
  if (verdict === "unwritten" && isWritten) return { verdict: "unchecked", message: "" };
  if (!shown && written === undefined) return { verdict: "missing", message: "" };
  return { verdict, message: shown?.message ?? "" };
}
