import { scale, sumColumns } from "../../../matrix/elementwise.ts";
import { Matrix, transpose } from "../../../matrix/matrix.ts";
import type { Piece, PieceName } from "../piece.ts";
import { built, downColumns, seeded, total } from "./making.ts";

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
          `The sum ran over all of ${error}: that is one number for all units. Each unit has a ` +
          `bias of its own, so ${name} needs a sum for each row, over the images only.`,
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
        says: "This was multiplied by m. The mean over the images divides by it.",
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
          `The sum was divided by the number of rows of ${error}. The mean runs over the m images, ` +
          "which are the columns.",
        ways: [(D: Matrix) => scale(sumColumns(D), 1 / D.rows)],
      },
      {
        id: "divided-by-all",
        says:
          `The sum was divided by the number of all elements of ${error}. The mean runs over the m ` +
          "images.",
        ways: [(D: Matrix) => scale(sumColumns(D), 1 / (D.rows * D.cols))],
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
        says: "The sign is opposite. The minus of gradient descent comes in update, not here.",
        ways: [(D: Matrix) => scale(right(D), -1)],
      },
      {
        id: "first-image-only",
        says: "Only the first image counts. The sum runs over all m.",
        ways: [
          (D: Matrix) => built(D.rows, 1, (i) => D.get(i, 0)),
          (D: Matrix) => built(D.rows, 1, (i) => D.get(i, 0) / D.cols),
        ],
      },
      {
        id: "not-summed",
        says: `${error} was not summed: there is still a column for each image.`,
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
