import { transpose } from "../matrix/transpose.ts";
import type { Matrix } from "../matrix/matrix.ts";
import { list, mapped, rows } from "./made.ts";

/** What is made of an argument: the sentence's part about it, and whether it often comes beside another mistake. */
export type Making = readonly [
  says: (name: string) => string,
  make: (value: unknown) => unknown,
  second?: boolean,
];

/** The same for each row. */
const eachRow = (change: (row: number[]) => number[]) => (value: unknown) =>
  rows(value, (rows) => rows.map(change));
/** The same for each column. */
const eachColumn = (change: (column: number[]) => number[]) => (value: unknown) =>
  transpose(eachRow(change)(transpose(value as Matrix)));
const repeated = (place: number) => (line: number[]) => line.map(() => line.at(place)!);
const moved = (line: number[]) => line.map((_, k) => line.at(k - 1)!);
const sorted = (line: number[]) => [...line].sort((a, b) => a - b);

const onlyLargest = (line: number[]) => {
  const most = Math.max(...line);
  return line.map((a) => a === most ? a : 0);
};

/** Numbers of a matrix in the places of others, and functions that belong elsewhere. */
export const matrixPlaces: Making[] = [
  [(name) => `column 0 of ${name} stands for every column`, eachRow(repeated(0))],
  [(name) => `the last column of ${name} stands for every column`, eachRow(repeated(-1))],
  [(name) => `row 0 of ${name} stands for every row`, eachColumn(repeated(0))],
  [(name) => `the last row of ${name} stands for every row`, eachColumn(repeated(-1))],
  [
    (name) => `the columns of ${name} are in the opposite order`,
    eachRow((row) => row.toReversed()),
  ],
  [
    (name) => `the rows of ${name} are in the opposite order`,
    eachColumn((row) => row.toReversed()),
  ],
  [(name) => `each column of ${name} is the one before it`, eachRow(moved)],
  [(name) => `each row of ${name} is the one before it`, eachColumn(moved)],
  [(name) => `each row of ${name} is sorted`, eachRow(sorted)],
  [(name) => `each column of ${name} is sorted`, eachColumn(sorted)],
  [
    (name) => `only the diagonal of ${name} counts`,
    (value) => rows(value, (rows) => rows.map((row, i) => row.map((a, j) => i === j ? a : 0))),
  ],
  [
    (name) => `only the largest number of each column of ${name} counts`,
    eachColumn(onlyLargest),
  ],
  [(name) => `${name} is rounded to whole numbers first`, (value) => mapped(value, Math.round)],
  [
    (name) => `${name} is cut off first, at 0 and at 1`,
    (value) => mapped(value, (a) => Math.min(1, Math.max(0, a))),
  ],
  [(name) => `1 is added to ${name} first`, (value) => mapped(value, (a) => a + 1)],
  [(name) => `1 minus ${name} stands in its place`, (value) => mapped(value, (a) => 1 - a)],
  [(name) => `e to the power of ${name} is taken first`, (value) => mapped(value, Math.exp)],
  [(name) => `the logarithm of ${name} is taken first`, (value) => mapped(value, Math.log)],
  [
    (name) => `the sigmoid of ${name} is taken first`,
    (value) => mapped(value, (a) => 1 / (1 + Math.exp(-a))),
  ],
  [(name) => `the tanh of ${name} is taken first`, (value) => mapped(value, Math.tanh)],
];

/** What may have happened to a list, such as the labels. */
export const listChanges: Making[] = [
  [(name) => `${name} is in the opposite order`, (value) => list(value).toReversed()],
  [(name) => `each element of ${name} is the one before it`, (value) => moved(list(value))],
  [(name) => `${name} is sorted first`, (value) => sorted(list(value))],
  [(name) => `1 is added to each element of ${name}`, (value) => list(value).map((a) => a + 1)],
  [
    (name) => `1 is subtracted from each element of ${name}`,
    (value) => list(value).map((a) => a - 1),
  ],
  [(name) => `element 0 of ${name} stands for every element`, (value) => repeated(0)(list(value))],
  [
    (name) => `the last element of ${name} stands for every element`,
    (value) => repeated(-1)(list(value)),
  ],
  [
    (name) => `the places of the elements stand for ${name}`,
    (value) => list(value).map((_, place) => place),
  ],
  [(name) => `9 minus each element stands for ${name}`, (value) => list(value).map((a) => 9 - a)],
];
