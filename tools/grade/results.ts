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
  /**
   * The verdict of the check; or `missing` if the notebook has no such answer, `unreadable` if the file
   * is damaged, `unjudged` if the machine failed.
   */
  verdict:
    | ("right" | "mistake" | "wrong" | "unwritten" | "failed")
    | ("missing" | "unreadable" | "unjudged");
  /** The name of a recognized mistake. */
  mistake?: string;
  /** What the check says to the student. */
  message: string;
  /** The answer as text, with what it uses. */
  source?: string;
}

/** The results for one notebook. */
export interface GradedNotebook {
  student: string;
  /** The number by which Moodle or Canvas knows the student. */
  id?: string;
  path: string;
  /** The file name of the exercise that it is, if that is known. */
  exercise?: string;
  pieces: PieceResult[];
  /** Why there is less than there should be: damaged, crashed, hanging. */
  problems: string[];
  /** What else the teacher may want to know. */
  notes: string[];
  /** What the teacher should look at: it may be cheating. */
  look: string[];
  /** Whether the machine is the reason that there is no result. */
  unjudged?: boolean;
  /** Whether something was handed in that can't be read, and nobody knows which exercise it was. */
  unknown?: boolean;
}

/** The results for pieces in a file that can't be read. */
export function unreadable(pieces: readonly string[]): PieceResult[] {
  const message = "The notebook can't be read.";
  return pieces.map((piece) => ({ piece, verdict: "unreadable", message }));
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
  look: string[];
  /** The number by which Moodle or Canvas knows this student. */
  id?: string;
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

/**
 * The best first: if a student handed in a piece twice, the better one counts. One that could not be
 * judged may be right.
 */
const order = [
  ...["right", "unjudged", "mistake", "wrong", "failed"],
  ...["unwritten", "unreadable", "missing"],
];

/** The better of two results; the first one if they are alike. */
export function betterOf(one: PieceResult, other: PieceResult): PieceResult {
  return order.indexOf(other.verdict) < order.indexOf(one.verdict) ? other : one;
}

/** Combines the notebooks of a class. */
export function classResult(notebooks: GradedNotebook[], all: Exercise[]): ClassResult {
  const handedIn = new Set(notebooks.flatMap(({ exercise }) => exercise ?? []));
  const exercises = all.filter(({ name }) => handedIn.has(name)).map(({ name, pieces }) => ({
    name: name.replace(/\.ipynb$/, ""),
    pieces: pieces.map(({ name }) => name),
  }));
  const pieces = exercises.flatMap(({ pieces }) => pieces);
  const only = handedIn.size === 1 ? [...handedIn][0] : undefined;
  // If the class has handed in one exercise, what can't be read is that.
  const known = notebooks.map((one) =>
    one.unknown && only ? { ...one, exercise: only, pieces: unreadable(pieces) } : one
  );
  const students = [...Map.groupBy(known, ({ student }) => student)]
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
    pieces.set(result.piece, known ? betterOf(known, result) : result);
  }
  const twice = [...Map.groupBy(notebooks, ({ exercise }) => exercise)]
    .filter(([exercise, same]) => exercise && same.length > 1);
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
  const names = notebooks.map(({ path }) => path.replace(/^.*[/\\]/, ""));
  const isClear = new Set(names).size === names.length;
  const told = (which: "problems" | "notes" | "look") =>
    notebooks.flatMap(({ path, ...notebook }, k) =>
      notebook[which].map((text) =>
        notebooks.length > 1 ? `${isClear ? names[k] : path}: ${text}` : text
      )
    );
  return {
    name,
    pieces,
    exercises,
    handedIn: { right: sum("right"), of: sum("of") },
    problems: told("problems"),
    notes: [
      ...told("notes"),
      ...twice.map(([exercise, same]) =>
        `${exercise} was handed in ${same.length} times; of each piece the best counts`
      ),
    ],
    look: told("look"),
    id: notebooks.find(({ id }) => id !== undefined)?.id,
  };
}
