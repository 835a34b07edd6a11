import { add, multiply, scale, subtract, sumColumns } from "../../matrix/elementwise.ts";
import { Matrix } from "../../matrix/matrix.ts";
import { transpose } from "../../matrix/transpose.ts";
import { reluDerivative, softmax } from "../../network/activations.ts";
import { exercise } from "../exercise.ts";
import { downColumns, each, seeded, stepsOf } from "./making.ts";

/** The slope at A2, taken back to Z2 by all the slopes of softmax. */
function throughSoftmax(A2: Matrix, slope: Matrix): Matrix {
  const sums = downColumns(multiply(slope, A2));
  return each(A2, (p, i, j) => p * (slope.get(i, j) - sums.get(0, j)));
}

export const dZ2 = exercise({
  name: "dZ2",
  notebook: "04",
  call: "dZ2(A2, Y)",
  gives: "dZ2, 10 x m",
  right: subtract,
  mistakes: {
    "opposite-sign": [
      "dZ2 has the opposite sign: every step would go uphill. Which of the two is subtracted?",
      (A2, Y) => subtract(Y, A2),
    ],
    added: ["A2 and Y were added. dZ2 is their difference.", add],
    "one-of-the-two": [
      "This is A2 alone, or Y alone. dZ2 is their difference.",
      (A2) => A2,
      (_, Y) => Y,
      (_, Y) => scale(Y, -1),
    ],
    "softmax-again": [
      "softmax was used here. A2 has been through it already: dZ2 is just the difference of A2 and Y.",
      (A2, Y) => subtract(softmax(A2), Y),
      (A2, Y) => softmax(subtract(A2, Y)),
    ],
    summed: [
      "The difference was summed over the images. dZ2 keeps a column for each image; the sum comes in db2.",
      (A2, Y) => sumColumns(subtract(A2, Y)),
      (A2, Y) => scale(sumColumns(subtract(A2, Y)), 1 / Y.cols),
    ],
    "divided-by-the-rows": [
      "dZ2 was divided by the number of rows. It is the difference itself: nothing is divided here.",
      (A2, Y) => scale(subtract(A2, Y), 1 / Y.rows),
    ],
    "divided-by-m": [
      "dZ2 was divided by m. Each column of dZ2 belongs to one image; the mean over the images comes later, in dW2 and db2.",
      (A2, Y) => scale(subtract(A2, Y), 1 / Y.cols),
      (A2, Y) => scale(subtract(Y, A2), 1 / Y.cols),
    ],
    "absolute-value": [
      "No number is below 0: the sign is lost. It says whether a probability was too high or too low.",
      (A2, Y) => each(subtract(A2, Y), Math.abs),
    ],
    squared: [
      "The difference was squared. dZ2 is the difference itself.",
      (A2, Y) => multiply(subtract(A2, Y), subtract(A2, Y)),
      (A2, Y) => scale(multiply(subtract(A2, Y), subtract(A2, Y)), 1 / 2),
    ],
    doubled: [
      "This is twice too large. The 2 belongs to the slope of a squared difference; here the loss is the cross-entropy.",
      (A2, Y) => scale(subtract(A2, Y), 2),
    ],
    "right-digit-only": [
      "Only the right digits have a number here. The probabilities of the wrong digits were too high and must come down: they need their numbers too.",
      (A2, Y) => multiply(subtract(A2, Y), Y),
    ],
    "squared-error-through-softmax": [
      "This is the slope of the squared error, taken back through softmax. Here the loss is the cross-entropy, and what remains of both slopes is just the difference of A2 and Y.",
      [1, 2].flatMap((factor) => [
        (A2, Y) => scale(throughSoftmax(A2, subtract(A2, Y)), factor),
        (A2, Y) => scale(throughSoftmax(A2, subtract(A2, Y)), factor / Y.cols),
        (A2, Y) => scale(throughSoftmax(A2, subtract(A2, Y)), factor / Y.rows),
      ]),
    ],
    "activation-derivative": [
      "This was multiplied by A2 (1 - A2), the slope of a sigmoid. With softmax and cross-entropy that factor falls away: dZ2 is just the difference of A2 and Y.",
      (A2, Y) => each(A2, (p, i, j) => (p - Y.get(i, j)) * p * (1 - p)),
    ],
    "slope-at-a2": [
      "This is -Y / A2, the slope of the loss at A2. dZ2 is the slope one step further back, at Z2, before softmax.",
      (A2, Y) => each(A2, (p, i, j) => -Y.get(i, j) / p),
      (A2, Y) => each(A2, (p, i, j) => Y.get(i, j) === 0 ? 0 : -1 / p),
    ],
    "relu-derivative": [
      "This was multiplied by ReLU'(A2), which is 0 where a probability is 0. The slope of ReLU belongs to the hidden layer: dZ2 is just the difference of A2 and Y.",
      (A2, Y) => multiply(subtract(A2, Y), reluDerivative(A2)),
    ],
    product: ["A2 and Y were multiplied. dZ2 is their difference.", multiply],
    transposed: [
      "This is the transpose. In dZ2 an image is a column, as in A2.",
      (A2, Y) => transpose(subtract(A2, Y)),
    ],
  },
  hints: [
    "For one image A2 says 0.7 for the right digit. By how much should it go up? And a wrong digit with 0.2, by how much down?",
    "dZ2 is what the network said, less what is true.",
    "One call of subtract with A2 and Y, in the order in which the formula dZ2 = A2 - Y has them.",
  ],
  trials: (digits) =>
    stepsOf(digits).map(({ A2, Y }, k) => [
      // A network that is very sure, and wrong: its probabilities are 0 and 1.
      k === 1 ? each(A2, (p, i, j) => j > 1 ? p : i === 0 ? 1 : 0) : A2,
      Y,
    ]),
  telling: () => [
    [Matrix.from([[0.25, 0.5], [0.75, 0.5]]), Matrix.from([[0, 1], [1, 0]])],
    [softmax(seeded(3, 4, 1)), Matrix.from([[1, 0, 0, 0], [0, 0, 1, 1], [0, 1, 0, 0]])],
  ],
});
