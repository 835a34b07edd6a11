import { add, multiply, scale } from "../../matrix/elementwise.ts";
import { matmul } from "../../matrix/matmul.ts";
import type { Matrix } from "../../matrix/matrix.ts";
import { transpose } from "../../matrix/transpose.ts";
import { relu, softmax } from "../../network/activations.ts";
import { exercise } from "../exercise.ts";
import { seeded, stepsOf } from "./making.ts";

const right = (W3: Matrix, A2: Matrix, b3: Matrix) => add(matmul(W3, A2), b3);

export const thirdLayer = exercise({
  name: "thirdLayer",
  notebook: "02",
  call: "thirdLayer(W3, A2, b3)",
  gives: "the weighted sums of the third layer: units x m",
  right,
  mistakes: {
    "bias-missing": ["The biases are missing: each unit adds its own.", (W3, A2) => matmul(W3, A2)],
    "bias-subtracted": [
      "The biases were subtracted. A unit adds its bias.",
      (W3, A2, b3) => add(matmul(W3, A2), scale(b3, -1)),
    ],
    "biases-alone": [
      "These are the biases alone: the weights were not used.",
      (_W3, _A2, b3) => b3,
    ],
    "bias-before-the-weights": [
      "The biases were added to A2. They belong to the third layer: add them after the product.",
      (W3, A2, b3) => matmul(W3, add(A2, b3)),
    ],
    "bias-in-the-weights": [
      "The biases were added to the weights, and so were multiplied by the inputs. Add them after the product.",
      (W3, A2, b3) => matmul(add(W3, b3), A2),
    ],
    "weights-transposed": [
      "W3 was transposed. It has a row for each unit and a column for each of its inputs, as W1 and W2 do.",
      (W3, A2, b3) => add(matmul(transpose(W3), A2), b3),
    ],
    "images-transposed": [
      "A2 was transposed. It has a column for each image, and so has the result.",
      (W3, A2, b3) => add(matmul(W3, transpose(A2)), b3),
    ],
    "factors-exchanged": [
      "A2 stands before W3. Each row of the weights meets each column of A2: the weights come first.",
      (W3, A2, b3) => add(matmul(A2, W3), b3),
    ],
    "element-by-element": [
      "W3 and A2 were multiplied element by element. A unit adds up the products: that is matmul.",
      (W3, A2, b3) => add(multiply(W3, A2), b3),
    ],
    "activation-too": [
      "An activation was applied. Only the weighted sums are asked for.",
      (...args) => relu(right(...args)),
      (...args) => softmax(right(...args)),
    ],
  },
  hints: [
    "What does one unit of any layer do with its inputs? Which matrix holds the inputs here?",
    "It is the step from A1 to Z2 again, one layer later: every number in a name grows by 1.",
    "matmul with W3 and A2, in the order that fits their shapes, and then add with b3.",
  ],
  // The columns of a softmax add up to 1: then a bias in the weights would do no harm.
  trials: (digits) =>
    stepsOf(digits).map(({ Z2, A2 }, k) => [
      seeded(4 + k, 10, k + 1),
      k === 1 ? A2 : relu(Z2),
      seeded(4 + k, 1, k + 5),
    ]),
  telling: () => [[seeded(3, 3, 1), seeded(3, 3, 2), seeded(3, 1, 3)]],
});
