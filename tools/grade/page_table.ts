/**
 * The page's table: a row for each student, a column for each piece, and how much is right.
 *
 * @module
 */
import { escape } from "../../lib/display/displayable.ts";
import { hasUnjudged } from "./csv.ts";
import { oneLine } from "./harmless.ts";
import type { ClassResult, PieceResult, Student, Tally } from "./results.ts";
import { verdicts } from "./verdicts.ts";

/** The table. With several exercises it also has how much is right of all of them together. */
export function table({ exercises, pieces, students }: ClassResult): string {
  const several = exercises.length > 1;
  const part = several ? "part" : "";
  const groups = exercises.map(({ name, pieces }) =>
    `<th scope="colgroup" colspan="${pieces.length + 1}">${escape(name)}</th>`
  );
  const heads = exercises.flatMap(({ pieces }) => [
    ...pieces.map((name) => column(`<code>${escape(name)}</code>`)),
    column("right", part),
  ]);
  if (several) {
    groups.push(`<th scope="colgroup" colspan="2">together</th>`);
    heads.push(column("of handed in"), column("of all"));
  }
  const rows = students.map((student, k) => {
    const cells = exercises.map(({ name, pieces }) =>
      pieces.map((piece) => cell(student.pieces.get(piece))).join("") +
      sum(student.exercises.get(name), part, hasUnjudged(student))
    );
    if (several) cells.push(sums(student, pieces.length));
    const look = (student.look.length ? ' <abbr title="to look at">◉</abbr>' : "") +
      (student.problems.length ? ' <abbr title="has a problem">⚠</abbr>' : "");
    return `<tr><th scope="row" class="who"><a href="#s${k}">${
      escape(oneLine(student.name))
    }</a>${look}</th>` +
      `${cells.join("")}</tr>`;
  });
  const foot = exercises.flatMap(({ pieces }) => [
    ...pieces.map((piece) => {
      const right = students.filter((s) => s.pieces.get(piece)?.verdict === "right").length;
      return `<td>${right}</td>`;
    }),
    `<td class="${part}"></td>`,
  ]);
  if (several) foot.push("<td></td><td></td>");
  // The width of a column depends on how many there are.
  return `<div class="scroll" style="--columns: ${foot.length}"><table class="heat">
<thead><tr><th rowspan="2" scope="col" class="who">student</th>${groups.join("")}</tr>
<tr>${heads.join("")}</tr></thead>
<tbody>
${rows.join("\n")}
</tbody>
<tfoot><tr><th scope="row" class="who">students who have it right</th>${foot.join("")}</tr></tfoot>
</table></div>`;
}

function column(html: string, kind = ""): string {
  return `<th scope="col"${kind && ` class="${kind}"`}><span>${html}</span></th>`;
}

function cell(result: PieceResult | undefined): string {
  if (!result) return `<td class="none"></td>`;
  const { sign, word } = verdicts[result.verdict];
  const said = `${result.piece}: ${result.mistake ?? word}. ${result.message}`;
  return `<td class="${result.verdict}" title="${escape(oneLine(said))}">${sign}</td>`;
}

function sum(tally: Tally | undefined, kind = "", isOpen = false): string {
  const text = tally ? `<span>${isOpen ? "?" : tally.right}/${tally.of}</span>` : "";
  return `<td class="sum${kind && ` ${kind}`}">${text}</td>`;
}

function sums({ handedIn: { right, of }, pieces }: Student, all: number): string {
  const isOpen = hasUnjudged({ pieces });
  return sum(of ? { right, of } : undefined, "", isOpen) + sum({ right, of: all }, "", isOpen);
}

/** What the signs on this page mean. */
export function legend({ students, pieces }: ClassResult): string {
  const rare = ["unreadable", "unjudged"];
  const occurs = (verdict: string) =>
    students.some(({ pieces }) => [...pieces.values()].some((one) => one.verdict === verdict));
  const shown = Object.entries(verdicts)
    .filter(([verdict]) => !rare.includes(verdict) || occurs(verdict));
  const items = shown.map(([verdict, { sign, word }]) =>
    `<li><span class="sign ${verdict}">${sign}</span> ${word}</li>`
  );
  if (students.some((student) => pieces.some((piece) => !student.pieces.has(piece)))) {
    items.push(
      `<li><span class="sign none"></span> blank: notebook not handed in</li>`,
    );
  }
  if (students.some(({ problems }) => problems.length)) {
    items.push("<li><span>⚠</span> a notebook with a problem, see below</li>");
  }
  if (students.some(({ look }) => look.length)) {
    items.push("<li><span>◉</span> something to look at, see above</li>");
  }
  return `<ul class="legend">${items.join("")}</ul>`;
}
