import { Matrix } from "../../matrix/matrix.ts";
import { transpose } from "../../matrix/transpose.ts";
import { confusionMatrix as counted } from "../../training/metrics.ts";
import { exercise } from "../exercise.ts";
import { built, each, total } from "./making.ts";

type Digits = ArrayLike<number>;

const right = (predictions: Digits, labels: Digits) => counted(predictions, labels);
const rowSum = (A: Matrix, i: number) => A.toArray()[i].reduce((sum, a) => sum + a, 0);
const columnSum = (A: Matrix, j: number) => A.toArray().reduce((sum, row) => sum + row[j], 0);
const diagonal = (A: Matrix) => A.toArray().reduce((sum, row, i) => sum + row[i], 0);
/** A wrong result that can be made of the right one. */
const from = (change: (C: Matrix) => Matrix) => (p: Digits, l: Digits) => change(right(p, l));
const over = (part: number, whole: number) => whole === 0 ? 0 : part / whole;

export const confusionMatrix = exercise({
  name: "confusionMatrix",
  notebook: "06",
  call: "confusionMatrix(predictions, labels)",
  gives: "10 x 10 counts: row = label, column = prediction",
  right,
  mistakes: {
    transposed: [
      "Rows and columns are exchanged. The row is the label, the column is what the network saw.",
      from(transpose),
    ],
    "not-counted": [
      "There are only 0 and 1. A pair that comes twice counts twice: add 1 each time.",
      from((C) => each(C, (count) => Math.min(1, count))),
    ],
    "right-ones-only": [
      "Only the diagonal is filled: the mistakes were not counted.",
      from((C) => each(C, (count, i, j) => i === j ? count : 0)),
    ],
    "mistakes-only": [
      "The diagonal is empty: the right ones were not counted.",
      from((C) => each(C, (count, i, j) => i === j ? 0 : count)),
    ],
    "shares-of-all": [
      "The counts were divided by the number of images. Leave them as they are, whole numbers.",
      from((C) => each(C, (count) => count / total(C))),
      from((C) => each(C, (count) => 100 * count / total(C))),
    ],
    "shares-of-the-row": [
      "Each row was divided by its sum. Leave the counts as they are, whole numbers.",
      from((C) => each(C, (count, i) => over(count, rowSum(C, i)))),
      from((C) => each(C, (count, i) => count / rowSum(C, i))),
    ],
    "shares-of-the-column": [
      "Each column was divided by its sum. Leave the counts as they are, whole numbers.",
      from((C) => each(C, (count, _, j) => over(count, columnSum(C, j)))),
      from((C) => each(C, (count, _, j) => count / columnSum(C, j))),
    ],
    "one-row-shared": [
      "All rows are the same. Array(10).fill(row) puts one and the same row in ten places: each row needs an array of its own.",
      from((C) => built(10, 10, (_, j) => columnSum(C, j))),
      from((C) => built(10, 10, (_, j) => rowSum(C, j))),
    ],
    "too-few-rows": [
      "There are only as many rows as the largest digit needs. The matrix is always 10 x 10.",
      (p, l) => counted(p, l, Math.max(...Array.from(p), ...Array.from(l)) + 1),
    ],
    "one-too-low": [
      "Every count stands one row too low and one column too far right. Rows and columns are counted from 0: the digit 0 has row 0.",
      from((C) => built(10, 10, (i, j) => i > 0 && j > 0 ? C.get(i - 1, j - 1) : 0)),
    ],
    "begins-at-one": [
      "Every element is 1 too large: the counts begin at 1. They begin at 0.",
      from((C) => each(C, (count) => count + 1)),
    ],
    "first-image-missing": [
      "The first image was left out. A loop over the images begins at 0.",
      (p, l) =>
        l.length === 1
          ? Matrix.zeros(10, 10)
          : counted(Array.from(p).slice(1), Array.from(l).slice(1)),
    ],
    "last-image-missing": [
      "The last image was left out. A loop over the images ends with j < labels.length.",
      (p, l) =>
        l.length === 1
          ? Matrix.zeros(10, 10)
          : counted(Array.from(p).slice(0, -1), Array.from(l).slice(0, -1)),
    ],
    "all-zeros": [
      "Nothing was counted. A Matrix can't be changed after it was made: count in arrays first, and make the Matrix of them at the end.",
      () => Matrix.zeros(10, 10),
    ],
    "one-too-high": [
      "Every count stands one row too high and one column too far left. Rows and columns are counted from 0: the digit 0 has row 0.",
      (p, l) => {
        if ([...Array.from(p), ...Array.from(l)].includes(0)) throw new TypeError();
        return counted(Array.from(p, (digit) => digit - 1), Array.from(l, (digit) => digit - 1));
      },
    ],
    "predictions-twice": [
      "The row and the column were both taken from predictions. The row is labels[j].",
      (p) => right(p, p),
    ],
    "labels-twice": [
      "The row and the column were both taken from labels. The column is predictions[j].",
      (_, l) => right(l, l),
    ],
    "counted-both-ways": [
      "Each image was counted twice: once in its place and once with row and column exchanged.",
      from((C) => each(C, (count, i, j) => count + C.get(j, i))),
    ],
    "every-pair": [
      "Every label was paired with every prediction. Only those of the same image belong together: one loop over j, with labels[j] and predictions[j].",
      (p, l) => {
        const of = (digits: Digits, digit: number) =>
          Array.from(digits).filter((one) => one === digit).length;
        return built(10, 10, (i, j) => of(l, i) * of(p, j));
      },
    ],
    "first-image-only": [
      "Only the first image was counted. Does the return stand inside the loop? It belongs after it.",
      (p, l) => counted([p[0]], [l[0]]),
    ],
    "ten-images-only": [
      "Only ten images were looked at. The loop goes over all images: labels.length.",
      (p, l) => {
        if (l.length < 10) throw new TypeError();
        return counted(Array.from(p).slice(0, 10), Array.from(l).slice(0, 10));
      },
    ],
    accuracy: [
      "This is how many images are right, or their share. A confusion matrix has a count for each pair of digits, 10 x 10 of them.",
      (p, l) => diagonal(right(p, l)),
      (p, l) => diagonal(right(p, l)) / l.length,
    ],
    "eleven-rows": [
      "The matrix has 11 rows and columns. There are ten digits: it is 10 x 10.",
      (p, l) => counted(p, l, 11),
    ],
  },
  hints: [
    "An image of a 4 was seen as a 9. Which element of the 10 x 10 matrix grows by 1?",
    "The row is what the image is, the column what the network saw. All elements begin at 0.",
    "Make ten rows of ten zeros, every row an array of its own. For each j: counts[labels[j]][predictions[j]]++. At the end Matrix.from(counts).",
  ],
  trials: ({ labels }) => [
    [[9, 4, 4], [4, 4, 4]],
    [[0, 1, 2, 2, 7, 7, 1], [0, 1, 2, 3, 1, 1, 7]],
    // What a network could say: every third image is wrong.
    [labels!.map((label, j) => j % 3 === 2 ? (label + j) % 10 : label), labels!],
  ],
});
