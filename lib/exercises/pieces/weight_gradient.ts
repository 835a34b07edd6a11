import { multiply, scale } from "../../matrix/elementwise.ts";
import { matmul } from "../../matrix/matmul.ts";
import type { Matrix } from "../../matrix/matrix.ts";
import { transpose } from "../../matrix/transpose.ts";
import { type Exercise, exercise } from "../exercise.ts";
import { built, seeded, stepsOf } from "./making.ts";

/** How the gradient of a layer's weights is described. */
interface WeightGradient {
  name: "dW1" | "dW2";
  /** The layer's error and what came into the layer. */
  error: "dZ1" | "dZ2";
  input: "X" | "A1";
  gives: string;
}

const product = (D: Matrix, A: Matrix) => matmul(D, transpose(A));
const right = (D: Matrix, A: Matrix) => scale(product(D, A), 1 / D.cols);

/** dW2 and dW1 are one formula: 1/m times the error times the transposed input. */
export function weightGradient(
  { name, error, input, gives }: WeightGradient,
): Exercise<[Matrix, Matrix]> {
  return exercise({
    name,
    notebook: "04",
    call: `${name}(${error}, ${input})`,
    gives,
    right,
    mistakes: {
      "one-over-m-missing": ["This is m times too large: the 1/m is missing.", product],
      "times-m": [
        "This was multiplied by m. A mean is divided by it: scale by 1 / m.",
        (D, A) => scale(product(D, A), D.cols),
      ],
      "one-over-m-twice": [
        "This was divided by m twice.",
        (D, A) => scale(product(D, A), 1 / D.cols ** 2),
      ],
      "divided-by-the-rows": [
        `This was divided by the number of rows of ${error}. Divide by the number of images m, which are the columns: ${error}.cols.`,
        (D, A) => scale(product(D, A), 1 / D.rows),
      ],
      "divided-by-the-inputs": [
        `This was divided by the number of rows of ${input}. Divide by the number of images m, which are the columns: ${input}.cols.`,
        (D, A) => scale(product(D, A), 1 / A.rows),
      ],
      "divided-by-all": [
        `This was divided by the number of all elements of ${error}. Divide by the number of images m.`,
        (D, A) => scale(product(D, A), 1 / (D.rows * D.cols)),
      ],
      "m-is-fixed": [
        `This was divided by a fixed number. m is the number of images that came in: ${error}.cols.`,
        [10, 20, 100, 255, 784, 1000, 10000, 41000, 42000, 60000].map((m) => (D, A) =>
          scale(product(D, A), 1 / m)
        ),
      ],
      "m-minus-one": [
        "This was divided by m - 1. The mean is divided by the number of images m.",
        (D, A) => scale(product(D, A), 1 / (D.cols - 1)),
      ],
      "twice-or-half": [
        "This is twice too large, or half as large as it should be. There is no 2 in this formula.",
        [2, 1 / 2].map((factor) => (D, A) => scale(right(D, A), factor)),
      ],
      transposed: [
        `Rows and columns are exchanged: ${name} must have the shape of ${
          name.slice(1)
        }. Which of the two factors stands on the left?`,
        (D, A) => transpose(right(D, A)),
      ],
      "transposed-and-no-mean": [
        `Rows and columns are exchanged: which of the two factors stands on the left? And the 1/m is missing too.`,
        (D, A) => transpose(product(D, A)),
      ],
      "input-not-transposed": [
        `${input} was not transposed. With most sizes this product does not fit; where it fits, its numbers are wrong.`,
        (D, A) => scale(matmul(D, A), 1 / D.cols),
        (D, A) => matmul(D, A),
      ],
      "transposed-too-late": [
        `The product was transposed after it was made. Transpose ${input} alone, before it is multiplied.`,
        (D, A) => scale(transpose(matmul(D, A)), 1 / D.cols),
        (D, A) => transpose(matmul(D, A)),
      ],
      "factors-swapped": [
        `${error} and ${input} have changed places. ${error} stands on the left, the transpose of ${input} on the right.`,
        (D, A) => scale(matmul(transpose(A), D), 1 / D.cols),
        (D, A) => matmul(transpose(A), D),
        (D, A) => scale(matmul(A, D), 1 / D.cols),
        (D, A) => matmul(A, D),
      ],
      "element-by-element": [
        "The elements were multiplied one by one, by multiply. It takes matmul: each weight needs a sum over the images.",
        [(A: Matrix) => A, transpose].flatMap((turned) => [
          (D, A) => scale(multiply(D, turned(A)), 1 / D.cols),
          (D, A) => multiply(D, turned(A)),
        ]),
      ],
      "error-transposed": [
        `${error} was transposed in the place of ${input}. The sum must run over the images, so ${input} is the one to transpose.`,
        (D, A) => scale(matmul(transpose(D), A), 1 / D.cols),
        (D, A) => matmul(transpose(D), A),
      ],
      "input-missing": [
        `This is ${error} alone: ${input} is missing. A weight's gradient is the error behind it times the signal that came through it.`,
        (D) => D,
        (D) => scale(D, 1 / D.cols),
      ],
      "opposite-sign": [
        "Every sign is opposite. The minus of gradient descent comes later, in update.",
        (D, A) => scale(right(D, A), -1),
        (D, A) => scale(product(D, A), -1),
      ],
      "first-image-only": [
        "Only the first image counts. Add up over all m images.",
        (D, A) => built(D.rows, A.rows, (i, k) => D.get(i, 0) * A.get(k, 0)),
        (D, A) => built(D.rows, A.rows, (i, k) => D.get(i, 0) * A.get(k, 0) / D.cols),
      ],
      "last-image-only": [
        "Only the last image counts: each one replaces the one before. Add them up with +=.",
        (D, A) => built(D.rows, A.rows, (i, k) => D.get(i, D.cols - 1) * A.get(k, D.cols - 1)),
        (D, A) =>
          built(D.rows, A.rows, (i, k) => D.get(i, D.cols - 1) * A.get(k, D.cols - 1) / D.cols),
      ],
    },
    hints: [
      `${name} has the shape of ${
        name.slice(1)
      }. Which product of ${error} and ${input} has that shape, if one of them is transposed?`,
      `The sum runs over the images, so the images must be the inner size: ${error} times the transpose of ${input}. Then the mean.`,
      `Compute matmul(${error}, transpose(${input})) and scale it by 1 / m. m is the number of columns of ${error}.`,
    ],
    trials: (digits) => stepsOf(digits).map((step) => [step[error], step[input]]),
    telling: () => [
      [seeded(3, 4, 1), seeded(5, 4, 2)],
      [seeded(2, 3, 3), seeded(4, 3, 4)],
      // All sizes alike: here a wrong product fits as well, and is known by its numbers.
      [seeded(3, 3, 5), seeded(3, 3, 6)],
    ],
  });
}
