import { matmul } from "../../../matrix/matmul.ts";
import { Matrix } from "../../../matrix/matrix.ts";
import { relu as right, reluDerivative } from "../../../network/activations.ts";
import type { Piece } from "../piece.ts";
import { each, seeded } from "./making.ts";

/** The piece `relu`. */
export const relu: Piece = {
  name: "relu",
  notebook: "03",
  call: "relu(Z)",
  gives: "max(0, z) for every z, as large as Z",
  right,
  wrong: [
    {
      id: "unchanged",
      says: "This is Z itself: the numbers below 0 are still there.",
      ways: [(Z: Matrix) => Z],
    },
    {
      id: "absolute-value",
      says: "The numbers below 0 lost their sign. They must become 0.",
      ways: [(Z: Matrix) => each(Z, Math.abs)],
    },
    {
      id: "wrong-half",
      says: "The numbers below 0 were kept and those above became 0. It is the other way round.",
      ways: [(Z: Matrix) => each(Z, (z) => Math.min(0, z))],
    },
    {
      id: "derivative",
      says:
        "These are only 0 and 1: the derivative of ReLU. ReLU keeps the number itself where it " +
        "is above 0.",
      ways: [reluDerivative, (Z: Matrix) => each(Z, (z) => z >= 0 ? 1 : 0)],
    },
    {
      id: "cut-at-one",
      says: "Numbers above 1 were cut off at 1. ReLU has no upper end.",
      ways: [(Z: Matrix) => each(Z, (z) => Math.min(1, Math.max(0, z)))],
    },
    {
      id: "leaky",
      says:
        "Below 0 a small part of the number is left. That is the leaky ReLU; here it must be 0.",
      ways: [0.01, 0.1].map((a) => (Z: Matrix) => each(Z, (z) => z > 0 ? z : a * z)),
    },
    {
      id: "one-below-zero",
      says: "Numbers below 1 became 1: the maximum was taken with 1. It must be taken with 0.",
      ways: [(Z: Matrix) => each(Z, (z) => Math.max(1, z))],
    },
    {
      id: "sigmoid",
      says: "This is the sigmoid, 1 / (1 + e^-z). The hidden units here use ReLU.",
      ways: [(Z: Matrix) => each(Z, (z) => 1 / (1 + Math.exp(-z)))],
    },
  ],
  hints: [
    "ReLU looks at each number by itself. What does it make of -2, of 0 and of 3?",
    "ReLU(z) is the larger of 0 and z.",
    "Go through Z.toArray() row by row, replace each z by Math.max(0, z), and give the rows to " +
    "Matrix.from.",
  ],
  trials: ({ X }) => [
    [Matrix.from([[-2, 0, 3], [0.5, -0.25, 1.5]])],
    [seeded(3, 4, 1)],
    [matmul(seeded(10, 784, 2), X)],
  ],
};
