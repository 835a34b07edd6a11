/**
 * The progress of a class as a table in a terminal.
 *
 * @module
 */
import { short } from "../grade/cell_in_words.ts";
import type { Exercise } from "../grade/exercise.ts";
import { oneLine } from "../grade/harmless.ts";
import { verdicts } from "../grade/verdicts.ts";
import type { Progress, State } from "./states.ts";

/** How each state is shown: as the checks show it in the students' notebooks. */
export const signs: Record<State["verdict"], { sign: string; word: string }> = {
  ...verdicts,
  unchecked: { sign: "…", word: "written, not checked" },
};

/** A table for each exercise in which somebody has begun, and the sentences that most students see now. */
export function progressText(all: Progress[], exercises: Exercise[], now: Date): string {
  const begun = all.filter(({ pieces }) => [...pieces.values()].some(isBegun));
  if (!begun.length) return `Nobody has begun yet: ${count(all.length, "notebook")}.`;
  const tables = exercises.flatMap((exercise) => {
    if (!begun.some((one) => one.exercise === exercise.name)) return [];
    return [tableOf(exercise, all.filter((one) => one.exercise === exercise.name), now)];
  });
  return [...tables, legend(all)].join("\n\n");
}

function isBegun({ verdict }: State): boolean {
  return verdict !== "unwritten" && verdict !== "missing";
}

function tableOf({ name, pieces }: Exercise, students: Progress[], now: Date): string {
  const names = pieces.map(({ name }) => name);
  const head = [name.replace(/\.ipynb$/, ""), ...names, "saved", "hints"];
  const rows = students.map(({ student, pieces, saved, hints }) => [
    short(oneLine(student), 30),
    ...names.map((piece) => signs[pieces.get(piece)!.verdict].sign),
    ago(saved, now),
    [...hints].map(([piece, open]) => `${piece} ${open}`).join(" "),
  ]);
  const right = names.map((piece) =>
    String(students.filter(({ pieces }) => pieces.get(piece)!.verdict === "right").length)
  );
  const lines = [head, ...rows, ["right", ...right, `of ${students.length}`, ""]];
  if (!students.some(({ hints }) => hints.size)) { for (const line of lines) line.pop(); }
  const widths = head.map((_, k) => Math.max(...lines.map((line) => [...line[k] ?? ""].length)));
  const table = lines.map((line) =>
    line.map((text, k) => text + " ".repeat(widths[k]! - [...text].length)).join("  ").trimEnd()
  );
  return [...table, ...sentencesOf(names, students)].join("\n");
}

/** What the checks say to more than one student, the most frequent first. */
function sentencesOf(names: string[], students: Progress[]): string[] {
  const said = students.flatMap(({ student, pieces }) =>
    names.flatMap((piece) => {
      const { verdict, message } = pieces.get(piece)!;
      return verdict === "mistake" || verdict === "failed" || verdict === "wrong"
        ? [{ student, says: `${piece}: ${short(oneLine(message), 120)}` }]
        : [];
    })
  );
  const groups = [...Map.groupBy(said, ({ says }) => says)].filter(([, same]) => same.length > 1);
  return groups.sort(([, a], [, b]) => b.length - a.length).slice(0, 5).map(([says, same]) =>
    `${same.length} students: ${says}`
  );
}

function legend(all: Progress[]): string {
  const used = new Set(all.flatMap(({ pieces }) => [...pieces.values()].map((one) => one.verdict)));
  return Object.entries(signs).filter(([verdict]) => used.has(verdict as State["verdict"]))
    .map(([, { sign, word }]) => `${sign} ${word}`).join("   ");
}

function ago(saved: Date, now: Date): string {
  const minutes = Math.max(0, Math.floor((now.getTime() - saved.getTime()) / 60_000));
  if (minutes < 1) return "now";
  if (minutes < 60) return `${minutes} min ago`;
  const hours = Math.floor(minutes / 60);
  return hours < 48 ? `${hours} h ago` : `${Math.floor(hours / 24)} days ago`;
}

function count(number: number, word: string): string {
  return `${number} ${word}${number === 1 ? "" : "s"}`;
}
