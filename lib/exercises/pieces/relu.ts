import { scale } from "../../matrix/elementwise.ts";
import { matmul } from "../../matrix/matmul.ts";
import { Matrix } from "../../matrix/matrix.ts";
import { relu as right, reluDerivative } from "../../network/activations.ts";
import { exercise } from "../exercise.ts";
import { built, each, seeded } from "./making.ts";

export const relu = exercise({
  name: "relu",
  notebook: "03",
  call: "relu(Z)",
  gives: "max(0, z) for every z, as large as Z",
  right,
  mistakes: {
    unchanged: ["This is Z itself: the numbers below 0 are still there.", (Z) => Z],
    "absolute-value": [
      "The numbers below 0 lost their sign. They must become 0.",
      (Z) => each(Z, Math.abs),
    ],
    "wrong-half": [
      "The numbers below 0 were kept and those above became 0. It is the other way round.",
      (Z) => each(Z, (z) => Math.min(0, z)),
    ],
    derivative: [
      "These are only 0 and 1: that is the slope of ReLU. ReLU keeps the number itself where it is above 0.",
      reluDerivative,
      (Z) => each(Z, (z) => z >= 0 ? 1 : 0),
    ],
    "cut-at-one": [
      "Numbers above 1 were cut off at 1. ReLU has no upper end.",
      (Z) => each(Z, (z) => Math.min(1, Math.max(0, z))),
    ],
    leaky: [
      "Below 0 a small part of the number is left, as in a leaky ReLU. Here it must be 0.",
      [0.01, 0.1, 0.2, 0.05, 0.001, 0.3].map((a) => (Z) => each(Z, (z) => z > 0 ? z : a * z)),
    ],
    "one-below-zero": [
      "Numbers below 1 became 1: the maximum was taken with 1. It must be taken with 0.",
      (Z) => each(Z, (z) => Math.max(1, z)),
    ],
    sigmoid: [
      "This is the sigmoid, 1 / (1 + e^-z). The hidden units here use ReLU.",
      (Z) => each(Z, (z) => 1 / (1 + Math.exp(-z))),
    ],
    tanh: [
      "This is the hyperbolic tangent, Math.tanh. The hidden units here use ReLU.",
      (Z) => each(Z, Math.tanh),
    ],
    softplus: [
      "This is log(1 + e^z), a ReLU with a soft corner. The hidden units here use ReLU itself.",
      (Z) => each(Z, (z) => Math.log(1 + Math.exp(z))),
    ],
    elu: [
      "Below 0 this is e^z - 1, as in an ELU. Here it must be 0.",
      (Z) => each(Z, (z) => z > 0 ? z : Math.exp(z) - 1),
    ],
    swish: [
      "This is z / (1 + e^-z), a ReLU that bends below 0, also called swish or SiLU. The hidden units here use ReLU itself.",
      (Z) => each(Z, (z) => z / (1 + Math.exp(-z))),
    ],
    "compared-with-minus-one": [
      "Numbers between -1 and 0 are still there. Compare with 0, not with -1.",
      (Z) => each(Z, (z) => z >= -1 ? z : 0),
    ],
    "sign-turned": [
      "The sign was turned first: numbers below 0 became positive, those above became 0. It is Math.max(0, z), without a minus.",
      (Z) => each(Z, (z) => Math.max(0, -z)),
    ],
    "below-one-lost": [
      "Numbers between 0 and 1 became 0 as well. Compare with 0, not with 1.",
      (Z) => each(Z, (z) => z >= 1 ? z : 0),
    ],
    rounded: [
      "The numbers were rounded to whole ones. Leave those above 0 as they are.",
      [Math.round, Math.floor, Math.trunc].map((whole) => (Z) =>
        each(Z, (z) => Math.max(0, whole(z)))
      ),
    ],
    "whole-matrix-compared": [
      "The whole matrix was compared with 0, which is never true. Look at each of its numbers by itself.",
      () => 0,
    ],
    "maximum-of-the-row": [
      "There is one number for each row, its maximum. Each number of Z needs an answer of its own, so the result is as large as Z.",
      (Z) => built(Z.rows, 1, (i) => Math.max(0, ...Z.toArray()[i])),
    ],
    "one-row-changed": [
      "Row 0 is right, the other rows are as they were. Does the return stand inside the loop over the rows?",
      (Z) => each(Z, (z, i) => i === 0 ? Math.max(0, z) : z),
    ],
    "loop-over-the-rows-twice": [
      "Only as many columns were changed as there are rows. The loop within a row ends at the number of columns.",
      (Z) => each(Z, (z, _, j) => j < Z.rows ? Math.max(0, z) : z),
    ],
  },
  hints: [
    "ReLU looks at each number by itself. What does it make of -2, of 0 and of 3?",
    "ReLU(z) is the larger of 0 and z.",
    "Go through Z.toArray() row by row, replace each z by Math.max(0, z), and give the rows to Matrix.from.",
  ],
  trials: ({ X }) => [
    [built(10, 3, (i, j) => [[-2, 0, 3], [0.5, -0.25, 1.5]][i]?.[j] ?? (i * 7 + j * 5) % 6 - 2.5)],
    [scale(seeded(10, 10, 1), 3)],
    [matmul(seeded(10, 784, 2), X)],
  ],
  telling: () => [[Matrix.from([[-2, 0, 3], [0.5, -0.25, 1.5]])], [seeded(3, 4, 1)]],
});
