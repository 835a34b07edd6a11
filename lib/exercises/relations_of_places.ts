/**
 * Where a result is right and where not: numbers that became 0, numbers where 0 belongs, signs that are
 * opposite in some places, one row or column that differs.
 *
 * @module
 */
import type { Said } from "./made.ts";
import { isNear, type Pair } from "./pairs.ts";
import { apart, short } from "./short.ts";
import type { Part } from "./parts.ts";

/** A number of a pair, by its place. */
interface Cell {
  right: number;
  found: number;
  i: number;
  j: number;
  pair: Pair;
}

function cellsOf(pairs: readonly Pair[]): Cell[] {
  return pairs.flatMap((pair) =>
    pair.right.values.map((right, k) => ({
      right,
      found: pair.found.values[k],
      i: Math.floor(k / pair.right.cols),
      j: k % pair.right.cols,
      pair,
    }))
  );
}

function example({ i, j, right, found, pair: { right: part } }: Cell): string {
  const [wrong, belongs] = apart(found, right);
  return `there is ${wrong} at ${place(i, j, part)} where ${belongs} belongs`;
}

/** The first of these that holds in every trial. */
export function inPlaces(pairs: readonly Pair[]): Said {
  const cells = cellsOf(pairs);
  const wrong = cells.filter(({ right, found }) => !isNear(found, right));
  const good = cells.filter(({ right, found }) => isNear(found, right));
  // One number alone says little.
  const several = pairs.some((one) => wrong.filter(({ pair }) => pair === one).length > 1);
  if (!several) return;
  return timesPlace(cells) ?? oneLine(wrong, pairs) ?? someChanged(wrong, good);
}

/** Each column or row, multiplied by its place. */
function timesPlace(cells: readonly Cell[]): Said {
  for (const [what, at] of [["column", "j"], ["row", "i"]] as const) {
    for (const first of [0, 1]) {
      if (cells.some((cell) => !isNear(cell.found, cell.right * (cell[at] + first)))) continue;
      return [
        "times-its-place",
        `Each ${what} is multiplied by its place, counted from ${first}. Does the ${what}'s number ` +
        "stand where another one belongs?",
      ];
    }
  }
}

/** What is wrong in one row, one column, or on the diagonal alone. */
function oneLine(wrong: readonly Cell[], pairs: readonly Pair[]): Said {
  const large = pairs.some(({ right: { rows, cols } }) => rows > 1 && cols > 1);
  const places: [what: string, is: (cell: Cell) => boolean][] = [
    ["row 0", ({ i, pair }) => i === 0 && pair.right.rows > 1],
    ["the last row", ({ i, pair: { right } }) => i === right.rows - 1 && right.rows > 1],
    ["column 0", ({ j, pair }) => j === 0 && pair.right.cols > 1],
    ["the last column", ({ j, pair: { right } }) => j === right.cols - 1 && right.cols > 1],
    ...large
      ? [["the diagonal", ({ i, j }: Cell) => i === j] as [string, (cell: Cell) => boolean]]
      : [],
  ];
  const [where] = places.find(([, is]) => wrong.every(is)) ?? [];
  // One number alone is not a line.
  if (
    where && wrong.some((one) => wrong.some((other) => one !== other && one.pair === other.pair))
  ) {
    return [
      "wrong-in-one-line",
      `Only ${where} is wrong: ${example(wrong[0])}. What is different there?`,
    ];
  }
}

/** The same change in some places, and none in the others. */
function someChanged(wrong: readonly Cell[], good: readonly Cell[]): Said {
  const kept = good.filter(({ right }) => right !== 0).length;
  if (!kept) return;
  const all = (is: (cell: Cell) => boolean) => wrong.every(is);
  const which = whereOf(wrong, good);
  if (all(({ right, found }) => found === 0 && right !== 0)) {
    return ["some-became-zero", `Numbers became 0 that should not: ${example(wrong[0])}.${which}`];
  }
  if (all(({ right, found }) => right === 0 && found !== 0)) {
    return [
      "not-zero",
      `There are numbers where 0 belongs: ${example(wrong[0])}. The others are right.${which}`,
    ];
  }
  if (all(({ right, found }) => isNear(found, -right))) {
    return [
      "some-signs",
      `Some signs are opposite: ${example(wrong[0])}. The others are right.${which}`,
    ];
  }
  const factor = wrong[0].found / wrong[0].right;
  if (Number.isFinite(factor) && all(({ right, found }) => isNear(found, factor * right))) {
    return [
      "some-multiplied",
      `Some numbers are multiplied by ${short(factor)}: ${example(wrong[0])}.${which}`,
    ];
  }
  const shift = wrong[0].found - wrong[0].right;
  if (wrong.length > 2 && all(({ right, found }) => Math.abs(found - right - shift) < 1e-10)) {
    return [
      "some-shifted",
      `Some numbers are ${short(Math.abs(shift))} too ${shift > 0 ? "large" : "small"}: ` +
      `${example(wrong[0])}.${which}`,
    ];
  }
}

/** The zeros are right, and the other numbers are not: this says least. */
export function besideZeros(pairs: readonly Pair[]): Said {
  const cells = cellsOf(pairs);
  const wrong = cells.filter(({ right, found }) => !isNear(found, right));
  const zeros = cells.filter(({ right }) => right === 0);
  // Where the right numbers are not whole ones, how far one is from the right one says more.
  const isCount = cells.every(({ right }) => Number.isInteger(right));
  if (!isCount || zeros.length < cells.length / 4) return;
  if (wrong.some(({ right }) => right === 0)) return;
  return [
    "wrong-beside-zeros",
    `The zeros stand where they belong. The other numbers are not right: ${example(wrong[0])}.`,
  ];
}

/** What the wrong places have in common, and no other place. */
function whereOf(wrong: readonly Cell[], good: readonly Cell[]): string {
  const common: [where: string, is: (cell: Cell) => boolean][] = [
    ["off the diagonal", ({ i, j }) => i !== j],
    ["below the diagonal", ({ i, j }) => i > j],
    ["above the diagonal", ({ i, j }) => i < j],
    ["in the even rows", ({ i }) => i % 2 === 0],
    ["in the odd rows", ({ i }) => i % 2 === 1],
    ["in the even columns", ({ j }) => j % 2 === 0],
    ["in the odd columns", ({ j }) => j % 2 === 1],
    ["where it should be below 0", ({ right }) => right < 0],
    ["where it should be above 0", ({ right }) => right > 0],
  ];
  const found = common.find(([, is]) =>
    wrong.every(is) && good.some((cell) => !is(cell)) &&
    good.every((cell) => !is(cell) || cell.right === 0)
  );
  return found ? ` The wrong ones stand ${found[0]}.` : "";
}

function place(i: number, j: number, { kind }: Part): string {
  return kind === "list" ? `[${i}]` : `[${i}, ${j}]`;
}
