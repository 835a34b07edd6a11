import type { Cell } from "./student_notebook.ts";

/**
 * Names a cell so that a teacher finds it in Jupyter: by its piece, or else by its place among the code
 * cells and its first line. (Jupyter's own numbers say in which order cells ran.)
 *
 * @param number its place among all cells, as in {@linkcode Cell}; 0 is the one that the grading adds
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { cellInWords } from "./cell_in_words.ts";
 *
 * const cells = [
 *   { number: 1, isCode: false, source: "# Title" },
 *   { number: 2, isCode: true, source: "\nwhile (true) {}" },
 *   { number: 3, isCode: true, source: "const a = 1;", piece: "dW2", role: "answer" as const },
 * ];
 * assertEquals(cellInWords(2, cells), 'the 1st code cell, "while (true) {}",');
 * assertEquals(cellInWords(3, cells), "the answer cell of dW2");
 * ```
 */
export function cellInWords(number: number, cells: Cell[]): string {
  if (number === 0) return "the teacher's first cell";
  const cell = cells.find((cell) => cell.number === number)!;
  if (cell.piece && cell.role) return `the ${cell.role} cell of ${cell.piece}`;
  const place = cells.filter((cell) => cell.isCode && cell.number <= number).length;
  const [first = ""] = cell.source.trim().split("\n");
  return `the ${ordinal(place)} code cell, "${short(first.trim(), 40)}",`;
}

/** 1st, 2nd, 3rd, 4th; 11th, 12th, 13th; 21st. */
export function ordinal(n: number): string {
  const ends: Partial<Record<Intl.LDMLPluralRule, string>> = { one: "st", two: "nd", few: "rd" };
  return n + (ends[new Intl.PluralRules("en", { type: "ordinal" }).select(n)] ?? "th");
}

/** A text, cut off after `most` characters. */
export function short(text: string, most: number): string {
  return text.length > most ? text.slice(0, most - 1) + "…" : text;
}
