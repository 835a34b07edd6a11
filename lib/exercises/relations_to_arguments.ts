/**
 * What a wrong result has to do with the arguments, number by number: one operation in the place of
 * another, an argument that was added to the right result or multiplied by it.
 *
 * @module
 */
import { compare } from "./compare.ts";
import { leavesOf } from "./leaves.ts";
import type { Said } from "./made.ts";
import type { Pair } from "./pairs.ts";
import { type Part, partsOf } from "./parts.ts";

/** What is made of two arguments. */
const operations: [says: (a: string, b: string) => string, of: (a: number, b: number) => number][] =
  [
    [(a, b) => `This is ${a} plus ${b}, number by number.`, (a, b) => a + b],
    [(a, b) => `This is ${a} minus ${b}, number by number.`, (a, b) => a - b],
    [(a, b) => `This is ${a} times ${b}, number by number.`, (a, b) => a * b],
    [(a, b) => `This is ${a} divided by ${b}, number by number.`, (a, b) => a / b],
    [(a, b) => `This is the larger number of ${a} and ${b} in each place.`, Math.max],
    [(a, b) => `This is the smaller number of ${a} and ${b} in each place.`, Math.min],
    [
      (a, b) => `This is the difference of ${a} and ${b} without its sign, number by number.`,
      (a, b) => Math.abs(a - b),
    ],
    [
      (a, b) => `This is the square of the difference of ${a} and ${b}, number by number.`,
      (a, b) => (a - b) ** 2,
    ],
  ];

/** What is made of the right result and an argument. */
const additions: [says: (a: string) => string, of: (right: number, a: number) => number][] = [
  [(a) => `This is the right result, with ${a} added to it.`, (right, a) => right + a],
  [(a) => `This is the right result, with ${a} subtracted from it.`, (right, a) => right - a],
  [(a) => `This is the right result, with twice ${a} added to it.`, (right, a) => right + 2 * a],
  [
    (a) => `This is the right result, with twice ${a} subtracted from it.`,
    (right, a) => right - 2 * a,
  ],
  [
    (a) => `This is the right result, multiplied by ${a} number by number.`,
    (right, a) => right * a,
  ],
  [
    (a) => `This is the right result, divided by ${a} number by number.`,
    (right, a) => right / a,
  ],
];

/** What is made of one argument. */
const changes: [says: (a: string) => string, of: (a: number) => number][] = [
  [(a) => `Each number here is just that of ${a}.`, (a) => a],
  [(a) => `This is ${a} with the opposite sign.`, (a) => -a],
  [(a) => `This is ${a} with the numbers below 0 as 0.`, (a) => Math.max(0, a)],
  [(a) => `This is 1 minus ${a}.`, (a) => 1 - a],
  [(a) => `This is ${a} without its signs.`, Math.abs],
  [(a) => `This is the square of ${a}.`, (a) => a * a],
  [(a) => `This is e to the power of ${a}.`, Math.exp],
  [(a) => `This is the logarithm of ${a}.`, Math.log],
  [(a) => `This is minus the logarithm of ${a}.`, (a) => -Math.log(a)],
  [(a) => `This is the sigmoid of ${a}, 1 / (1 + e^-z).`, (a) => 1 / (1 + Math.exp(-a))],
  [(a) => `This is the hyperbolic tangent of ${a}.`, Math.tanh],
  [(a) => `This is twice ${a}.`, (a) => 2 * a],
  [(a) => `This is half of ${a}.`, (a) => a / 2],
  [(a) => `This is 1 where ${a} is above 0, and 0 elsewhere.`, (a) => a > 0 ? 1 : 0],
  [(a) => `This is 0 everywhere but in the places where ${a} is 1.`, (a) => a === 1 ? 1 : 0],
];

/** The first of these that holds in every trial. */
export function toArguments(argumentNames: readonly string[], pairs: readonly Pair[]): Said {
  if (pairs.some(({ right, found }) => right.values.length !== found.values.length)) return;
  const leaves = argumentNames.flatMap((name, k) => leavesOf(name, [k], pairs[0].args[k]));
  const numbersOf = leaves.map(({ name, path }) => ({
    name,
    of: ({ args, found }: Pair) =>
      spread(path.reduce<unknown>((inner, key) => Object(inner)[key], args), found),
  })).filter(({ of }) => pairs.every((pair) => of(pair)));
  const is = (number: (pair: Pair, k: number) => number) =>
    pairs.every((pair) => {
      const values = pair.found.values.map((_, k) => number(pair, k));
      return values.every(Number.isFinite) && isSame({ ...pair.found, values }, pair.found);
    });
  const matrices = new Map(
    numbersOf.map(({ name, of }) => [name, new Map(pairs.map((pair) => [pair, of(pair)!]))]),
  );
  const value = (name: string, pair: Pair, k: number) => matrices.get(name)!.get(pair)![k];
  for (const { name } of numbersOf) {
    const change = changes.find(([, of]) => is((pair, k) => of(value(name, pair, k))));
    if (change) return ["made-of-an-argument", change[0](name)];
    const more = additions.find(([, of]) =>
      is((pair, k) => of(pair.right.values[k], value(name, pair, k)))
    );
    if (more) return ["argument-too-much", more[0](name)];
  }
  for (const { name: a } of numbersOf) {
    for (const { name: b } of numbersOf) {
      if (a === b) continue;
      const one = operations.find(([, of]) =>
        is((pair, k) => of(value(a, pair, k), value(b, pair, k)))
      );
      if (one) return ["other-operation", one[0](a, b)];
    }
  }
}

/** The numbers of an argument in the places of a result: as large, a column for all columns, or one number. */
function spread(arg: unknown, { rows, cols }: Part): readonly number[] | undefined {
  const [part] = partsOf(arg).parts;
  if (!part || part.rows !== rows && part.kind !== "number") return;
  const { kind, values } = part;
  if (kind === "number") return Array(rows * cols).fill(values[0]);
  if (part.cols === cols) return values;
  if (part.cols === 1) {
    return Array.from({ length: rows * cols }, (_, k) => values[Math.floor(k / cols)]);
  }
}

function isSame(one: Part, other: Part): boolean {
  return !compare({ parts: [one], others: {} }, { parts: [other], others: {} }).difference;
}
