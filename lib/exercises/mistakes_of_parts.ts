import { Matrix } from "../matrix/matrix.ts";
import { transpose } from "../matrix/transpose.ts";
import type { Exercise } from "./exercise.ts";
import { about, at, type General, its, list, mapped } from "./made.ts";
import { rowMistakes } from "./mistakes_of_rows.ts";

/** What becomes of each matrix, number or list by itself. */
export function partMistakes(exercise: Exercise): General[] {
  return [
    ...exercise.argumentNames.map((argument, k): General => ({
      id: "unchanged",
      says: (name) =>
        name
          ? `${name} is what stands under that name in ${argument}, as it was given.`
          : `This is ${argument} itself, as it was given.`,
      make: (_, args, path) => path ? at(args[k], path.split(".").at(-1)!) : args[k],
    })),
    {
      id: "opposite-sign",
      says: (name) => `${its(name)}${name ? "every" : "Every"} sign is opposite.`,
      make: (right) => mapped(right, (number) => -number),
    },
    {
      id: "transposed",
      says: (name) =>
        about(name, "The numbers are right, but rows and columns are exchanged: this is the ") +
        "transpose.",
      make: (right) => {
        if (!(right instanceof Matrix)) throw new TypeError("no matrix");
        return transpose(right);
      },
    },
    ...rowMistakes,
    {
      id: "signs-lost",
      says: (name) => about(name, "No number is below 0: the signs were lost."),
      make: (right) => mapped(right, Math.abs),
    },
    {
      id: "squared",
      says: (name) => about(name, "Each number is the square of what it should be."),
      make: (right) => mapped(right, (number) => number ** 2),
    },
    ...[1, -1].map((one): General => ({
      id: "off-by-one",
      says: (name) =>
        about(
          name,
          `Every number is 1 too ${one > 0 ? "large" : "small"}. Where does a sum begin?`,
        ),
      make: (right) => mapped(right, (number) => number + one),
    })),
    ...maps.map(([id, says, change]): General => ({
      id,
      says: (name) => about(name, says),
      make: (right) => mapped(right, change),
    })),
    ...[0, 1, 2, 3].map((digits): General => ({
      id: "rounded",
      says: (name) =>
        about(
          name,
          digits === 0
            ? "The numbers were rounded to whole ones. Leave them as they are."
            : `The numbers were rounded to ${digits} decimals. Leave them as they are.`,
        ),
      make: (right) => mapped(right, (number) => Number(number.toFixed(digits))),
    })),
    ...listMistakes,
  ];
}

/** One step too much at the end. */
const maps: [id: string, says: string, change: (number: number) => number][] = [
  ["one-minus", "Each number is 1 minus what it should be.", (number) => 1 - number],
  ["root-taken", "Each number is the square root of what it should be.", Math.sqrt],
  ["log-taken", "Each number is the logarithm of what it should be.", Math.log],
  ["exp-taken", "Each number is e to the power of what it should be.", Math.exp],
  ["inverted", "Each number is 1 divided by what it should be.", (number) => 1 / number],
  [
    "cut-off-below-zero",
    "The numbers below 0 became 0. Leave them as they are.",
    (number) => Math.max(0, number),
  ],
  [
    "only-signs",
    "There is only 1 for numbers above 0, and 0 for the others. Give the numbers themselves.",
    (number) => number > 0 ? 1 : 0,
  ],
];

/** What becomes of a list, such as the losses of a training. */
const listMistakes: General[] = [
  ...[[0, -1], [1]].map((ends): General => ({
    id: "one-element-missing",
    says: (name) => about(name, `The ${ends[0] ? "first" : "last"} element is missing.`),
    make: (right) => list(right).slice(...ends),
  })),
  ...[2, 3, 4, 5, 10, 20, 25, 50, 100].flatMap((n) =>
    [0, n - 1].map((from): General => ({
      id: "only-some-elements",
      says: (name) =>
        about(name, `Only every ${n}th element is there. All of them are needed: take away `) +
        `the condition, such as if (k % ${n} === 0).`,
      make: (right) => list(right).filter((_, k) => k % n === from),
    }))
  ),
  {
    id: "backwards",
    says: (name) => about(name, "The elements stand in the opposite order."),
    make: (right) => list(right).reverse(),
  },
  {
    id: "last-element-only",
    says: (name) => about(name, "There is only the last element: each replaced the one before."),
    make: (right) => list(right).slice(-1),
  },
];
