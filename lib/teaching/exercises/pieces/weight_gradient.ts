import { scale } from "../../../matrix/elementwise.ts";
import { matmul } from "../../../matrix/matmul.ts";
import { type Matrix, transpose } from "../../../matrix/matrix.ts";
import type { Piece, PieceName } from "../piece.ts";
import { built, seeded } from "./making.ts";

/** How the gradient of a layer's weights is described. */
interface WeightGradient {
  name: PieceName & ("dW1" | "dW2");
  /** The layer's error and what came into the layer. */
  error: string;
  input: string;
  gives: string;
  /** The two for real digits. */
  real: Piece["trials"];
}

const product = (D: Matrix, A: Matrix) => matmul(D, transpose(A));
const right = (D: Matrix, A: Matrix) => scale(product(D, A), 1 / D.cols);

/** dW2 and dW1 are one formula: 1/m times the error times the transposed input. */
export function weightGradient(
  { name, error, input, gives, real }: WeightGradient,
): Piece {
  return {
    name,
    notebook: "04",
    call: `${name}(${error}, ${input})`,
    gives,
    right,
    wrong: [
      {
        id: "one-over-m-missing",
        says: "This is m times too large: the 1/m is missing.",
        ways: [product],
      },
      {
        id: "times-m",
        says: "This was multiplied by m. The mean over the images divides by it.",
        ways: [(D: Matrix, A: Matrix) => scale(product(D, A), D.cols)],
      },
      {
        id: "one-over-m-twice",
        says: "This was divided by m twice.",
        ways: [(D: Matrix, A: Matrix) => scale(product(D, A), 1 / D.cols ** 2)],
      },
      {
        id: "divided-by-the-rows",
        says:
          `This was divided by the number of rows of ${error}. The mean runs over the m images, ` +
          "which are the columns.",
        ways: [(D: Matrix, A: Matrix) => scale(product(D, A), 1 / D.rows)],
      },
      {
        id: "divided-by-the-inputs",
        says:
          `This was divided by the number of rows of ${input}. The mean runs over the m images, ` +
          "which are the columns.",
        ways: [(D: Matrix, A: Matrix) => scale(product(D, A), 1 / A.rows)],
      },
      {
        id: "divided-by-all",
        says:
          `This was divided by the number of all elements of ${error}. The mean runs over the m ` +
          "images.",
        ways: [(D: Matrix, A: Matrix) => scale(product(D, A), 1 / (D.rows * D.cols))],
      },
      {
        id: "transposed",
        says:
          `This is the transpose: ${name} must have the shape of ${name.slice(1)}. Which of the ` +
          "two factors stands on the left?",
        ways: [(D: Matrix, A: Matrix) => transpose(right(D, A))],
      },
      {
        id: "transposed-and-no-mean",
        says: "This is the transpose, and the 1/m is missing too.",
        ways: [(D: Matrix, A: Matrix) => transpose(product(D, A))],
      },
      {
        id: "input-not-transposed",
        says: `${input} was not transposed. It fits only where the sizes happen to be equal, and ` +
          "then adds up the wrong products.",
        ways: [
          (D: Matrix, A: Matrix) => scale(matmul(D, A), 1 / D.cols),
          (D: Matrix, A: Matrix) => matmul(D, A),
        ],
      },
      {
        id: "error-transposed",
        says: `${error} was transposed where ${input} should be. The sum must run over the images.`,
        ways: [
          (D: Matrix, A: Matrix) => scale(matmul(transpose(D), A), 1 / D.cols),
          (D: Matrix, A: Matrix) => matmul(transpose(D), A),
        ],
      },
      {
        id: "opposite-sign",
        says: "The sign is opposite. The minus of gradient descent comes in update, not here.",
        ways: [(D: Matrix, A: Matrix) => scale(right(D, A), -1)],
      },
      {
        id: "first-image-only",
        says: "Only the first image counts. The sum runs over all m.",
        ways: [
          (D: Matrix, A: Matrix) => built(D.rows, A.rows, (i, k) => D.get(i, 0) * A.get(k, 0)),
          (D: Matrix, A: Matrix) =>
            built(D.rows, A.rows, (i, k) => D.get(i, 0) * A.get(k, 0) / D.cols),
        ],
      },
      {
        id: "last-image-only",
        says: "Only the last image counts: each one overwrites the one before. Add them up.",
        ways: [
          (D: Matrix, A: Matrix) =>
            built(D.rows, A.rows, (i, k) => D.get(i, D.cols - 1) * A.get(k, D.cols - 1)),
          (D: Matrix, A: Matrix) =>
            built(D.rows, A.rows, (i, k) => D.get(i, D.cols - 1) * A.get(k, D.cols - 1) / D.cols),
        ],
      },
    ],
    hints: [
      `${name} has the shape of ${
        name.slice(1)
      }. Which product of ${error} and ${input} has that ` +
      "shape, if one of them is transposed?",
      `The sum runs over the images, so the images must be the inner size: ${error} times the ` +
      `transpose of ${input}. Then the mean.`,
      `Compute matmul(${error}, transpose(${input})) and scale it by 1 / m. m is the number of ` +
      `columns of ${error}.`,
    ],
    trials: (digits) => [
      [seeded(3, 4, 1), seeded(5, 4, 2)],
      [seeded(2, 3, 3), seeded(4, 3, 4)],
      // All sizes alike: here a wrong product fits as well, and is known by its numbers.
      [seeded(3, 3, 5), seeded(3, 3, 6)],
      ...real(digits),
    ],
  };
}
