import { scale, sumColumns } from "../../matrix/elementwise.ts";
import { Matrix } from "../../matrix/matrix.ts";
import { transpose } from "../../matrix/transpose.ts";
import { type Exercise, exercise } from "../exercise.ts";
import { built, downColumns, each, seeded, stepsOf, total } from "./making.ts";

/** How the gradient of a layer's biases is described. */
interface BiasGradient {
  name: "db1" | "db2";
  /** The layer's error. */
  error: "dZ1" | "dZ2";
  gives: string;
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
export function biasGradient({ name, error, gives }: BiasGradient): Exercise<[Matrix]> {
  return exercise({
    name,
    notebook: "04",
    call: `${name}(${error})`,
    gives,
    right,
    mistakes: {
      "sum-over-everything": [
        `The sum ran over all of ${error}: that is one number for all units. Each unit has its own bias, so ${name} needs a sum for each row, over the images only.`,
        inEveryForm((D) => total(D) / D.cols),
        inEveryForm(total),
        inEveryForm((D) => total(D) / (D.rows * D.cols)),
        [1000, 41000, 42000, 60000].flatMap((m) => inEveryForm((D) => total(D) / m)),
      ],
      "one-over-m-missing": ["This is m times too large: the 1/m is missing.", sumColumns],
      "times-m": [
        "This was multiplied by m. A mean is divided by it: scale by 1 / m.",
        (D) => scale(sumColumns(D), D.cols),
      ],
      "one-over-m-twice": [
        "This was divided by m twice.",
        (D) => scale(sumColumns(D), 1 / D.cols ** 2),
      ],
      "divided-by-the-rows": [
        `The sum was divided by the number of rows of ${error}. Divide by the number of images m, which are the columns: ${error}.cols.`,
        (D) => scale(sumColumns(D), 1 / D.rows),
      ],
      "divided-by-all": [
        `The sum was divided by the number of all elements of ${error}. Divide by the number of images m.`,
        (D) => scale(sumColumns(D), 1 / (D.rows * D.cols)),
      ],
      "m-is-fixed": [
        `The sum was divided by a fixed number. m is the number of images that came in: ${error}.cols.`,
        [10, 20, 100, 255, 784, 1000, 10000, 41000, 42000, 60000].map((m) => (D) =>
          scale(sumColumns(D), 1 / m)
        ),
      ],
      "m-minus-one": [
        "The sum was divided by m - 1. The mean is divided by the number of images m.",
        (D) => scale(sumColumns(D), 1 / (D.cols - 1)),
      ],
      "twice-or-half": [
        "This is twice too large, or half as large as it should be. There is no 2 in this formula.",
        [2, 1 / 2].map((factor) => (D) => scale(right(D), factor)),
      ],
      "sum-never-reset": [
        "The sum goes on from one row to the next. Each row's sum begins at 0: set it to 0 inside the loop over the rows.",
        (D) => runningSums(right(D)),
        (D) => runningSums(sumColumns(D)),
      ],
      "last-image-only": [
        "Only the last image counts: each one replaces the one before. Add them up with +=.",
        (D) => built(D.rows, 1, (i) => D.get(i, D.cols - 1)),
        (D) => built(D.rows, 1, (i) => D.get(i, D.cols - 1) / D.cols),
      ],
      "image-missing": [
        "The first or the last image was left out. A loop over m images goes from 0 to m - 1.",
        (D) => built(D.rows, 1, (i) => right(D).get(i, 0) - D.get(i, 0) / D.cols),
        (D) => built(D.rows, 1, (i) => right(D).get(i, 0) - D.get(i, D.cols - 1) / D.cols),
      ],
      "first-unit-only": [
        "There is only the first unit's number. Does the return stand inside the loop over the rows? It belongs after it.",
        (D) => Matrix.from([[right(D).get(0, 0)]]),
      ],
      "repeated-for-each-image": [
        `The numbers are right, but they stand there once for each image. ${name} is a single column.`,
        (D) => built(D.rows, D.cols, (i) => right(D).get(i, 0)),
      ],
      "signs-lost": [
        "The signs were lost before the sum. Add the numbers up as they are: those above and below 0 may cancel.",
        (D) => right(each(D, Math.abs)),
        (D) => right(each(D, (d) => d * d)),
      ],
      "sum-over-the-units": [
        "The sum ran down the columns: one number for each image. It must run over the images, and leave one number for each unit.",
        downColumns,
        (D) => scale(downColumns(D), 1 / D.cols),
        (D) => scale(downColumns(D), 1 / D.rows),
        (D) => transpose(downColumns(D)),
        (D) => scale(transpose(downColumns(D)), 1 / D.cols),
        (D) => scale(transpose(downColumns(D)), 1 / D.rows),
      ],
      "as-a-row": [
        `The numbers are right, but they lie in a row. ${name} is a column, like ${name.slice(1)}.`,
        (D) => transpose(right(D)),
      ],
      "opposite-sign": [
        "Every sign is opposite. The minus of gradient descent comes later, in update.",
        (D) => scale(right(D), -1),
        (D) => scale(sumColumns(D), -1),
      ],
      "first-image-only": [
        "Only the first image counts. Add up over all m images.",
        (D) => built(D.rows, 1, (i) => D.get(i, 0)),
        (D) => built(D.rows, 1, (i) => D.get(i, 0) / D.cols),
      ],
      "not-summed": [
        `There is still a column for each image: the numbers of each row of ${error} must be added up.`,
        (D) => D,
        (D) => scale(D, 1 / D.cols),
      ],
    },
    hints: [
      `${name} has the shape of ${
        name.slice(1)
      }: a number for each unit. ${error} has a row for each unit. What has to happen to the row?`,
      "The mean over the images: add up each row, divide by the number of images m.",
      `sumColumns(${error}) adds the columns up and leaves one. scale it by 1 / m; m is the number of columns of ${error}.`,
    ],
    trials: (digits) => stepsOf(digits).map((step) => [step[error]]),
    telling: () => [[seeded(3, 4, 1)], [seeded(4, 2, 2)], [seeded(3, 3, 3)]],
  });
}
