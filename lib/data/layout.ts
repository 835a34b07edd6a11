import { ArgumentError } from "../arguments/argument_error.ts";
import { found } from "../arguments/found.ts";
import { requireBooleans, requireOneOf } from "../arguments/require.ts";
import { PIXELS } from "../matrix/mnist.ts";
import { DataError, quote } from "./errors.ts";
import { columnNames } from "./header.ts";
import { orderedNames } from "./pixel_names.ts";

/** What a column holds: the label, all 784 pixels, or something that is left out. */
export type ColumnKind = "label" | "pixels" | "skip";

/** How a CSV differs from Kaggle's. */
export interface LayoutOptions {
  /**
   * What the columns hold, from left to right: `["skip", "label", "pixels"]` is a file whose first
   * column is left out. The pixels may then have other names, as long as these count them in order.
   *
   * @default those of Kaggle: the label, if there is one, and the pixels, by their names
   */
  columns?: ColumnKind[];
  /**
   * False if the file begins with its first image. It then needs `columns`.
   *
   * @default true
   */
  header?: boolean;
  /**
   * What a pixel has to be multiplied by to be a whole number from 0 to 255: 255 for pixels from 0 to
   * 1, 1 for whole numbers that are written as 254.0.
   *
   * @default all pixels are whole numbers
   */
  scale?: number;
  /**
   * What stands between two values of a row: `";"` as Excel writes it in many countries, `"\t"`, `" "`
   * or `"|"`. Decimals may then have a comma.
   *
   * @default {","}
   */
  separator?: "," | ";" | "\t" | " " | "|";
}

/** Where things are in the rows of a file. */
export interface Layout {
  /** The name of each value of a row. */
  names: string[];
  /** The number of the label's column, if there is one, and of the first pixel's. */
  label?: number;
  pixels: number;
  /** How many lines the header takes. */
  headerLines: 0 | 1;
  scale?: number;
  /** Whether decimals have a comma, which is free if something else separates the values. */
  commas: boolean;
  /** Whether the rows are as Kaggle writes them. */
  isOurs: boolean;
}

/** Kaggle's own layout. */
export function ourLayout(labelled: boolean, { scale, separator }: LayoutOptions = {}): Layout {
  const names = columnNames(labelled);
  const isOurs = scale === undefined;
  return {
    names,
    label: labelled ? 0 : undefined,
    pixels: +labelled,
    headerLines: 1,
    scale,
    commas: areCommasFree(separator),
    isOurs,
  };
}

function areCommasFree(separator: LayoutOptions["separator"] = ","): boolean {
  return separator !== ",";
}

/** @throws {ArgumentError} if the options do not describe a layout */
export function requireLayout(
  call: string,
  { columns, header, scale, separator }: LayoutOptions,
): void {
  requireBooleans(call, { header });
  if (separator !== undefined) {
    requireOneOf(`${call}'s separator`, separator, ",", ";", "\t", " ", "|");
  }
  if (scale !== undefined && !(Number.isFinite(scale) && scale > 0 && scale <= 256)) {
    throw new ArgumentError(
      `${call} expected scale to be a number greater than 0 and not above 256, but found ${
        found(scale)
      }.`,
    );
  }
  if (columns === undefined) {
    if (header !== false) return;
    throw new ArgumentError(
      `${call} expected columns beside header: false, such as ["label", "pixels"].`,
    );
  }
  const list = Array.isArray(columns) ? columns : [];
  const count = (kind: string) => list.filter((one) => one === kind).length;
  const right = list.every((one) => ["label", "pixels", "skip"].includes(one)) &&
    count("pixels") === 1 && count("label") <= 1 && list.length < 100;
  if (right) return;
  const instead = list.length > 0 ? `[${list.map(found).join(", ")}]` : found(columns);
  throw new ArgumentError(
    `${call} expected columns to be a list of "pixels", once, and perhaps "label" and "skip", such ` +
      `as ["skip", "label", "pixels"], but found ${instead}.`,
  );
}

/**
 * The layout that a reader has described.
 *
 * @param first the first row of the file
 * @throws {DataError} if the row does not fit to it
 */
export function describedLayout(
  columns: ColumnKind[],
  { header = true, scale, separator }: LayoutOptions,
  first: string[],
  file: string,
): Layout {
  const list = `[${columns.map((kind) => JSON.stringify(kind)).join(", ")}]`;
  const refuse = (problem: string, column: number): never => {
    throw new DataError(problem, { file, line: 1, column });
  };
  const width = PIXELS + columns.length - 1;
  const pixels = columns.indexOf("pixels");
  const label = columns.includes("label") ? placeOf("label", columns) : undefined;
  const kindAt = (i: number) => columns[i < pixels ? i : Math.max(pixels, i - PIXELS + 1)];
  const layout = {
    label,
    pixels,
    headerLines: header ? 1 as const : 0 as const,
    scale,
    commas: areCommasFree(separator),
    isOurs: false,
  };
  if (!header) {
    const names = Array.from({ length: width }, (_, i) => nameOf(kindAt(i), i - pixels));
    return { ...layout, names };
  }
  // R names no column for its row names, and a comma at the end of each row may have no name either.
  const named = first.length === width
    ? first
    : first.length === width - columns.filter((kind) => kind === "skip").length
    ? placed(first, columns)
    : refuse(
      `expected ${width} names in the header, one for each of ${list} and 784 of them for the ` +
        `pixels, but found ${first.length}.`,
      Math.min(first.length, width) + 1,
    );
  const found = named.slice(pixels, pixels + PIXELS).map((name) => name.trim());
  const ordered = orderedNames(found);
  if (ordered < PIXELS) {
    refuse(
      `expected names that count the 784 pixels in order, such as pixel1 to pixel784 or 1x1 to ` +
        `28x28, but found ${quote(found[ordered])}` +
        (ordered > 0 ? ` after ${quote(found[ordered - 1])}. ` : ". ") +
        (found.every((name) => /^[\d.]+$/.test(name))
          ? "If line 1 is an image, add header: false."
          : "Put the columns in order, or correct the list of columns."),
      pixels + ordered + 1,
    );
  }
  return { ...layout, names: named };
}

/** The number of the column of a kind that there is once. */
function placeOf(kind: ColumnKind, columns: ColumnKind[]): number {
  const at = columns.indexOf(kind);
  return at < columns.indexOf("pixels") ? at : at + PIXELS - 1;
}

function nameOf(kind: ColumnKind, pixel: number): string {
  return kind === "pixels" ? `pixel${pixel}` : kind === "skip" ? "" : kind;
}

/** The names of a header that has none for the columns to be left out, each in its place. */
function placed(names: string[], columns: ColumnKind[]): string[] {
  const left = [...names];
  return columns.flatMap((kind) =>
    kind === "skip" ? [""] : left.splice(0, kind === "pixels" ? PIXELS : 1)
  );
}
