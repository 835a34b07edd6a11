/**
 * Mistakes that show in how a result lies to the right one, and not in what is made of it: numbers in
 * other places, one number for each other one, a part left as it was.
 *
 * @module
 */
import { compare } from "./compare.ts";
import { about, type Recognized, type Said, type Trial } from "./made.ts";
import { isAlike, isNear, type Pair, pairsOf } from "./pairs.ts";
import { type Part, partsOf } from "./parts.ts";
import { toArguments } from "./relations_to_arguments.ts";
import { inShapes } from "./relations_of_shapes.ts";

/** The first relation that holds in every trial. */
export function relation(
  argumentNames: readonly string[],
  trials: readonly Trial[],
  paths: readonly string[] | undefined,
): Recognized | undefined {
  const pairs = pairsOf(trials, paths);
  if (!pairs || !paths) return;
  const name = paths.join(" and ");
  const other = notAddedUp(pairs) ?? oneNumber(pairs) ?? inShapes(pairs);
  if (other) return { id: other[0], says: about(name, other[1]) };
  if (!pairs.every(isAlike)) return;
  const said = ofEachRow(argumentNames, pairs) ?? partlyUnchanged(argumentNames, pairs) ??
    oneForOne(pairs) ?? shifted(pairs) ??
    cutOff(pairs) ?? elsewhere(pairs) ?? toArguments(argumentNames, pairs);
  return said && { id: said[0], says: about(name, said[1]) };
}

const sum = (numbers: readonly number[]) => numbers.reduce((all, one) => all + one, 0);
const isSame = (one: Part, other: Part) =>
  !compare({ parts: [{ ...one, name: "" }], others: {} }, {
    parts: [{ ...other, name: "" }],
    others: {},
  }).difference;

/** Several numbers where one is expected, which they would make together. */
function notAddedUp(pairs: readonly Pair[]): Said {
  if (pairs.some(({ right, found }) => right.kind !== "number" || found.kind === "number")) return;
  const whole = (finish: (found: Part) => number) =>
    pairs.every(({ right, found }) => {
      const numbers = found.values.filter((value) => !Number.isNaN(value));
      return isNear(finish({ ...found, values: numbers }), right.values[0]);
    });
  const isSum = whole(({ values }) => sum(values));
  const isMean = whole(({ values, cols }) => sum(values) / cols) ||
    whole(({ values }) => sum(values) / values.length);
  if (!isSum && !isMean) return;
  return [
    "not-added-up",
    `These numbers are right, but they still have to become a single one: ${
      isSum ? "add them up" : "take their mean"
    }.`,
  ];
}

/** One number where several are expected: what they make together. It may stand in every place. */
function oneNumber(pairs: readonly Pair[]): Said {
  const isOne = ({ right, found }: Pair) =>
    right.kind !== "number" && found.values.every((value) => isNear(value, found.values[0]));
  if (!pairs.every(isOne)) return;
  const is = (finish: (values: readonly number[]) => number) =>
    pairs.every(({ right, found }) => {
      const size = Math.max(...right.values.map(Math.abs)) * right.values.length;
      return isNear(found.values[0], finish(right.values), size);
    });
  if (!is(sum) && !is((values) => sum(values) / values.length)) return;
  return [
    "made-one-number",
    pairs.every(({ found }) => found.kind === "number")
      ? "This is a single number: everything was added up. Each element of the result needs its own."
      : "All numbers are the same: everything was added up. Each element of the result needs its own.",
  ];
}

/** One number of each row of an argument: its largest, its middle one. */
function ofEachRow(argumentNames: readonly string[], pairs: readonly Pair[]): Said {
  const sorted = (row: readonly number[]) => [...row].sort((a, b) => a - b);
  const reductions: [what: string, of: (row: readonly number[]) => number][] = [
    ["largest number", (row) => Math.max(...row)],
    ["smallest number", (row) => Math.min(...row)],
    ["number in the middle", (row) => sorted(row)[Math.floor(row.length / 2)]],
    ["sum of squares", (row) => sum(row.map((one) => one * one))],
    ["largest number's place", (row) => row.indexOf(Math.max(...row))],
    ["product", (row) => row.reduce((product, one) => product * one, 1)],
  ];
  for (const [k, argument] of argumentNames.entries()) {
    const said = reductions.find(([, of]) =>
      pairs.every(({ found, args }) => {
        const [given] = partsOf(args[k]).parts;
        if (!given || found.kind !== "matrix" || found.cols !== 1 || found.rows !== given.rows) {
          return false;
        }
        return isSame(found, {
          ...found,
          values: found.values.map((_, i) =>
            of(given.values.slice(i * given.cols, (i + 1) * given.cols))
          ),
        });
      })
    );
    if (said) return ["of-each-row", `This is the ${said[0]} of each row of ${argument}.`];
  }
}

/** Rows or columns that are still as they came in. */
function partlyUnchanged(argumentNames: readonly string[], pairs: readonly Pair[]): Said {
  for (const [k, argument] of argumentNames.entries()) {
    for (const [what, lineOf] of lines) {
      const stayed = pairs.map(({ right, found, args }) => {
        const [given] = partsOf(args[k]).parts;
        if (!given || given.rows !== right.rows || given.cols !== right.cols) return;
        const count = what === "row" ? right.rows : right.cols;
        const places = Array.from({ length: count }, (_, place) => place);
        const wrong = places.filter((place) => !isSame(lineOf(right, place), lineOf(found, place)));
        if (!wrong.every((place) => isSame(lineOf(given, place), lineOf(found, place)))) return;
        return wrong.length === 0
          ? "none"
          : wrong.length === count
          ? "all"
          : wrong.length > 1 && wrong.length === count - 1 && !wrong.includes(0)
          ? `Only ${what} 0 is right; the others are`
          : wrong.length === 1 && wrong[0] === count - 1
          ? `The last ${what} is`
          : wrong.length === 1 && wrong[0] === 0
          ? `${what === "row" ? "Row" : "Column"} 0 is`
          : wrong.every((place, i) => place === count - wrong.length + i)
          ? `The last ${what}s are`
          : undefined;
      });
      const [first] = stayed.filter((one) => one !== "none");
      if (!first || first === "all") continue;
      if (!stayed.every((one) => one === first || one === "none")) continue;
      return [
        "partly-unchanged",
        `${first} still as in ${argument}. Look at where the loop over the ${what}s begins and ends.`,
      ];
    }
  }
}

const lines: ["row" | "column", (part: Part, place: number) => Part][] = [
  ["row", (part, i) => ({
    ...part,
    rows: 1,
    values: part.values.slice(i * part.cols, (i + 1) * part.cols),
  })],
  ["column", (part, j) => ({
    ...part,
    cols: 1,
    values: Array.from({ length: part.rows }, (_, i) => part.values[i * part.cols + j]),
  })],
];

/** Where only a few different numbers are expected, such as 0 and 1: another number for each of them. */
function oneForOne(pairs: readonly Pair[]): Said {
  const instead = new Map<number, number>();
  for (const { right, found } of pairs) {
    for (const [k, value] of right.values.entries()) {
      const other = found.values[k];
      if (!instead.has(value)) instead.set(value, other);
      if (!isNear(other, instead.get(value)!) || instead.size > 3) return;
    }
  }
  if (instead.size < 2 || new Set(instead.values()).size < 2) return;
  const said = [...instead].filter(([value, other]) => value !== other)
    .map(([value, other]) => `there is ${Number(other.toPrecision(6))} where ${value} belongs`);
  const text = said.join(", and ");
  return ["other-numbers", `The places are right, the numbers are not: ${text}.`];
}

/** The same number too much or too little everywhere. */
function shifted(pairs: readonly Pair[]): Said {
  const all = pairs.flatMap(({ right, found }) =>
    right.values.map((value, k) => found.values[k] - value)
  );
  const [shift] = all;
  if (
    all.length < 3 ||
    !all.every((one) => isNear(one, shift) || Math.abs(one - shift) < 1e-6 * Math.abs(shift))
  ) return;
  const size = Number(Math.abs(shift).toPrecision(6));
  return ["shifted", `Every number is ${size} too ${shift > 0 ? "large" : "small"}.`];
}

/** Numbers above or below an end, which became that end. */
function cutOff(pairs: readonly Pair[]): Said {
  const found = pairs.flatMap(({ found }) => found.values);
  const right = pairs.flatMap(({ right }) => right.values);
  const [least, most] = [found, found].map((all, k) =>
    all.reduce((a, b) => (k ? b > a : b < a) ? b : a)
  );
  const fits = right.every((value, k) =>
    isNear(found[k], Math.min(most, Math.max(least, value)), Math.abs(value))
  );
  if (!fits || least === most) return;
  const kept = right.filter((value, k) => isNear(found[k], value)).length;
  if (kept < 2) return;
  const low = right.some((value) => value < least - 1e-9);
  const high = right.some((value) => value > most + 1e-9);
  const short = (value: number) => Number(value.toPrecision(6));
  const said = [
    ...low ? [`numbers below ${short(least)} became ${short(least)}`] : [],
    ...high ? [`numbers above ${short(most)} became ${short(most)}`] : [],
  ].join(", and ");
  return said
    ? ["cut-off", `${said[0].toUpperCase()}${said.slice(1)}. Leave them as they are.`]
    : undefined;
}

/** The right numbers in other places. */
function elsewhere(pairs: readonly Pair[]): Said {
  const places: [id: string, how: string, at: (i: number, j: number, part: Part) => number][] = [
    [
      "upside-down",
      "The rows stand in the opposite order.",
      (i, j, { rows, cols }) => (rows - 1 - i) * cols + j,
    ],
    [
      "left-to-right",
      "The columns stand in the opposite order.",
      (i, j, { cols }) => i * cols + cols - 1 - j,
    ],
    [
      "turned-around",
      "Rows and columns stand in the opposite order.",
      (i, j, { rows, cols }) => (rows - 1 - i) * cols + cols - 1 - j,
    ],
  ];
  for (const [id, how, at] of places) {
    const fits = pairs.every(({ right, found }) =>
      isSame(right, {
        ...found,
        values: right.values.map((_, k) =>
          found.values[at(Math.floor(k / right.cols), k % right.cols, right)]
        ),
      })
    );
    if (fits) return [id, `The numbers are right, but not their places. ${how}`];
  }
  const sorted = (part: Part): Part => ({
    ...part,
    values: [...part.values].sort((a, b) => a - b),
  });
  const isTelling = pairs.some(({ right }) => new Set(right.values).size > 3);
  if (!isTelling || !pairs.every(({ right, found }) => isSame(sorted(right), sorted(found)))) {
    return;
  }
  return [
    "other-places",
    "The numbers are right, but they stand in other places. Follow one of them: which row and which " +
    "column does it belong in?",
  ];
}
