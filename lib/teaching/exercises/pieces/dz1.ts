import { multiply, scale } from "../../../matrix/elementwise.ts";
import { matmul } from "../../../matrix/matmul.ts";
import { Matrix, transpose } from "../../../matrix/matrix.ts";
import { relu, reluDerivative } from "../../../network/activations.ts";
import type { Piece } from "../piece.ts";
import { each, seeded } from "./making.ts";
import { stepOf } from "./step_of.ts";

/** The error on its way back through W2, before ReLU's slope. */
const back = (W2: Matrix, dZ2: Matrix) => matmul(transpose(W2), dZ2);
const right = (W2: Matrix, dZ2: Matrix, Z1: Matrix) => multiply(back(W2, dZ2), reluDerivative(Z1));

/** The piece `dZ1`. */
export const dZ1: Piece = {
  name: "dZ1",
  notebook: "04",
  call: "dZ1(W2, dZ2, Z1)",
  gives: "dZ1, hidden x m",
  right,
  wrong: [
    {
      id: "w2-not-transposed",
      says:
        "W2 was not transposed. Backwards the error goes from the 10 outputs to the hidden units; " +
        "it fits only because both are as many.",
      ways: [
        (W2: Matrix, dZ2: Matrix, Z1: Matrix) => multiply(matmul(W2, dZ2), reluDerivative(Z1)),
      ],
    },
    {
      id: "relu-derivative-missing",
      says:
        "ReLU' is missing: a hidden unit that was off has no share in the error, so its place must " +
        "be 0.",
      ways: [back],
    },
    {
      id: "both-missing",
      says: "W2 was not transposed, and ReLU' is missing too.",
      ways: [(W2: Matrix, dZ2: Matrix) => matmul(W2, dZ2)],
    },
    {
      id: "derivative-at-zero",
      says: "Where Z1 is exactly 0, ReLU' was taken as 1. It is 0 there: 1 only where Z1 > 0.",
      ways: [
        (W2: Matrix, dZ2: Matrix, Z1: Matrix) =>
          multiply(back(W2, dZ2), each(Z1, (z) => z >= 0 ? 1 : 0)),
      ],
    },
    {
      id: "derivative-of-the-error",
      says: "ReLU' was taken of the wrong matrix: of the error W2ᵀ dZ2. Whether a unit was on is " +
        "written in Z1.",
      ways: [
        (W2: Matrix, dZ2: Matrix) => multiply(back(W2, dZ2), reluDerivative(back(W2, dZ2))),
        (W2: Matrix, dZ2: Matrix) => relu(back(W2, dZ2)),
      ],
    },
    {
      id: "derivative-of-dz2",
      says: "ReLU' was taken of the wrong matrix: of dZ2. Whether a unit was on is written in Z1.",
      ways: [
        (W2: Matrix, dZ2: Matrix) => multiply(back(W2, dZ2), reluDerivative(dZ2)),
      ],
    },
    {
      id: "derivative-of-w2",
      says: "ReLU' was taken of the wrong matrix: of W2. Whether a unit was on is written in Z1.",
      ways: [
        (W2: Matrix, dZ2: Matrix) => matmul(reluDerivative(transpose(W2)), dZ2),
        (W2: Matrix, dZ2: Matrix) => multiply(back(W2, dZ2), reluDerivative(W2)),
        (W2: Matrix, dZ2: Matrix) => multiply(back(W2, dZ2), reluDerivative(transpose(W2))),
      ],
    },
    {
      id: "derivative-before-w2",
      says: "ReLU' was applied before W2. First the error goes back through W2, then through ReLU.",
      ways: [
        (W2: Matrix, dZ2: Matrix, Z1: Matrix) =>
          matmul(transpose(W2), multiply(dZ2, reluDerivative(Z1))),
      ],
    },
    {
      id: "derivative-inverted",
      says:
        "ReLU' is the wrong way round: units that were off got the error, those that were on 0.",
      ways: [
        (W2: Matrix, dZ2: Matrix, Z1: Matrix) =>
          multiply(back(W2, dZ2), each(Z1, (z) => z > 0 ? 0 : 1)),
        (W2: Matrix, dZ2: Matrix, Z1: Matrix) =>
          multiply(back(W2, dZ2), each(Z1, (z) => z < 0 ? 1 : 0)),
      ],
    },
    {
      id: "relu-instead-of-derivative",
      says:
        "This was multiplied by ReLU(Z1), the units' answers. It must be the slope ReLU'(Z1): 1 or " +
        "0.",
      ways: [
        (W2: Matrix, dZ2: Matrix, Z1: Matrix) => multiply(back(W2, dZ2), relu(Z1)),
      ],
    },
    {
      id: "times-z1",
      says: "This was multiplied by Z1 itself. It must be the slope ReLU'(Z1): 1 or 0.",
      ways: [(W2: Matrix, dZ2: Matrix, Z1: Matrix) => multiply(back(W2, dZ2), Z1)],
    },
    {
      id: "sigmoid-derivative",
      says: "This uses the slope of a sigmoid, a (1 - a). The hidden units here use ReLU.",
      ways: [
        (W2: Matrix, dZ2: Matrix, Z1: Matrix) =>
          multiply(back(W2, dZ2), each(relu(Z1), (a) => a * (1 - a))),
        (W2: Matrix, dZ2: Matrix, Z1: Matrix) =>
          multiply(
            back(W2, dZ2),
            each(Z1, (z) => Math.exp(-z) / (1 + Math.exp(-z)) ** 2),
          ),
      ],
    },
    {
      id: "divided-by-m",
      says:
        "dZ1 was divided by m. It belongs to one image each; the mean over the images comes in dW1 " +
        "and db1.",
      ways: [
        (W2: Matrix, dZ2: Matrix, Z1: Matrix) => scale(right(W2, dZ2, Z1), 1 / Z1.cols),
      ],
    },
    {
      id: "opposite-sign",
      says: "The sign is opposite. The minus of gradient descent comes in update, not here.",
      ways: [(W2: Matrix, dZ2: Matrix, Z1: Matrix) => scale(right(W2, dZ2, Z1), -1)],
    },
    {
      id: "transposed",
      says: "This is the transpose: an image must stay a column.",
      ways: [(W2: Matrix, dZ2: Matrix, Z1: Matrix) => transpose(right(W2, dZ2, Z1))],
    },
    {
      id: "derivative-only",
      says: "This is ReLU'(Z1) alone. The error that comes back through W2 is missing.",
      ways: [(_W2: Matrix, _dZ2: Matrix, Z1: Matrix) => reluDerivative(Z1)],
    },
  ],
  hints: [
    "Two things happen on the way back: the error goes through W2, then through ReLU. Which shape does " +
    "it have after each?",
    "W2ᵀ dZ2 brings the error to the hidden units. A unit that was off passes nothing on: multiply, " +
    "element by element, by 1 where Z1 > 0 and by 0 elsewhere.",
    "multiply(matmul(transpose(W2), dZ2), ...), where the second factor is reluDerivative(Z1).",
  ],
  trials: (digits) => {
    const { W2, dZ2, Z1 } = stepOf(digits);
    return [
      [seeded(3, 4, 1), seeded(3, 2, 2), Matrix.from([[0.5, -1], [0, 2], [-0.3, 0], [1.5, 0.2]])],
      // As many hidden units as outputs: here a W2 that is not transposed fits as well.
      [seeded(3, 3, 3), seeded(3, 4, 4), seeded(3, 4, 5)],
      [seeded(3, 3, 6), seeded(3, 3, 7), Matrix.from([[0, -1, 2], [0.3, 0, -2], [-0.1, 1, 0]])],
      [W2, dZ2, Z1],
    ];
  },
};
