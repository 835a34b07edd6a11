import { found } from "../arguments/found.ts";
import { Matrix } from "../matrix/matrix.ts";

/** One of the things that a result holds: the result itself, or what it has under a name. */
export interface Part {
  /** Its name, such as `"W1"`; empty for the result itself. */
  name: string;
  kind: "matrix" | "number" | "list";
  rows: number;
  cols: number;
  /** Row by row. */
  values: readonly number[];
}

/** What a result holds, and what of it is no matrix, number or list of numbers. */
export interface Parts {
  parts: Part[];
  /** In words, by name: "an array of rows". */
  others: Record<string, string>;
}

/** The numbers of a matrix, which never change, row by row. */
const known = new WeakMap<Matrix, readonly number[]>();

function numbersIn(matrix: Matrix): readonly number[] {
  let values = known.get(matrix);
  if (!values) known.set(matrix, values = matrix.toArray().flat());
  return values;
}

/** Takes a result apart. */
export function partsOf(value: unknown, name = ""): Parts {
  if (value instanceof Matrix) {
    const { rows, cols } = value;
    return {
      parts: [{ name, kind: "matrix", rows, cols, values: numbersIn(value) }],
      others: {},
    };
  }
  if (typeof value === "number") {
    return { parts: [{ name, kind: "number", rows: 1, cols: 1, values: [value] }], others: {} };
  }
  const list = numbersOf(value);
  if (list) {
    return {
      parts: [{ name, kind: "list", rows: list.length, cols: 1, values: list }],
      others: {},
    };
  }
  if (typeof value === "object" && value !== null && !Array.isArray(value)) {
    const inner = Object.entries(value).map(([key, part]) =>
      partsOf(part, name ? `${name}.${key}` : key)
    );
    return {
      parts: inner.flatMap(({ parts }) => parts),
      others: Object.assign({}, ...inner.map(({ others }) => others)),
    };
  }
  return { parts: [], others: { [name]: inWords(value) } };
}

function numbersOf(value: unknown): number[] | undefined {
  const list = ArrayBuffer.isView(value) ? Array.from(value as Float64Array) : value;
  return Array.isArray(list) && list.every((one) => typeof one === "number") ? list : undefined;
}

/** What a result is: as an error says it, and how many there are in it, or what is. */
export function inWords(value: unknown): string {
  if (Array.isArray(value) || ArrayBuffer.isView(value)) {
    const list = Array.from(value as unknown[]);
    const all = (is: (one: unknown) => boolean) => list.length > 0 && list.every(is);
    if (all((row) => Array.isArray(row) || ArrayBuffer.isView(row))) {
      return `an array of ${list.length} ${list.length === 1 ? "row" : "rows"}`;
    }
    return `an array of ${list.length}${all((one) => typeof one === "string") ? " texts" : ""}`;
  }
  const said = found(value);
  if (typeof value === "string") return `the text ${said}`;
  if (typeof value === "number") return `the number ${said}`;
  const keys = said === "an object" ? Object.keys(value as object) : [];
  return keys.length === 0 ? said : `${said} with ${keys.join(", ")}`;
}

/** The shape as text: `"10 x 784"`, "a number", "a list of 5". */
export function shapeOf({ kind, rows, cols }: Part): string {
  if (kind === "number") return "a number";
  return kind === "list" ? `a list of ${rows}` : `${rows} x ${cols}`;
}
