import { matmul } from "../../matrix/matmul.ts";
import { Matrix } from "../../matrix/matrix.ts";
import { relu as right, reluDerivative } from "../../network/activations.ts";
import type { Piece } from "../piece.ts";
import { built, each, seeded } from "./making.ts";
import { rowSlips } from "./row_slips.ts";

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
        "These are only 0 and 1: that is the slope of ReLU. ReLU keeps the number itself where it " +
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
      says: "Below 0 a small part of the number is left, as in a leaky ReLU. Here it must be 0.",
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
    {
      id: "tanh",
      says: "This is the hyperbolic tangent, Math.tanh. The hidden units here use ReLU.",
      ways: [(Z: Matrix) => each(Z, Math.tanh)],
    },
    {
      id: "sign-turned",
      says:
        "The sign was turned first: numbers below 0 became positive, those above became 0. It " +
        "is Math.max(0, z), without a minus.",
      ways: [(Z: Matrix) => each(Z, (z) => Math.max(0, -z))],
    },
    {
      id: "below-one-lost",
      says: "Numbers between 0 and 1 became 0 as well. Compare with 0, not with 1.",
      ways: [(Z: Matrix) => each(Z, (z) => z >= 1 ? z : 0)],
    },
    {
      id: "rounded",
      says: "The numbers were rounded to whole ones. Leave those above 0 as they are.",
      ways: [Math.round, Math.floor, Math.trunc].map((whole) => (Z: Matrix) =>
        each(Z, (z) => Math.max(0, whole(z)))
      ),
    },
    {
      id: "whole-matrix-compared",
      says:
        "The whole matrix was compared with 0, which is never true. Look at each of its numbers " +
        "by itself.",
      ways: [() => 0],
    },
    {
      id: "maximum-of-the-row",
      says:
        "There is one number for each row, its maximum. Each number of Z needs an answer of its " +
        "own, so the result is as large as Z.",
      ways: [
        (Z: Matrix) => built(Z.rows, 1, (i) => Math.max(0, ...Z.toArray()[i])),
      ],
    },
    {
      id: "one-row-changed",
      says: "Row 0 is right, the other rows are as they were. Does the return stand inside the " +
        "loop over the rows?",
      ways: [(Z: Matrix) => each(Z, (z, i) => i === 0 ? Math.max(0, z) : z)],
    },
    {
      id: "loop-over-the-rows-twice",
      says: "Only as many columns were changed as there are rows. The loop within a row ends at " +
        "the number of columns.",
      ways: [(Z: Matrix) => each(Z, (z, _, j) => j < Z.rows ? Math.max(0, z) : z)],
    },
    ...rowSlips(right),
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
