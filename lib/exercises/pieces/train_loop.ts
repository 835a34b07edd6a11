import type { Matrix } from "../../matrix/matrix.ts";
import { oneHot } from "../../network/one_hot.ts";
import { backward, type Gradients } from "../../network/backward.ts";
import { type Activations, forward } from "../../network/forward.ts";
import { crossEntropy } from "../../network/loss.ts";
import { initParameters, type Parameters } from "../../network/parameters.ts";
import { update } from "../../network/update.ts";
import { accuracy, argmax } from "../../training/metrics.ts";
import { exercise } from "../exercise.ts";
import { firstOf, seeded } from "./making.ts";

interface Options {
  iterations: number;
  learningRate: number;
}

/** What can be different in the loop. */
interface Slip {
  iterations?(iterations: number): number;
  learningRate?(learningRate: number): number;
  /** The activations that backward sees, and the gradients that update sees. */
  activations?(now: Activations, first: Activations): Activations;
  gradients?(now: Gradients, first: Gradients): Gradients;
  /** What goes into the next iteration, and what is returned. */
  next?(updated: Parameters, old: Parameters, first: Parameters): Parameters;
  /** What update starts from. */
  from?(now: Parameters, first: Parameters): Parameters;
  finish?(result: Result, first: Parameters, all: Parameters[]): unknown;
  loss?(now: Activations, Y: Matrix): number;
  lossAfter?: boolean;
  /** Whether the loop ends after this update. */
  ends?(loss: number, before: number): boolean;
}

interface Result {
  parameters: Parameters;
  losses: number[];
}

const loss = ({ A2 }: Activations, Y: Matrix) => crossEntropy(A2, Y);

/** The share of images that are right. */
const share = ({ A2 }: Activations, Y: Matrix) => accuracy(argmax(A2), argmax(Y));

function loop(slip: Slip = {}) {
  return (first: Parameters, X: Matrix, Y: Matrix, options: Options): unknown => {
    const iterations = slip.iterations?.(options.iterations) ?? options.iterations;
    const learningRate = slip.learningRate?.(options.learningRate) ?? options.learningRate;
    let parameters = first;
    const losses: number[] = [];
    const all: Parameters[] = [];
    let firstActivations: Activations | undefined;
    let firstGradients: Gradients | undefined;
    for (let k = 0; k < iterations; k++) {
      const now = forward(parameters, X);
      const activations = slip.activations?.(now, firstActivations ??= now) ?? now;
      if (!slip.lossAfter) losses.push((slip.loss ?? loss)(activations, Y));
      const found = backward(parameters, activations, X, Y);
      const gradients = slip.gradients?.(found, firstGradients ??= found) ?? found;
      const from = slip.from?.(parameters, first) ?? parameters;
      const updated = update(from, gradients, learningRate);
      parameters = slip.next?.(updated, parameters, first) ?? updated;
      all.push(parameters);
      if (slip.ends?.(losses.at(-1)!, losses.at(-2) ?? Infinity)) break;
      if (slip.lossAfter) losses.push(crossEntropy(forward(parameters, X).A2, Y));
    }
    const result = { parameters, losses };
    return slip.finish?.(result, first, all) ?? result;
  };
}

export const trainLoop = exercise({
  name: "trainLoop",
  notebook: "05",
  call: "trainLoop(parameters, X, Y, { iterations, learningRate })",
  gives: "{ parameters, losses }: after all updates, and the loss before each of them",
  right: loop(),
  mistakes: {
    "one-iteration-too-few": [
      "There is one update too few. Look at where the loop begins and ends: k from 0, and k < iterations.",
      loop({ iterations: (n) => n - 1 }),
    ],
    "one-iteration-too-many": [
      "There is one update too many. Look at where the loop begins and ends: < or <=, 0 or 1?",
      loop({ iterations: (n) => n + 1 }),
    ],
    "ends-early": [
      "The loop ends before all iterations are done: when the loss is small enough, or when it rises. It goes around options.iterations times, whatever the loss is.",
      [0.01, 0.05, 0.1, 0.2, 0.5, 1].map((enough) => loop({ ends: (loss) => loss < enough })),
      loop({ ends: (loss, before) => loss > before }),
    ],
    "one-iteration": [
      "The loop ends after its first update. Is there a return inside it?",
      loop({ iterations: (n) => Math.min(1, n) }),
    ],
    "losses-after-the-update": [
      "The updates are right, but each loss was taken after its update. Take it before: losses[0] is the loss of the first parameters.",
      loop({ lossAfter: true }),
    ],
    "one-loss-more": [
      "The updates are right, but there is one loss too many, that after the last update. There are as many losses as updates.",
      (first, X, Y, options) => {
        const { parameters, losses } = loop()(first, X, Y, options) as Result;
        return { parameters, losses: [...losses, crossEntropy(forward(parameters, X).A2, Y)] };
      },
    ],
    "losses-empty": [
      "The updates are right, but losses is empty: push the loss in every iteration.",
      loop({ finish: ({ parameters }) => ({ parameters, losses: [] }) }),
    ],
    "last-loss-only": [
      "The updates are right, but only the last loss was kept. losses has one for each update.",
      loop({ finish: ({ parameters, losses }) => ({ parameters, losses: losses.slice(-1) }) }),
      loop({ finish: ({ parameters, losses }) => ({ parameters, losses: losses.at(-1) }) }),
    ],
    "gradients-once": [
      "The gradients were computed once, before the loop. They change with every update: call backward inside the loop.",
      loop({ gradients: (_, first) => first }),
      loop({ activations: (_, first) => first, gradients: (_, first) => first }),
    ],
    "forward-once": [
      "forward was called once, before the loop. What it gives changes with every update: call it inside the loop.",
      loop({ activations: (_, first) => first }),
    ],
    "parameters-not-carried-forward": [
      "The updated parameters were lost: the loss stays the same in every iteration. update gives new ones and leaves the old as they were, so write parameters = update(...).",
      loop({ next: (_, old) => old }),
      loop({
        next: (_, old) => old,
        finish: ({ parameters, losses }) => ({ parameters, losses: losses.slice() }),
      }),
    ],
    "always-from-the-first": [
      "Each update starts from the first parameters, so the steps do not add up. Start from those of the iteration before.",
      loop({ from: (_, first) => first }),
    ],
    "first-parameters-returned": [
      "The losses are right, but the returned parameters are the first ones. Return those after the last update.",
      loop({ finish: ({ losses }, first) => ({ parameters: first, losses }) }),
    ],
    uphill: [
      "The loss grows: the steps go uphill. Look at the signs in update and at the learning rate.",
      loop({ learningRate: (alpha) => -alpha }),
    ],
    "learning-rate-fixed": [
      "A fixed learning rate was used, such as 0.1. Use options.learningRate.",
      [0.1, 0.01].map((alpha) => loop({ learningRate: () => alpha })),
    ],
    "learning-rate-missing": [
      "The whole gradient was subtracted: the learning rate is missing.",
      loop({ learningRate: () => 1 }),
    ],
    "iterations-fixed": [
      "The loop goes around a fixed number of times, such as 10 or 500. Go around options.iterations times.",
      [10, 100, 500].map((iterations) => loop({ iterations: () => iterations })),
    ],
    "no-iterations": [
      "The loop never ran. iterations and learningRate come in one object, the fourth argument: options.iterations and options.learningRate.",
      loop({ iterations: () => 0 }),
    ],
    "one-update-behind": [
      "The losses are right, but the returned parameters are those before the last update. Return those after it.",
      loop({
        finish: ({ losses }, first, all) => ({ parameters: all.at(-2) ?? first, losses }),
      }),
    ],
    "all-parameters": [
      "parameters holds those of every iteration, in an array. Return only those after the last update.",
      loop({ finish: ({ losses }, _, all) => ({ parameters: all, losses }) }),
    ],
    "accuracy-instead-of-loss": [
      "The updates are right, but losses holds the share of images that are right, or wrong. Push crossEntropy(activations.A2, Y).",
      loop({ loss: share }),
      loop({ loss: (now, Y) => 1 - share(now, Y) }),
    ],
    "losses-added-up": [
      "The losses were added up to one number. losses is an array: push each one.",
      loop({
        finish: ({ parameters, losses }) => ({
          parameters,
          losses: losses.reduce((sum, loss) => sum + loss, 0),
        }),
      }),
    ],
    "as-an-array": [
      "The two results came as an array. They need their names: return { parameters, losses }, with braces.",
      loop({ finish: ({ parameters, losses }) => [parameters, losses] }),
    ],
    "parameters-spread": [
      "W1, b1, W2 and b2 stand beside losses. They belong together under the name parameters: return { parameters, losses }.",
      loop({ finish: ({ parameters, losses }) => ({ ...parameters, losses }) }),
    ],
    "parameters-only": [
      "These are the parameters alone. Return { parameters, losses }.",
      loop({ finish: ({ parameters }) => parameters }),
    ],
    "losses-only": [
      "These are the losses alone. Return { parameters, losses }.",
      loop({ finish: ({ losses }) => losses }),
    ],
  },
  hints: [
    "An iteration has four calls: forward, crossEntropy, backward, update. In which order, and what does each need?",
    "The parameters that update gives are those of the next iteration: declare them with let, outside the loop. The loss is pushed before the update.",
    "for (let k = 0; k < iterations; k++), and in the loop four lines:\nactivations = forward(parameters, X);\npush crossEntropy of their A2 and Y to losses;\ngradients = backward(parameters, activations, X, Y);\nparameters = update(parameters, gradients, learningRate);",
  ],
  trials: (digits) => {
    const { X, labels } = firstOf(digits, 4);
    const from = (seed: number) => initParameters({ init: "he", seed });
    return [
      [from(3), X, oneHot(labels!), { iterations: 4, learningRate: 0.5 }],
      // The loss falls far below 1, and the loop goes on.
      [from(4), X, oneHot(labels!), { iterations: 40, learningRate: 0.2 }],
      // The steps are too long: the loss rises, and the loop goes on.
      [from(5), digits.X, oneHot(digits.labels!), { iterations: 5, learningRate: 2 }],
      [from(6), digits.X, oneHot(digits.labels!), { iterations: 3, learningRate: 0.2 }],
    ];
  },
  telling: () => [
    [
      initParameters({ inputs: 3, hidden: 4, seed: 1 }),
      seeded(3, 5, 2),
      oneHot([0, 1, 2, 1, 0]),
      { iterations: 4, learningRate: 0.5 },
    ],
  ],
});
