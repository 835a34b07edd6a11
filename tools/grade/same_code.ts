/**
 * Answers that several students handed in to the letter.
 *
 * @module
 */
import type { Student } from "./results.ts";

/** An answer that several students have. */
export interface SameCode {
  pieces: string[];
  students: string[];
}

/**
 * Answers this long, without spaces, are hardly written twice to the letter by chance. Shorter ones are: there
 * is one way to write `return subtract(A2, Y)`.
 */
const shortest = 160;

/** The groups of students whose answers to the same pieces are the same to the letter. */
export function sameCode(students: Student[]): SameCode[] {
  const having = new Map<string, { piece: string; students: string[] }>();
  for (const { name, pieces } of students) {
    for (const { piece, source = "", verdict } of pieces.values()) {
      if (verdict === "unwritten" || source.replaceAll(/\s/g, "").length < shortest) continue;
      const key = JSON.stringify([piece, source]);
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
