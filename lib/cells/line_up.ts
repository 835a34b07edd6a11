import { textWidth } from "./text_width.ts";

/** Columns of a line. */
export const LINE_WIDTH = 80;

/** Entries of an array, a map or a set that are shown. */
export const MOST_ENTRIES = 100;

/** How many levels of objects may stand on one line. */
const LEVELS_ON_A_LINE = 3;

/** What stands around the entries of an object. */
export interface Frame {
  /** What stands before the opening bracket, such as a function's name. */
  base: string;
  open: string;
  close: string;
  /** Columns that the object is indented by. */
  indent: number;
  /** Levels of objects inside it. */
  levels: number;
}

/**
 * An object's entries on one line if they fit, else each on its own.
 *
 * @param array the array whose elements they are, if it is one
 */
export function lineUp(entries: string[], frame: Frame, array?: ArrayLike<unknown>): string {
  const { base, open, close, indent, levels } = frame;
  const before = base === "" ? "" : `${base} `;
  const grouped = array && entries.length > 6 ? inColumns(entries, indent, array) : entries;
  if (levels < LEVELS_ON_A_LINE && grouped.length === entries.length) {
    const start = grouped.length + indent + open.length + base.length + 10;
    const joined = grouped.join(", ");
    if (fits(grouped, start) && !base.includes("\n") && !joined.includes("\n")) {
      return `${before}${open} ${joined} ${close}`;
    }
  }
  const line = `\n${" ".repeat(indent)}`;
  return `${before}${open}${line}  ${grouped.join(`,${line}  `)}${line}${close}`;
}

function fits(entries: string[], start: number): boolean {
  const separators = entries.length;
  const total = entries.reduce((sum, { length }) => sum + length, start + separators);
  return total <= LINE_WIDTH && start + 2 * separators <= LINE_WIDTH;
}

/** Short elements of an array beside each other, in columns, numbers to the right. */
function inColumns(entries: string[], indent: number, array: ArrayLike<unknown>): string[] {
  // The last entry may say how many more there are.
  const more = entries.length > MOST_ENTRIES ? entries.slice(-1) : [];
  const elements = entries.slice(0, entries.length - more.length);
  const separator = 2;
  const widths = elements.map(textWidth);
  const longest = Math.max(...widths);
  const total = widths.reduce((sum, width) => sum + width + separator, 0);
  const widest = longest + separator;
  const threeFit = widest * 3 + indent < LINE_WIDTH;
  if (!threeFit || !(total / widest > 5 || longest <= 6)) return entries;

  // As square as may be, a character being 2.5 times as high as wide; more columns for short entries.
  const averageBias = Math.sqrt(widest - total / entries.length);
  const biased = Math.max(widest - 3 - averageBias, 1);
  const columns = Math.min(
    Math.round(Math.sqrt(2.5 * biased * elements.length) / biased),
    Math.floor((LINE_WIDTH - indent) / widest),
    LEVELS_ON_A_LINE * 4,
    15,
  );
  if (columns <= 1) return entries;
  const columnWidths = Array.from({ length: columns }, (_, column) => {
    const those = widths.filter((_, i) => i % columns === column);
    return Math.max(...those, 0) + separator;
  });
  const toTheRight = entries.every((_, i) =>
    typeof array[i] === "number" || typeof array[i] === "bigint"
  );
  const lines: string[] = [];
  for (let first = 0; first < elements.length; first += columns) {
    const row = elements.slice(first, first + columns);
    lines.push(
      row.map((element, column) => {
        const last = column === row.length - 1;
        // What is wider or narrower than it is long keeps its place.
        const extra = element.length - widths[first + column];
        const width = columnWidths[column] + extra;
        if (toTheRight) {
          return last ? element.padStart(width - separator) : `${element}, `.padStart(width);
        }
        return last ? element : `${element}, `.padEnd(width);
      }).join(""),
    );
  }
  return [...lines, ...more];
}
