import { add, multiply, scale, subtract, sumColumns } from "../../matrix/elementwise.ts";
import { Matrix } from "../../matrix/matrix.ts";
import { exercise } from "../exercise.ts";
import { each, seeded, stepsOf } from "./making.ts";

const squared = (A: Matrix, Y: Matrix) => multiply(subtract(A, Y), subtract(A, Y));

export const squaredErrorGradient = exercise({
  name: "squaredErrorGradient",
  notebook: "04",
  call: "squaredErrorGradient(A, Y)",
  gives: "the slope of each image's loss at each of its outputs: 10 x m",
  right: (A: Matrix, Y: Matrix) => scale(subtract(A, Y), 2),
  mistakes: {
    "factor-missing": [
      "A factor is missing. Nudge a by a little in (a - y)²: by how many times as much does the square change?",
      subtract,
    ],
    "opposite-sign":
      "Every sign is opposite. If a is too large, the loss grows with a: the slope is positive.",
    "loss-itself": [
      "This is the loss itself, the squares. Its slope is asked for: how fast the square grows with a.",
      squared,
    ],
    "square-kept": [
      "This is twice the square. The slope of a square has no square any more.",
      (A, Y) => scale(squared(A, Y), 2),
    ],
    "divided-by-m": [
      "This was divided by the number of images. The slope of each image's own loss is asked for; the mean comes later, in dW2 and db2.",
      (A, Y) => scale(subtract(A, Y), 2 / Y.cols),
      (A, Y) => scale(subtract(A, Y), 1 / Y.cols),
    ],
    "divided-by-the-outputs": [
      "This was divided by the number of outputs. The loss here is the sum of the ten squares, not their mean.",
      (A, Y) => scale(subtract(A, Y), 2 / Y.rows),
      (A, Y) => scale(subtract(A, Y), 1 / Y.rows),
    ],
    summed: [
      "This was summed over the images. Each image keeps a column of its own.",
      (A, Y) => scale(sumColumns(subtract(A, Y)), 2),
      (A, Y) => sumColumns(subtract(A, Y)),
    ],
    added: [
      "A and Y were added. The square is of their difference, and so is the slope.",
      add,
      (A, Y) => scale(add(A, Y), 2),
    ],
    "one-of-the-two": [
      "This is made of A alone, or of Y alone. Both are in the square.",
      (A) => scale(A, 2),
      (_, Y) => scale(Y, 2),
      (_, Y) => scale(Y, -2),
    ],
    "right-digit-only": [
      "Only the right digit of each image has a slope here. The other nine outputs are in the loss too.",
      (A, Y) => each(A, (a, i, j) => Y.get(i, j) === 1 ? 2 * (a - 1) : 0),
    ],
    "through-the-output": [
      "This was multiplied by a (1 - a), the slope of a sigmoid. Here the outputs have no activation.",
      (A, Y) => each(A, (a, i, j) => 2 * (a - Y.get(i, j)) * a * (1 - a)),
      (A, Y) => each(A, (a, i, j) => (a - Y.get(i, j)) * a * (1 - a)),
    ],
    "only-one-of-two-doubled": [
      "Only one of the two was doubled. The factor belongs to the whole difference.",
      (A, Y) => subtract(scale(A, 2), Y),
      (A, Y) => subtract(A, scale(Y, 2)),
    ],
  },
  hints: [
    "Take one output: a = 3 and y = 1, so the square is 4. What is it for a = 3.01? By how many times 0.01 did it grow?",
    "With e for a small nudge, (a + e - y)² is (a - y)² + 2 e (a - y) + e². Which part is proportional to e?",
    "Twice the difference of A and Y, for all images at once: scale and subtract.",
  ],
  trials: (digits) => stepsOf(digits).map(({ Z2, Y }) => [Z2, Y]),
  telling: () => [
    [Matrix.from([[3, 0.5], [-1, 0.5]]), Matrix.from([[1, 0], [0, 1]])],
    [seeded(3, 4, 1), Matrix.from([[1, 0, 0, 0], [0, 0, 1, 1], [0, 1, 0, 0]])],
  ],
});
