import { Matrix } from "../matrix/matrix.ts";
import type { Exercise } from "./exercise.ts";
import type { Trial } from "./made.ts";
import type { Part } from "./parts.ts";

/** A factor that has a name: the size of an argument, or a number that was given. */
interface Named {
  name: string;
  of(args: readonly unknown[]): number;
}

/**
 * What factor there is between a result and the right one, in a sentence that names it by the
 * sizes of the arguments; undefined if there is no one factor, or none that can be named.
 *
 * @param pairs the parts to compare, of each trial
 * @param second whether this is looked for beside another mistake: then a bare number says little
 */
export function nameFactor(
  exercise: Exercise,
  trials: readonly Trial[],
  pairs: (trial: Trial) => [right: Part, found: Part][],
  second = false,
): string | undefined {
  const factors = trials.filter(({ telling, found }) => !telling || "value" in found)
    .flatMap((trial) =>
      pairs(trial).map(([right, found]) => ({ trial, factor: factorOf(right, found) }))
    )
    .filter(({ factor }) => factor !== "any");
  if (factors.length === 0 || factors.some(({ factor }) => factor === undefined)) return;
  const is = (value: (args: readonly unknown[]) => number) =>
    factors.every(({ trial, factor }) => isNear(value(trial.args), factor as number));
  const spelled = shapeLetters(exercise).find(({ of }) => is((args) => 1 / of(args)));
  if (spelled) {
    const A = spelled.name.split(".")[0];
    return `This was divided by the wrong number. If that is ${spelled.name}: the shape is a text such ` +
      `as "10 x 784", and [1] is one character of it. The number of columns is ${A}.cols, that of ` +
      `rows ${A}.rows.`;
  }
  const sign = Math.sign(factors[0].factor as number);
  const and = sign < 0 ? " And every sign is opposite." : "";
  const names = (value: (size: number) => number) =>
    sizes(exercise).filter(({ of }) => is((args) => sign * value(of(args)))).map(({ name }) =>
      name
    );
  const large = names((size) => size);
  if (large.length) {
    return `Every number is ${or(large)} times too large: is a division missing, or a ` +
      `multiplication too much?${and}`;
  }
  const small = names((size) => 1 / size);
  if (small.length) {
    return `Every number was divided by ${or(small)}, or is too small by this factor for another ` +
      `reason.${and}`;
  }
  const twice = names((size) => 1 / size ** 2);
  if (twice.length) return `Every number is too small by the factor ${or(twice)} squared.${and}`;
  for (const [more, word] of [[1, "+"], [-1, "-"]] as const) {
    const near = [...names((size) => size / (size + more)), ...names((size) => 1 / (size + more))];
    if (near.length) {
      return `This was divided by ${or(near)} ${word} 1. Divide by the size itself.${and}`;
    }
  }
  const base = [2, 10].find((base) => is(() => sign / Math.log(base)));
  if (base) {
    return `Every number is 1 / ln ${base} times what it should be: was the logarithm to the base ${base} ` +
      `taken? Math.log is the natural one.${and}`;
  }
  const first = sign * (factors[0].factor as number);
  const { args } = factors[0].trial;
  // A number in the place of a size, which is found only if the size is not always the same.
  const fixed = sizes(exercise).filter(({ of }) =>
    factors.some(({ trial }) => !isNear(of(trial.args), of(args))) &&
    is((others) => sign * first * of(others) / of(args))
  );
  if (fixed.length) {
    const value = Number((first / fixed[0].of(args)).toPrecision(4));
    return `It looks as if a fixed number, such as ${value}, stands where 1 / ${
      fixed[0].name
    } belongs.` +
      and;
  }
  if (!is(() => sign * first)) return;
  if (second && first !== 2 && first !== 1 / 2) return;
  const [times, part] = [Math.round(first), Math.round(1 / first)];
  if (times >= 2 && isNear(times, first)) {
    return `Every number is ${times} times too large.${and}`;
  }
  if (part >= 2 && isNear(1 / part, first)) {
    return `Every number is too small: it was divided by ${part}, or by numbers that make ${part}.${and}`;
  }
}

/** The factor of all numbers, "any" if all are 0, undefined if there is no one factor. */
function factorOf(right: Part, found: Part): number | "any" | undefined {
  if (right.rows !== found.rows || right.cols !== found.cols) return;
  let most = 0;
  right.values.forEach((value, k) => {
    if (Math.abs(value) > Math.abs(right.values[most])) most = k;
  });
  const factor = found.values[most] / right.values[most];
  if (right.values[most] === 0) {
    return found.values.every((value) => value === 0) ? "any" : undefined;
  }
  if (factor === 0) return;
  const size = Math.abs(found.values[most]);
  const fits = right.values.every((value, k) =>
    Math.abs(value * factor - found.values[k]) <= 1e-10 * size + 1e-13
  );
  return fits ? factor : undefined;
}

function isNear(one: number, other: number): boolean {
  return Math.abs(one - other) <= 1e-9 * Math.abs(other);
}

/** The sizes of the arguments, and the numbers among them. */
function sizes({ argumentNames }: Exercise): Named[] {
  const number = (name: string, k: number, of: (arg: unknown) => number | undefined): Named => ({
    name,
    of: (args) => of(args[k]) ?? NaN,
  });
  const list = (arg: unknown) => Array.isArray(arg) || ArrayBuffer.isView(arg);
  return argumentNames.flatMap((name, k) => [
    number(`${name}.cols`, k, (arg) => arg instanceof Matrix ? arg.cols : undefined),
    number(`${name}.rows`, k, (arg) => arg instanceof Matrix ? arg.rows : undefined),
    number(
      `${name}.rows * ${name}.cols`,
      k,
      (arg) => arg instanceof Matrix ? arg.rows * arg.cols : undefined,
    ),
    number(`${name}.length`, k, (arg) => list(arg) ? (arg as number[]).length : undefined),
    number(name, k, (arg) => typeof arg === "number" ? arg : undefined),
  ]);
}

/** What `A.shape[1]` gives, as whoever knows NumPy may write it. */
function shapeLetters({ argumentNames }: Exercise): Named[] {
  return argumentNames.flatMap((name, k) =>
    [0, 1].map((place): Named => ({
      name: `${name}.shape[${place}]`,
      of: (args) => {
        const arg = args[k];
        return arg instanceof Matrix ? Number(arg.shape[place]) : NaN;
      },
    }))
  );
}

function or(names: string[]): string {
  return names.length === 1 ? names[0] : `${names.slice(0, -1).join(", ")} or ${names.at(-1)}`;
}
