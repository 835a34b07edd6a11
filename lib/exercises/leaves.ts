import { Matrix } from "../matrix/matrix.ts";
import { isList } from "./made.ts";

/** An argument, or what an argument holds under a name: `parameters.b1`. */
export interface Leaf {
  name: string;
  path: readonly (string | number)[];
  value: unknown;
}

/** What an argument holds, or the argument itself if it is a matrix, a number or a list. */
export function leavesOf(name: string, path: (string | number)[], value: unknown): Leaf[] {
  if (value instanceof Matrix || typeof value === "number" || isList(value)) {
    return [{ name, path, value }];
  }
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    leavesOf(`${name}.${key}`, [...path, key], inner)
  );
}
