import { median } from "./race.ts";

/** A table in Markdown, its columns aligned so that it reads well in a terminal too. */
export function table(head: string[], rows: string[][]): string {
  const all = [head, ...rows];
  const widths = head.map((_, k) => Math.max(...all.map((row) => row[k].length)));
  const line = (cells: string[]) => `| ${cells.map((c, k) => pad(c, widths[k], k)).join(" | ")} |`;
  const rule = `|${widths.map((width, k) => "-".repeat(width + 1) + (k ? ":" : "-")).join("|")}|`;
  return [line(head), rule, ...rows.map(line)].join("\n");
}

/** The first column is aligned left, the numbers are aligned right. */
function pad(cell: string, width: number, column: number): string {
  return column === 0 ? cell.padEnd(width) : cell.padStart(width);
}

/** The median of some numbers, their minimum and their maximum: `0.21 (0.19 to 0.24)`. */
export function spread(numbers: number[], digits = 2): string {
  if (numbers.length === 0) return "-";
  const text = (x: number) => x.toFixed(x < 0.1 ? digits + 1 : digits);
  const [least, most] = [Math.min(...numbers), Math.max(...numbers)];
  return `${text(median(numbers))} (${text(least)} to ${text(most)})`;
}

/** Milliseconds in a readable unit. */
export function time(ms: number): string {
  return ms < 100
    ? `${ms.toFixed(1)} ms`
    : ms < 10_000
    ? `${ms.toFixed(0)} ms`
    : `${(ms / 1e3).toFixed(1)} s`;
}
