/**
 * The class as a table for a spreadsheet.
 *
 * @module
 */
import { stringify } from "@std/csv";
import type { ClassResult, PieceResult } from "./results.ts";

/**
 * One row for each student: how many pieces are right, what each piece is, and what there is to say.
 * It begins with the mark by which spreadsheets know UTF-8.
 */
export function gradesCsv({ pieces, students }: ClassResult): string {
  const header = ["student", "right", "of", ...pieces, "problems", "notes"];
  const rows = students.map((student) => [
    student.name,
    String(student.right),
    String(pieces.length),
    ...pieces.map((name) => inWords(student.pieces.get(name))),
    student.problems.join("; "),
    student.notes.join("; "),
  ]);
  return stringify([header, ...rows].map((row) => row.map(plain)), { bom: true });
}

function inWords(result: PieceResult | undefined): string {
  if (!result) return "";
  return result.mistake ? `mistake: ${result.mistake}` : result.verdict;
}

/**
 * A spreadsheet takes what begins with one of these for a formula and computes it, and a student can
 * choose the name of a file. With an apostrophe before it, it is text. (OWASP, "CSV Injection".)
 */
function plain(text: string): string {
  return /^[=+\-@\t\r\n]/.test(text) ? `'${text}` : text;
}
