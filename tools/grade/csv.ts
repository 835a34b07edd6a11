/**
 * The class as a table for a spreadsheet.
 *
 * @module
 */
import { stringify } from "@std/csv";
import type { ClassResult, PieceResult, Student } from "./results.ts";
import { verdicts } from "./verdicts.ts";

/**
 * One row for each student: how many pieces are right, in all and in each notebook, the verdict on each
 * piece, and the problems and notes. What was not handed in is empty. The text begins with the mark by
 * which spreadsheets recognize UTF-8.
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

/** Why pieces have no result, or are wrong in a way that was not recognized. */
function reasons({ pieces }: Student, order: string[]): string[] {
  return order.flatMap((name) => pieces.get(name) ?? [])
    .filter(({ verdict }) => verdict === "failed" || verdict === "wrong")
    .map(({ piece, verdict, message }) => `${piece}: ${verdicts[verdict].word}. ${message.trim()}`);
}

/**
 * A spreadsheet computes a text that begins with one of these as a formula, and a student can choose the
 * name of a file. With an apostrophe before it, it stays text. (OWASP, "CSV Injection".)
 */
function plain(text: string): string {
  return /^[=+\-@\t\r\n]/.test(text) ? `'${text}` : text;
}
