import { ArgumentError } from "../arguments/argument_error.ts";
import { found } from "../arguments/found.ts";
import { optionsOf } from "../arguments/options.ts";
import { requireFunction, requireObject } from "../arguments/require.ts";
import { Displayable, escape } from "../display/displayable.ts";
import { numberText } from "../display/numbers.ts";

/** A row of a table: the names of the columns with their values. */
export type Row = Record<string, string | number | boolean | null | undefined>;

/** What else a table shows. */
export interface TableOptions {
  /**
   * Stands above the table.
   *
   * @default {""}
   */
  caption?: string;
  /**
   * Which rows are framed and bold.
   *
   * @default {() => false}
   */
  marked?: (row: Row) => boolean;
}

/**
 * A small table. The columns are those of the first row; numbers are written with 4 significant
 * digits and stand on the right.
 *
 * @throws {ArgumentError} if there is no row
 *
 * @example
 * ```ts
 * import { show, table } from "glassnet";
 *
 * await show(table([{ "learning rate": 0.1, loss: 0.61234 }, { "learning rate": 0.5, loss: 0.3 }]));
 * ```
 */
export function table(rows: readonly Row[], options: TableOptions = {}): Displayable {
  if (!Array.isArray(rows) || rows.length === 0) {
    throw new ArgumentError(
      "table expected an array of at least one row, such as [{ loss: 0.5 }].",
    );
  }
  for (const row of rows) {
    requireObject("table", "an object for each row, such as { loss: 0.5 }", row);
  }
  const { caption, marked } = optionsOf("table", options, {
    caption: "",
    marked: () => false,
  });
  requireFunction("table", "marked", marked);
  if (typeof caption !== "string") {
    throw new ArgumentError(
      `table expected the caption to be a text, but found ${found(caption)}.`,
    );
  }
  const columns = Object.keys(rows[0]);
  const cells = rows.map((row) => columns.map((column) => written(row[column])));
  const isNumber = columns.map((column) => rows.every((row) => typeof row[column] === "number"));
  return new Displayable({
    "text/html": tableHtml(columns, cells, isNumber, rows.map(marked), caption),
    "text/plain": tableText(columns, cells, isNumber, caption),
  });
}

// An outline would lose its offset, and with it two sides, in a notebook that is not trusted.
const frame = ` style="border: 2px solid #d55e00; font-weight: bold"`;

function written(value: Row[string]): string {
  if (typeof value === "number") return numberText(value, 4, { whole: true, large: Infinity });
  return typeof value === "object" || typeof value === "symbol"
    ? (value === null ? "" : found(value))
    : `${value ?? ""}`;
}

function tableHtml(
  columns: string[],
  cells: string[][],
  isNumber: boolean[],
  marked: boolean[],
  caption: string,
): string {
  const cell = (tag: string) => (text: string, j: number) =>
    `<${tag} style="text-align: ${isNumber[j] ? "right" : "left"}">${escape(text)}</${tag}>`;
  const row = (texts: string[], tag: string, mark = false) =>
    `<tr${mark ? frame : ""}>${texts.map(cell(tag)).join("")}</tr>`;
  return `<table style="margin: 0; font-variant-numeric: tabular-nums">` +
    (caption ? `<caption>${escape(caption)}</caption>` : "") +
    `<thead>${row(columns, "th")}</thead>` +
    `<tbody>${cells.map((texts, i) => row(texts, "td", marked[i])).join("")}</tbody></table>`;
}

function tableText(
  columns: string[],
  cells: string[][],
  isNumber: boolean[],
  caption: string,
): string {
  const widths = columns.map((column, j) =>
    Math.max(column.length, ...cells.map((texts) => texts[j].length))
  );
  const line = (texts: string[]) =>
    texts.map((text, j) => isNumber[j] ? text.padStart(widths[j]) : text.padEnd(widths[j]))
      .join("  ").trimEnd();
  return [...(caption ? [caption] : []), line(columns), ...cells.map(line)].join("\n");
}
