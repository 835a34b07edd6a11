/**
 * The class as a page: who has which piece, which mistakes are frequent, and what to say to whom.
 *
 * @module
 */
import { escape } from "../../notebook/html.ts";
import { pageStyle } from "./page_style.ts";
import type { ClassMistake, ClassResult, PieceResult, Student } from "./results.ts";

/** How each verdict is shown; the signs tell them apart without the colors. */
const signs: Record<PieceResult["verdict"], { sign: string; words: string }> = {
  right: { sign: "✓", words: "right" },
  mistake: { sign: "!", words: "a recognized mistake" },
  wrong: { sign: "≠", words: "wrong, not recognized" },
  failed: { sign: "×", words: "could not be run to its end" },
  unwritten: { sign: "·", words: "not written yet" },
  missing: { sign: "–", words: "not in the notebook" },
};

/** One page that needs nothing but itself. */
export function gradesPage(title: string, result: ClassResult): string {
  const { students, pieces, exercises, mistakes } = result;
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
<p>${count(students.length, "student")}, ${count(pieces.length, "piece")}${
    exercises.length ? ` (${escape(exercises.join(", "))})` : ""
  }.</p>
${table(result)}
${legend()}
<h2>Mistakes, the most frequent first</h2>
${mistakes.length ? mistakeList(mistakes, students.length) : "<p>None.</p>"}
<h2>Student by student</h2>
${students.map((student, k) => section(student, k, pieces)).join("\n")}
</body>
</html>
`;
}

function count(n: number, what: string): string {
  return `${n} ${what}${n === 1 ? "" : "s"}`;
}

function table({ students, pieces }: ClassResult): string {
  const head = pieces.map((name) => `<th scope="col"><span>${escape(name)}</span></th>`).join("");
  const rows = students.map((student, k) => {
    const cells = pieces.map((name) => cell(student.pieces.get(name))).join("");
    const look = student.problems.length ? ' <abbr title="has a problem">⚠</abbr>' : "";
    return `<tr><th scope="row"><a href="#s${k}">${escape(student.name)}</a>${look}</th>${cells}` +
      `<td class="sum">${student.right} of ${pieces.length}</td></tr>`;
  });
  const sums = pieces.map((name) => {
    const right = students.filter((s) => s.pieces.get(name)?.verdict === "right").length;
    return `<td class="sum">${right}</td>`;
  }).join("");
  return `<div class="scroll"><table class="heat">
<thead><tr><th scope="col">student</th>${head}<th scope="col">right</th></tr></thead>
<tbody>
${rows.join("\n")}
</tbody>
<tfoot><tr><th scope="row">right</th>${sums}<td></td></tr></tfoot>
</table></div>`;
}

function cell(result: PieceResult | undefined): string {
  if (!result) return `<td class="none"></td>`;
  const { sign, words } = signs[result.verdict];
  const said = `${result.piece}: ${result.mistake ?? words}. ${result.message}`;
  return `<td class="${result.verdict}" title="${escape(said)}">${sign}</td>`;
}

function legend(): string {
  const items = Object.entries(signs).map(([verdict, { sign, words }]) =>
    `<li><span class="${verdict}">${sign}</span> ${words}</li>`
  );
  items.push("<li><span>⚠</span> a notebook with a problem</li>");
  return `<ul class="legend">${items.join("")}</ul>`;
}

function mistakeList(mistakes: ClassMistake[], of: number): string {
  const rows = mistakes.map(({ piece, mistake, message, students }) => {
    const share = Math.round(100 * students.length / of);
    const what = mistake ?? "not recognized";
    return `<tr><td class="count">${students.length}
<div class="bar" style="width:${share}%"></div></td>
<td><code>${escape(piece)}</code></td>
<td><b>${escape(what)}</b><br>${mistake ? text(message) : "Each of these is told below."}
<br><small>${escape(students.join(", "))}</small></td></tr>`;
  });
  return `<table class="mistakes">
<thead><tr><th scope="col">students</th><th scope="col">piece</th><th scope="col">mistake</th></tr></thead>
<tbody>
${rows.join("\n")}
</tbody></table>`;
}

function section({ name, pieces, right, problems, notes }: Student, k: number, all: string[]) {
  const said = all.flatMap((piece) => pieces.get(piece) ?? [])
    .filter(({ verdict }) => verdict !== "right")
    .map((result) => {
      const { sign, words } = signs[result.verdict];
      return `<li><span class="${result.verdict}">${sign}</span> <code>${
        escape(result.piece)
      }</code>: ` +
        `${escape(result.mistake ?? words)}. ${text(result.message)}</li>`;
    });
  const lines = [
    ...problems.map((problem) => `<li class="problem">⚠ ${text(problem)}</li>`),
    ...said,
    ...notes.map((note) => `<li class="note">Note: ${text(note)}</li>`),
  ];
  return `<section id="s${k}"><h3>${escape(name)} <small>${right} of ${all.length}</small></h3>
${lines.length ? `<ul>${lines.join("\n")}</ul>` : "<p>All pieces are right.</p>"}</section>`;
}

/** A sentence with its line breaks. */
function text(said: string): string {
  return escape(said.trim()).replaceAll("\n", "<br>");
}
