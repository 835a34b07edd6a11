import { Matrix } from "../../matrix/matrix.ts";
import { transpose } from "../../matrix/transpose.ts";
import { oneHot as right } from "../../network/one_hot.ts";
import { exercise } from "../exercise.ts";
import { built, each } from "./making.ts";

type Labels = ArrayLike<number>;

const kindsOf = (labels: Labels) => [...new Set(Array.from(labels))];

export const oneHot = exercise({
  name: "oneHot",
  notebook: "03",
  call: "oneHot(labels)",
  gives: "Y, 10 x m: a single 1 in each column",
  right: (labels: Labels) => right(labels),
  mistakes: {
    transposed: [
      "This is m x 10: an image is a row. In Y an image is a column, so it is 10 x m.",
      (labels) => transpose(right(labels)),
    ],
    "one-row-too-high": [
      "Each 1 stands one row too high. Rows are counted from 0, and the label 0 has row 0.",
      (labels) => built(10, labels.length, (i, j) => i === labels[j] - 1 ? 1 : 0),
    ],
    "one-row-too-low": [
      "Each 1 stands one row too low. Rows are counted from 0, and the label 0 has row 0.",
      (labels) => built(10, labels.length, (i, j) => i === labels[j] + 1 ? 1 : 0),
    ],
    "one-row-shared": [
      "All rows are the same. Array(10).fill(row) puts one and the same row in ten places: each row needs an array of its own.",
      (labels) => built(10, labels.length, () => 1),
    ],
    "ones-below-too": [
      "From the label on every number is 1, or up to it. Only the label's own row has a 1.",
      (labels) => built(10, labels.length, (i, j) => i >= labels[j] ? 1 : 0),
      (labels) => built(10, labels.length, (i, j) => i <= labels[j] ? 1 : 0),
      (labels) => built(10, labels.length, (i, j) => i < labels[j] ? 1 : 0),
      (labels) => built(10, labels.length, (i, j) => i > labels[j] ? 1 : 0),
    ],
    "too-few-rows": [
      "There are as many rows as the largest label needs. Y has 10 rows, whichever digits the labels happen to hold.",
      (labels) =>
        built(
          Math.max(...Array.from(labels)) + 1,
          labels.length,
          (i, j) => i === labels[j] ? 1 : 0,
        ),
    ],
    "rows-of-the-labels-that-occur": [
      "There is a row only for each label that occurs. Y has ten rows, one for each digit, also for those that no label names.",
      [kindsOf, (labels: Labels) => kindsOf(labels).sort()].map((kinds) => (labels) => {
        const rows = kinds(labels);
        return built(rows.length, labels.length, (i, j) => labels[j] === rows[i] ? 1 : 0);
      }),
    ],
    "not-quite-one": [
      "There is a little less than 1 for the label, and a little more than 0 elsewhere. Here it is exactly 1 and 0: softmax never gives them, and that is no trouble.",
      [[0.99, 0.01], [0.9, 0.1], [0.99, 0], [0.9, 0], [0.91, 0.01], [0.999, 0.001]].map((
        [one, zero],
      ) =>
      (labels) => each(right(labels), (y) => y === 1 ? one : zero)),
    ],
    "label-instead-of-one": [
      "Each column holds the label itself, such as 7, where a 1 belongs.",
      (labels) => each(right(labels), (y, i) => y * i),
    ],
    "ones-and-zeros-exchanged": [
      "Each column has nine ones and one 0. It is the other way round: one 1 and nine zeros.",
      (labels) => each(right(labels), (y) => 1 - y),
    ],
    "labels-as-they-are": [
      "These are the labels themselves. Each of them must become a column of ten numbers.",
      (labels) => Matrix.from([Array.from(labels)]),
      (labels) => Matrix.from(Array.from(labels, (label) => [label])),
      (labels) => Array.from(labels),
    ],
    "all-zeros": [
      "There is no 1 anywhere. A Matrix can't be changed after it was made: set the ones in arrays first, and make the Matrix of them at the end.",
      (labels) => Matrix.zeros(10, labels.length),
    ],
    texts: [
      'The elements are texts, such as "1". They must be numbers: 1 without quotation marks.',
      (labels) => right(labels).toArray().map((row) => row.map(String)),
    ],
    "nine-rows": [
      "Y has nine rows. There are ten digits, 0 to 9: a loop over them is for (let k = 0; k < 10; k++).",
      (labels) => Matrix.from(right(labels).toArray().slice(0, 9)),
      (labels) => {
        const rows = right(labels).toArray();
        // Where ten rows are needed there is no tenth to write into.
        if (rows[9].includes(1)) throw new TypeError();
        return Matrix.from(rows.slice(0, 9));
      },
    ],
    "ten-columns": [
      "Y has ten columns, however many labels there are. It has a column for each label: 10 x m, where m is labels.length.",
      (labels) => {
        if (labels.length > 10) throw new TypeError();
        const rows = right(labels).toArray();
        return built(10, 10, (i, j) => rows[i][j] ?? 0);
      },
    ],
    "first-image-only": [
      "Only the first column has a 1. Every label needs one: is a loop over the labels missing, or does the return stand inside it?",
      (labels) => each(right(labels), (y, _, j) => j === 0 ? y : 0),
    ],
    "image-missing": [
      "The first or the last column has no 1. A loop over the labels goes from 0 to labels.length - 1.",
      (labels) => each(right(labels), (y, _, j) => j > 0 ? y : 0),
      (labels) => each(right(labels), (y, _, j) => j < labels.length - 1 ? y : 0),
    ],
    "all-in-the-first-column": [
      "All ones stand in column 0. The 1 of label number j stands in column j.",
      (labels) =>
        built(
          10,
          labels.length,
          (i, j) => j === 0 && Array.from(labels).includes(i) ? 1 : 0,
        ),
    ],
    "first-of-its-kind-only": [
      "A label that comes twice got only one 1: labels.indexOf(label) always finds the first. Count the columns with j instead.",
      (labels) => each(right(labels), (y, i, j) => Array.from(labels).indexOf(i) === j ? y : 0),
    ],
  },
  hints: [
    "With the labels 3 and 0, which two places of the 10 x 2 matrix hold a 1?",
    "Column j belongs to image j. Its 1 stands in the row that the label names.",
    "Make ten rows of m zeros each, every row an array of its own. For each j set rows[labels[j]][j] = 1, then Matrix.from(rows).",
  ],
  trials: ({ labels }) => [[[3, 0]], [[5, 0, 4, 1, 9, 2]], [[7]], [labels!]],
});
