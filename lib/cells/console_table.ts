import { inspect } from "./inspect.ts";
import { textWidth } from "./text_width.ts";

/**
 * What `console.table` prints: a row for each entry, a column for each property.
 *
 * @param data an array, an object, a map or a set
 * @param columns the properties to show
 * @default columns all that any row has
 */
export function consoleTable(data: object, columns?: readonly string[]): string {
  const isIterable = !Array.isArray(data) && Symbol.iterator in data;
  const rows: [string, unknown][] = data instanceof Map
    ? [...data].map(([Key, Values], i) => [String(i), { Key, Values }])
    : Object.entries(isIterable ? [...data as Iterable<unknown>] : data);
  const isPlain = (row: unknown) =>
    row === null || (typeof row !== "object" && typeof row !== "function");
  const properties = columns ??
    [...new Set(rows.flatMap(([, row]) => isPlain(row) ? [] : Object.keys(row as object)))];
  const hasPlain = columns === undefined && rows.some(([, row]) => isPlain(row));

  const head = [
    isIterable ? "(iter idx)" : "(idx)",
    ...properties,
    ...(hasPlain ? ["Values"] : []),
  ];
  const body = rows.map(([index, row]) => [
    index,
    ...properties.map((property) =>
      !isPlain(row) && property in (row as object)
        ? inspect((row as Record<string, unknown>)[property], { depth: 1 })
        : ""
    ),
    ...(hasPlain ? [isPlain(row) ? inspect(row) : ""] : []),
  ]);
  return framed(head, body);
}

function framed(head: string[], body: string[][]): string {
  const widths = head.map((name, i) =>
    Math.max(textWidth(name), ...body.map((row) => textWidth(row[i])))
  );
  const toTheRight = head.map((_, i) => body.every((row) => Number.isInteger(Number(row[i]))));
  const line = (cells: string[], right: boolean[]) =>
    `│ ${
      cells.map((cell, i) => {
        const space = " ".repeat(widths[i] - textWidth(cell));
        return right[i] ? space + cell : cell + space;
      }).join(" │ ")
    } │`;
  const bars = widths.map((width) => "─".repeat(width + 2));
  return [
    `┌${bars.join("┬")}┐`,
    line(head, []),
    `├${bars.join("┼")}┤`,
    ...body.map((row) => line(row, toTheRight)),
    `└${bars.join("┴")}┘`,
  ].join("\n");
}
