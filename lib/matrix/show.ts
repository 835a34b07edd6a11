import { colorOf, type ColorScale } from "./colors.ts";
import { commonDecimals } from "./number_text.ts";

/** What is shown: a matrix, by its elements. */
export interface Shown {
  readonly rows: number;
  readonly cols: number;
  readonly shape: string;
  get(i: number, j: number): number;
}

/** Maximum number of rows and columns that are shown; an ellipsis stands for the rest. */
const mostRows = 10;
const mostColumns = 12;

/**
 * A matrix as a short text: its shape, then its numbers with 4 significant digits of the largest.
 * If some are left out, the rows and columns that are shown carry their numbers.
 *
 * @example
 * ```ts
 * import { Matrix } from "glassnet";
 * import { assertEquals } from "@std/assert";
 *
 * const text = Deno.inspect(Matrix.from([[1, 2, 3], [4, 5, 6]]));
 * assertEquals(text, "Matrix 2 x 3\n  1  2  3\n  4  5  6");
 * ```
 */
export function showAsText(A: Shown): string {
  const { rows, columns, texts } = shownPart(A);
  let table = texts;
  if (rows.includes(gap) || columns.includes(gap)) {
    const label = (index: number, ellipsis: string) => index === gap ? ellipsis : `[${index}]`;
    table = [
      ["", ...columns.map((j) => label(j, across))],
      ...texts.map((row, r) => [label(rows[r], down), ...row]),
    ];
  }
  const widths = table[0].map((_, c) => Math.max(...table.map((row) => row[c].length)));
  const lines = table.map((row) => row.map((text, c) => "  " + text.padStart(widths[c])).join(""));
  return [`Matrix ${A.shape}`, ...lines].join("\n");
}

/**
 * A matrix as an HTML table below its shape. The color of a cell goes from blue (negative) through
 * white (0) to orange (positive); the letters in it are always dark, so that it can be read in a
 * dark notebook too.
 */
export function showAsHtml(A: Shown): string {
  const { rows, columns, values, texts } = shownPart(A);
  const most = values.flat().filter(Number.isFinite)
    .reduce((max, value) => Math.max(max, Math.abs(value)), 0);
  const cell = (i: number, j: number, value: number, text: string) =>
    i === gap || j === gap
      ? `<td style="text-align:center">${text}</td>`
      : `<td style="background:${cellColor(value, most)};color:#111">${text}</td>`;
  const head = columns.map((j) => `<th>${j === gap ? across : j}</th>`).join("");
  const body = rows.map((i, r) =>
    `<tr><th>${i === gap ? down : i}</th>` +
    columns.map((j, c) => cell(i, j, values[r][c], texts[r][c])).join("") + `</tr>`
  ).join("");
  return `<div><div>Matrix <b>${A.shape}</b></div>` +
    `<table style="margin:4px 0;text-align:right;font-variant-numeric:tabular-nums">` +
    `<thead><tr><td></td>${head}</tr></thead><tbody>${body}</tbody></table></div>`;
}

/** Stands in a list of row or column numbers for those that are left out. */
const gap = -1;

const down = "\u22ee";
const across = "\u2026";

/** The numbers of a matrix that are shown, as numbers and as texts; NaN for those that are left out. */
function shownPart(A: Shown) {
  const rows = shownIndices(A.rows, mostRows);
  const columns = shownIndices(A.cols, mostColumns);
  const values = rows.map((i) => columns.map((j) => i === gap || j === gap ? NaN : A.get(i, j)));
  const format = commonFormat(
    rows.flatMap((i, r) => values[r].filter((_, c) => i !== gap && columns[c] !== gap)),
  );
  const texts = rows.map((i, r) =>
    columns.map((j, c) => i === gap ? down : j === gap ? across : format(values[r][c]))
  );
  return { rows, columns, values, texts };
}

/** The sides of square pictures: 16 x 16 pixels to 64 x 64. */
const smallestSide = 16;
const largestSide = 64;

/**
 * The numbers 0 to size - 1, or some of them with gaps between: both ends. If they may count the pixels
 * of a square picture, whose ends are mostly white, they are those around the pixel in its middle.
 */
function shownIndices(size: number, most: number): number[] {
  const range = (from: number, length: number) => Array.from({ length }, (_, k) => from + k);
  if (size <= most) return range(0, size);
  const half = most >> 1;
  const side = Math.sqrt(size);
  if (Number.isInteger(side) && side >= smallestSide && side <= largestSide) {
    const middle = (side >> 1) * side + (side >> 1);
    return [0, gap, ...range(middle - half + 1, most - 2), gap, size - 1];
  }
  return [...range(0, half), gap, ...range(size - half, half)];
}

/**
 * How a matrix writes its numbers: all with the same number of decimals, the largest with 4
 * significant digits. Whole numbers stay whole.
 */
function commonFormat(values: number[]): (value: number) => string {
  const decimals = commonDecimals(values, 4, { small: 1e-3, large: 1e7 });
  return (value) => {
    if (!Number.isFinite(value) || value === 0) return `${value}`;
    const text = decimals === undefined ? value.toExponential(3) : value.toFixed(decimals);
    return Number(text) === 0 ? text.replace("-", "") : text;
  };
}

/** From white at 0 to colors that are pale enough for dark letters. */
const blues: ColorScale = [[0, "#ffffff"], [1, "#5aa0dc"]];
const oranges: ColorScale = [[0, "#ffffff"], [1, "#f5913c"]];

/** White at 0, blue below, orange above. */
function cellColor(value: number, most: number): string {
  const scale = value < 0 ? blues : oranges;
  const rgb = colorOf(Math.abs(value), { scale, low: 0, high: most || 1 });
  return "#" + rgb.map((part) => part.toString(16).padStart(2, "0")).join("");
}
