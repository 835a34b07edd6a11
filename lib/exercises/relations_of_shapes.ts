/**
 * The right numbers in a matrix of another size: a row or column too many, the right column again and
 * again, the numbers broken into rows at other places.
 *
 * @module
 */
import type { Said } from "./made.ts";
import { isNear, type Pair } from "./pairs.ts";
import type { Part } from "./parts.ts";

/** The first of these that holds in every trial. */
export function inShapes(pairs: readonly Pair[]): Said {
  if (pairs.some(({ right, found }) => right.kind !== found.kind)) return;
  const same = ({ right, found }: Pair) => right.rows === found.rows && right.cols === found.cols;
  if (pairs.every(same)) return;
  /** Whether each number found in a place is the right one of another place. */
  const is = (
    sizes: (right: Part) => [rows: number, cols: number],
    at: (i: number, j: number, right: Part) => readonly [number, number],
    reads: "found" | "right",
  ) =>
    pairs.every(({ right, found }) => {
      const [from, to] = reads === "found" ? [found, right] : [right, found];
      const [rows, cols] = sizes(right);
      if (found.rows !== rows || found.cols !== cols) return false;
      return to.values.every((value, k) => {
        const [i, j] = at(Math.floor(k / to.cols), k % to.cols, right);
        return isNear(from.values[i * from.cols + j], value);
      });
    });
  const kept = "The right numbers are there, and";
  const many: [says: string, more: [number, number], from: [number, number]][] = [
    ["a row too many at the end", [1, 0], [0, 0]],
    ["a row too many at the beginning", [1, 0], [1, 0]],
    ["a column too many at the end", [0, 1], [0, 0]],
    ["a column too many at the beginning", [0, 1], [0, 1]],
    ["a row and a column too many at the end", [1, 1], [0, 0]],
    ["a row and a column too many at the beginning", [1, 1], [1, 1]],
  ];
  const more = many.find(([, [rows, cols], [i0, j0]]) =>
    is((right) => [right.rows + rows, right.cols + cols], (i, j) => [i + i0, j + j0], "found")
  );
  if (more) {
    return ["too-many", `${kept} ${more[0]}. A loop over n of them goes from 0 to n - 1.`];
  }
  const columns = pairs.every(({ right, found }) =>
    right.cols === 1 && right.rows === found.rows &&
    found.values.every((value, k) => isNear(value, right.values[Math.floor(k / found.cols)]))
  );
  if (columns) {
    return [
      "column-repeated",
      "The right column stands there again and again. It is needed once: collect one number for each row.",
    ];
  }
  const flat = pairs.every(({ right, found }) =>
    right.values.length === found.values.length &&
    right.values.every((value, k) => isNear(found.values[k], value))
  );
  if (flat) {
    return [
      "other-rows",
      "The right numbers are there one after the other, but the rows end in other places: " +
      "exchange the two sizes.",
    ];
  }
}
