import { ArgumentError } from "../arguments/argument_error.ts";
import { found } from "../arguments/found.ts";
import { requireList } from "../arguments/require.ts";
import { ShapeError } from "./shape_error.ts";

/** Throws if the sizes of a matrix are not whole numbers of at least 1. */
export function requireSizes(call: string, rows: number, cols: number): void {
  if (Number.isInteger(rows) && rows >= 1 && Number.isInteger(cols) && cols >= 1) return;
  throw new ShapeError(
    `${call} expected whole sizes of at least 1, but found ${found(rows)} x ${found(cols)}.` +
      (Array.isArray(rows) ? instead(call, rows) : "") +
      ofShape(call, rows),
  );
}

/** What to write where a shape, or a matrix, was given as the number of rows. */
function ofShape(call: string, given: unknown): string {
  const shape = typeof given === "string" ? given : (given as { shape?: unknown } | null)?.shape;
  const isShape = typeof shape === "string" && /^\d+ x \d+$/.test(shape);
  return isShape && call !== "new Matrix" ? ` Did you mean ${call}(A.rows, A.cols)?` : "";
}

/** What to write where an array was given as the number of rows. */
function instead(call: string, given: readonly unknown[]): string {
  return Array.isArray(given[0])
    ? " Did you mean Matrix.from(rows)?"
    : ` Did you mean ${call}(${given.slice(0, 2).map(found).join(", ")})?`;
}

/** What was found in place of rows, and how rows are made of it. */
function whatIsThere(rows: unknown): string {
  const isList = Array.isArray(rows) || ArrayBuffer.isView(rows);
  const [first] = isList ? rows as unknown as unknown[] : [];
  if (typeof first !== "number") {
    return Array.isArray(rows) ? "." : `, but found ${found(rows)}.`;
  }
  return `, but found numbers, beginning with ${first}. [numbers] is one row of them; ` +
    "Array.from(numbers, (x) => [x]) is one column.";
}

/** Throws if `Matrix.from` is not given an array of rows of numbers, all of one length. */
export function requireRows(rows: readonly ArrayLike<number>[]): void {
  const first: unknown = Array.isArray(rows) ? rows[0] : undefined;
  // A Matrix has no length, and is named below.
  const isMatrix = typeof first === "object" && first !== null && "toArray" in first;
  if (!Array.isArray(rows) || rows.length === 0 || !isMatrix && !rows[0]?.length) {
    throw new ShapeError(
      "Matrix.from expected an array of rows with at least one number, such as [[1, 2], [3, 4]]" +
        whatIsThere(rows),
    );
  }
  requireList("Matrix.from", "numbers as row 0", rows[0]);
  const cols = rows[0].length;
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i];
    requireList("Matrix.from", `numbers as row ${i}`, row);
    if (row.length !== cols) {
      throw new ShapeError(
        `Matrix.from expected rows of equal length: row 0 has ${cols} numbers, row ${i} has ${row.length}.`,
      );
    }
    for (let j = 0; j < cols; j++) {
      if (typeof row[j] !== "number") {
        throw new ArgumentError(
          `Matrix.from expected a number in row ${i}, column ${j}, but found ${
            typeof row[j] === "string" ? "string " : ""
          }${found(row[j])}.`,
        );
      }
    }
  }
}
