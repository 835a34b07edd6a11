import { scale } from "../../matrix/elementwise.ts";
import { matmul } from "../../matrix/matmul.ts";
import { Matrix } from "../../matrix/matrix.ts";
import { relu, reluDerivative } from "../../network/activations.ts";
import { exercise } from "../exercise.ts";
import { each, seeded } from "./making.ts";

const leaky = (Z: Matrix, leak: number) => each(Z, (z) => z > 0 ? z : leak * z);
const slopes = (Z: Matrix, leak: number) => each(Z, (z) => z > 0 ? 1 : leak);

export const leakyRelu = exercise({
  name: "leakyRelu",
  notebook: "03",
  call: "leakyRelu(Z, leak)",
  gives: "{ A, slope }: the activations and the slope at every z, each as large as Z",
  right: (Z: Matrix, leak: number) => ({ A: leaky(Z, leak), slope: slopes(Z, leak) }),
  mistakes: {
    "no-leak": [
      "This is ReLU: below 0 nothing is left. A leaky ReLU lets a part of the number through.",
      (Z) => ({ A: relu(Z), slope: reluDerivative(Z) }),
    ],
    "slope-of-relu": [
      "A is right. Its slope below 0 is not 0: how steep is the line there?",
      (Z, leak) => ({ A: leaky(Z, leak), slope: reluDerivative(Z) }),
    ],
    "leak-fixed": [
      "A fixed leak was used, such as 0.01. Use the argument leak.",
      [0.01, 0.1, 0.2].map((leak) => (Z) => ({ A: leaky(Z, leak), slope: slopes(Z, leak) })),
    ],
    "leak-everywhere": [
      "The numbers above 0 were multiplied by leak as well. They pass unchanged.",
      (Z, leak) => ({ A: scale(Z, leak), slope: each(Z, () => leak) }),
      (Z, leak) => ({ A: scale(Z, leak), slope: slopes(Z, leak) }),
    ],
    "wrong-half": [
      "It is the other way round: the numbers above 0 pass unchanged, those below are multiplied by leak.",
      (Z, leak) => ({
        A: each(Z, (z) => z < 0 ? z : leak * z),
        slope: each(Z, (z) => z < 0 ? 1 : leak),
      }),
      (Z, leak) => ({
        A: each(Z, (z) => Math.min(z, leak * z)),
        slope: each(Z, (z) => z > 0 ? leak : 1),
      }),
    ],
    "constant-below-zero": [
      "Below 0 the activation is the same everywhere. It is leak times the number.",
      (Z, leak) => ({ A: each(Z, (z) => z > 0 ? z : leak), slope: slopes(Z, leak) }),
      (Z, leak) => ({ A: each(Z, (z) => z > 0 ? z : -leak), slope: slopes(Z, leak) }),
    ],
    "sign-lost": [
      "Below 0 the activation came out positive. It is a small negative number.",
      (Z, leak) => ({ A: each(Z, (z) => z > 0 ? z : -leak * z), slope: slopes(Z, leak) }),
      (Z, leak) => ({
        A: each(Z, (z) => z > 0 ? z : -leak * z),
        slope: each(Z, (z) => z > 0 ? 1 : -leak),
      }),
    ],
    "slope-one-at-zero": [
      "At z = 0 the slope is that of the line below 0: leak.",
      (Z, leak) => ({ A: leaky(Z, leak), slope: each(Z, (z) => z >= 0 ? 1 : leak) }),
    ],
    "slope-is-the-activation": [
      "The slope is the activation again. A slope says how much A changes when z grows a little.",
      (Z, leak) => ({ A: leaky(Z, leak), slope: leaky(Z, leak) }),
    ],
    "slope-times-z": [
      "The slope was multiplied by z. A straight line is equally steep everywhere.",
      (Z, leak) => ({ A: leaky(Z, leak), slope: each(Z, (z) => z > 0 ? 1 : leak * z) }),
      (Z, leak) => ({ A: leaky(Z, leak), slope: each(Z, (z) => z > 0 ? z : leak) }),
    ],
    "results-exchanged": [
      "The two results changed places: A holds the activations, slope the slopes.",
      (Z, leak) => ({ A: slopes(Z, leak), slope: leaky(Z, leak) }),
    ],
  },
  hints: [
    "Draw it: two straight lines that meet at 0. How steep is each?",
    "Above 0 it is z itself, with slope 1. Below 0 it is leak times z. What is the slope of that line?",
    "Go through Z.toArray() twice: once with z > 0 ? z : leak * z, and once with the slope of each of the two lines.",
  ],
  trials: ({ X }) => [
    [Matrix.from([[-2, 0, 3], [0.5, -0.25, 1.5]]), 0.25],
    [scale(seeded(10, 10, 1), 3), 0.125],
    [matmul(seeded(10, 784, 2), X), 0.05],
  ],
  telling: () => [[seeded(3, 4, 1), 0.5]],
});
