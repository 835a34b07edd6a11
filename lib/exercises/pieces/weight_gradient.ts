import { multiply, scale } from "../../matrix/elementwise.ts";
import { matmul } from "../../matrix/matmul.ts";
import type { Matrix } from "../../matrix/matrix.ts";
import { transpose } from "../../matrix/transpose.ts";
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
        says: "This was multiplied by m. A mean is divided by it: scale by 1 / m.",
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
          `This was divided by the number of rows of ${error}. Divide by the number of images m, ` +
          `which are the columns: ${error}.cols.`,
        ways: [(D: Matrix, A: Matrix) => scale(product(D, A), 1 / D.rows)],
      },
      {
        id: "divided-by-the-inputs",
        says:
          `This was divided by the number of rows of ${input}. Divide by the number of images m, ` +
          `which are the columns: ${input}.cols.`,
        ways: [(D: Matrix, A: Matrix) => scale(product(D, A), 1 / A.rows)],
      },
      {
        id: "divided-by-all",
        says:
          `This was divided by the number of all elements of ${error}. Divide by the number of ` +
          "images m.",
        ways: [(D: Matrix, A: Matrix) => scale(product(D, A), 1 / (D.rows * D.cols))],
      },
      {
        id: "m-is-fixed",
        says: `This was divided by a fixed number. m is the number of images that came in: ` +
          `${error}.cols.`,
        ways: [10, 20, 784, 1000, 41000].map((m) => (D: Matrix, A: Matrix) =>
          scale(product(D, A), 1 / m)
        ),
      },
      {
        id: "m-minus-one",
        says: "This was divided by m - 1. The mean is divided by the number of images m.",
        ways: [(D: Matrix, A: Matrix) => scale(product(D, A), 1 / (D.cols - 1))],
      },
      {
        id: "twice-or-half",
        says: "This is twice too large, or half as large as it should be. There is no 2 in this " +
          "formula.",
        ways: [2, 1 / 2].map((factor) => (D: Matrix, A: Matrix) => scale(right(D, A), factor)),
      },
      {
        id: "transposed",
        says:
          `Rows and columns are exchanged: ${name} must have the shape of ${
            name.slice(1)
          }. Which of ` +
          "the two factors stands on the left?",
        ways: [(D: Matrix, A: Matrix) => transpose(right(D, A))],
      },
      {
        id: "transposed-and-no-mean",
        says:
          `Rows and columns are exchanged: which of the two factors stands on the left? And the ` +
          "1/m is missing too.",
        ways: [(D: Matrix, A: Matrix) => transpose(product(D, A))],
      },
      {
        id: "input-not-transposed",
        says: `${input} was not transposed. With most sizes this product does not fit; where it ` +
          "fits, its numbers are wrong.",
        ways: [
          (D: Matrix, A: Matrix) => scale(matmul(D, A), 1 / D.cols),
          (D: Matrix, A: Matrix) => matmul(D, A),
        ],
      },
      {
        id: "transposed-too-late",
        says:
          `The product was transposed after it was made. Transpose ${input} alone, before it is ` +
          "multiplied.",
        ways: [
          (D: Matrix, A: Matrix) => scale(transpose(matmul(D, A)), 1 / D.cols),
          (D: Matrix, A: Matrix) => transpose(matmul(D, A)),
        ],
      },
      {
        id: "factors-swapped",
        says:
          `${error} and ${input} have changed places. ${error} stands on the left, the transpose ` +
          `of ${input} on the right.`,
        ways: [
          (D: Matrix, A: Matrix) => scale(matmul(transpose(A), D), 1 / D.cols),
          (D: Matrix, A: Matrix) => matmul(transpose(A), D),
          (D: Matrix, A: Matrix) => scale(matmul(A, D), 1 / D.cols),
          (D: Matrix, A: Matrix) => matmul(A, D),
        ],
      },
      {
        id: "element-by-element",
        says:
          "The elements were multiplied one by one, by multiply. It takes matmul: each weight " +
          "needs a sum over the images.",
        ways: [(A: Matrix) => A, transpose].flatMap((turned) => [
          (D: Matrix, A: Matrix) => scale(multiply(D, turned(A)), 1 / D.cols),
          (D: Matrix, A: Matrix) => multiply(D, turned(A)),
        ]),
      },
      {
        id: "error-transposed",
        says:
          `${error} was transposed in the place of ${input}. The sum must run over the images, ` +
          `so ${input} is the one to transpose.`,
        ways: [
          (D: Matrix, A: Matrix) => scale(matmul(transpose(D), A), 1 / D.cols),
          (D: Matrix, A: Matrix) => matmul(transpose(D), A),
        ],
      },
      {
        id: "opposite-sign",
        says: "Every sign is opposite. The minus of gradient descent comes later, in update.",
        ways: [
          (D: Matrix, A: Matrix) => scale(right(D, A), -1),
          (D: Matrix, A: Matrix) => scale(product(D, A), -1),
        ],
      },
      {
        id: "first-image-only",
        says: "Only the first image counts. Add up over all m images.",
        ways: [
          (D: Matrix, A: Matrix) => built(D.rows, A.rows, (i, k) => D.get(i, 0) * A.get(k, 0)),
          (D: Matrix, A: Matrix) =>
            built(D.rows, A.rows, (i, k) => D.get(i, 0) * A.get(k, 0) / D.cols),
        ],
      },
      {
        id: "last-image-only",
        says: "Only the last image counts: each one replaces the one before. Add them up with +=.",
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
