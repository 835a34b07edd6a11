/**
 * Where a result is the sum or the mean of what each image gives, or each product, or each row: what else
 * may have been made of these numbers, such as the largest of them.
 *
 * @module
 */
import { Matrix } from "../matrix/matrix.ts";
import type { Exercise } from "./exercise.ts";
import { about, type General, isList, list, rows } from "./made.ts";
import { type Part, partsOf } from "./parts.ts";

/** A size that several arguments share: along it, the right result is a sum. */
interface Along {
  what: string;
  size(args: readonly unknown[]): number;
  /** The arguments with one place of it alone. */
  only(args: readonly unknown[], place: number): unknown[];
}

/** What is made of the numbers that are to be added up, in order. */
const reductions: [says: (what: string) => string, of: (numbers: number[]) => number][] = [
  [(what) => `the largest of what ${what} give`, (numbers) => Math.max(...numbers)],
  [(what) => `the smallest of what ${what} give`, (numbers) => Math.min(...numbers)],
  [
    (what) => `the product of what ${what} give`,
    (numbers) => numbers.reduce((product, one) => product * one, 1),
  ],
  [
    (what) => `what the last of ${what} gives minus what the first gives`,
    (numbers) => numbers.at(-1)! - numbers[0],
  ],
  [
    (what) => `what the first of ${what} gives minus what the others give`,
    (numbers) => 2 * numbers[0] - sum(numbers),
  ],
  [
    (what) => `the sum of the squares of what ${what} give`,
    (numbers) => sum(numbers.map((one) => one * one)),
  ],
  [
    (what) => `the root of the sum of the squares of what ${what} give`,
    (numbers) => Math.sqrt(sum(numbers.map((one) => one * one))),
  ],
  [
    (what) => `the sum of what ${what} give without its signs`,
    (numbers) => sum(numbers.map(Math.abs)),
  ],
  [(what) => `the number in the middle of what ${what} give`, middle],
  [
    (what) => `the sum of what ${what} give, each multiplied by its place from 0`,
    (numbers) => sum(numbers.map((one, place) => one * place)),
  ],
  [
    (what) => `the sum of what ${what} give, each multiplied by its place from 1`,
    (numbers) => sum(numbers.map((one, place) => one * (place + 1))),
  ],
  [
    (what) => `what every other one of ${what} gives, from the first on`,
    (numbers) => sum(numbers.filter((_, place) => place % 2 === 0)),
  ],
  [
    (what) => `what every other one of ${what} gives, from the second on`,
    (numbers) => sum(numbers.filter((_, place) => place % 2)),
  ],
];

function sum(numbers: readonly number[]): number {
  return numbers.reduce((all, one) => all + one, 0);
}

function middle(numbers: readonly number[]): number {
  return [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];
}

/** Other things made of the numbers that the right function adds up. */
export function sumMistakes(exercise: Exercise): General[] {
  return alongs(exercise).flatMap((along) => {
    const of = remembered(exercise, along);
    const made = (
      args: readonly unknown[],
      change: (numbers: number[], size: number) => number,
    ) => {
      const { expected, terms } = of(args);
      return like(expected, (k) => change(terms.map(({ values }) => values[k]), terms.length));
    };
    return [
      ...reductions.flatMap(([says, change]) =>
        // With the division by m, and without it.
        [false, true].map((times): General => ({
          id: "not-the-sum",
          says: (name) =>
            about(name, `This is ${says(along.what)}. All that they give has to be added up.`),
          make: (_, args) => made(args, (numbers, size) => (times ? size : 1) * change(numbers)),
        }))
      ),
      {
        id: "divided-in-each-step",
        says: (name) =>
          about(
            name,
            "The sum is divided again in each turn of the loop. Divide once, after it.",
          ),
        make: (_, args) =>
          made(args, (numbers, size) => numbers.reduce((all, one) => all / size + one, 0)),
      },
      {
        id: "running-sum",
        says: (name) =>
          about(
            name,
            "This has the sum after each turn of the loop. Only the last one is needed.",
          ),
        make: (_, args) => {
          const { expected, terms } = of(args);
          if (!(expected instanceof Matrix) || expected.cols !== 1) {
            throw new TypeError("no column");
          }
          return Matrix.from(
            expected.toArray().map((_, i) => {
              let all = 0;
              return terms.map(({ values }) => all += values[i]);
            }),
          );
        },
      },
    ];
  });
}

/** The terms of the sum for these arguments; it throws where the right result is no such sum. */
function remembered({ right }: Exercise, along: Along) {
  const known = new WeakMap<readonly unknown[], { expected: unknown; terms: Part[] } | Error>();
  const found = (args: readonly unknown[]) => {
    const size = along.size(args);
    if (!(size >= 1 && size <= 1000)) throw new TypeError("no such size");
    const expected = right(...args);
    const [whole, ...others] = partsOf(expected).parts;
    if (!whole || others.length) throw new TypeError("several results");
    const single = Array.from(
      { length: size },
      (_, place) => partsOf(right(...along.only(args, place))).parts[0],
    );
    const scaled = [1, 1 / size].find((factor) =>
      whole.values.every((value, k) => {
        const terms = single.map(({ values }) => values[k] * factor);
        const most = Math.max(1e-3, ...terms.map(Math.abs));
        return Math.abs(sum(terms) - value) <= 1e-9 * most * size;
      })
    );
    if (scaled === undefined) throw new TypeError("no sum");
    const terms = single.map((part) => ({
      ...part,
      values: part.values.map((value) => value * scaled),
    }));
    return { expected, terms };
  };
  return (args: readonly unknown[]) => {
    let result = known.get(args);
    if (!result) {
      try {
        result = found(args);
      } catch (error) {
        result = error as Error;
      }
      known.set(args, result);
    }
    if (result instanceof Error) throw result;
    return result;
  };
}

/** A value of the same kind, with other numbers. */
function like(value: unknown, number: (k: number) => number): unknown {
  if (typeof value === "number") return number(0);
  return rows(
    value,
    (rows) => rows.map((row, i) => row.map((_, j) => number(i * row.length + j))),
  );
}

function alongs({ argumentNames }: Exercise): Along[] {
  const count = argumentNames.length;
  const images: Along = {
    what: "the images",
    size: (args) => {
      const last = args.findLast((arg) => arg instanceof Matrix || isList(arg));
      return last instanceof Matrix ? last.cols : last === undefined ? NaN : list(last).length;
    },
    only(args, place) {
      const size = this.size(args);
      return args.map((arg) =>
        arg instanceof Matrix && arg.cols === size
          ? column(arg, place)
          : isList(arg) && list(arg).length === size
          ? [list(arg)[place]]
          : arg
      );
    },
  };
  const together: Along = {
    what: "the rows",
    size: (args) => args.find((arg) => arg instanceof Matrix)?.rows ?? NaN,
    only(args, place) {
      const size = this.size(args);
      return args.map((arg) => arg instanceof Matrix && arg.rows === size ? row(arg, place) : arg);
    },
  };
  const inner = Array.from({ length: count * count }, (_, k) => [k % count, Math.floor(k / count)])
    .filter(([one, other]) => one !== other)
    .map(([one, other]): Along => ({
      what: "the products",
      size: (args) => {
        const [left, right] = [args[one], args[other]];
        return left instanceof Matrix && right instanceof Matrix && left.cols === right.rows
          ? left.cols
          : NaN;
      },
      only: (args, place) =>
        args.with(one, column(args[one], place)).with(other, row(args[other], place)) as unknown[],
    }));
  return [images, together, ...inner];
}

const column = (value: unknown, place: number) =>
  rows(value, (rows) => rows.map((row) => [row[place]]));
const row = (value: unknown, place: number) => rows(value, (rows) => [rows[place]]);
