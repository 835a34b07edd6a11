import { exercise } from "../exercise.ts";

export const fallingRate = exercise({
  name: "fallingRate",
  notebook: "06",
  call: "fallingRate(step, first, iterations)",
  gives: "the learning rate of that step, a number",
  right: (step: number, first: number, iterations: number) => first * (1 - step / iterations),
  mistakes: {
    constant: ["The rate never changes. It falls a little with every step.", (_, first) => first],
    rising: [
      "The rate rises from 0. It begins at first and falls.",
      (step, first, iterations) => first * step / iterations,
    ],
    "first-missing": [
      "The rate begins at 1. It begins at first.",
      (step, _, iterations) => 1 - step / iterations,
    ],
    "part-subtracted": [
      "The part of the training that is over was subtracted from first itself. At half time half of first must be left.",
      (step, first, iterations) => first - step / iterations,
    ],
    "one-step-ahead": [
      "Step 0 has already fallen. The steps count from 0, and step 0 has the rate first.",
      (step, first, iterations) => first * (1 - (step + 1) / iterations),
    ],
    "zero-too-early": [
      "The last step has the rate 0, so nothing is learned in it. The rate would be 0 only in step iterations, which is no longer made.",
      (step, first, iterations) => first * (1 - step / (iterations - 1)),
    ],
    "divided-by-the-step": [
      "The rate falls fast at first and slowly later. It falls by the same amount in every step.",
      (step, first) => first / (step + 1),
      (step, first) => first / step,
    ],
    "halved-each-time": [
      "The rate is multiplied by the same factor in every step. It falls by the same amount.",
      [1 / 2, 0.9, 0.99].map((factor) => (step, first) => first * factor ** step),
    ],
    cosine: [
      "This is half a wave of the cosine. Here the rate falls along a straight line.",
      (step, first, iterations) => first / 2 * (1 + Math.cos(Math.PI * step / iterations)),
    ],
    squared: [
      "The part that is left was squared. The rate falls along a straight line.",
      (step, first, iterations) => first * (1 - step / iterations) ** 2,
    ],
  },
  hints: [
    "Draw the rate over the steps: a straight line. Through which two points does it go?",
    "After a quarter of the steps, three quarters of the rate are left. Which part of the steps is over in step k?",
    "step / iterations is the part that is over. What is left of 1, times first, is the rate.",
  ],
  trials: () => [[0, 0.5, 10], [9, 0.5, 10], [3, 0.2, 8], [250, 0.1, 500]],
  telling: () => [[1, 4, 2], [2, 0.25, 5]],
});
