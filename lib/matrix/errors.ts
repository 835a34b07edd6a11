import { Matrix } from "./matrix.ts";

/** Something that a matrix function was given is not what it works on. */
export class MatrixError extends TypeError {
  override name = "MatrixError";
}

/** The shapes of two matrices, or of the rows of one, do not fit together. */
export class ShapeError extends MatrixError {
  override name = "ShapeError";
}

/** Throws where `i` is not one of `size` indices that count from 0. */
export function checkIndex(what: string, i: number, size: number, shape: string): void {
  if (!Number.isInteger(i) || i < 0 || i >= size) {
    throw new RangeError(
      `There is no ${what} ${found(i)} in a ${shape} matrix: expected a whole number from 0 to ${
        size - 1
      }.`,
    );
  }
}

/** Throws where an argument is not a matrix, and says what it was. */
export function requireMatrix(call: string, ...args: unknown[]): void {
  args.forEach((arg, position) => {
    if (arg instanceof Matrix) return;
    const hint = Array.isArray(arg) ? " Matrix.from(...) makes one of an array of rows." : "";
    throw new MatrixError(
      `${call} expected a Matrix as argument ${position + 1}, but found ${found(arg)}.${hint}`,
    );
  });
}

/** Gives back an object whose named parts are matrices, such as W1 and b1 of the parameters. */
export function requireMatrices<Name extends string>(
  call: string,
  what: string,
  value: Record<Name, Matrix>,
  ...names: Name[]
): Record<Name, Matrix> {
  for (const name of names) {
    const part: unknown = value?.[name];
    if (part instanceof Matrix) continue;
    const instead = value === null || typeof value !== "object"
      ? found(value)
      : `${found(part)} as ${name}`;
    throw new MatrixError(
      `${call} expected ${what} with the matrices ${names.join(", ")}, but found ${instead}.`,
    );
  }
  return value;
}

/** Throws where an option is not a whole number from `low` to `high`. */
export function requireWhole(name: string, value: unknown, low: number, high: number): void {
  if (!Number.isInteger(value) || (value as number) < low || (value as number) > high) {
    throw new MatrixError(
      `${name} expected a whole number from ${low} to ${high}, but found ${found(value)}.`,
    );
  }
}

/** Throws where an option is not a finite number greater than 0. */
export function requirePositive(name: string, value: unknown): void {
  if (!Number.isFinite(value) || (value as number) <= 0) {
    throw new MatrixError(
      `${name} expected a number greater than 0, but found ${found(value)}.`,
    );
  }
}

/** Throws where a value is not one of a few texts. */
export function requireOneOf(name: string, value: unknown, ...choices: string[]): void {
  if (choices.includes(value as string)) return;
  const list = choices.map((choice) => JSON.stringify(choice)).join(" or ");
  throw new MatrixError(`${name} expected ${list}, but found ${found(value)}.`);
}

/** Throws where a value is no object with parts of its own: an array, a list, a promise, a date. */
export function requireObject(call: string, what: string, value: unknown): void {
  // What is built in says its kind, a class of somebody's own does not.
  if (Object.prototype.toString.call(value) === "[object Object]") return;
  throw new MatrixError(`${call} expected ${what}, but found ${found(value)}.`);
}

/** Throws where one of some values is given and neither true nor false: "no" would count as yes. */
export function requireBooleans(call: string, values: Record<string, unknown>): void {
  for (const [name, value] of Object.entries(values)) {
    if (value === undefined || typeof value === "boolean") continue;
    throw new MatrixError(
      `${call} expected ${name} to be true or false, but found ${found(value)}.`,
    );
  }
}

/** Throws where a value is given that is no function. */
export function requireFunction(call: string, name: string, value: unknown): void {
  if (value === undefined || typeof value === "function") return;
  throw new MatrixError(`${call} expected ${name} to be a function, but found ${found(value)}.`);
}

/** The most numbers that one list or matrix may have: 2 GB of float64. */
export const MOST_NUMBERS = 2 ** 28;

/** Throws where a value is no list: an array, or something else with a length. It may be empty. */
export function requireList(call: string, name: string, value: unknown): void {
  const length = typeof value === "object" ? (value as ArrayLike<unknown>)?.length : undefined;
  if (Number.isInteger(length) && length! >= 0 && length! <= MOST_NUMBERS) return;
  const instead = length === undefined ? found(value) : `one of length ${found(length)}`;
  throw new MatrixError(`${call} expected an array of ${name}, but found ${instead}.`);
}

/** A value as an error names it, whatever it is. */
export function found(value: unknown): string {
  switch (typeof value) {
    case "string":
      return JSON.stringify(value.length > 40 ? `${value.slice(0, 40)}...` : value);
    case "bigint":
      return `the bigint ${value}n`;
    case "symbol":
    case "function":
      return `a ${typeof value}`;
  }
  if (typeof value !== "object" || value === null) return String(value);
  if (Array.isArray(value)) return value.length === 0 ? "an empty array" : "an array";
  if (value instanceof Promise) return "a promise: is an await missing?";
  if (value instanceof Matrix) return `a ${value.shape} matrix`;
  const name = value.constructor?.name;
  return typeof name === "string" && name !== "Object" ? `a ${name}` : "an object";
}
