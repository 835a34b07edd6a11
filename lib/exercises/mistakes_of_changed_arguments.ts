import { Matrix } from "../matrix/matrix.ts";
import { transpose } from "../matrix/transpose.ts";
import type { Exercise } from "./exercise.ts";
import { listChanges, type Making, matrixPlaces } from "./changes_of_places.ts";
import { type Leaf, leavesOf } from "./leaves.ts";
import { about, type General, isList, list, mapped } from "./made.ts";

/** What is made of the arguments before the right function gets them. */
export interface Change {
  says: string;
  change(args: readonly unknown[]): readonly unknown[];
  /** Whether it is common enough to come beside another mistake. */
  second: boolean;
}

/**
 * What may have happened to the arguments on their way: one was taken for another, left out, or changed.
 *
 * @param args those of a trial: their shapes say what can be taken for what
 */
export function changesOf({ argumentNames }: Exercise, args: readonly unknown[]): Change[] {
  const leaves = args.flatMap((arg, k) => leavesOf(argumentNames[k], [k], arg));
  const one = ({ path }: Leaf, make: (value: unknown) => unknown) => (args: readonly unknown[]) =>
    put(args, path, make(at(args, path)));
  const pairs = leaves.flatMap((leaf) =>
    leaves.filter((other) => other !== leaf && isAlike(leaf.value, other.value))
      .map((other) => [leaf, other] as const)
  );
  return [
    ...pairs.map(([leaf, other]): Change => ({
      says: `${other.name} stands in the place of ${leaf.name}`,
      change: (args) => put(args, leaf.path, at(args, other.path)),
      second: true,
    })),
    ...pairs.filter(([leaf, other]) => leaves.indexOf(leaf) < leaves.indexOf(other))
      .map(([leaf, other]): Change => ({
        says: `${leaf.name} and ${other.name} change places`,
        change: (args) =>
          put(put(args, leaf.path, at(args, other.path)), other.path, at(args, leaf.path)),
        second: true,
      })),
    ...leaves.filter(({ value }) => typeof value === "number").flatMap((leaf) =>
      numberChanges.map(([says, make]): Change => ({
        says: says(leaf.name),
        change: one(leaf, make),
        second: false,
      }))
    ),
    ...pairs.map(([leaf, other]): Change => ({
      says:
        `each image gets what ${other.name} has for the image after it, beside its own ${leaf.name}`,
      change: (args) =>
        put(
          put(args, leaf.path, images(at(args, leaf.path), 0, -1)),
          other.path,
          images(at(args, other.path), 1),
        ),
      second: false,
    })),
    ...leaves.filter(({ value }) => isList(value)).flatMap((leaf) =>
      listChanges.map(([says, make]): Change => ({
        says: says(leaf.name),
        change: one(leaf, make),
        second: false,
      }))
    ),
    ...leaves.filter(({ value }) => value instanceof Matrix).flatMap((leaf) =>
      [...matrixChanges, ...matrixPlaces].map(([says, make, second = false]): Change => ({
        says: says(leaf.name),
        change: one(leaf, make),
        second,
      }))
    ),
  ];
}

const matrixChanges: Making[] = [
  [
    (name) => `${name} is left out, or all its numbers are 0`,
    (value) => mapped(value, () => 0),
    true,
  ],
  [(name) => `${name} is transposed first`, (value) => transpose(value as Matrix), true],
  [(name) => `every sign in ${name} is opposite`, (value) => mapped(value, (a) => -a)],
  [(name) => `the numbers below 0 in ${name} count as 0`, (value) => mapped(value, positive)],
  [
    (name) => `only the sign counts in ${name}: 1 for a number above 0, and 0 for any other`,
    (value) => mapped(value, (a) => a > 0 ? 1 : 0),
  ],
  [(name) => `the signs in ${name} are lost`, (value) => mapped(value, Math.abs)],
  [(name) => `${name} is squared first`, (value) => mapped(value, (a) => a * a)],
  [(name) => `${name} is divided by 255 first`, (value) => mapped(value, (a) => a / 255)],
  [(name) => `${name} is multiplied by 255 first`, (value) => mapped(value, (a) => a * 255)],
  [(name) => `0.5 is subtracted from ${name} first`, (value) => mapped(value, (a) => a - 0.5)],
  [(name) => `${name} is doubled first`, (value) => mapped(value, (a) => 2 * a)],
  [(name) => `${name} is halved first`, (value) => mapped(value, (a) => a / 2)],
  [
    (name) => `all numbers in ${name} are 1, or it is left out of a product`,
    (value) => mapped(value, () => 1),
  ],
];

const numberChanges: Making[] = [
  [
    (name) => `${name} is twice as large: is something done twice?`,
    (value) => 2 * (value as number),
  ],
  [(name) => `${name} is half as large`, (value) => (value as number) / 2],
  [(name) => `${name} has the opposite sign`, (value) => -(value as number)],
  ...[1, 0.1, 0.01, 0.5].map((fixed): Making => [
    (name) => `${name} is always ${fixed}`,
    () => fixed,
  ]),
];

const positive = (a: number) => Math.max(0, a);

/** What comes out of the right function if its arguments are changed. */
export function changedArguments(exercise: Exercise, args: readonly unknown[]): General[] {
  return changesOf(exercise, args).map(({ says, change }): General => ({
    id: "argument-changed",
    says: (name) => about(name, `This is what comes out if ${says}${/\?$/.test(says) ? "" : "."}`),
    make: (_, args) => exercise.right(...change(args)),
  }));
}

/** Whether one could be taken for the other: a number for a number, a matrix for one that is as wide or as high. */
function isAlike(one: unknown, other: unknown): boolean {
  if (one instanceof Matrix) {
    return other instanceof Matrix && (one.rows === other.rows || one.cols === other.cols);
  }
  if (isList(one)) return isList(other) && list(one).length === list(other).length;
  return typeof one === typeof other && !(other instanceof Matrix) && !isList(other);
}

function at(value: unknown, path: readonly (string | number)[]): unknown {
  return path.reduce((inner, key) => Object(inner)[key], value);
}

/** The same with another value at the end of a path; nothing that was given changes. */
function put<T>(value: T, [key, ...rest]: readonly (string | number)[], inner: unknown): T {
  if (key === undefined) return inner as T;
  const own = put(Object(value)[key], rest, inner);
  return (Array.isArray(value) ? value.with(key as number, own) : { ...value, [key]: own }) as T;
}

/** Some of the images of a matrix or a list. */
function images(value: unknown, from: number, to?: number): unknown {
  if (!(value instanceof Matrix)) return list(value).slice(from, to);
  return Matrix.from(value.toArray().map((row) => row.slice(from, to)));
}
