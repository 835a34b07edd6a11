import { ArgumentError } from "./argument_error.ts";
import { found, foundInstead, type Wanted } from "./found.ts";

/** Throws if `i` is not one of `size` indices that count from 0. */
export function checkIndex(what: string, i: number, size: number, shape: string): void {
  if (!Number.isInteger(i) || i < 0 || i >= size) {
    throw new ArgumentError(
      `There is no ${what} ${found(i)} in a ${shape} matrix: expected a whole number from 0 to ${
        size - 1
      }.`,
    );
  }
}

/** Throws if an option is not a whole number from `low` to `high`. */
export function requireWhole(name: string, value: unknown, low: number, high: number): void {
  if (!Number.isInteger(value) || (value as number) < low || (value as number) > high) {
    throw new ArgumentError(
      `${name} expected a whole number from ${low} to ${high}, but found ${found(value)}.`,
    );
  }
}

/** Throws if an option is not a finite number greater than 0. */
export function requirePositive(name: string, value: unknown): void {
  if (!Number.isFinite(value) || (value as number) <= 0) {
    throw new ArgumentError(
      `${name} expected a number greater than 0, but found ${found(value)}.`,
    );
  }
}

/** Throws if a value is not one of a few texts. */
export function requireOneOf(name: string, value: unknown, ...choices: string[]): void {
  if (choices.includes(value as string)) return;
  const list = choices.map((choice) => JSON.stringify(choice)).join(" or ");
  throw new ArgumentError(`${name} expected ${list}, but found ${found(value)}.`);
}

/** Throws if a value is not an object with parts of its own, but an array, a promise or a date. */
export function requireObject(call: string, what: string, value: unknown): void {
  // Built-in objects say their kind, objects of other classes do not; a matrix has a shape.
  const isPlain = Object.prototype.toString.call(value) === "[object Object]";
  if (isPlain && typeof (value as { shape?: unknown }).shape !== "string") return;
  throw new ArgumentError(`${call} expected ${what}, but found ${found(value)}.`);
}

/** Throws if a value is given and is neither true nor false: "no" would count as yes. */
export function requireBooleans(call: string, values: Record<string, unknown>): void {
  for (const [name, value] of Object.entries(values)) {
    if (value === undefined || typeof value === "boolean") continue;
    throw new ArgumentError(
      `${call} expected ${name} to be true or false, but found ${found(value)}.`,
    );
  }
}

/** Throws if one of some values is given and not a text. */
export function requireTexts(call: string, values: Record<string, unknown>): void {
  for (const [name, value] of Object.entries(values)) {
    if (value === undefined || typeof value === "string") continue;
    throw new ArgumentError(`${call} expected ${name} to be a text, but found ${found(value)}.`);
  }
}

/** Throws if a value is given that is not a function. */
export function requireFunction(call: string, name: string, value: unknown): void {
  if (value === undefined || typeof value === "function") return;
  throw new ArgumentError(`${call} expected ${name} to be a function, but found ${found(value)}.`);
}

/** Maximum number of numbers in one list or matrix: 2 GB of float64. */
export const MOST_NUMBERS = 2 ** 28;

/** Throws if a value is not a list: an array, or something else with a length. It may be empty. */
export function requireList(call: string, name: string, value: unknown): void {
  const isObject = typeof value === "object" && value !== null;
  // A Matrix explains that it has no length.
  const isList = isObject && ("length" in value) && !("toArray" in value);
  const length = isList ? value.length as number : undefined;
  if (Number.isInteger(length) && length! >= 0 && length! <= MOST_NUMBERS) return;
  const instead = length === undefined
    ? foundInstead(value, name as Wanted)
    : `one of length ${found(length)}`;
  const { shape } = Object(value);
  const hint = typeof shape === "string" && shape.startsWith("10 x")
    ? " argmax(A) gives the row of each column's largest number."
    : "";
  throw new ArgumentError(`${call} expected an array of ${name}, but found ${instead}.${hint}`);
}
