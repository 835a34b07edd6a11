import type { Matrix } from "../../matrix/matrix.ts";
import { oneHot } from "../../network/one_hot.ts";
import { backward, type Gradients } from "../../network/backward.ts";
import { type Activations, forward } from "../../network/forward.ts";
import { crossEntropy } from "../../network/loss.ts";
import { initParameters, type Parameters } from "../../network/parameters.ts";
import { update } from "../../network/update.ts";
import type { Piece } from "../piece.ts";
import { seeded } from "./making.ts";

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
}

interface Result {
  parameters: Parameters;
  losses: number[];
}

const loss = ({ A2 }: Activations, Y: Matrix) => crossEntropy(A2, Y);

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
      if (slip.lossAfter) losses.push(crossEntropy(forward(parameters, X).A2, Y));
    }
    const result = { parameters, losses };
    return slip.finish?.(result, first, all) ?? result;
  };
}

/** The piece `trainLoop`. */
export const trainLoop: Piece = {
  name: "trainLoop",
  notebook: "05",
  call: "trainLoop(parameters, X, Y, { iterations, learningRate })",
  gives: "{ parameters, losses }: after all updates, and the loss before each of them",
  right: loop(),
  wrong: [
    {
      id: "one-iteration-too-few",
      says: "There is one update too few. Look at where the loop begins and ends: k from 0, and " +
        "k < iterations.",
      ways: [loop({ iterations: (n) => n - 1 })],
    },
    {
      id: "one-iteration-too-many",
      says:
        "There is one update too many. Look at where the loop begins and ends: < or <=, 0 or 1?",
      ways: [loop({ iterations: (n) => n + 1 })],
    },
    {
      id: "one-iteration",
      says: "The loop ends after its first update. Is there a return inside it?",
      ways: [loop({ iterations: (n) => Math.min(1, n) })],
    },
    {
      id: "losses-after-the-update",
      says:
        "The updates are right, but each loss was taken after its update. Take it before: losses[0] " +
        "is the loss of the first parameters.",
      ways: [loop({ lossAfter: true })],
    },
    {
      id: "one-loss-more",
      says:
        "The updates are right, but there is one loss too many, that after the last update. There " +
        "are as many losses as updates.",
      ways: [
        (first: Parameters, X: Matrix, Y: Matrix, options: Options) => {
          const { parameters, losses } = loop()(first, X, Y, options) as Result;
          return { parameters, losses: [...losses, crossEntropy(forward(parameters, X).A2, Y)] };
        },
      ],
    },
    {
      id: "losses-empty",
      says: "The updates are right, but losses is empty: push the loss in every iteration.",
      ways: [loop({ finish: ({ parameters }) => ({ parameters, losses: [] }) })],
    },
    {
      id: "last-loss-only",
      says:
        "The updates are right, but only the last loss was kept. losses has one for each update.",
      ways: [
        loop({ finish: ({ parameters, losses }) => ({ parameters, losses: losses.slice(-1) }) }),
        loop({ finish: ({ parameters, losses }) => ({ parameters, losses: losses.at(-1) }) }),
      ],
    },
    {
      id: "gradients-once",
      says:
        "The gradients were computed once, before the loop. They change with every update: call " +
        "backward inside the loop.",
      ways: [
        loop({ gradients: (_, first) => first }),
        loop({ activations: (_, first) => first, gradients: (_, first) => first }),
      ],
    },
    {
      id: "forward-once",
      says:
        "forward was called once, before the loop. What it gives changes with every update: call it " +
        "inside the loop.",
      ways: [loop({ activations: (_, first) => first })],
    },
    {
      id: "parameters-not-carried-forward",
      says:
        "The updated parameters were lost: the loss stays the same in every iteration. update gives " +
        "new ones and leaves the old as they were, so write parameters = update(...).",
      ways: [
        loop({ next: (_, old) => old }),
        loop({
          next: (_, old) => old,
          finish: ({ parameters, losses }) => ({ parameters, losses: losses.slice() }),
        }),
      ],
    },
    {
      id: "always-from-the-first",
      says:
        "Each update starts from the first parameters, so the steps do not add up. Start from those " +
        "of the iteration before.",
      ways: [loop({ from: (_, first) => first })],
    },
    {
      id: "first-parameters-returned",
      says: "The losses are right, but the returned parameters are the first ones. Return those " +
        "after the last update.",
      ways: [loop({ finish: ({ losses }, first) => ({ parameters: first, losses }) })],
    },
    {
      id: "uphill",
      says:
        "The loss grows: the steps go uphill. Look at the signs in update and at the learning " +
        "rate.",
      ways: [loop({ learningRate: (alpha) => -alpha })],
    },
    {
      id: "learning-rate-fixed",
      says: "A fixed learning rate was used, such as 0.1. Use options.learningRate.",
      ways: [0.1, 0.01].map((alpha) => loop({ learningRate: () => alpha })),
    },
    {
      id: "learning-rate-missing",
      says: "The whole gradient was subtracted: the learning rate is missing.",
      ways: [loop({ learningRate: () => 1 })],
    },
    {
      id: "iterations-fixed",
      says: "The loop goes around a fixed number of times, such as 10 or 500. Go around " +
        "options.iterations times.",
      ways: [10, 100, 500].map((iterations) => loop({ iterations: () => iterations })),
    },
    {
      id: "no-iterations",
      says: "The loop never ran. iterations and learningRate come in one object, the fourth " +
        "argument: options.iterations and options.learningRate.",
      ways: [loop({ iterations: () => 0 })],
    },
    {
      id: "one-update-behind",
      says: "The losses are right, but the returned parameters are those before the last update. " +
        "Return those after it.",
      ways: [
        loop({
          finish: ({ losses }, first, all) => ({ parameters: all.at(-2) ?? first, losses }),
        }),
      ],
    },
    {
      id: "all-parameters",
      says: "parameters holds those of every iteration, in an array. Return only those after the " +
        "last update.",
      ways: [loop({ finish: ({ losses }, _, all) => ({ parameters: all, losses }) })],
    },
    {
      id: "loss-of-the-wrong-matrix",
      says: "The updates are right, the losses are not. crossEntropy takes A2 first and then Y: " +
        "crossEntropy(activations.A2, Y).",
      ways: [
        loop({ loss: ({ A2 }, Y) => crossEntropy(Y, A2) }),
        loop({ loss: ({ Z2 }, Y) => crossEntropy(Z2, Y) }),
      ],
    },
    {
      id: "losses-added-up",
      says: "The losses were added up to one number. losses is an array: push each one.",
      ways: [
        loop({
          finish: ({ parameters, losses }) => ({
            parameters,
            losses: losses.reduce((sum, loss) => sum + loss, 0),
          }),
        }),
      ],
    },
    {
      id: "as-an-array",
      says: "The two results came as an array. They need their names: return " +
        "{ parameters, losses }, with braces.",
      ways: [loop({ finish: ({ parameters, losses }) => [parameters, losses] })],
    },
    {
      id: "parameters-spread",
      says:
        "W1, b1, W2 and b2 stand beside losses. They belong together under the name parameters: " +
        "return { parameters, losses }.",
      ways: [loop({ finish: ({ parameters, losses }) => ({ ...parameters, losses }) })],
    },
    {
      id: "parameters-only",
      says: "These are the parameters alone. Return { parameters, losses }.",
      ways: [loop({ finish: ({ parameters }) => parameters })],
    },
    {
      id: "losses-only",
      says: "These are the losses alone. Return { parameters, losses }.",
      ways: [loop({ finish: ({ losses }) => losses })],
    },
  ],
  hints: [
    "An iteration has four calls: forward, crossEntropy, backward, update. In which order, and what does " +
    "each need?",
    "The parameters that update gives are those of the next iteration: declare them with let, outside " +
    "the loop. The loss is pushed before the update.",
    "for (let k = 0; k < iterations; k++), and in the loop four lines:\n" +
    "activations = forward(parameters, X);\n" +
    "push crossEntropy of their A2 and Y to losses;\n" +
    "gradients = backward(parameters, activations, X, Y);\n" +
    "parameters = update(parameters, gradients, learningRate);",
  ],
  trials: ({ X, labels }) => [
    [
      initParameters({ inputs: 3, hidden: 4, seed: 1 }),
      seeded(3, 5, 2),
      oneHot([0, 1, 2, 1, 0]),
      { iterations: 4, learningRate: 0.5 },
    ],
    [initParameters({ seed: 5 }), X, oneHot(labels!), { iterations: 3, learningRate: 0.2 }],
  ],
};
