/**
 * Answers that several students handed in with the same words, whatever spaces and comments they put between.
 *
 * @module
 */
import { tokenizer } from "acorn";
import type { Student } from "./results.ts";

/** An answer that several students have. */
export interface SameCode {
  pieces: string[];
  students: string[];
}

/**
 * Answers this long, without spaces, are hardly written twice by chance with the same names. Shorter ones are:
 * there is one way to write `return subtract(A2, Y)`.
 */
const shortest = 160;

/** The groups of students whose answers to the same pieces are the same. */
export function sameCode(students: Student[]): SameCode[] {
  const having = new Map<string, { piece: string; students: string[] }>();
  for (const { name, pieces } of students) {
    for (const { piece, source = "", verdict } of pieces.values()) {
      if (verdict === "unwritten") continue;
      const words = wordsOf(source);
      if (words.join("").length < shortest) continue;
      const key = JSON.stringify([piece, words]);
      const one = having.get(key) ?? { piece, students: [] };
      having.set(key, { piece, students: [...one.students, name] });
    }
  }
  const groups = Map.groupBy(
    [...having.values()].filter(({ students }) => students.length > 1),
    ({ students }) => JSON.stringify(students),
  );
  return [...groups.values()].map((same) => ({
    pieces: same.map(({ piece }) => piece),
    students: same[0]!.students,
  }));
}

/** The words and signs of a program: no spaces, no comments, no commas and semicolons that may be left out. */
function wordsOf(source: string): string[] {
  try {
    return Array.from(
      tokenizer(source, { ecmaVersion: "latest", sourceType: "module" }),
      ({ start, end }) => source.slice(start, end),
    ).filter((word) => word !== ";" && word !== ",");
  } catch {
    return source.trim().split(/\s+/);
  }
}
