import { Matrix } from "../../matrix/matrix.ts";
import { transpose } from "../../matrix/transpose.ts";
import { confusionMatrix as counted } from "../../training/metrics.ts";
import type { Piece } from "../piece.ts";
import { built, each, total } from "./making.ts";

type Digits = ArrayLike<number>;

const right = (predictions: Digits, labels: Digits) => counted(predictions, labels);
const rowSum = (A: Matrix, i: number) => A.toArray()[i].reduce((sum, a) => sum + a, 0);
const columnSum = (A: Matrix, j: number) => A.toArray().reduce((sum, row) => sum + row[j], 0);
const diagonal = (A: Matrix) => A.toArray().reduce((sum, row, i) => sum + row[i], 0);
/** A wrong result that can be made of the right one. */
const from = (change: (C: Matrix) => Matrix) => (p: Digits, l: Digits) => change(right(p, l));
const over = (part: number, whole: number) => whole === 0 ? 0 : part / whole;

/** The piece `confusionMatrix`. */
export const confusionMatrix: Piece = {
  name: "confusionMatrix",
  notebook: "06",
  call: "confusionMatrix(predictions, labels)",
  gives: "10 x 10 counts: row = label, column = prediction",
  right,
  wrong: [
    {
      id: "transposed",
      says:
        "Rows and columns are exchanged. The row is the label, the column is what the network saw.",
      ways: [from(transpose)],
    },
    {
      id: "not-counted",
      says: "There are only 0 and 1. A pair that comes twice counts twice: add 1 each time.",
      ways: [from((C) => each(C, (count) => Math.min(1, count)))],
    },
    {
      id: "right-ones-only",
      says: "Only the diagonal is filled: the mistakes were not counted.",
      ways: [from((C) => each(C, (count, i, j) => i === j ? count : 0))],
    },
    {
      id: "mistakes-only",
      says: "The diagonal is empty: the right ones were not counted.",
      ways: [from((C) => each(C, (count, i, j) => i === j ? 0 : count))],
    },
    {
      id: "shares-of-all",
      says:
        "The counts were divided by the number of images. Leave them as they are, whole numbers.",
      ways: [
        from((C) => each(C, (count) => count / total(C))),
        from((C) => each(C, (count) => 100 * count / total(C))),
      ],
    },
    {
      id: "shares-of-the-row",
      says: "Each row was divided by its sum. Leave the counts as they are, whole numbers.",
      ways: [
        from((C) => each(C, (count, i) => over(count, rowSum(C, i)))),
        from((C) => each(C, (count, i) => count / rowSum(C, i))),
      ],
    },
    {
      id: "shares-of-the-column",
      says: "Each column was divided by its sum. Leave the counts as they are, whole numbers.",
      ways: [
        from((C) => each(C, (count, _, j) => over(count, columnSum(C, j)))),
        from((C) => each(C, (count, _, j) => count / columnSum(C, j))),
      ],
    },
    {
      id: "one-row-shared",
      says:
        "All rows are the same. Array(10).fill(row) puts one and the same row in ten places: each " +
        "row needs an array of its own.",
      ways: [
        from((C) => built(10, 10, (_, j) => columnSum(C, j))),
        from((C) => built(10, 10, (_, j) => rowSum(C, j))),
      ],
    },
    {
      id: "too-few-rows",
      says: "There are only as many rows as the largest digit needs. The matrix is always 10 x 10.",
      ways: [
        (p: Digits, l: Digits) => counted(p, l, Math.max(...Array.from(p), ...Array.from(l)) + 1),
      ],
    },
    {
      id: "one-too-low",
      says:
        "Every count stands one row too low and one column too far right. Rows and columns are " +
        "counted from 0: the digit 0 has row 0.",
      ways: [
        from((C) => built(10, 10, (i, j) => i > 0 && j > 0 ? C.get(i - 1, j - 1) : 0)),
      ],
    },
    {
      id: "begins-at-one",
      says: "Every element is 1 too large: the counts begin at 1. They begin at 0.",
      ways: [from((C) => each(C, (count) => count + 1))],
    },
    {
      id: "first-image-missing",
      says: "The first image was left out. A loop over the images begins at 0.",
      ways: [
        (p: Digits, l: Digits) =>
          l.length === 1
            ? Matrix.zeros(10, 10)
            : counted(Array.from(p).slice(1), Array.from(l).slice(1)),
      ],
    },
    {
      id: "last-image-missing",
      says: "The last image was left out. A loop over the images ends with j < labels.length.",
      ways: [
        (p: Digits, l: Digits) =>
          l.length === 1
            ? Matrix.zeros(10, 10)
            : counted(Array.from(p).slice(0, -1), Array.from(l).slice(0, -1)),
      ],
    },
    {
      id: "all-zeros",
      says:
        "Nothing was counted. A Matrix can't be changed after it was made: count in arrays first, " +
        "and make the Matrix of them at the end.",
      ways: [() => Matrix.zeros(10, 10)],
    },
    {
      id: "one-too-high",
      says:
        "Every count stands one row too high and one column too far left. Rows and columns are " +
        "counted from 0: the digit 0 has row 0.",
      ways: [
        (p: Digits, l: Digits) => {
          if ([...Array.from(p), ...Array.from(l)].includes(0)) throw new TypeError();
          return counted(Array.from(p, (digit) => digit - 1), Array.from(l, (digit) => digit - 1));
        },
      ],
    },
    {
      id: "predictions-twice",
      says: "The row and the column were both taken from predictions. The row is labels[j].",
      ways: [(p: Digits) => right(p, p)],
    },
    {
      id: "labels-twice",
      says: "The row and the column were both taken from labels. The column is predictions[j].",
      ways: [(_: Digits, l: Digits) => right(l, l)],
    },
    {
      id: "counted-both-ways",
      says:
        "Each image was counted twice: once in its place and once with row and column exchanged.",
      ways: [
        from((C) => each(C, (count, i, j) => count + C.get(j, i))),
      ],
    },
    {
      id: "every-pair",
      says: "Every label was paired with every prediction. Only those of the same image belong " +
        "together: one loop over j, with labels[j] and predictions[j].",
      ways: [
        (p: Digits, l: Digits) => {
          const of = (digits: Digits, digit: number) =>
            Array.from(digits).filter((one) => one === digit).length;
          return built(10, 10, (i, j) => of(l, i) * of(p, j));
        },
      ],
    },
    {
      id: "first-image-only",
      says: "Only the first image was counted. Does the return stand inside the loop? It belongs " +
        "after it.",
      ways: [(p: Digits, l: Digits) => counted([p[0]], [l[0]])],
    },
    {
      id: "ten-images-only",
      says: "Only ten images were looked at. The loop goes over all images: labels.length.",
      ways: [
        (p: Digits, l: Digits) => {
          if (l.length < 10) throw new TypeError();
          return counted(Array.from(p).slice(0, 10), Array.from(l).slice(0, 10));
        },
      ],
    },
    {
      id: "accuracy",
      says:
        "This is how many images are right, or their share. A confusion matrix has a count for " +
        "each pair of digits, 10 x 10 of them.",
      ways: [
        (p: Digits, l: Digits) => diagonal(right(p, l)),
        (p: Digits, l: Digits) => diagonal(right(p, l)) / l.length,
      ],
    },
    {
      id: "eleven-rows",
      says: "The matrix has 11 rows and columns. There are ten digits: it is 10 x 10.",
      ways: [(p: Digits, l: Digits) => counted(p, l, 11)],
    },
  ],
  hints: [
    "An image of a 4 was seen as a 9. Which element of the 10 x 10 matrix grows by 1?",
    "The row is what the image is, the column what the network saw. All elements begin at 0.",
    "Make ten rows of ten zeros, every row an array of its own. For each j: " +
    "counts[labels[j]][predictions[j]]++. At the end Matrix.from(counts).",
  ],
  trials: ({ labels }) => [
    [[9, 4, 4], [4, 4, 4]],
    [[0, 1, 2, 2, 7, 7, 1], [0, 1, 2, 3, 1, 1, 7]],
    // What a network could say: every third image is wrong.
    [labels!.map((label, j) => j % 3 === 2 ? (label + j) % 10 : label), labels!],
  ],
};
