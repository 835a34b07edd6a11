import { add, multiply, scale, subtract } from "../../matrix/elementwise.ts";
import type { Matrix } from "../../matrix/matrix.ts";
import { exercise } from "../exercise.ts";
import { each, seeded, stepsOf } from "./making.ts";

/** A step against a gradient. */
const step = (W: Matrix, gradient: Matrix, alpha: number) => subtract(W, scale(gradient, alpha));

export const decayStep = exercise({
  name: "decayStep",
  notebook: "05",
  call: "decayStep(W, dW, learningRate, decay)",
  gives: "the new W, of its old shape",
  right: (W: Matrix, dW: Matrix, alpha: number, decay: number) =>
    step(W, add(dW, scale(W, decay)), alpha),
  mistakes: {
    "decay-missing": [
      "The decay is missing: this is the step without the penalty.",
      (W, dW, alpha) => step(W, dW, alpha),
    ],
    "decay-without-the-learning-rate": [
      "The slope of the penalty is part of the gradient, so the learning rate belongs to it as well.",
      (W, dW, alpha, decay) => subtract(scale(W, 1 - decay), scale(dW, alpha)),
    ],
    "decay-added": [
      "The weights grow away from 0: the slope of the penalty has the wrong sign.",
      (W, dW, alpha, decay) => step(W, subtract(dW, scale(W, decay)), alpha),
    ],
    uphill: [
      "The gradient was added: the step goes uphill. Subtract it.",
      (W, dW, alpha, decay) => add(W, scale(add(dW, scale(W, decay)), alpha)),
      (W, dW, alpha, decay) => add(scale(W, 1 - alpha * decay), scale(dW, alpha)),
    ],
    "decay-of-the-gradient": [
      "The decay was multiplied by dW. The penalty is made of the weights, and so is its slope.",
      (W, dW, alpha, decay) => step(W, scale(dW, 1 + decay), alpha),
      (W, dW, alpha, decay) => step(W, scale(dW, decay), alpha),
    ],
    "decay-alone": [
      "Only the penalty was used: dW is missing.",
      (W, _, alpha, decay) => scale(W, 1 - alpha * decay),
    ],
    "factor-of-two": [
      "The decay is twice or half as strong as it should be. What becomes of the 1/2 in front of the squares when you take the slope?",
      (W, dW, alpha, decay) => step(W, add(dW, scale(W, 2 * decay)), alpha),
      (W, dW, alpha, decay) => step(W, add(dW, scale(W, decay / 2)), alpha),
    ],
    "squares-kept": [
      "The squares themselves were added to the gradient. Their slope is asked for.",
      [1, 1 / 2].map((factor) => (W, dW, alpha, decay) =>
        step(W, add(dW, scale(multiply(W, W), decay * factor)), alpha)
      ),
    ],
    "decay-without-weights": [
      "The decay itself was added to the gradient. The penalty pulls the more, the larger the weight is.",
      (W, dW, alpha, decay) => each(W, (w, i, j) => w - alpha * (dW.get(i, j) + decay)),
      (W, dW, alpha, decay) => each(W, (w, i, j) => w - alpha * dW.get(i, j) - decay),
    ],
    "learning-rate-missing": [
      "The learning rate is missing.",
      (W, dW, _, decay) => subtract(W, add(dW, scale(W, decay))),
    ],
    "gradient-only": [
      "This is the gradient with its penalty. The step against it is missing.",
      (W, dW, _, decay) => add(dW, scale(W, decay)),
    ],
    "step-alone": [
      "This is the step alone. Begin with the old weights.",
      (W, dW, alpha, decay) => scale(add(dW, scale(W, decay)), alpha),
      (W, dW, alpha, decay) => scale(add(dW, scale(W, decay)), -alpha),
    ],
    "numbers-exchanged": [
      "learningRate and decay have changed places.",
      (W, dW, alpha, decay) => step(W, add(dW, scale(W, alpha)), decay),
    ],
  },
  hints: [
    "How fast does w² / 2 grow with w? So what does the penalty add to the slope of the loss at one weight?",
    "The slope of decay / 2 times w² is decay times w. It is added to dW, and the step is as always.",
    "add(dW, scale(W, decay)) is the whole gradient. Subtract learningRate times that from W.",
  ],
  trials: (digits) =>
    stepsOf(digits).map(({ W1, dW1, W2, dW2 }, k) => [
      ...(k === 1 ? [W1, dW1] as const : [W2, dW2] as const),
      [0.5, 0.25, 0.2][k],
      [0.1, 0.01, 0.05][k],
    ]),
  telling: () => [[seeded(3, 4, 1), seeded(3, 4, 2), 0.5, 0.125]],
});
