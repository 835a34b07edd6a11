import { Matrix } from "../../matrix/matrix.ts";
import type { Wrong } from "../piece.ts";

/** A matrix by its rows, changed. */
// deno-lint-ignore no-explicit-any
type Way = (...args: any[]) => Matrix;

/** The slips that happen wherever a matrix is built row by row, whatever its numbers are. */
export function rowSlips(right: Way): Wrong[] {
  const changed = (change: (rows: number[][]) => number[][]): Way => (...args) =>
    Matrix.from(change(right(...args).toArray()));
  return [
    {
      id: "all-zeros",
      says:
        "Every number is 0. A Matrix can't be changed after it was made: put the numbers into " +
        "arrays first, and make the Matrix of them at the end.",
      ways: [changed((rows) => rows.map((row) => row.map(() => 0)))],
    },
    {
      id: "rows-shared",
      says: "All rows are the same: one array was used for every row. Make a new array for each " +
        "row, inside the loop over the rows.",
      ways: [changed((rows) => rows.map(() => rows[rows.length - 1]))],
    },
    {
      id: "row-never-emptied",
      says: "Each row holds the numbers of all rows: one array was used throughout. Make a new " +
        "array for each row, inside the loop over the rows.",
      ways: [changed((rows) => rows.map(() => rows.flat()))],
    },
    {
      id: "in-one-row",
      says: "All numbers stand in a single row or a single column. Collect each row in an array " +
        "of its own, and these arrays in another one.",
      ways: [
        changed((rows) => [rows.flat()]),
        changed((rows) => rows.flat().map((number) => [number])),
      ],
    },
    {
      id: "first-row-only",
      says: "There is only the first row. Does the return stand inside the loop? It belongs " +
        "after it.",
      ways: [changed((rows) => rows.slice(0, 1))],
    },
    {
      id: "row-missing",
      says: "The first or the last row is missing. A loop over n rows goes from 0 to n - 1: " +
        "for (let i = 0; i < n; i++).",
      ways: [changed((rows) => rows.slice(0, -1)), changed((rows) => rows.slice(1))],
    },
    {
      id: "column-missing",
      says:
        "The first or the last column is missing. A loop over n columns goes from 0 to n - 1: " +
        "for (let j = 0; j < n; j++).",
      ways: [
        changed((rows) => rows.map((row) => row.slice(0, -1))),
        changed((rows) => rows.map((row) => row.slice(1))),
      ],
    },
  ];
}
