/**
 * Mistakes that are recognized in any exercise, by what they make of its right result. No exercise is
 * named here: whoever writes one gets all of these with it. An exercise's own mistakes come first,
 * and it may have its own sentence for one of these, by the name.
 *
 * @module
 */
import { Matrix } from "../matrix/matrix.ts";
import { transpose } from "../matrix/transpose.ts";
import type { Exercise } from "./exercise.ts";
import { compare, same } from "./compare.ts";
import { type Part, partsOf } from "./parts.ts";
import { nameFactor } from "./factor.ts";

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

/** What a mistake makes of a right result, or of a part of it; it throws where it makes nothing. */
type Make = (right: unknown, args: readonly unknown[], path?: string) => unknown;

/** A mistake that can be made in any exercise. */
interface General {
  id: string;
  /** @param name the part of the result in which the mistake is; empty for all of it */
  says(name: string): string;
  make: Make;
}

/**
 * Whether a mistake does the same as the reader's function in every trial. Where it throws, it is enough
 * that the other throws too, if elsewhere the two gave the same numbers: the words differ with how the
 * elements were reached. Where only the reader's throws, a trial that is not promised says nothing.
 */
export function fits(
  trials: readonly Trial[],
  make: (trial: Trial, k: number) => unknown,
): boolean {
  let giveSame = false;
  for (const [k, trial] of trials.entries()) {
    const made = attempt(() => make(trial, k));
    const { found } = trial;
    if (trial.telling && "error" in found) continue;
    if ("value" in made !== "value" in found) return false;
    if (!("value" in made) || !("value" in found)) continue;
    if (!same(made.value, found.value)) return false;
    giveSame = true;
  }
  return giveSame;
}

/** What may come on top of another mistake. */
const seconds = new Set(["opposite-sign", "transposed"]);

function attempt(run: () => unknown): Result {
  try {
    return { value: run() };
  } catch (error) {
    return { error: error instanceof Error ? error.message : String(error) };
  }
}

/**
 * The first of the general mistakes that explains all that differs.
 *
 * @param second whether it is looked for beside another mistake: then only a few are tried, since many
 * pairs of mistakes look alike
 */
export function generalMistake(
  exercise: Exercise,
  trials: readonly Trial[],
  second = false,
): Recognized | undefined {
  // Where all is NaN or Infinity, many mistakes look alike.
  if (!trials.some(({ found }) => "value" in found && hasNumber(found.value))) return;
  const paths = differing(trials);
  if (second) {
    if (!paths) return;
    const one = partMistakes(exercise).filter(({ id }) => seconds.has(id)).find(({ make }) =>
      fits(
        trials,
        ({ args, expected }) => replaced(expected, paths, (part, path) => make(part, args, path)),
      )
    );
    const name = paths.join(" and ");
    if (one) return { id: one.id, says: one.says(name) };
    const factor = nameFactor(exercise, trials, (trial) => picked(trial, paths), true);
    return factor ? { id: "constant-factor", says: factor } : undefined;
  }
  const whole = wholeMistakes(exercise).find(({ make }) =>
    fits(trials, ({ args, expected }) => make(expected, args))
  );
  const general = whole ??
    (paths &&
      partMistakes(exercise).find(({ make }) =>
        fits(
          trials,
          ({ args, expected }) => replaced(expected, paths, (part, path) => make(part, args, path)),
        )
      )) ??
    again(exercise).find(({ make }) =>
      fits(trials, ({ args, expected }) => {
        const other = make(expected, args);
        return paths ? replaced(expected, paths, (_, path) => at(other, path)) : other;
      })
    );
  const name = paths?.join(" and ") ?? "";
  if (general) return { id: general.id, says: general.says(name) };
  const fails = trials.some(({ found, telling }) => "error" in found && !telling);
  const factor = paths && !fails && nameFactor(exercise, trials, (trial) => picked(trial, paths));
  return factor ? { id: "constant-factor", says: about(name, factor) } : undefined;
}

/** The recognized mistake with the exercise's own sentence, if it has one. */
export function inItsWords({ sentences }: Exercise, recognized: Recognized): Recognized {
  return { ...recognized, says: sentences.get(recognized.id) ?? recognized.says };
}

/** What a general mistake makes of the right result: for an exercise that has a sentence for it. */
export function madeBy(exercise: Exercise, id: string): Make[] {
  const all = [...wholeMistakes(exercise), ...partMistakes(exercise), ...again(exercise)];
  return all.filter((general) => general.id === id).map(({ make }) => make);
}

/** The parts that differ in a trial, by their names; undefined if a result lacks the parts. */
function differing(trials: readonly Trial[]): string[] | undefined {
  const paths = new Set<string>();
  for (const { expected, found } of trials) {
    if ("error" in found) continue;
    const [right, other] = [partsOf(expected), partsOf(found.value)];
    for (const part of right.parts) {
      const own = other.parts.find(({ name }) => name === part.name);
      if (!own) return;
      if (compare({ parts: [part], others: {} }, { parts: [own], others: {} }).difference) {
        paths.add(part.name);
      }
    }
  }
  return paths.size > 0 ? [...paths] : undefined;
}

function hasNumber(value: unknown): boolean {
  const { parts, others } = partsOf(value);
  return Object.keys(others).length > 0 || parts.some(({ values }) => values.some(Number.isFinite));
}

function picked({ expected, found }: Trial, paths: string[]): [right: Part, found: Part][] {
  if ("error" in found) return [];
  const [right, other] = [partsOf(expected), partsOf(found.value)];
  const of = (parts: Part[], path: string) => parts.find(({ name }) => name === path)!;
  return paths.map((path) => [of(right.parts, path), of(other.parts, path)]);
}

function at(value: unknown, path: string): unknown {
  if (!path) return value;
  return path.split(".").reduce<unknown>((inner, key) => Object(inner)[key], value);
}

/** The right result with other parts in the place of some. */
function replaced(
  value: unknown,
  paths: readonly string[],
  make: (part: unknown, path: string) => unknown,
  name = "",
): unknown {
  if (paths.includes(name)) return make(value, name);
  if (value instanceof Matrix || typeof value !== "object" || value === null) return value;
  if (Array.isArray(value) || ArrayBuffer.isView(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) =>
      [key, replaced(inner, paths, make, name ? `${name}.${key}` : key)] as const
    ),
  );
}

/** Every number of a matrix, of a list, or the number itself, changed. */
export function mapped(value: unknown, change: (number: number) => number): unknown {
  if (value instanceof Matrix) return Matrix.from(value.toArray().map((row) => row.map(change)));
  if (typeof value === "number") return change(value);
  return list(value).map(change);
}

function rows(value: unknown, change: (rows: number[][]) => number[][]): Matrix {
  if (!(value instanceof Matrix)) throw new TypeError("no matrix");
  return Matrix.from(change(value.toArray()));
}

function list(value: unknown): number[] {
  if (Array.isArray(value) || ArrayBuffer.isView(value)) return Array.from(value as number[]);
  throw new TypeError("no list");
}

/** What becomes of a result that should be an object with names, or one number. */
function wholeMistakes(exercise: Exercise): General[] {
  const object = (right: unknown): Record<string, unknown> => {
    if (right instanceof Matrix || typeof right !== "object" || Array.isArray(right)) {
      throw new TypeError("no object");
    }
    return right as Record<string, unknown>;
  };
  const names = namesOf(exercise);
  const braces = `return { ${names.join(", ")} }, with braces.`;
  return [
    ...names.map((name, k): General => ({
      id: "part-for-the-whole",
      says: () =>
        `This is ${name} alone. All of them are needed, with their names: ${braces}` +
        (k === names.length - 1
          ? ` Without braces, return ${names.join(", ")} gives only the last one.`
          : ""),
      make: (right) => object(right)[name],
    })),
    {
      id: "as-an-array",
      says: () => `The results came as an array. They need their names: ${braces}`,
      make: (right) => Object.values(object(right)),
    },
    {
      id: "one-by-one-matrix",
      says: () => "The number is right, but it came as a 1 x 1 matrix. Return the number itself.",
      make: (right) => {
        if (typeof right !== "number") throw new TypeError("no number");
        return Matrix.from([[right]]);
      },
    },
  ];
}

/** The names of what a result holds, by how the exercise says it: `{ Z1, A1, Z2, A2 }: ...`. */
function namesOf({ gives }: Exercise): string[] {
  return /^\{\s*(\w+(?:,\s*\w+)*)\s*\}/.exec(gives)?.[1].split(/,\s*/) ?? [];
}

const its = (name: string) => name ? `In ${name} ` : "";
/** A sentence about a part of the result. */
const about = (name: string, text: string) =>
  name ? `In ${name}: ${text[0].toLowerCase()}${text.slice(1)}` : text;

/** What becomes of each matrix, number or list by itself. */
function partMistakes(exercise: Exercise): General[] {
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

/** The slips that happen wherever a matrix is built row by row, whatever its numbers are. */
const rowMistakes: General[] = [
  {
    id: "all-zeros",
    says: (name) =>
      `${its(name)}${
        name ? "every" : "Every"
      } number is 0. A Matrix can't be changed after it was ` +
      "made: put the numbers into arrays first, and make the Matrix of them at the end.",
    make: (right) => rows(right, (rows) => rows.map((row) => row.map(() => 0))),
  },
  {
    id: "rows-shared",
    says: (name) =>
      about(name, "All rows are the same: one array was used for every row. ") +
      "Make a new array for each row, inside the loop over the rows.",
    make: (right) => rows(right, (rows) => rows.map(() => rows[rows.length - 1])),
  },
  {
    id: "row-never-emptied",
    says: (name) =>
      about(name, "Each row holds the numbers of all rows: one array was used throughout. ") +
      "Make a new array for each row, inside the loop over the rows.",
    make: (right) => rows(right, (rows) => rows.map(() => rows.flat())),
  },
  ...[
    (numbers: number[]) => [numbers],
    (numbers: number[]) => numbers.map((number) => [number]),
  ].map((arranged): General => ({
    id: "in-one-row",
    says: (name) =>
      about(name, "All numbers stand in a single row or a single column. ") +
      "Collect each row in an array of its own, and these arrays in another one.",
    make: (right) => rows(right, (rows) => arranged(rows.flat())),
  })),
  {
    id: "first-row-only",
    says: (name) =>
      about(name, "There is only the first row. ") +
      "Does the return stand inside the loop? It belongs after it.",
    make: (right) => rows(right, (rows) => rows.slice(0, 1)),
  },
  ...[[0, -1], [1]].map((ends): General => ({
    id: "row-missing",
    says: (name) =>
      about(name, "The first or the last row is missing. ") +
      "A loop over n rows goes from 0 to n - 1: for (let i = 0; i < n; i++).",
    make: (right) => rows(right, (rows) => rows.slice(...ends)),
  })),
  ...[[0, -1], [1]].map((ends): General => ({
    id: "column-missing",
    says: (name) =>
      about(name, "The first or the last column is missing. ") +
      "A loop over n columns goes from 0 to n - 1: for (let j = 0; j < n; j++).",
    make: (right) => rows(right, (rows) => rows.map((row) => row.slice(...ends))),
  })),
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

/** What the right function gives for other arguments: for too few images, in another order. */
function again({ right, argumentNames }: Exercise): General[] {
  const swaps = argumentNames.flatMap((_, i) =>
    argumentNames.slice(i + 1).map((_, k) => [i, i + 1 + k] as const)
  );
  const images = [
    ["The first", "column", (j: number) => j > 0],
    ["The last", "column", (j: number, m: number) => j < m - 1],
  ] as const;
  const only = [
    ["first", (j: number) => j === 0],
    ["last", (j: number, m: number) => j === m - 1],
  ] as const;
  return [
    ...swaps.map(([i, k]): General => ({
      id: "arguments-exchanged",
      says: () =>
        `This is what comes out if ${argumentNames[i]} and ${argumentNames[k]} change places.`,
      make: (_, args) => right(...args.with(i, args[k]).with(k, args[i])),
    })),
    {
      id: "rows-for-columns",
      says: () =>
        "Rows were taken for columns: what should go down each column goes along each row, or the " +
        "other way round.",
      make: (_, args) => transpose(right(...args.map(turned)) as Matrix),
    },
    {
      id: "rows-for-columns",
      says: () =>
        "Rows were taken for columns: what should go down each column goes along each row, or the " +
        "other way round.",
      make: (_, args) => right(...args.map(turned)),
    },
    ...images.flatMap(([which, what, keep]) =>
      [false, true].map((ofAll): General => ({
        id: "image-missing",
        says: (name) =>
          about(name, `${which} ${what} was left out, which is an image. `) +
          "A loop over m images goes from 0 to m - 1.",
        make: (_, args) => withImages(right, args, keep, ofAll),
      }))
    ),
    ...only.flatMap(([which, keep]) =>
      [false, true].map((ofAll): General => ({
        id: `${which}-image-only`,
        says: (name) =>
          about(name, `Only the ${which} image counts. `) +
          (which === "first"
            ? "Does a return stand inside the loop?"
            : "Does each one replace the one before? Add them up with +=."),
        make: (_, args) => withImages(right, args, keep, ofAll),
      }))
    ),
    ...([[-1, "few"], [1, "many"]] as const).map(([more, word]): General => ({
      id: `one-too-${word}`,
      says: (name) =>
        about(
          name,
          `It looks as if a loop went around once too ${word === "few" ? "little" : "often"}: `,
        ) +
        "look at where it begins and ends.",
      make: (_, args) => right(...args.map((arg) => counted(arg, more))),
    })),
  ];
}

function turned(value: unknown): unknown {
  return value instanceof Matrix ? transpose(value) : value;
}

/** Every whole number in an argument, one more or one less. */
function counted(value: unknown, more: number): unknown {
  if (typeof value === "number") return Number.isInteger(value) ? value + more : value;
  if (typeof value !== "object" || value === null || value instanceof Matrix) return value;
  if (Array.isArray(value) || ArrayBuffer.isView(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [key, counted(inner, more)]),
  );
}

/** The right result for some of the images: for the columns of those arguments that have m of them. */
function withImages(
  right: (...args: unknown[]) => unknown,
  args: readonly unknown[],
  keep: (j: number, m: number) => boolean,
  dividedByAll: boolean,
): unknown {
  const sizes = args.flatMap((arg) =>
    arg instanceof Matrix ? [arg.cols] : isList(arg) ? [list(arg).length] : []
  );
  const m = sizes.at(-1);
  if (m === undefined || m < 2) throw new TypeError("no images");
  const kept = Array.from({ length: m }, (_, j) => keep(j, m)).filter(Boolean).length;
  const result = right(...args.map((arg) => {
    if (arg instanceof Matrix && arg.cols === m) {
      return rows(arg, (rows) => rows.map((row) => row.filter((_, j) => keep(j, m))));
    }
    return isList(arg) && list(arg).length === m ? list(arg).filter((_, j) => keep(j, m)) : arg;
  }));
  return dividedByAll ? mapped(result, (number) => number * kept / m) : result;
}

function isList(value: unknown): boolean {
  return Array.isArray(value) || ArrayBuffer.isView(value);
}
