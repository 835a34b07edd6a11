/**
 * The class as a page: who has which piece right, which mistakes are frequent, and what to tell whom.
 *
 * @module
 */
import { escape } from "../../lib/display/displayable.ts";
import { hasUnjudged, pointsFor } from "./csv.ts";
import { oneLine } from "./harmless.ts";
import type { ClassMistake } from "./mistakes.ts";
import { pageStyle } from "./page_style.ts";
import { legend, table } from "./page_table.ts";
import type { Points } from "./points.ts";
import type { ClassResult, PieceResult, Student } from "./results.ts";
import { sameCode } from "./same_code.ts";
import { verdicts } from "./verdicts.ts";

/** A page for the teacher that needs no other file. */
export function gradesPage(title: string, result: ClassResult, seed?: number): string {
  const { students, pieces, exercises, mistakes } = result;
  const names = exercises.map(({ name }) => name).join(", ");
  return page(
    title,
    `<p>${count(students.length, "student")}, ${count(pieces.length, "piece")} in ${
      count(exercises.length, "notebook")
    } (${escape(names)}).${
      seed === undefined ? "" : ` Trials drawn with <code>--seed ${seed}</code>.`
    }</p>
${toLookAt(students)}
${legend(result)}
${table(result)}
<h2>Mistakes, the most frequent first</h2>
${mistakes.length ? mistakeList(mistakes, students.length) : "<p>None.</p>"}
<h2>Student by student</h2>
${students.map((student, k) => section(student, k, result)).join("\n")}`,
  );
}

/** A page for one student, to hand out: without what is meant for the teacher alone. */
export function feedbackPage(student: Student, result: ClassResult, points: Points): string {
  const mine = result.exercises.filter(({ name }) => student.exercises.has(name));
  // The signs of the table's names do not occur here, and what the teacher looks at is not told.
  const own = { ...student, problems: [], look: [] };
  const pieces = mine.flatMap(({ pieces }) => pieces);
  const most = pieces.reduce((sum, piece) => sum + points.get(piece)!, 0);
  // If all count the same, the sum says it.
  const weight = (piece: string) =>
    pieces.some((one) => points.get(one) !== 1) ? ` (${count(points.get(piece)!, "point")})` : "";
  const lines = mine.flatMap(({ name, pieces }) => [
    `<h2>${escape(name)}</h2>`,
    `<ul>${
      pieces.flatMap((piece) => student.pieces.get(piece) ?? []).map((result) =>
        `<li>${sign(result.verdict)} <code>${escape(result.piece)}</code>${weight(result.piece)}: ${
          wordsToStudent(result)
        }</li>`
      ).join("\n")
    }</ul>`,
  ]);
  const problems = student.problems.map((problem) => `<li class="problem">⚠ ${text(problem)}</li>`);
  return page(
    oneLine(student.name),
    `<p>${
      hasUnjudged(student)
        ? "Not graded yet."
        : `${pointsFor(student, pieces, points)} of ${most} points.`
    }</p>
<section>${problems.length ? `<ul>${problems.join("\n")}</ul>` : ""}
${lines.join("\n")}</section>
${legend({ ...result, exercises: mine, pieces, students: [own] })}`,
  );
}

/** What a teacher's eye is needed for, before all else. */
function toLookAt(students: Student[]): string {
  const told = students.flatMap(({ name, look }, k) =>
    look.map((what) => `<li><a href="#s${k}">${escape(oneLine(name))}</a>: ${text(what)}</li>`)
  );
  const same = sameCode(students).map(({ pieces, students: names }) =>
    `<li>${names.map((name) => escape(oneLine(name))).join(", ")}: the same words and names for ${
      pieces.map((piece) => `<code>${escape(piece)}</code>`).join(", ")
    }</li>`
  );
  const all = [...told, ...same];
  if (!all.length) return "";
  return `<section class="look"><h2>To look at</h2>
<p>These may have a harmless reason. They change no grade.</p>
<ul>${all.join("\n")}</ul></section>`;
}

function page(title: string, body: string): string {
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escape(title)}</title>
<style>${pageStyle}</style>
</head>
<body>
<h1>${escape(title)}</h1>
${body}
</body>
</html>
`;
}

function count(n: number, what: string): string {
  return `${n} ${what}${n === 1 ? "" : "s"}`;
}

function mistakeList(mistakes: ClassMistake[], of: number): string {
  const rows = mistakes.map(({ piece, verdict, mistake, students, reasons }) => {
    const share = Math.round(100 * students.length / of);
    const who = (names: string[]) => `<br><small>${escape(names.map(oneLine).join(", "))}</small>`;
    const told = reasons.map(({ message, students }) => `<p>${text(message)}${who(students)}</p>`);
    return `<tr><td class="count">${students.length} of ${of}
<div class="bar"><div class="${verdict}" style="width:${share}%"></div></div></td>
<td><code>${escape(piece)}</code></td>
<td>${sign(verdict)} <b>${escape(mistake ?? verdicts[verdict].word)}</b>${told.join("")}</td></tr>`;
  });
  return `<table class="mistakes">
<thead><tr><th scope="col">students</th><th scope="col">piece</th><th scope="col">mistake</th></tr></thead>
<tbody>
${rows.join("\n")}
</tbody></table>`;
}

function section(student: Student, k: number, { pieces, exercises }: ClassResult): string {
  const { name, handedIn: { right, of }, problems, notes, look } = student;
  const results = pieces.flatMap((piece) => student.pieces.get(piece) ?? []);
  const [open, told] = [results.filter(isOpen), results.filter((result) => !isOpen(result))];
  const lines = [
    ...look.map((what) => `<li class="problem">Look at this: ${text(what)}</li>`),
    ...problems.map((problem) => `<li class="problem">⚠ ${text(problem)}</li>`),
    ...told.filter(({ verdict }) => verdict !== "right").map((result) =>
      `<li>${sign(result.verdict)} <code>${escape(result.piece)}</code>: ` +
      `${wordsFor(result)}</li>`
    ),
    // Pieces that are not there are listed, without a sentence for each.
    ...[...Map.groupBy(open, ({ verdict }) => verdict)].map(([verdict, same]) =>
      `<li>${sign(verdict)} ${verdicts[verdict].word}: ` +
      `${same.map(({ piece }) => `<code>${escape(piece)}</code>`).join(", ")}</li>`
    ),
    ...notes.map((note) => `<li class="note">Note: ${text(note)}</li>`),
  ];
  const known = hasUnjudged(student) ? "not graded yet" : `${right} of ${of}`;
  const sum = of ? known : "nothing to grade";
  return `<section id="s${k}"><h3>${escape(oneLine(name))} <small>${sum}</small></h3>
${each(student, exercises)}${lines.length ? `<ul>${lines.join("\n")}</ul>` : ""}</section>`;
}

/** How much is right in each notebook, and which ones are not there. */
function each({ exercises }: Student, all: ClassResult["exercises"]): string {
  const there = all.flatMap(({ name }) => {
    const tally = exercises.get(name);
    return tally ? `${escape(name)}: ${tally.right} of ${tally.of} right` : [];
  });
  const absent = all.filter(({ name }) => !exercises.has(name)).map(({ name }) => escape(name));
  if (absent.length) there.push(`not handed in: ${absent.join(", ")}`);
  return `<p>${there.join("; ")}.</p>`;
}

/** Verdicts that need no sentence. */
const open: PieceResult["verdict"][] = ["unwritten", "missing", "unreadable", "unjudged"];

function isOpen({ verdict }: PieceResult): boolean {
  return open.includes(verdict);
}

/** What the check made of a piece, and its sentence. */
function wordsFor({ mistake, verdict, message }: PieceResult): string {
  return `${escape(mistake ?? verdicts[verdict].word)}. ${text(message)}`;
}

/** The same for the student, who has handed the notebook in: no name of a mistake, no cell to run. */
function wordsToStudent({ verdict, message }: PieceResult): string {
  const { word } = verdicts[verdict];
  if (verdict === "mistake") return text(message);
  return verdict === "right" || verdict === "unwritten" ? word : `${word}. ${text(message)}`;
}

function sign(verdict: PieceResult["verdict"]): string {
  return `<span class="sign ${verdict}">${verdicts[verdict].sign}</span>`;
}

/** A sentence with its line breaks. */
function text(said: string): string {
  return said.trim().split("\n").map((line) => escape(oneLine(line))).join("<br>");
}
