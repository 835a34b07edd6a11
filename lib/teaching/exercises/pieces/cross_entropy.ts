import { Matrix } from "../../../matrix/matrix.ts";
import { softmax } from "../../../network/activations.ts";
import { oneHot } from "../../../network/activations.ts";
import { forward } from "../../../network/forward.ts";
import { crossEntropy as right } from "../../../network/loss.ts";
import { initParameters } from "../../../network/parameters.ts";
import type { Piece } from "../piece.ts";
import { seeded } from "./making.ts";

/** Sums a term over the places of Y that are not 0, or over all. */
function sumOf(
  A2: Matrix,
  Y: Matrix,
  term: (p: number, y: number) => number,
  everywhere = false,
): number {
  let sum = 0;
  for (let i = 0; i < A2.rows; i++) {
    for (let j = 0; j < A2.cols; j++) {
      if (everywhere || Y.get(i, j) !== 0) sum += term(A2.get(i, j), Y.get(i, j));
    }
  }
  return sum;
}

/** The same slip made with care for 0 log 0, and without. */
function bothWays(
  term: (p: number, y: number) => number,
  finish: (sum: number, A2: Matrix) => number,
): ((A2: Matrix, Y: Matrix) => number)[] {
  return [false, true].map((everywhere) => (A2, Y) => finish(sumOf(A2, Y, term, everywhere), A2));
}

const mean = (sum: number, A2: Matrix) => sum / A2.cols;
const surprise = (p: number, y: number) => -y * Math.log(p);

/** The piece `crossEntropy`. */
export const crossEntropy: Piece = {
  name: "crossEntropy",
  notebook: "03",
  call: "crossEntropy(A2, Y)",
  gives: "the mean loss, one number",
  right,
  wrong: [
    {
      id: "zero-times-log-zero",
      says:
        "Where the network gives a wrong digit the probability 0, this computes 0 times log(0): 0 " +
        "times -Infinity is NaN. Only the right digit's probability counts; leave the others out.",
      ways: [(A2: Matrix, Y: Matrix) => mean(sumOf(A2, Y, surprise, true), A2)],
    },
    {
      id: "sign-missing",
      says: "The sign is missing: the logarithm of a probability is below 0, the loss is not.",
      ways: bothWays((p, y) => y * Math.log(p), mean),
    },
    {
      id: "sum-instead-of-mean",
      says: "This is the sum over the images: m times too large. The loss is their mean.",
      ways: bothWays(surprise, (sum) => sum),
    },
    {
      id: "divided-by-digits",
      says:
        "The sum was divided by the number of digits, the rows. The mean runs over the m images, " +
        "the columns.",
      ways: bothWays(surprise, (sum, A2) => sum / A2.rows),
    },
    {
      id: "divided-by-all",
      says: "The sum was divided by the number of all elements. The mean runs over the m images.",
      ways: bothWays(surprise, (sum, A2) => sum / (A2.rows * A2.cols)),
    },
    {
      id: "log-base-10",
      says: "This is the logarithm to the base 10. The loss is in nats: the natural one, Math.log.",
      ways: bothWays((p, y) => -y * Math.log10(p), mean),
    },
    {
      id: "log-base-2",
      says: "This is the logarithm to the base 2. The loss is in nats: the natural one, Math.log.",
      ways: bothWays((p, y) => -y * Math.log2(p), mean),
    },
    {
      id: "log-of-one-minus-p",
      says: "This takes the logarithm of 1 - p: a sure and right answer would cost the most.",
      ways: bothWays((p, y) => -y * Math.log(1 - p), mean),
    },
    {
      id: "wrong-digits-counted",
      says: "The wrong digits were counted too, with log(1 - p). That is the loss for yes-or-no " +
        "questions; with softmax only the right digit's probability counts.",
      ways: [
        (A2: Matrix, Y: Matrix) =>
          mean(sumOf(A2, Y, (p, y) => -Math.log(y === 1 ? p : 1 - p), true), A2),
        (A2: Matrix, Y: Matrix) =>
          mean(
            sumOf(A2, Y, (p, y) => -y * Math.log(p) - (1 - y) * Math.log(1 - p), true),
            A2,
          ),
      ],
    },
    {
      id: "log-missing",
      says:
        "There is no logarithm in this: it is the mean probability of the right digit, or 1 minus " +
        "it.",
      ways: [
        ...bothWays((p, y) => y * p, mean),
        ...bothWays((p, y) => -y * p, mean),
        ...bothWays((p, y) => y * (1 - p), mean),
      ],
    },
    {
      id: "log-of-the-mean",
      says:
        "The mean was taken first and the logarithm after. Take the logarithm for each image, then " +
        "the mean.",
      ways: bothWays((p, y) => y * p, (sum, A2) => -Math.log(sum / A2.cols)),
    },
    {
      id: "log-of-y",
      says: "The logarithm was taken of Y. It belongs to the probability A2.",
      ways: [
        (A2: Matrix, Y: Matrix) => mean(sumOf(A2, Y, (p, y) => -p * Math.log(y), true), A2),
        (A2: Matrix, Y: Matrix) => mean(sumOf(A2, Y, (p, y) => -p * Math.log(y)), A2),
      ],
    },
    {
      id: "squared-error",
      says:
        "This is the squared difference of A2 and Y. Cross-entropy is the logarithm of the right " +
        "digit's probability.",
      ways: [1, 2].flatMap((half) => [
        (A2: Matrix, Y: Matrix) => mean(sumOf(A2, Y, (p, y) => (p - y) ** 2, true), A2) / half,
        (A2: Matrix, Y: Matrix) =>
          mean(sumOf(A2, Y, (p, y) => (p - y) ** 2, true), A2) / A2.rows / half,
      ]),
    },
    {
      id: "per-image",
      says: "This is one loss for each image. The loss is a single number, their mean.",
      ways: [
        (A2: Matrix, Y: Matrix) => losses(A2, Y),
        (A2: Matrix, Y: Matrix) => Matrix.from([losses(A2, Y)]),
        (A2: Matrix, Y: Matrix) => Matrix.from(losses(A2, Y).map((loss) => [loss])),
      ],
    },
    {
      id: "one-by-one-matrix",
      says: "The number is right, but it came as a 1 x 1 matrix. Return the number itself.",
      ways: [(A2: Matrix, Y: Matrix) => Matrix.from([[right(A2, Y)]])],
    },
  ],
  hints: [
    "How much does an image cost whose right digit got the probability 1, and one that got 0.5?",
    "An image costs -log(p), where p is the probability of its right digit. Y is 1 there. The loss is " +
    "the mean over the images.",
    "Loop over i and j. Where Y.get(i, j) is 1, subtract Math.log(A2.get(i, j)) from a sum that began " +
    "at 0. At the end divide by the number of columns.",
  ],
  trials: ({ X, labels }) => {
    const Y = oneHot(labels!);
    return [
      [Matrix.from([[0.25, 0.5], [0.75, 0.5]]), Matrix.from([[0, 1], [1, 0]])],
      [softmax(seeded(3, 4, 1)), Matrix.from([[1, 0, 0, 0], [0, 0, 1, 1], [0, 1, 0, 0]])],
      [
        Matrix.from([[0, 0.1, 0.2], [0.7, 0.6, 0], [0.3, 0.3, 0.8]]),
        Matrix.from([[0, 0, 1], [1, 0, 0], [0, 1, 0]]),
      ],
      [forward(initParameters({ seed: 5 }), X).A2, Y],
    ];
  },
};

function losses(A2: Matrix, Y: Matrix): number[] {
  return Array.from(
    { length: A2.cols },
    (_, j) => -Math.log(A2.toArray().find((_, i) => Y.get(i, j) === 1)![j]),
  );
}
