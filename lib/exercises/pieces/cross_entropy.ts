import { Matrix } from "../../matrix/matrix.ts";
import { transpose } from "../../matrix/transpose.ts";
import { softmax } from "../../network/activations.ts";
import { oneHot } from "../../network/one_hot.ts";
import { crossEntropy as right } from "../../network/loss.ts";
import { exercise } from "../exercise.ts";
import { built, seeded, stepsOf } from "./making.ts";

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

export const crossEntropy = exercise({
  name: "crossEntropy",
  notebook: "03",
  call: "crossEntropy(A2, Y)",
  gives: "the mean loss, one number",
  right,
  mistakes: {
    "zero-times-log-zero": [
      "Where a wrong digit has the probability 0, this computes 0 times log(0), which is NaN. Only the right digit's probability counts: take the logarithm only where Y is 1.",
      (A2, Y) => mean(sumOf(A2, Y, surprise, true), A2),
    ],
    "sign-missing": [
      "The minus is missing: the logarithm of a probability is below 0, the loss is above it.",
      bothWays((p, y) => y * Math.log(p), mean),
    ],
    "sign-and-mean-missing": [
      "The minus is missing, and the division by the number of images m too.",
      bothWays((p, y) => y * Math.log(p), (sum) => sum),
    ],
    "sum-instead-of-mean": [
      "This is the sum over the images: m times too large. The loss is their mean.",
      bothWays(surprise, (sum) => sum),
    ],
    "divided-by-digits": [
      "The sum was divided by the number of digits, which are the rows. Divide by the number of images m, which are the columns.",
      bothWays(surprise, (sum, A2) => sum / A2.rows),
    ],
    "divided-by-all": [
      "The sum was divided by the number of all elements. Divide by the number of images m.",
      bothWays(surprise, (sum, A2) => sum / (A2.rows * A2.cols)),
    ],
    "log-base-10": [
      "This is the logarithm to the base 10. Use the natural logarithm, Math.log.",
      bothWays((p, y) => -y * Math.log10(p), mean),
    ],
    "log-base-2": [
      "This is the logarithm to the base 2. Use the natural logarithm, Math.log.",
      bothWays((p, y) => -y * Math.log2(p), mean),
    ],
    "log-of-one-plus-p": [
      "This takes the logarithm of 1 + p. Take that of p itself.",
      bothWays((p, y) => -y * Math.log(1 + p), mean),
    ],
    "log-of-one-minus-p": [
      "This takes the logarithm of 1 - p, so a sure and right answer costs the most. Take the logarithm of p.",
      bothWays((p, y) => -y * Math.log(1 - p), mean),
    ],
    "wrong-digits-counted": [
      "The wrong digits were counted too, with log(1 - p). That is another loss, for questions with yes or no. Here only the right digit's probability counts.",
      (A2, Y) => mean(sumOf(A2, Y, (p, y) => -Math.log(y === 1 ? p : 1 - p), true), A2),
      (A2, Y) =>
        mean(
          sumOf(A2, Y, (p, y) => -y * Math.log(p) - (1 - y) * Math.log(1 - p), true),
          A2,
        ),
    ],
    "log-missing": [
      "The logarithm is missing: this is the mean probability of the right digit, or 1 minus it.",
      bothWays((p, y) => y * p, mean),
      bothWays((p, y) => -y * p, mean),
      bothWays((p, y) => y * (1 - p), mean),
    ],
    "log-of-the-mean": [
      "The mean was taken first and the logarithm after. Take the logarithm for each image, then the mean.",
      bothWays((p, y) => y * p, (sum, A2) => -Math.log(sum / A2.cols)),
    ],
    "log-of-y": [
      "The logarithm was taken of Y. It belongs to the probability A2.",
      (A2, Y) => mean(sumOf(A2, Y, (p, y) => -p * Math.log(y), true), A2),
      (A2, Y) => mean(sumOf(A2, Y, (p, y) => -p * Math.log(y)), A2),
    ],
    "softmax-again": [
      "softmax was used here. A2 has been through it already: take the logarithm of its numbers as they are.",
      (A2, Y) => right(softmax(A2), Y),
    ],
    "squared-error": [
      "This is the squared difference of A2 and Y, which is another loss. Cross-entropy takes the logarithm of the right digit's probability.",
      [1, 2].flatMap((half) => [
        (A2, Y) => mean(sumOf(A2, Y, (p, y) => (p - y) ** 2, true), A2) / half,
        (A2, Y) => mean(sumOf(A2, Y, (p, y) => (p - y) ** 2, true), A2) / A2.rows / half,
      ]),
    ],
    "absolute-difference": [
      "This adds up how far A2 is from Y, which is another loss. Cross-entropy takes the logarithm of the right digit's probability.",
      (A2, Y) => mean(sumOf(A2, Y, (p, y) => Math.abs(p - y), true), A2),
    ],
    "all-digits-counted": [
      "The logarithms of all ten probabilities were added up. Only the right digit's counts: the one where Y is 1.",
      (A2, Y) => mean(sumOf(A2, Y, (p) => -Math.log(p), true), A2),
    ],
    "wrong-digits-only": [
      "The probabilities of the wrong digits were taken, where Y is 0. Only the right digit's counts, where Y is 1.",
      (A2, Y) => mean(sumOf(A2, Y, (p, y) => y === 0 ? -Math.log(p) : 0, true), A2),
    ],
    "largest-probability": [
      "The largest probability of each image was taken, whether it is right or not. Take that of the right digit, where Y is 1.",
      (A2) =>
        mean(
          transpose(A2).toArray().reduce((sum, p) => sum - Math.log(Math.max(...p)), 0),
          A2,
        ),
    ],
    "small-number-added": [
      "A small number was added to p, so that log(0) can't come up. It makes the loss a little wrong. Take the logarithm only where Y is 1, and it is not needed.",
      [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12].flatMap((k) =>
        bothWays((p, y) => -y * Math.log(p + 10 ** -k), mean)
      ),
    ],
    "first-image-only": [
      "Only the first image counts. Does a return stand inside the loop? The loss adds up all m images.",
      (A2, Y) => losses(A2, Y)[0],
      (A2, Y) => losses(A2, Y)[0] / A2.cols,
    ],
    "last-image-only": [
      "Only the last image counts: each one replaces the one before. Add them up with +=.",
      (A2, Y) => losses(A2, Y)[A2.cols - 1],
      (A2, Y) => losses(A2, Y)[A2.cols - 1] / A2.cols,
    ],
    "image-missing": [
      "The first or the last image was left out. A loop over m images goes from 0 to m - 1.",
      (A2, Y) => mean(added(losses(A2, Y).slice(1)), A2),
      (A2, Y) => mean(added(losses(A2, Y).slice(0, -1)), A2),
    ],
    "digit-missing": [
      "The first or the last digit was left out. A loop over the rows goes from 0 to rows - 1.",
      (A2, Y) => mean(lossesBut(0, A2, Y), A2),
      (A2, Y) => mean(lossesBut(A2.rows - 1, A2, Y), A2),
    ],
    accuracy: [
      "This is the share of images that the network gets right, or wrong. The loss also says how sure it was: it takes the logarithm of the right digit's probability.",
      (A2, Y) => shareRight(A2, Y),
      (A2, Y) => 1 - shareRight(A2, Y),
    ],
    "per-image": [
      "This is one loss for each image. The loss is a single number, their mean.",
      (A2, Y) => losses(A2, Y),
      (A2, Y) => Matrix.from([losses(A2, Y)]),
      (A2, Y) => Matrix.from(losses(A2, Y).map((loss) => [loss])),
    ],
    "one-by-one-matrix": [
      "The number is right, but it came as a 1 x 1 matrix. Return the number itself.",
      (A2, Y) => Matrix.from([[right(A2, Y)]]),
    ],
  },
  hints: [
    "How much does an image cost whose right digit got the probability 1, and one that got 0.5?",
    "An image costs -log(p), where p is the probability of its right digit. Y is 1 there. The loss is the mean over the images.",
    "Loop over i and j. Where Y.get(i, j) is 1, subtract Math.log(A2.get(i, j)) from a sum that began at 0. At the end divide by the number of columns.",
  ],
  trials: (digits) => [
    // Three digits share what there is, and seven have the probability 0.
    [
      built(10, 4, (i, j) => [0.5, 0.3, 0.2][(i + 3 * j) % 10] ?? 0),
      oneHot([0, 8, 4, 2]),
    ],
    ...stepsOf(digits).map(({ A2, Y }): [Matrix, Matrix] => [A2, Y]),
  ],
  telling: () => [
    [Matrix.from([[0.25, 0.5], [0.75, 0.5]]), Matrix.from([[0, 1], [1, 0]])],
    [softmax(seeded(3, 4, 1)), Matrix.from([[1, 0, 0, 0], [0, 0, 1, 1], [0, 1, 0, 0]])],
    [
      Matrix.from([[0, 0.1, 0.2], [0.7, 0.6, 0], [0.3, 0.3, 0.8]]),
      Matrix.from([[0, 0, 1], [1, 0, 0], [0, 1, 0]]),
    ],
  ],
});

const added = (numbers: number[]) => numbers.reduce((sum, number) => sum + number, 0);

/** The sum of the losses of the images that do not show a digit. */
function lossesBut(digit: number, A2: Matrix, Y: Matrix): number {
  return added(losses(A2, Y).filter((_, j) => Y.get(digit, j) !== 1));
}

function shareRight(A2: Matrix, Y: Matrix): number {
  const highest = (A: Matrix) =>
    transpose(A).toArray().map((column) => column.indexOf(Math.max(...column)));
  const [seen, truth] = [highest(A2), highest(Y)];
  return seen.filter((digit, j) => digit === truth[j]).length / A2.cols;
}

function losses(A2: Matrix, Y: Matrix): number[] {
  return Array.from(
    { length: A2.cols },
    (_, j) => -Math.log(A2.toArray().find((_, i) => Y.get(i, j) === 1)![j]),
  );
}
