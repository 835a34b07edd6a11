/**
 * The class as a page: who has which piece right, which mistakes are frequent, and what to tell whom.
 *
 * @module
 */
import { escape } from "../../lib/display/displayable.ts";
import type { ClassMistake } from "./mistakes.ts";
import { pageStyle } from "./page_style.ts";
import { legend, table } from "./page_table.ts";
import type { ClassResult, PieceResult, Student } from "./results.ts";
import { verdicts } from "./verdicts.ts";

/** A page that needs no other file. */
export function gradesPage(title: string, result: ClassResult): string {
  const { students, pieces, exercises, mistakes } = result;
  const names = exercises.map(({ name }) => name).join(", ");
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
<p>${count(students.length, "student")}, ${count(pieces.length, "piece")} in ${
    count(exercises.length, "notebook")
  } (${escape(names)}).</p>
${legend(result)}
${table(result)}
<h2>Mistakes, the most frequent first</h2>
${mistakes.length ? mistakeList(mistakes, students.length) : "<p>None.</p>"}
<h2>Student by student</h2>
${students.map((student, k) => section(student, k, result)).join("\n")}
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
    const who = (names: string[]) => `<br><small>${escape(names.join(", "))}</small>`;
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
  const { name, handedIn: { right, of }, problems, notes } = student;
  const results = pieces.flatMap((piece) => student.pieces.get(piece) ?? []);
  const [open, told] = [results.filter(isOpen), results.filter((result) => !isOpen(result))];
  const lines = [
    ...problems.map((problem) => `<li class="problem">⚠ ${text(problem)}</li>`),
    ...told.filter(({ verdict }) => verdict !== "right").map((result) =>
      `<li>${sign(result.verdict)} <code>${escape(result.piece)}</code>: ` +
      `${escape(result.mistake ?? verdicts[result.verdict].word)}. ${text(result.message)}</li>`
    ),
    // Pieces that are not there are listed, without a sentence for each.
    ...[...Map.groupBy(open, ({ verdict }) => verdict)].map(([verdict, same]) =>
      `<li>${sign(verdict)} ${verdicts[verdict].word}: ` +
      `${same.map(({ piece }) => `<code>${escape(piece)}</code>`).join(", ")}</li>`
    ),
    ...notes.map((note) => `<li class="note">Note: ${text(note)}</li>`),
  ];
  const sum = of ? `${right} of ${of}` : "nothing to grade";
  return `<section id="s${k}"><h3>${escape(name)} <small>${sum}</small></h3>
${each(student, exercises)}${lines.length ? `<ul>${lines.join("\n")}</ul>` : ""}</section>`;
}

/** How much is right in each notebook, and which ones are not there. */
function each({ exercises, problems }: Student, all: ClassResult["exercises"]): string {
  const there = all.flatMap(({ name }) => {
    const tally = exercises.get(name);
    return tally ? `${escape(name)}: ${tally.right} of ${tally.of} right` : [];
  });
  const absent = all.filter(({ name }) => !exercises.has(name)).map(({ name }) => escape(name));
  // A notebook that can't be read may have been any exercise.
  const or = problems.length ? ", or not readable" : "";
  if (absent.length) there.push(`not handed in${or}: ${absent.join(", ")}`);
  return `<p>${there.join("; ")}.</p>`;
}

function isOpen({ verdict }: PieceResult): boolean {
  return verdict === "unwritten" || verdict === "missing";
}

function sign(verdict: PieceResult["verdict"]): string {
  return `<span class="sign ${verdict}">${verdicts[verdict].sign}</span>`;
}

/** A sentence with its line breaks. */
function text(said: string): string {
  return escape(said.trim()).replaceAll("\n", "<br>");
}
