import { Matrix, transpose } from "../../../matrix/matrix.ts";
import { oneHot as right } from "../../../network/activations.ts";
import type { Piece } from "../piece.ts";
import { built, each } from "./making.ts";

type Labels = ArrayLike<number>;

/** The piece `oneHot`. */
export const oneHot: Piece = {
  name: "oneHot",
  notebook: "03",
  call: "oneHot(labels)",
  gives: "Y, 10 x m: a single 1 in each column",
  right: (labels: Labels) => right(labels),
  wrong: [
    {
      id: "transposed",
      says: "This is m x 10: an image is a row. In Y an image is a column, so it is 10 x m.",
      ways: [(labels: Labels) => transpose(right(labels))],
    },
    {
      id: "one-row-too-high",
      says: "Each 1 stands one row too high. Rows are counted from 0, and the label 0 has row 0.",
      ways: [(labels: Labels) => built(10, labels.length, (i, j) => i === labels[j] - 1 ? 1 : 0)],
    },
    {
      id: "one-row-too-low",
      says: "Each 1 stands one row too low. Rows are counted from 0, and the label 0 has row 0.",
      ways: [(labels: Labels) => built(10, labels.length, (i, j) => i === labels[j] + 1 ? 1 : 0)],
    },
    {
      id: "one-row-shared",
      says: "Every row has the same ones. Array(10).fill(row) puts one and the same row in ten " +
        "places: each row needs an array of its own.",
      ways: [(labels: Labels) => built(10, labels.length, () => 1)],
    },
    {
      id: "too-few-rows",
      says:
        "There are as many rows as the largest label needs. Y has 10 rows, whichever digits the " +
        "labels happen to hold.",
      ways: [
        (labels: Labels) =>
          built(
            Math.max(...Array.from(labels)) + 1,
            labels.length,
            (i, j) => i === labels[j] ? 1 : 0,
          ),
      ],
    },
    {
      id: "label-instead-of-one",
      says: "The label itself stands where a 1 belongs.",
      ways: [(labels: Labels) => each(right(labels), (y, i) => y * i)],
    },
    {
      id: "ones-and-zeros-exchanged",
      says: "There are nine ones and a single 0 in each column. It is the other way round.",
      ways: [(labels: Labels) => each(right(labels), (y) => 1 - y)],
    },
    {
      id: "labels-as-they-are",
      says: "These are the labels themselves. Each of them must become a column of ten numbers.",
      ways: [
        (labels: Labels) => Matrix.from([Array.from(labels)]),
        (labels: Labels) => Matrix.from(Array.from(labels, (label) => [label])),
        (labels: Labels) => Array.from(labels),
      ],
    },
    {
      id: "all-zeros",
      says:
        "There is no 1 anywhere: nothing was written into the zeros. A Matrix does not change " +
        "after it was made, so set the ones in an array first.",
      ways: [(labels: Labels) => Matrix.zeros(10, labels.length)],
    },
    {
      id: "texts",
      says: 'The elements are texts, such as "1". They must be numbers: 1 without quotation marks.',
      ways: [(labels: Labels) => right(labels).toArray().map((row) => row.map(String))],
    },
  ],
  hints: [
    "With the labels 3 and 0, which two places of the 10 x 2 matrix hold a 1?",
    "Column j belongs to image j. Its 1 stands in the row that the label names.",
    "Make ten rows of m zeros each, every row an array of its own. For each j set " +
    "rows[labels[j]][j] = 1, then Matrix.from(rows).",
  ],
  trials: ({ labels }) => [[[3, 0]], [[5, 0, 4, 1, 9, 2]], [[7]], [labels!]],
};
