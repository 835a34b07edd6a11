/**
 * What a grading finds out: about each piece, each notebook, each student, and the class.
 *
 * @module
 */
import type { Exercise } from "./exercise.ts";

/** What is known of one piece of one student. */
export interface PieceResult {
  piece: string;
  /** As the check says it, or `missing` where the notebook has no such answer. */
  verdict: "right" | "mistake" | "wrong" | "unwritten" | "failed" | "missing";
  /** The name of a recognized mistake. */
  mistake?: string;
  /** What the check says to the student. */
  message: string;
}

/** What is known of one notebook. */
export interface GradedNotebook {
  student: string;
  path: string;
  /** The exercise that it is, if that could be told. */
  exercise?: Exercise;
  pieces: PieceResult[];
  /** Why there is less than there should be: damaged, crashed, hanging. */
  problems: string[];
  /** What the teacher may want to know besides. */
  notes: string[];
}

/** What is known of one student, from all notebooks together. */
export interface Student {
  name: string;
  pieces: Map<string, PieceResult>;
  right: number;
  problems: string[];
  notes: string[];
}

/** A mistake, and who made it. */
export interface ClassMistake {
  piece: string;
  /** Its name; without one it was not recognized. */
  mistake?: string;
  /** What the check says about it, or about the first of those that were not recognized. */
  message: string;
  students: string[];
}

/** What is known of the class. */
export interface ClassResult {
  /** The pieces of all exercises that somebody handed in, in their order. */
  pieces: string[];
  /** The exercises' names. */
  exercises: string[];
  students: Student[];
  /** The most frequent first. */
  mistakes: ClassMistake[];
}

/** The best first: where a student handed in a piece twice, the better one counts. */
const order: PieceResult["verdict"][] = [
  "right",
  "mistake",
  "wrong",
  "failed",
  "unwritten",
  "missing",
];

/** Puts the notebooks of a class together. */
export function classResult(notebooks: GradedNotebook[], all: Exercise[]): ClassResult {
  const handedIn = new Set(notebooks.flatMap(({ exercise }) => exercise?.name ?? []));
  const exercises = all.filter(({ name }) => handedIn.has(name));
  const pieces = exercises.flatMap(({ pieces }) => pieces.map(({ name }) => name));
  const students = [...Map.groupBy(notebooks, ({ student }) => student)]
    .map(([name, own]) => studentOf(name, own));
  return {
    pieces,
    exercises: exercises.map(({ name }) => name),
    students,
    mistakes: mistakesOf(students, pieces),
  };
}

function studentOf(name: string, notebooks: GradedNotebook[]): Student {
  const pieces = new Map<string, PieceResult>();
  for (const result of notebooks.flatMap(({ pieces }) => pieces)) {
    const known = pieces.get(result.piece);
    if (!known || order.indexOf(result.verdict) < order.indexOf(known.verdict)) {
      pieces.set(result.piece, result);
    }
  }
  // With several notebooks it must be said which one is meant.
  const told = (which: "problems" | "notes") =>
    notebooks.flatMap((notebook) =>
      notebook[which].map((text) => notebooks.length > 1 ? `${notebook.path}: ${text}` : text)
    );
  return {
    name,
    pieces,
    right: [...pieces.values()].filter(({ verdict }) => verdict === "right").length,
    problems: told("problems"),
    notes: told("notes"),
  };
}

function mistakesOf(students: Student[], pieces: string[]): ClassMistake[] {
  const found = new Map<string, ClassMistake>();
  for (const { name, pieces } of students) {
    for (const { piece, verdict, mistake, message } of pieces.values()) {
      if (verdict !== "mistake" && verdict !== "wrong") continue;
      const key = `${piece} ${mistake ?? ""}`;
      const known = found.get(key);
      if (known) known.students.push(name);
      else found.set(key, { piece, mistake, message, students: [name] });
    }
  }
  const place = ({ piece }: ClassMistake) => pieces.indexOf(piece);
  return [...found.values()].sort((a, b) =>
    b.students.length - a.students.length || place(a) - place(b) ||
    (a.mistake ?? "~").localeCompare(b.mistake ?? "~", "en")
  );
}
