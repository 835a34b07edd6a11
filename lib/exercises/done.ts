import { Displayable, escape } from "../display/displayable.ts";
import { ArgumentError } from "../arguments/argument_error.ts";
import { found } from "../arguments/found.ts";
import { inLanguage } from "./language.ts";
import { ownStub } from "./judge.ts";
import { latest, registered } from "./registry.ts";
import { type Verdict, verdicts } from "./verdicts.ts";

/** The latest check of an exercise. */
export interface DoneRow {
  /** The exercise. */
  piece: string;
  /** The number of its notebook. */
  notebook: string;
  /** What the check made of it. */
  verdict: string;
  /** What the check said. */
  message: string;
}

/** Which pieces are done, as a table that shows itself. */
export class Done extends Displayable {
  /** One row for each piece. */
  readonly rows: readonly DoneRow[];

  /**
   * The state of the pieces at this moment.
   *
   * @param notebook the notebook whose pieces are shown
   * @throws {ArgumentError} if no notebook has this number
   */
  constructor(notebook?: string) {
    const rows = rowsOf(notebook);
    const sum = inLanguage(`${countRight(rows)} of ${rows.length} pieces done`);
    super({ "text/html": htmlOf(rows, sum), "text/plain": textOf(rows, sum) });
    this.rows = rows;
  }

  /** How many are right. */
  get right(): number {
    return countRight(this.rows);
  }
}

function rowsOf(notebook?: string): DoneRow[] {
  const all = registered();
  const numbers = [...new Set(all.map(({ notebook }) => notebook))];
  if (notebook !== undefined && !numbers.includes(notebook)) {
    throw new ArgumentError(
      `done expected the number of a notebook, ${
        numbers.map((number) => JSON.stringify(number)).join(", ")
      }, or nothing for all, but found ${found(notebook)}.`,
    );
  }
  return all.filter((one) => !notebook || one.notebook === notebook).map(({ name, notebook }) => {
    const result = latest.get(name);
    // What is right, or not begun, needs no more words than that.
    const isPlain = !result || result.verdict === "right" ||
      result.message === inLanguage(ownStub(name));
    return {
      piece: name,
      notebook,
      verdict: result?.verdict ?? "not checked",
      message: isPlain ? "" : result.message,
    };
  });
}

function countRight(rows: readonly DoneRow[]): number {
  return rows.filter(({ verdict }) => verdict === "right").length;
}

function textOf(rows: DoneRow[], sum: string): string {
  const lines = rows.map(({ piece, notebook, verdict }) =>
    `${notebook}  ${signOf(verdict)} ${piece.padEnd(15)} ${wordOf(verdict)}`
  );
  return [sum, ...lines].join("\n");
}

function htmlOf(rows: DoneRow[], sum: string): string {
  const several = new Set(rows.map(({ notebook }) => notebook)).size > 1;
  const place = "text-align: left; vertical-align: top";
  const cell = (text: string) => `<td style="${place}; max-width: 420px">${text}</td>`;
  // What is wrong stands below the verdict: in a column of its own it would be outside a phone's screen.
  const lines = rows.map(({ piece, notebook, verdict, message }) =>
    `<tr>${several ? cell(notebook) : ""}${cell(`<code>${piece}</code>`)}` +
    cell(`${signOf(verdict)} ${wordOf(verdict)}${message && `<br>${escape(message)}`}`) + "</tr>"
  );
  const head = [...several ? ["notebook"] : [], "piece", "check"]
    .map((name) => `<th style="${place}">${inLanguage(name)}</th>`).join("");
  return `<div><b>${sum}</b></div><table style="margin: 0"><thead><tr>${head}</tr>` +
    `</thead><tbody>${lines.join("")}</tbody></table>`;
}

function wordOf(verdict: string): string {
  return inLanguage(verdicts[verdict as Verdict]?.word ?? verdict);
}

function signOf(verdict: string): string {
  return verdicts[verdict as Verdict]?.sign ?? "·";
}

/**
 * Which pieces are done: the latest check of each, since the kernel was started.
 *
 * @param notebook `"02"` to `"06"`, for the pieces of one notebook, or `"own"`; without it, all pieces
 * @throws {ArgumentError} if no notebook has this number
 *
 * @example
 * ```ts
 * import { done } from "glassnet";
 * import { assertEquals } from "@std/assert";
 *
 * const pieces = done("02").rows.map(({ piece }) => piece);
 * assertEquals(pieces, ["transpose", "add", "matmul", "thirdLayer"]);
 * ```
 */
export function done(notebook?: string): Done {
  return new Done(notebook);
}
