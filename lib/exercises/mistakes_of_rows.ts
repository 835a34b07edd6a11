import { about, type General, its, rows } from "./made.ts";

const running = (numbers: number[]) => {
  let sum = 0;
  return numbers.map((number) => sum += number);
};

/** The slips that happen wherever a matrix is built row by row, whatever its numbers are. */
export const rowMistakes: General[] = [
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
    id: "running-sum",
    says: (name) =>
      about(name, "Each number of a row has those to the left of it added. ") +
      "Does a sum go on where it should begin at 0?",
    make: (right) => rows(right, (rows) => rows.map((row) => running(row))),
  },
  {
    id: "running-sum",
    says: (name) =>
      about(name, "Each number of a column has those above it added. ") +
      "Does a sum go on where it should begin at 0?",
    make: (right) =>
      rows(
        right,
        (rows) =>
          rows.map((row, i) =>
            row.map((_, j) => rows.slice(0, i + 1).reduce((sum, row) => sum + row[j], 0))
          ),
      ),
  },
  ...[() => 1, (row: number[]) => 1 / row.length].map((factor): General => ({
    id: "rows-added-up",
    says: (name) => about(name, "The numbers of each row were added up to a single one."),
    make: (right) =>
      rows(
        right,
        (rows) => rows.map((row) => [factor(row) * row.reduce((sum, one) => sum + one, 0)]),
      ),
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
