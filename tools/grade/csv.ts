/**
 * The class as tables: for a spreadsheet, for Moodle and for Canvas.
 *
 * @module
 */
import { stringify } from "@std/csv";
import { inCsv, oneLine } from "./harmless.ts";
import type { Points } from "./points.ts";
import type { ClassResult, PieceResult, Student } from "./results.ts";
import { verdicts } from "./verdicts.ts";

/**
 * One row for each student: how many pieces are right, in all and in each notebook, the points, the verdict
 * on each piece, what to look at, the problems and notes. What was not handed in is empty. The text begins
 * with the mark by which spreadsheets recognize UTF-8.
 */
export function gradesCsv({ exercises, pieces, students }: ClassResult, points: Points): string {
  const header = [
    "student",
    "right",
    "of handed in",
    "of all",
    "points",
    ...exercises.map(({ name, pieces }) => `${name} (of ${pieces.length})`),
    ...pieces,
    "look at",
    "problems",
    "notes",
  ];
  const rows = students.map((student) => [
    student.name,
    String(student.handedIn.right),
    String(student.handedIn.of),
    String(pieces.length),
    hasUnjudged(student) ? "" : String(pointsFor(student, pieces, points)),
    ...exercises.map(({ name }) => String(student.exercises.get(name)?.right ?? "")),
    ...pieces.map((name) => inWords(student.pieces.get(name))),
    student.look.join("; "),
    [...student.problems, ...reasons(student, pieces)].join("; "),
    student.notes.join("; "),
  ]);
  return csv([header, ...rows]);
}

/**
 * The worksheet that Moodle reads under "Upload grading worksheet": a row for each student whose folder
 * Moodle named, with the points for all notebooks together.
 */
export function moodleCsv({ pieces, students }: ClassResult, points: Points): string {
  const most = pieces.reduce((sum, piece) => sum + points.get(piece)!, 0);
  const header = ["Identifier", "Full name", "Grade", "Maximum Grade", "Feedback comments"];
  const rows = students.filter(({ id }) => id).map((student) => [
    `Participant ${student.id}`,
    student.name,
    hasUnjudged(student) ? "" : String(pointsFor(student, pieces, points)),
    String(most),
    [...student.problems, ...reasons(student, pieces, ["mistake", "failed", "wrong"])].join("; "),
  ]);
  return csv([header, ...rows]);
}

/**
 * The gradebook that Canvas imports: a row for each student whose file Canvas named, and a column for each
 * notebook, with the points.
 */
export function canvasCsv({ exercises, students }: ClassResult, points: Points): string {
  const most = exercises.map(({ pieces }) =>
    String(pieces.reduce((sum, piece) => sum + points.get(piece)!, 0))
  );
  const header = ["Student", "ID", "SIS User ID", "SIS Login ID", "Section"];
  const rows = students.filter(({ id }) => id).map((student) => [
    ...[student.name, student.id!, "", "", ""],
    ...exercises.map(({ name, pieces }) => {
      const isThere = student.exercises.has(name) && !hasUnjudged(student);
      return isThere ? String(pointsFor(student, pieces, points)) : "";
    }),
  ]);
  return csv([
    [...header, ...exercises.map(({ name }) => name)],
    ["Points Possible", "", "", "", "", ...most],
    ...rows,
  ]);
}

/** The points of a student for some pieces. */
export function pointsFor({ pieces }: Student, some: string[], points: Points): number {
  const sum = some.filter((piece) => pieces.get(piece)?.verdict === "right")
    .reduce((sum, piece) => sum + points.get(piece)!, 0);
  return Number(sum.toFixed(6));
}

/** Whether the machine failed for a student, so that nobody knows the points yet. */
export function hasUnjudged({ pieces }: Pick<Student, "pieces">): boolean {
  return [...pieces.values()].some(({ verdict }) => verdict === "unjudged");
}

function csv(rows: string[][]): string {
  return stringify(rows.map((row) => row.map(inCsv)), { bom: true });
}

function inWords(result: PieceResult | undefined): string {
  if (!result) return "";
  return result.mistake ? `mistake: ${result.mistake}` : result.verdict;
}

/** Why pieces are not right; without `which`, those whose column in the table does not say it. */
function reasons(
  { pieces }: Student,
  order: string[],
  which: PieceResult["verdict"][] = ["failed", "wrong"],
): string[] {
  return order.flatMap((name) => pieces.get(name) ?? [])
    .filter(({ verdict }) => which.includes(verdict))
    .map(({ piece, verdict, message }) =>
      `${piece}: ${verdicts[verdict].word}. ${oneLine(message)}`
    );
}
