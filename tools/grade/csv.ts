/**
 * The class as a table for a spreadsheet.
 *
 * @module
 */
import { stringify } from "@std/csv";
import type { ClassResult, PieceResult, Student } from "./results.ts";
import { verdicts } from "./verdicts.ts";

/**
 * One row for each student: how many pieces are right, in all and in each notebook, what each piece is,
 * and what there is to say. What was not handed in is empty. It begins with the mark by which
 * spreadsheets know UTF-8.
 */
export function gradesCsv({ exercises, pieces, students }: ClassResult): string {
  const header = [
    "student",
    "right",
    "of handed in",
    "of all",
    ...exercises.map(({ name, pieces }) => `${name} (of ${pieces.length})`),
    ...pieces,
    "problems",
    "notes",
  ];
  const rows = students.map((student) => [
    student.name,
    String(student.handedIn.right),
    String(student.handedIn.of),
    String(pieces.length),
    ...exercises.map(({ name }) => String(student.exercises.get(name)?.right ?? "")),
    ...pieces.map((name) => inWords(student.pieces.get(name))),
    [...student.problems, ...reasons(student, pieces)].join("; ").replaceAll(/\s+/g, " "),
    student.notes.join("; ").replaceAll(/\s+/g, " "),
  ]);
  return stringify([header, ...rows].map((row) => row.map(plain)), { bom: true });
}

function inWords(result: PieceResult | undefined): string {
  if (!result) return "";
  return result.mistake ? `mistake: ${result.mistake}` : result.verdict;
}

/** Why a piece has no result, or is wrong without a name for what is wrong. */
function reasons({ pieces }: Student, order: string[]): string[] {
  return order.flatMap((name) => pieces.get(name) ?? [])
    .filter(({ verdict }) => verdict === "failed" || verdict === "wrong")
    .map(({ piece, verdict, message }) =>
      `${piece}: ${verdicts[verdict].words}. ${message.trim()}`
    );
}

/**
 * A spreadsheet takes what begins with one of these for a formula and computes it, and a student can
 * choose the name of a file. With an apostrophe before it, it is text. (OWASP, "CSV Injection".)
 */
function plain(text: string): string {
  return /^[=+\-@\t\r\n]/.test(text) ? `'${text}` : text;
}
