/**
 * What went wrong in a class, and how often.
 *
 * @module
 */
import type { PieceResult, Student } from "./results.ts";

/** Something that went wrong with a piece, and the students to whom it happened. */
export interface ClassMistake {
  piece: string;
  /** A recognized mistake, a wrong answer that was not recognized, or one without a result. */
  verdict: "mistake" | "wrong" | "failed";
  /** The recognized mistake's name. */
  mistake?: string;
  students: string[];
  /** What the check says about it, the most frequent first, and to whom. */
  reasons: { message: string; students: string[] }[];
}

/** The mistakes of a class, the most frequent first. */
export function mistakesOf(students: Student[], pieces: string[]): ClassMistake[] {
  const made = students.flatMap(({ name, pieces }) =>
    [...pieces.values()].filter(isMistake).map((result) => ({ name, result }))
  );
  const found = [
    ...Map.groupBy(
      made,
      ({ result: { piece, verdict, mistake } }) => JSON.stringify([piece, verdict, mistake]),
    ).values(),
  ].map((same): ClassMistake => {
    const { piece, verdict, mistake } = same[0]!.result;
    const reasons = [...Map.groupBy(same, ({ result }) => result.message)]
      .map(([message, some]) => ({ message, students: some.map(({ name }) => name) }));
    return {
      piece,
      verdict: verdict as ClassMistake["verdict"],
      mistake,
      students: same.map(({ name }) => name),
      reasons: reasons.sort((a, b) => b.students.length - a.students.length),
    };
  });
  const place = ({ piece }: ClassMistake) => pieces.indexOf(piece);
  return found.sort((a, b) =>
    b.students.length - a.students.length || place(a) - place(b) ||
    (a.mistake ?? `~${a.verdict}`).localeCompare(b.mistake ?? `~${b.verdict}`, "en")
  );
}

function isMistake({ verdict }: PieceResult): boolean {
  return verdict === "mistake" || verdict === "wrong" || verdict === "failed";
}
