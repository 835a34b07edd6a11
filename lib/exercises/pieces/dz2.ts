import { add, multiply, scale, subtract, sumColumns } from "../../matrix/elementwise.ts";
import { Matrix } from "../../matrix/matrix.ts";
import { transpose } from "../../matrix/transpose.ts";
import { softmax } from "../../network/activations.ts";
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
      id: "added",
      says: "A2 and Y were added. dZ2 is their difference.",
      ways: [add],
    },
    {
      id: "one-of-the-two",
      says: "This is A2 alone, or Y alone. dZ2 is their difference.",
      ways: [
        (A2: Matrix) => A2,
        (_: Matrix, Y: Matrix) => Y,
        (_: Matrix, Y: Matrix) => scale(Y, -1),
      ],
    },
    {
      id: "softmax-again",
      says:
        "softmax was used here. A2 has been through it already: dZ2 is just the difference of A2 " +
        "and Y.",
      ways: [
        (A2: Matrix, Y: Matrix) => subtract(softmax(A2), Y),
        (A2: Matrix, Y: Matrix) => softmax(subtract(A2, Y)),
      ],
    },
    {
      id: "summed",
      says:
        "The difference was summed over the images. dZ2 keeps a column for each image; the sum " +
        "comes in db2.",
      ways: [
        (A2: Matrix, Y: Matrix) => sumColumns(subtract(A2, Y)),
        (A2: Matrix, Y: Matrix) => scale(sumColumns(subtract(A2, Y)), 1 / Y.cols),
      ],
    },
    {
      id: "divided-by-the-rows",
      says:
        "dZ2 was divided by the number of rows. It is the difference itself: nothing is divided " +
        "here.",
      ways: [(A2: Matrix, Y: Matrix) => scale(subtract(A2, Y), 1 / Y.rows)],
    },
    {
      id: "divided-by-m",
      says:
        "dZ2 was divided by m. Each column of dZ2 belongs to one image; the mean over the images " +
        "comes later, in dW2 and db2.",
      ways: [
        (A2: Matrix, Y: Matrix) => scale(subtract(A2, Y), 1 / Y.cols),
        (A2: Matrix, Y: Matrix) => scale(subtract(Y, A2), 1 / Y.cols),
      ],
    },
    {
      id: "absolute-value",
      says:
        "No number is below 0: the sign is lost. It says whether a probability was too high or " +
        "too low.",
      ways: [(A2: Matrix, Y: Matrix) => each(subtract(A2, Y), Math.abs)],
    },
    {
      id: "squared",
      says: "The difference was squared. dZ2 is the difference itself.",
      ways: [
        (A2: Matrix, Y: Matrix) => multiply(subtract(A2, Y), subtract(A2, Y)),
        (A2: Matrix, Y: Matrix) => scale(multiply(subtract(A2, Y), subtract(A2, Y)), 1 / 2),
      ],
    },
    {
      id: "doubled",
      says:
        "This is twice too large. The 2 belongs to the slope of a squared difference; here the " +
        "loss is the cross-entropy.",
      ways: [(A2: Matrix, Y: Matrix) => scale(subtract(A2, Y), 2)],
    },
    {
      id: "right-digit-only",
      says:
        "Only the right digits have a number here. The probabilities of the wrong digits were too " +
        "high and must come down: they need their numbers too.",
      ways: [(A2: Matrix, Y: Matrix) => multiply(subtract(A2, Y), Y)],
    },
    {
      id: "activation-derivative",
      says:
        "This was multiplied by A2 (1 - A2), the slope of a sigmoid. With softmax and cross-entropy " +
        "that factor falls away: dZ2 is just the difference of A2 and Y.",
      ways: [
        (A2: Matrix, Y: Matrix) => each(A2, (p, i, j) => (p - Y.get(i, j)) * p * (1 - p)),
      ],
    },
    {
      id: "slope-at-a2",
      says:
        "This is -Y / A2, the slope of the loss at A2. dZ2 is the slope one step further back, at " +
        "Z2, before softmax.",
      ways: [
        (A2: Matrix, Y: Matrix) => each(A2, (p, i, j) => -Y.get(i, j) / p),
        (A2: Matrix, Y: Matrix) => each(A2, (p, i, j) => Y.get(i, j) === 0 ? 0 : -1 / p),
      ],
    },
    {
      id: "product",
      says: "A2 and Y were multiplied. dZ2 is their difference.",
      ways: [multiply],
    },
    {
      id: "transposed",
      says: "This is the transpose. In dZ2 an image is a column, as in A2.",
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
