/**
 * The exercises as the teacher has them: the students' notebooks are compared with these.
 *
 * @module
 */
import { join } from "node:path";
import { requireSources, studentText } from "../exercises/exercises.ts";
import { Advice } from "../shared/task.ts";
import { type Cell, cellsOf } from "./student_notebook.ts";

/** A piece that a student writes. */
export interface Piece {
  /** Its name, as `check` has it: "dW2". */
  name: string;
  /** The name of the student's answer: what the check cell passes to the check. */
  answer: string;
}

/** An exercise notebook. */
export interface Exercise {
  /** The file's name. */
  name: string;
  /** Its first code cell, which imports what the answers need. */
  setup: string;
  /** Its pieces in their order. */
  pieces: Piece[];
  /** The text of each piece's check cell. */
  checks: Map<string, string>;
}

/**
 * Reads the exercises from the teacher's own notebooks, which no student can have changed.
 *
 * @throws {Advice} if there are none
 */
export async function readExercises(folder: string): Promise<Exercise[]> {
  await requireSources(folder);
  const exercises: Exercise[] = [];
  for await (const { name, isFile } of Deno.readDir(folder)) {
    if (isFile && /^\d.*\.ipynb$/.test(name)) {
      // As students get it: with the same texts and marks.
      const text = await studentText(join(folder, name));
      exercises.push(exerciseOf(name, cellsOf(new TextEncoder().encode(text))));
    }
  }
  if (!exercises.length) throw new Advice(`There are no exercises in ${folder}.`);
  return exercises.sort((a, b) => a.name < b.name ? -1 : 1);
}

/** The exercise in a notebook of the teacher. */
export function exerciseOf(name: string, cells: Cell[]): Exercise {
  const checkCells = cells.filter(({ role }) => role === "check");
  return {
    name,
    setup: cells.find(({ isCode }) => isCode)?.source ?? "",
    pieces: checkCells.map(({ source, piece }) => {
      const [call] = checkCalls(source);
      if (!call) throw new Advice(`${name}: the check cell of ${piece} checks nothing.`);
      return call;
    }),
    checks: new Map(checkCells.map(({ piece, source }) => [piece!, source])),
  };
}

/** The pieces that a cell checks: `check.dW2(dW2)` checks dW2. */
export function checkCalls(source: string): Piece[] {
  return [...source.matchAll(/\bcheck\.(\w+)\(\s*(\w+)\s*\)/g)]
    .map(([, name, answer]) => ({ name: name!, answer: answer! }));
}

/** The exercise of which a student's notebook has the most pieces. */
export function exerciseFor(cells: Cell[], exercises: Exercise[]): Exercise | undefined {
  const marks = new Set(cells.flatMap(({ piece }) => piece ?? []));
  const calls = new Set(cells.flatMap(({ source }) => checkCalls(source).map(({ name }) => name)));
  const count = ({ pieces }: Exercise) =>
    pieces.filter(({ name }) => marks.has(name) || calls.has(name)).length;
  const [best] = [...exercises].sort((a, b) => count(b) - count(a));
  return best && count(best) ? best : undefined;
}
