import { multiply, scale, subtract } from "../../../matrix/elementwise.ts";
import { Matrix, transpose } from "../../../matrix/matrix.ts";
import { softmax } from "../../../network/activations.ts";
import type { Piece } from "../piece.ts";
import { each, seeded } from "./making.ts";
import { stepOf } from "./step_of.ts";

/** The piece `dZ2`. */
export const dZ2: Piece = {
  name: "dZ2",
  notebook: "04",
  call: "dZ2(A2, Y)",
  gives: "dZ2, 10 x m",
  right: subtract,
  wrong: [
    {
      id: "opposite-sign",
      says:
        "dZ2 has the opposite sign: every step would go uphill. Which of the two is subtracted?",
      ways: [(A2: Matrix, Y: Matrix) => subtract(Y, A2)],
    },
    {
      id: "divided-by-m",
      says: "dZ2 was divided by m. It belongs to one image each; the mean over the images comes " +
        "in dW2 and db2.",
      ways: [(A2: Matrix, Y: Matrix) => scale(subtract(A2, Y), 1 / Y.cols)],
    },
    {
      id: "absolute-value",
      says: "The sign is lost. It says whether the probability was too high or too low.",
      ways: [(A2: Matrix, Y: Matrix) => each(subtract(A2, Y), Math.abs)],
    },
    {
      id: "squared",
      says:
        "This is squared. The loss is not the squared difference, and its slope is the difference " +
        "itself.",
      ways: [
        (A2: Matrix, Y: Matrix) => multiply(subtract(A2, Y), subtract(A2, Y)),
        (A2: Matrix, Y: Matrix) => scale(multiply(subtract(A2, Y), subtract(A2, Y)), 1 / 2),
      ],
    },
    {
      id: "doubled",
      says: "This is twice too large: the slope of a squared difference. Here the loss is the " +
        "cross-entropy.",
      ways: [(A2: Matrix, Y: Matrix) => scale(subtract(A2, Y), 2)],
    },
    {
      id: "right-digit-only",
      says:
        "Only the right digit's place has a number. The wrong digits' probabilities were too high " +
        "and must come down too.",
      ways: [(A2: Matrix, Y: Matrix) => multiply(subtract(A2, Y), Y)],
    },
    {
      id: "activation-derivative",
      says:
        "This was multiplied by A2 (1 - A2), the slope of a sigmoid. With softmax and cross-entropy " +
        "together it has cancelled.",
      ways: [
        (A2: Matrix, Y: Matrix) => each(A2, (p, i, j) => (p - Y.get(i, j)) * p * (1 - p)),
      ],
    },
    {
      id: "slope-at-a2",
      says:
        "This is the loss's slope at A2, -Y / A2. dZ2 is the slope one step earlier, before softmax.",
      ways: [
        (A2: Matrix, Y: Matrix) => each(A2, (p, i, j) => -Y.get(i, j) / p),
        (A2: Matrix, Y: Matrix) => each(A2, (p, i, j) => Y.get(i, j) === 0 ? 0 : -1 / p),
      ],
    },
    {
      id: "product",
      says: "A2 and Y were multiplied. dZ2 compares them.",
      ways: [multiply],
    },
    {
      id: "transposed",
      says: "This is the transpose: an image must stay a column.",
      ways: [(A2: Matrix, Y: Matrix) => transpose(subtract(A2, Y))],
    },
  ],
  hints: [
    "For one image A2 says 0.7 for the right digit. By how much should it go up? And a wrong digit with " +
    "0.2, by how much down?",
    "dZ2 is what the network said, less what is true.",
    "One call of subtract with A2 and Y, in the order in which the formula dZ2 = A2 - Y has them.",
  ],
  trials: (digits) => {
    const { A2, Y } = stepOf(digits);
    return [
      [Matrix.from([[0.25, 0.5], [0.75, 0.5]]), Matrix.from([[0, 1], [1, 0]])],
      [softmax(seeded(3, 4, 1)), Matrix.from([[1, 0, 0, 0], [0, 0, 1, 1], [0, 1, 0, 0]])],
      [A2, Y],
    ];
  },
};
