import type { Trial } from "./made.ts";
import { type Part, partsOf } from "./parts.ts";

/** A right part, and what was found in its place, of one trial. */
export interface Pair {
  right: Part;
  found: Part;
  args: readonly unknown[];
}

/** Whether two numbers are the same but for rounding. */
export const isNear = (a: number, b: number, size = Math.abs(b)) =>
  a === b || Math.abs(a - b) <= 1e-10 * size + 1e-13;

/** The pairs of all trials that were answered; undefined if one that is promised was not. */
export function pairsOf(
  trials: readonly Trial[],
  paths: readonly string[] | undefined,
): Pair[] | undefined {
  if (!paths || trials.some(({ found, telling }) => "error" in found && !telling)) return;
  return trials.flatMap(({ args, expected, found }) => {
    if ("error" in found) return [];
    const [right, other] = [partsOf(expected).parts, partsOf(found.value).parts];
    return paths.map((path): Pair => ({
      right: right.find((part) => part.name === path)!,
      found: other.find((part) => part.name === path)!,
      args,
    }));
  });
}

/** Whether both are of one kind and size. */
export function isAlike({ right, found }: Pair): boolean {
  return right.kind === found.kind && right.rows === found.rows && right.cols === found.cols;
}
