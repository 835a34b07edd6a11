import { Matrix } from "../matrix/matrix.ts";

/** A result or an error. */
export type Result = { value: unknown } | { error: string };

/** A trial of a wrong function. */
export interface Trial {
  args: readonly unknown[];
  expected: unknown;
  found: Result;
  /** Whether the statement does not promise it: a function may fail there. */
  telling: boolean;
}

/** What was recognized. */
export interface Recognized {
  id: string;
  says: string;
}

/** What a relation between a result and the right one is called, and what is said; undefined if there is none. */
export type Said = [id: string, says: string] | undefined;

/** What a mistake makes of a right result, or of a part of it; it throws where it makes nothing. */
export type Make = (right: unknown, args: readonly unknown[], path?: string) => unknown;

/** A mistake that can be made in any exercise. */
export interface General {
  id: string;
  /** @param name the part of the result in which the mistake is; empty for all of it */
  says(name: string): string;
  make: Make;
}

/** Every number of a matrix, of a list, or the number itself, changed. */
export function mapped(value: unknown, change: (number: number) => number): unknown {
  if (value instanceof Matrix) return Matrix.from(value.toArray().map((row) => row.map(change)));
  if (typeof value === "number") return change(value);
  return list(value).map(change);
}

export function rows(value: unknown, change: (rows: number[][]) => number[][]): Matrix {
  if (!(value instanceof Matrix)) throw new TypeError("no matrix");
  return Matrix.from(change(value.toArray()));
}

export function list(value: unknown): number[] {
  if (Array.isArray(value) || ArrayBuffer.isView(value)) return Array.from(value as number[]);
  throw new TypeError("no list");
}

/** Whether it is an array or a typed array. */
export function isList(value: unknown): boolean {
  return Array.isArray(value) || ArrayBuffer.isView(value);
}

/** The beginning of a sentence about a part of the result. */
export const its = (name: string) => name ? `In ${name} ` : "";
/** A sentence about a part of the result. */
export const about = (name: string, text: string) =>
  name ? `In ${name}: ${text[0].toLowerCase()}${text.slice(1)}` : text;

/** What a value has at the end of a path such as `"parameters.W1"`. */
export function at(value: unknown, path: string): unknown {
  if (!path) return value;
  return path.split(".").reduce<unknown>((inner, key) => Object(inner)[key], value);
}
