import { ArgumentError } from "../arguments/argument_error.ts";
import { found } from "../arguments/found.ts";
import { optionsOf } from "../arguments/options.ts";
import { requireBooleans, requireTexts } from "../arguments/require.ts";
import { blueOrange, greys, oranges, paleBlueOrange, paleOranges } from "../display/colors.ts";
import { count, round } from "../display/numbers.ts";
import { meaningOf, names } from "../display/symbols.ts";
import type { ColorScale } from "../matrix/colors.ts";
import type { Matrix } from "../matrix/matrix.ts";
import { commonDecimals } from "../matrix/number_text.ts";
import { requireMatrix } from "../matrix/require_matrix.ts";
import {
  axis,
  besideBar,
  faintInk,
  type Figure,
  figure,
  type FigureOptions,
  ink,
  slimBar,
} from "./figure.ts";

/** How a matrix is drawn. */
export interface HeatmapOptions extends FigureOptions {
  /** The matrix's name, such as `"Z1"`; a name of the fourteen equations also names the axes. */
  symbol?: string;
  /** How many columns are shown, from the first on; as many as stay readable if it is left out. */
  columns?: number;
  /** What a row stands for. */
  rowName?: string;
  /** What a column stands for. */
  columnName?: string;
  /** Whether the numbers are written in the cells; if it is left out, they are if there is room. */
  numbers?: boolean;
}

/** The most rows and cells that are drawn, so that a notebook stays small. */
const mostRows = 800;
const mostCells = 32_000;

/**
 * A matrix as a heat map. Signed numbers go from blue through white at 0 to orange, numbers from 0 up
 * from white to orange, images from white to black. Of a very wide matrix the first columns are
 * drawn, and the title says so.
 *
 * @throws {ArgumentError} if A is not a Matrix, or what is shown has no finite number
 * @throws {ArgumentError} if `columns` is not one of 1 to A's columns, or too many to draw
 *
 * @example
 * ```ts
 * import { heatmap, Matrix } from "glassnet";
 * import { assertEquals } from "@std/assert";
 *
 * const Z1 = Matrix.from([[-1, 2], [0, 1]]);
 * assertEquals(heatmap(Z1, { symbol: "Z1" }).layout.title?.text, "Z1, 2 x 2");
 * ```
 */
export function heatmap(A: Matrix, options: HeatmapOptions = {}): Figure {
  requireMatrix("heatmap", A);
  const rows = Math.min(A.rows, mostRows);
  const given = optionsOf("heatmap", options, {
    symbol: "",
    columns: readableColumns(A, rows),
    title: undefined,
    rowName: undefined,
    columnName: undefined,
    numbers: undefined,
  });
  const { symbol, columns } = given;
  requireTexts("heatmap", { symbol, rowName: given.rowName, columnName: given.columnName });
  requireColumns(A, rows, columns);

  const meaning = meaningOf(symbol);
  const rowName = given.rowName ?? (meaning ? names[meaning.rows] : "row");
  const columnName = given.columnName ?? (meaning ? names[meaning.columns] : "column");
  const shape = symbol ? `${symbol}, ${A.shape}` : A.shape;
  const parts = [
    rows < A.rows ? `the first ${rows} of ${count(A.rows)} rows` : "",
    columns < A.cols ? `the first ${columns} of ${count(A.cols)} columns` : "",
  ].filter(Boolean).join(" and ");

  const width = Math.min(56, 650 / columns);
  const height = Math.min(32, 440 / rows);
  const { title, numbers = width >= 44 && height >= 20 } = given;
  requireBooleans("heatmap", { numbers });
  const { z, scale, inWords, format, shortFormat, letters } = A.pixels
    ? imageCells(A, rows, columns)
    : numberCells(A, rows, columns, numbers);
  const margin = besideBar;
  return figure({
    title: title ?? shape + (parts ? `: ${parts}` : ""),
    alt: (title === undefined ? "Heat map" : `${title}: heat map`) +
      ` of ${shape}${meaning ? ` (${meaning.what})` : ""}` +
      `${parts ? `, ${parts}` : ""}. ${inWords}`,
  }, [{
    type: "heatmap",
    z,
    ...scale,
    texttemplate: numbers ? shortFormat : "",
    textfont: { size: 13, ...letters },
    hovertemplate: `${rowName} %{y}, ${columnName} %{x}<br>${format}<extra></extra>`,
  }], {
    width: Math.max(460, Math.round(columns * width) + margin.l + margin.r),
    height: Math.round(rows * height) + margin.t + margin.b,
    margin,
    plot_bgcolor: "#d0d0d0",
    xaxis: axis(columnName, {
      showgrid: false,
      ...(columns < 20 ? { dtick: 1 } : {}),
      // A single column needs no number.
      ...(A.cols === 1 ? { showticklabels: false, ticks: "" } : {}),
    }),
    yaxis: axis(rowName, {
      showgrid: false,
      autorange: "reversed",
      ...(rows < 20 ? { dtick: 1 } : {}),
    }),
  });
}

/** For a matrix of zeros and ones: two colors, and a legend of two entries in place of a scale. */
const [on] = oranges.slice(-1);
const twoColors: ColorScale = [[0, oranges[0][1]], [0.5, oranges[0][1]], [0.5, on[1]], [1, on[1]]];
const twoEntries = {
  ...slimBar,
  ...{ tickvals: [0.25, 0.75], ticktext: ["0", "1"], ticks: "" as const },
  ...{ lenmode: "pixels" as const, len: 64, outlinewidth: 1, outlinecolor: faintInk },
};

/** The cells of a heat map, their colors, and how a number of them is written. */
interface Cells {
  z: (number | null)[][];
  scale: { zmin: number; zmax: number; colorscale: ColorScale; colorbar: object };
  inWords: string;
  format: string;
  /** Fits into a cell. */
  shortFormat: string;
  /** The color of the numbers, if it is not the renderer's choice. */
  letters?: { color: string };
}

function numberCells(A: Matrix, rows: number, columns: number, numbers: boolean): Cells {
  const z = cells(rows, columns, (i, j) => round(A.get(i, j)));
  const finite = z.flat().filter((value) => value !== null);
  if (finite.length === 0) {
    throw new ArgumentError(
      `heatmap found no finite number in what it shows of a ${A.shape} matrix.`,
    );
  }
  const low = finite.reduce((a, b) => Math.min(a, b));
  const high = finite.reduce((a, b) => Math.max(a, b));
  const most = Math.max(-low, high) || 1;
  const zeros = finite.filter((value) => value === 0).length;
  const missing = rows * columns - finite.length;
  const isOnOff = zeros > 0 && zeros < finite.length &&
    finite.every((value) => value === 0 || value === 1);
  const [twoSided, oneSided] = numbers ? [paleBlueOrange, paleOranges] : [blueOrange, oranges];
  return {
    z,
    scale: isOnOff
      ? { zmin: 0, zmax: 1, colorscale: twoColors, colorbar: twoEntries }
      : low < 0
      ? { zmin: -most, zmax: most, colorbar: slimBar, colorscale: twoSided }
      : { zmin: 0, zmax: most, colorbar: slimBar, colorscale: oneSided },
    letters: isOnOff ? undefined : { color: ink },
    inWords:
      `The numbers go from ${low} to ${high}; ${count(zeros)} of ${count(rows * columns)} are 0` +
      (missing > 0 ? ` and ${count(missing)} are not finite.` : "."),
    format: "%{z:.4~g}",
    shortFormat: shortFormat(finite),
  };
}

/** Images stay whole numbers from 0 to 255, which take little room; the color bar says 0 to 1. */
function imageCells(A: Matrix, rows: number, columns: number): Cells {
  const z = cells(rows, columns, (i, j) => Math.round(A.get(i, j) * 255));
  const zeros = z.flat().filter((value) => value === 0).length;
  return {
    z,
    scale: {
      zmin: 0,
      zmax: 255,
      colorscale: greys,
      colorbar: { ...slimBar, tickvals: [0, 127.5, 255], ticktext: ["0", "0.5", "1"] },
    },
    inWords: `The pixels go from 0 (white) to 1 (black); ${count(zeros)} of ${
      count(rows * columns)
    } are 0.`,
    format: "%{z}/255",
    shortFormat: "%{z}",
  };
}

/** All with the same decimals, the largest with 3 significant digits; whole numbers stay whole. */
function shortFormat(values: number[]): string {
  if (values.every(Number.isInteger)) return "%{z}";
  const decimals = commonDecimals(values, 3, { small: 0.001, large: 1e5 });
  return decimals === undefined ? "%{z:.1e}" : `%{z:.${decimals}f}`;
}

function cells<T>(rows: number, columns: number, cell: (i: number, j: number) => T): T[][] {
  return Array.from(
    { length: rows },
    (_, i) => Array.from({ length: columns }, (_, j) => cell(i, j)),
  );
}

function readableColumns(A: Matrix, rows: number): number {
  return A.cols <= 800 && rows * A.cols <= 8000
    ? A.cols
    : Math.min(A.cols, 60, Math.floor(mostCells / rows));
}

function requireColumns(A: Matrix, rows: number, columns: number): void {
  const most = Math.min(A.cols, Math.floor(mostCells / rows));
  if (!Number.isInteger(columns) || columns < 1 || columns > most) {
    throw new ArgumentError(
      `heatmap expected columns to be a whole number from 1 to ${most} for a ${A.shape} matrix` +
        `${most < A.cols ? " (more make the notebook too large)" : ""}, but found ${
          found(columns)
        }.`,
    );
  }
}
