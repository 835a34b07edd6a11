import { scale, sumColumns } from "../../matrix/elementwise.ts";
import { Matrix } from "../../matrix/matrix.ts";
import { transpose } from "../../matrix/transpose.ts";
import type { Piece, PieceName } from "../piece.ts";
import { built, downColumns, each, seeded, total } from "./making.ts";

/** How the gradient of a layer's biases is described. */
interface BiasGradient {
  name: PieceName & ("db1" | "db2");
  /** The layer's error. */
  error: string;
  gives: string;
  real: Piece["trials"];
}

const right = (D: Matrix) => scale(sumColumns(D), 1 / D.cols);

/** One number in the forms in which it comes: as it is, as 1 x 1, and in every row. */
const inEveryForm = (number: (D: Matrix) => number) => [
  number,
  (D: Matrix) => Matrix.from([[number(D)]]),
  (D: Matrix) => built(D.rows, 1, () => number(D)),
];

/** What comes out where the sum is not set to 0 for each row. */
function runningSums(column: Matrix): Matrix {
  let sum = 0;
  return each(column, (number) => sum += number);
}

/** db2 and db1 are one formula: the mean of the error over the images. */
export function biasGradient({ name, error, gives, real }: BiasGradient): Piece {
  return {
    name,
    notebook: "04",
    call: `${name}(${error})`,
    gives,
    right,
    wrong: [
      {
        id: "sum-over-everything",
        says:
          `The sum ran over all of ${error}: that is one number for all units. Each unit has its ` +
          `own bias, so ${name} needs a sum for each row, over the images only.`,
        ways: [
          ...inEveryForm((D) => total(D) / D.cols),
          ...inEveryForm(total),
          ...inEveryForm((D) => total(D) / (D.rows * D.cols)),
        ],
      },
      {
        id: "one-over-m-missing",
        says: "This is m times too large: the 1/m is missing.",
        ways: [sumColumns],
      },
      {
        id: "times-m",
        says: "This was multiplied by m. A mean is divided by it: scale by 1 / m.",
        ways: [(D: Matrix) => scale(sumColumns(D), D.cols)],
      },
      {
        id: "one-over-m-twice",
        says: "This was divided by m twice.",
        ways: [(D: Matrix) => scale(sumColumns(D), 1 / D.cols ** 2)],
      },
      {
        id: "divided-by-the-rows",
        says:
          `The sum was divided by the number of rows of ${error}. Divide by the number of images m, ` +
          `which are the columns: ${error}.cols.`,
        ways: [(D: Matrix) => scale(sumColumns(D), 1 / D.rows)],
      },
      {
        id: "divided-by-all",
        says:
          `The sum was divided by the number of all elements of ${error}. Divide by the number of ` +
          "images m.",
        ways: [(D: Matrix) => scale(sumColumns(D), 1 / (D.rows * D.cols))],
      },
      {
        id: "m-is-fixed",
        says: `The sum was divided by a fixed number. m is the number of images that came in: ` +
          `${error}.cols.`,
        ways: [10, 20, 784, 1000, 41000].map((m) => (D: Matrix) => scale(sumColumns(D), 1 / m)),
      },
      {
        id: "m-minus-one",
        says: "The sum was divided by m - 1. The mean is divided by the number of images m.",
        ways: [(D: Matrix) => scale(sumColumns(D), 1 / (D.cols - 1))],
      },
      {
        id: "twice-or-half",
        says: "This is twice too large, or half as large as it should be. There is no 2 in this " +
          "formula.",
        ways: [2, 1 / 2].map((factor) => (D: Matrix) => scale(right(D), factor)),
      },
      {
        id: "sum-never-reset",
        says: "The sum goes on from one row to the next. Each row's sum begins at 0: set it to 0 " +
          "inside the loop over the rows.",
        ways: [
          (D: Matrix) => runningSums(right(D)),
          (D: Matrix) => runningSums(sumColumns(D)),
        ],
      },
      {
        id: "last-image-only",
        says: "Only the last image counts: each one replaces the one before. Add them up with +=.",
        ways: [
          (D: Matrix) => built(D.rows, 1, (i) => D.get(i, D.cols - 1)),
          (D: Matrix) => built(D.rows, 1, (i) => D.get(i, D.cols - 1) / D.cols),
        ],
      },
      {
        id: "image-missing",
        says:
          "The first or the last image was left out. A loop over m images goes from 0 to m - 1.",
        ways: [
          (D: Matrix) => built(D.rows, 1, (i) => right(D).get(i, 0) - D.get(i, 0) / D.cols),
          (D: Matrix) =>
            built(D.rows, 1, (i) => right(D).get(i, 0) - D.get(i, D.cols - 1) / D.cols),
        ],
      },
      {
        id: "first-unit-only",
        says: "There is only the first unit's number. Does the return stand inside the loop over " +
          "the rows? It belongs after it.",
        ways: [(D: Matrix) => Matrix.from([[right(D).get(0, 0)]])],
      },
      {
        id: "repeated-for-each-image",
        says:
          `The numbers are right, but they stand there once for each image. ${name} is a single ` +
          "column.",
        ways: [(D: Matrix) => built(D.rows, D.cols, (i) => right(D).get(i, 0))],
      },
      {
        id: "signs-lost",
        says:
          "The signs were lost before the sum. Add the numbers up as they are: those above and " +
          "below 0 may cancel.",
        ways: [
          (D: Matrix) => right(each(D, Math.abs)),
          (D: Matrix) => right(each(D, (d) => d * d)),
        ],
      },
      {
        id: "sum-over-the-units",
        says:
          "The sum ran down the columns: one number for each image. It must run over the images, " +
          "and leave one number for each unit.",
        ways: [
          downColumns,
          (D: Matrix) => scale(downColumns(D), 1 / D.cols),
          (D: Matrix) => scale(downColumns(D), 1 / D.rows),
          (D: Matrix) => transpose(downColumns(D)),
          (D: Matrix) => scale(transpose(downColumns(D)), 1 / D.cols),
          (D: Matrix) => scale(transpose(downColumns(D)), 1 / D.rows),
        ],
      },
      {
        id: "as-a-row",
        says: `The numbers are right, but they lie in a row. ${name} is a column, like ` +
          `${name.slice(1)}.`,
        ways: [(D: Matrix) => transpose(right(D))],
      },
      {
        id: "opposite-sign",
        says: "Every sign is opposite. The minus of gradient descent comes later, in update.",
        ways: [(D: Matrix) => scale(right(D), -1), (D: Matrix) => scale(sumColumns(D), -1)],
      },
      {
        id: "first-image-only",
        says: "Only the first image counts. Add up over all m images.",
        ways: [
          (D: Matrix) => built(D.rows, 1, (i) => D.get(i, 0)),
          (D: Matrix) => built(D.rows, 1, (i) => D.get(i, 0) / D.cols),
        ],
      },
      {
        id: "not-summed",
        says:
          `There is still a column for each image: the numbers of each row of ${error} must be ` +
          "added up.",
        ways: [(D: Matrix) => D, (D: Matrix) => scale(D, 1 / D.cols)],
      },
    ],
    hints: [
      `${name} has the shape of ${
        name.slice(1)
      }: a number for each unit. ${error} has a row for each ` +
      "unit. What has to happen to the row?",
      "The mean over the images: add up each row, divide by the number of images m.",
      `sumColumns(${error}) adds the columns up and leaves one. scale it by 1 / m; m is the number of ` +
      `columns of ${error}.`,
    ],
    trials: (digits) => [
      [seeded(3, 4, 1)],
      [seeded(4, 2, 2)],
      [seeded(3, 3, 3)],
      ...real(digits),
    ],
  };
}
