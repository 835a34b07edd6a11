/**
 * The results of a grading: for each piece, each notebook, each student, and the class.
 *
 * @module
 */
import type { Exercise } from "./exercise.ts";
import { type ClassMistake, mistakesOf } from "./mistakes.ts";

/** The result for one piece of one student. */
export interface PieceResult {
  piece: string;
  /** The verdict of the check, or `missing` if the notebook has no such answer. */
  verdict: "right" | "mistake" | "wrong" | "unwritten" | "failed" | "missing";
  /** The name of a recognized mistake. */
  mistake?: string;
  /** What the check says to the student. */
  message: string;
}

/** The results for one notebook. */
export interface GradedNotebook {
  student: string;
  path: string;
  /** Which exercise it is, if that is known. */
  exercise?: Exercise;
  pieces: PieceResult[];
  /** Why there is less than there should be: damaged, crashed, hanging. */
  problems: string[];
  /** What else the teacher may want to know. */
  notes: string[];
}

/** How many pieces are right, and of how many. */
export interface Tally {
  right: number;
  of: number;
}

/** The results for one student, from all notebooks together. */
export interface Student {
  name: string;
  pieces: Map<string, PieceResult>;
  /** How many are right in each exercise that was handed in, by its name. */
  exercises: Map<string, Tally>;
  /** How many are right of all pieces in what was handed in. */
  handedIn: Tally;
  problems: string[];
  notes: string[];
}

/** The results for the class. */
export interface ClassResult {
  /** The exercises that somebody handed in, in their order: a name and the names of the pieces. */
  exercises: { name: string; pieces: string[] }[];
  /** The pieces of all these exercises. */
  pieces: string[];
  students: Student[];
  /** The most frequent first. */
  mistakes: ClassMistake[];
}

/** The best first: if a student handed in a piece twice, the better one counts. */
const order = ["right", "mistake", "wrong", "failed", "unwritten", "missing"];

/** Combines the notebooks of a class. */
export function classResult(notebooks: GradedNotebook[], all: Exercise[]): ClassResult {
  const handedIn = new Set(notebooks.flatMap(({ exercise }) => exercise?.name ?? []));
  const exercises = all.filter(({ name }) => handedIn.has(name)).map(({ name, pieces }) => ({
    name: name.replace(/\.ipynb$/, ""),
    pieces: pieces.map(({ name }) => name),
  }));
  const pieces = exercises.flatMap(({ pieces }) => pieces);
  const students = [...Map.groupBy(notebooks, ({ student }) => student)]
    .map(([name, own]) => studentOf(name, own, exercises));
  return { exercises, pieces, students, mistakes: mistakesOf(students, pieces) };
}

function studentOf(
  name: string,
  notebooks: GradedNotebook[],
  all: ClassResult["exercises"],
): Student {
  const pieces = new Map<string, PieceResult>();
  for (const result of notebooks.flatMap(({ pieces }) => pieces)) {
    const known = pieces.get(result.piece);
    if (!known || order.indexOf(result.verdict) < order.indexOf(known.verdict)) {
      pieces.set(result.piece, result);
    }
  }
  const isRight = (piece: string) => pieces.get(piece)?.verdict === "right";
  const exercises = new Map(
    all.filter((exercise) => exercise.pieces.some((piece) => pieces.has(piece)))
      .map(({ name, pieces: own }) => [
        name,
        { right: own.filter(isRight).length, of: own.length },
      ]),
  );
  const sum = (key: keyof Tally) => [...exercises.values()].reduce((s, tally) => s + tally[key], 0);
  // With several notebooks, each line must say which one it is about.
  const told = (which: "problems" | "notes") =>
    notebooks.flatMap((notebook) =>
      notebook[which].map((text) => notebooks.length > 1 ? `${notebook.path}: ${text}` : text)
    );
  return {
    name,
    pieces,
    exercises,
    handedIn: { right: sum("right"), of: sum("of") },
    problems: told("problems"),
    notes: told("notes"),
  };
}
