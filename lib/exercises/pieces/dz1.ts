import { add, multiply, scale, subtract } from "../../matrix/elementwise.ts";
import { matmul } from "../../matrix/matmul.ts";
import { Matrix } from "../../matrix/matrix.ts";
import { transpose } from "../../matrix/transpose.ts";
import { relu, reluDerivative } from "../../network/activations.ts";
import { exercise } from "../exercise.ts";
import { each, seeded, stepsOf } from "./making.ts";

/** The error on its way back through W2, before ReLU's slope. */
const back = (W2: Matrix, dZ2: Matrix) => matmul(transpose(W2), dZ2);
const right = (W2: Matrix, dZ2: Matrix, Z1: Matrix) => multiply(back(W2, dZ2), reluDerivative(Z1));

export const dZ1 = exercise({
  name: "dZ1",
  notebook: "04",
  call: "dZ1(W2, dZ2, Z1)",
  gives: "dZ1, hidden x m",
  right,
  mistakes: {
    "w2-not-transposed": [
      "W2 was not transposed. W2 leads from the hidden units to the outputs; the way back takes its transpose. It fits here only because there are 10 hidden units and 10 outputs.",
      (W2, dZ2, Z1) => multiply(matmul(W2, dZ2), reluDerivative(Z1)),
    ],
    "relu-derivative-missing": [
      "ReLU' is missing. A hidden unit that was off (Z1 at or below 0) had no part in the error: its number must become 0.",
      back,
    ],
    "both-missing": [
      "W2 was not transposed, and ReLU' is missing too.",
      (W2, dZ2) => matmul(W2, dZ2),
    ],
    "derivative-at-zero": [
      "Where Z1 is exactly 0, ReLU' was taken as 1. It is 1 only where Z1 > 0.",
      (W2, dZ2, Z1) => multiply(back(W2, dZ2), each(Z1, (z) => z >= 0 ? 1 : 0)),
    ],
    "derivative-of-the-error": [
      "ReLU' was taken of the wrong matrix, of the error W2ᵀ dZ2. Take it of Z1, which says whether a unit was on.",
      (W2, dZ2) => multiply(back(W2, dZ2), reluDerivative(back(W2, dZ2))),
      (W2, dZ2) => relu(back(W2, dZ2)),
    ],
    "derivative-of-dz2": [
      "ReLU' was taken of the wrong matrix, of dZ2. Take it of Z1, which says whether a unit was on.",
      (W2, dZ2) => multiply(back(W2, dZ2), reluDerivative(dZ2)),
    ],
    "derivative-of-w2": [
      "ReLU' was taken of the wrong matrix, of W2. Take it of Z1, which says whether a unit was on.",
      (W2, dZ2) => matmul(reluDerivative(transpose(W2)), dZ2),
      (W2, dZ2) => multiply(back(W2, dZ2), reluDerivative(W2)),
      (W2, dZ2) => multiply(back(W2, dZ2), reluDerivative(transpose(W2))),
    ],
    "derivative-of-a-product": [
      "ReLU' was taken of the wrong matrix, of W2 Z1 or W2ᵀ Z1. Take it of Z1, which says whether a unit was on.",
      [transpose, (W2: Matrix) => W2].map((turned) => (W2, dZ2, Z1) =>
        multiply(back(W2, dZ2), reluDerivative(matmul(turned(W2), Z1)))
      ),
    ],
    "leaky-derivative": [
      "Where a unit was off, a small part of its error is left, as with a leaky ReLU. Here it must become 0.",
      [0.01, 0.1, 0.2, 0.3].map((slope) => (W2, dZ2, Z1) =>
        multiply(back(W2, dZ2), each(Z1, (z) => z > 0 ? 1 : slope))
      ),
    ],
    "derivative-before-w2": [
      "ReLU' was applied before W2. First the error goes back through W2, then through ReLU.",
      (W2, dZ2, Z1) => matmul(transpose(W2), multiply(dZ2, reluDerivative(Z1))),
    ],
    "derivative-inverted": [
      "ReLU' is the wrong way round: units that were off got the error, those that were on 0.",
      (W2, dZ2, Z1) => multiply(back(W2, dZ2), each(Z1, (z) => z > 0 ? 0 : 1)),
      (W2, dZ2, Z1) => multiply(back(W2, dZ2), each(Z1, (z) => z < 0 ? 1 : 0)),
    ],
    "derivative-as-a-sign": [
      "Where a unit was off, the sign of its error was turned. It must become 0: ReLU' is 1 or 0.",
      (W2, dZ2, Z1) => multiply(back(W2, dZ2), each(Z1, (z) => z > 0 ? 1 : -1)),
      (W2, dZ2, Z1) => multiply(back(W2, dZ2), each(Z1, Math.sign)),
    ],
    "relu-instead-of-derivative": [
      "This was multiplied by ReLU(Z1), the answers of the hidden units. Multiply by the slope ReLU'(Z1), which is 1 or 0.",
      (W2, dZ2, Z1) => multiply(back(W2, dZ2), relu(Z1)),
    ],
    "times-z1": [
      "This was multiplied by Z1 itself. Multiply by the slope ReLU'(Z1), which is 1 or 0.",
      (W2, dZ2, Z1) => multiply(back(W2, dZ2), Z1),
    ],
    "sigmoid-derivative": [
      "This uses the slope of a sigmoid, a (1 - a). The hidden units here use ReLU.",
      (W2, dZ2, Z1) => multiply(back(W2, dZ2), each(relu(Z1), (a) => a * (1 - a))),
      (W2, dZ2, Z1) => multiply(back(W2, dZ2), each(Z1, (a) => a * (1 - a))),
      (W2, dZ2, Z1) =>
        multiply(
          back(W2, dZ2),
          each(Z1, (z) => Math.exp(-z) / (1 + Math.exp(-z)) ** 2),
        ),
    ],
    "tanh-derivative": [
      "This uses the slope of tanh, 1 - a². The hidden units here use ReLU, whose slope is 1 where Z1 > 0 and 0 elsewhere.",
      [relu, (Z1: Matrix) => each(Z1, Math.tanh), (Z1: Matrix) => Z1].map((f) => (W2, dZ2, Z1) =>
        multiply(back(W2, dZ2), each(f(Z1), (a) => 1 - a * a))
      ),
    ],
    "divided-by-m": [
      "dZ1 was divided by m. Each column of dZ1 belongs to one image; the mean over the images comes later, in dW1 and db1.",
      (W2, dZ2, Z1) => scale(right(W2, dZ2, Z1), 1 / Z1.cols),
    ],
    "opposite-sign": [
      "Every sign is opposite. The minus of gradient descent comes later, in update.",
      (W2, dZ2, Z1) => scale(right(W2, dZ2, Z1), -1),
    ],
    transposed: [
      "This is the transpose. In dZ1 an image is a column, as in Z1.",
      (W2, dZ2, Z1) => transpose(right(W2, dZ2, Z1)),
    ],
    "derivative-only": [
      "This is ReLU'(Z1) alone. The error that comes back through W2 is missing.",
      (_W2, _dZ2, Z1) => reluDerivative(Z1),
    ],
    "w2-missing": [
      "W2 is missing: dZ2 was multiplied by ReLU'(Z1). First bring the error back to the hidden units, with the transpose of W2.",
      (_W2, dZ2, Z1) => multiply(dZ2, reluDerivative(Z1)),
    ],
    "matmul-instead-of-multiply": [
      "ReLU'(Z1) was applied by matmul. It takes multiply, element by element: each hidden unit has its own 1 or 0.",
      (W2, dZ2, Z1) => matmul(back(W2, dZ2), reluDerivative(Z1)),
    ],
    "multiply-instead-of-matmul": [
      "W2 and dZ2 were multiplied element by element. It takes matmul: each hidden unit gets a sum over the outputs.",
      [transpose, (W2: Matrix) => W2].map((turned) => (W2, dZ2, Z1) =>
        multiply(multiply(turned(W2), dZ2), reluDerivative(Z1))
      ),
    ],
    "factors-swapped": [
      "W2 and dZ2 have changed places. The transpose of W2 stands on the left. Are the function's arguments in the order W2, dZ2, Z1?",
      (W2, dZ2, Z1) => multiply(matmul(dZ2, transpose(W2)), reluDerivative(Z1)),
      (W2, dZ2, Z1) => multiply(matmul(dZ2, W2), reluDerivative(Z1)),
      (W2, dZ2, Z1) => multiply(matmul(transpose(dZ2), W2), reluDerivative(Z1)),
    ],
    "derivative-added": [
      "ReLU'(Z1) was added or subtracted. Multiply by it, so that units that were off get 0.",
      (W2, dZ2, Z1) => add(back(W2, dZ2), reluDerivative(Z1)),
      (W2, dZ2, Z1) => subtract(back(W2, dZ2), reluDerivative(Z1)),
    ],
  },
  hints: [
    "Two things happen on the way back: the error goes through W2, then through ReLU. Which shape does it have after each?",
    "W2ᵀ dZ2 brings the error to the hidden units. A unit that was off passes nothing on: multiply, element by element, by 1 where Z1 > 0 and by 0 elsewhere.",
    "multiply(matmul(transpose(W2), dZ2), ...), where the second factor is reluDerivative(Z1).",
  ],
  trials: (digits) => {
    const [few, ten, all] = stepsOf(digits);
    return [
      // Where Z1 is exactly 0 the slope is 0.
      [few.W2, few.dZ2, each(few.Z1, (z, i, j) => (i + j) % 4 === 0 ? 0 : z)],
      [ten.W2, ten.dZ2, ten.Z1],
      [all.W2, all.dZ2, all.Z1],
    ];
  },
  telling: () => [
    [seeded(3, 4, 1), seeded(3, 2, 2), Matrix.from([[0.5, -1], [0, 2], [-0.3, 0], [1.5, 0.2]])],
    // As many hidden units as outputs: here a W2 that is not transposed fits as well.
    [seeded(3, 3, 3), seeded(3, 4, 4), seeded(3, 4, 5)],
    [seeded(3, 3, 6), seeded(3, 3, 7), Matrix.from([[0, -1, 2], [0.3, 0, -2], [-0.1, 1, 0]])],
  ],
});
