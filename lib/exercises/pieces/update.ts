import { add, scale, subtract } from "../../matrix/elementwise.ts";
import type { Matrix } from "../../matrix/matrix.ts";
import type { Gradients } from "../../network/backward.ts";
import { initParameters, type Parameters } from "../../network/parameters.ts";
import { update as right } from "../../network/update.ts";
import { exercise } from "../exercise.ts";
import { seeded, stepsOf } from "./making.ts";

type Steps = Pick<Gradients, "dW1" | "db1" | "dW2" | "db2">;
type Name = keyof Parameters;

/** An update with one formula for those of the parameters that are named; the others stay. */
function by(
  formula: (P: Matrix, dP: Matrix, alpha: number) => Matrix,
  names: Name[] = ["W1", "b1", "W2", "b2"],
) {
  return (parameters: Parameters, gradients: Steps, alpha: number): Parameters => {
    const result = { ...parameters };
    for (const name of names) {
      result[name] = formula(parameters[name], gradients[`d${name}`], alpha);
    }
    return result;
  };
}

const step = (P: Matrix, dP: Matrix, alpha: number) => subtract(P, scale(dP, alpha));
const all: Name[] = ["W1", "b1", "W2", "b2"];

/** An update that is right but for some of the parameters, which get another formula. */
function except(names: Name[], formula: (P: Matrix, dP: Matrix, alpha: number) => Matrix) {
  return (parameters: Parameters, gradients: Steps, alpha: number): Parameters => ({
    ...right(parameters, gradients, alpha),
    ...Object.fromEntries(
      names.map((name) => [name, formula(parameters[name], gradients[`d${name}`], alpha)]),
    ),
  });
}

/** Those in which a slip is made in one line, or in both of a kind. */
const some: Name[][] = [
  ...all.map((name) => [name]),
  ...[["W1", "W2"], ["b1", "b2"], ["W1", "b1"], ["W2", "b2"]] as Name[][],
];

/** Lines of the second layer in which something was left of the first. */
const copied: ((p: Parameters, g: Steps, alpha: number) => Partial<Parameters>)[] = [
  (p) => ({ b2: p.b1 }),
  (p) => ({ W2: p.W1 }),
  (p, g, alpha) => ({ b2: step(p.b2, g.db1, alpha) }),
  (p, g, alpha) => ({ b2: step(p.b1, g.db2, alpha) }),
  (p, g, alpha) => ({ b2: step(p.b1, g.db1, alpha) }),
  (p, g, alpha) => ({ W2: step(p.W2, g.dW1, alpha) }),
  (p, g, alpha) => ({ W2: step(p.W1, g.dW2, alpha) }),
  (p, g, alpha) => ({ W2: step(p.W1, g.dW1, alpha) }),
  (p, g, alpha) => ({ W2: step(p.W1, g.dW1, alpha), b2: step(p.b1, g.db1, alpha) }),
];

export const update = exercise({
  name: "update",
  notebook: "05",
  call: "update(parameters, gradients, learningRate)",
  gives: "{ W1, b1, W2, b2 }: new parameters, each of its old shape",
  right,
  mistakes: {
    plus: [
      "The gradient was added: the step goes uphill, and the loss grows. Subtract it.",
      by((P, dP, alpha) => add(P, scale(dP, alpha))),
    ],
    "learning-rate-missing": [
      "The whole gradient was subtracted: the learning rate is missing.",
      by(subtract),
    ],
    "divided-by-the-learning-rate": [
      "The gradient was divided by the learning rate: the steps are far too long.",
      by((P, dP, alpha) => subtract(P, scale(dP, 1 / alpha))),
    ],
    "learning-rate-fixed": [
      "A fixed learning rate was used, such as 0.1. Use the argument learningRate.",
      [0.1, 0.01].map((alpha) => by((P, dP) => step(P, dP, alpha))),
    ],
    "weights-only": [
      "Only W1 and W2 were updated. The biases b1 and b2 learn too.",
      by(step, ["W1", "W2"]),
      (p, g, alpha) => ({
        W1: step(p.W1, g.dW1, alpha),
        W2: step(p.W2, g.dW2, alpha),
      }),
    ],
    "biases-only": [
      "Only b1 and b2 were updated. The weights W1 and W2 learn too.",
      by(step, ["b1", "b2"]),
    ],
    "second-layer-only": [
      "Only W2 and b2 were updated. The first layer learns too.",
      by(step, ["W2", "b2"]),
    ],
    "first-layer-only": [
      "Only W1 and b1 were updated. The second layer learns too.",
      by(step, ["W1", "b1"]),
    ],
    unchanged: [
      "These are the parameters as they were: nothing was updated.",
      (parameters) => parameters,
    ],
    "steps-only": [
      "These are the steps alone. Each line must begin with the old parameter: W1 minus the step, and so on.",
      by((_, dP, alpha) => scale(dP, -alpha)),
      by((_, dP, alpha) => scale(dP, alpha)),
    ],
    "learning-rate-on-the-parameter": [
      "The parameter was multiplied by the learning rate. Multiply the gradient only, then subtract.",
      by((P, dP, alpha) => subtract(scale(P, alpha), dP)),
      by((P, dP, alpha) => scale(subtract(P, dP), alpha)),
    ],
    "gradient-minus-parameter": [
      "The difference is the wrong way round. It is the parameter minus the step.",
      by((P, dP, alpha) => subtract(scale(dP, alpha), P)),
    ],
    "layers-exchanged": [
      "The gradients of the two layers have changed places: dW1 belongs to W1, dW2 to W2.",
      (p, { dW1, db1, dW2, db2 }, alpha) =>
        right(p, { dW1: dW2, db1: db2, dW2: dW1, db2: db1 }, alpha),
    ],
    ...Object.fromEntries(
      all.map((
        name,
      ) => [
        `${name.toLowerCase()}-not-updated`,
        [
          `${name} stayed as it was: its update is missing. The other three are right.`,
          except([name], (P) => P),
        ] as const,
      ]),
    ),
    "one-parameter-only": [
      "Only one of the four parameters was updated. All four learn.",
      all.map((name) => by(step, [name])),
    ],
    "plus-in-some-lines": [
      "In some of the four lines the gradient was added. It is subtracted in all of them.",
      some.map((names) => except(names, (P, dP, alpha) => add(P, scale(dP, alpha)))),
    ],
    "learning-rate-missing-in-some-lines": [
      "In some of the four lines the learning rate is missing. It belongs into all of them.",
      some.map((names) => except(names, subtract)),
    ],
    "line-copied": [
      "W2 or b2 was computed with a matrix of the first layer, such as dW1 or b1. Look at every 1 and every 2 in its line.",
      copied.map((copy) => (p, g, alpha) => ({
        ...right(p, g, alpha),
        ...copy(p, g, alpha),
      })),
    ],
    "updated-twice": [
      "Each gradient was subtracted twice. One step subtracts it once.",
      (p, g, alpha) => right(right(p, g, alpha), g, alpha),
    ],
  },
  hints: [
    "The gradient points uphill. In which direction does the parameter go, and how far?",
    "Each of the four: the old one, less the learning rate times its gradient. W1 goes with dW1.",
    "subtract(parameters.W1, scale(gradients.dW1, learningRate)) is the new W1. Do so for all four and return { W1, b1, W2, b2 }, with new matrices.",
  ],
  trials: (digits) =>
    stepsOf(digits).map(({ W1, b1, W2, b2, dW1, db1, dW2, db2 }, k) => [
      { W1, b1, W2, b2 },
      { dW1, db1, dW2, db2 },
      [0.5, 0.25, 0.2][k],
    ]),
  telling: () => [
    [initParameters({ inputs: 3, hidden: 4, classes: 2, seed: 1 }), slopes(4, 3, 2), 0.5],
    [initParameters({ inputs: 3, hidden: 3, classes: 3, seed: 2 }), slopes(3, 3, 3), 0.25],
  ],
});

function slopes(hidden: number, inputs: number, classes: number): Steps {
  return {
    dW1: seeded(hidden, inputs, 21),
    db1: seeded(hidden, 1, 22),
    dW2: seeded(classes, hidden, 23),
    db2: seeded(classes, 1, 24),
  };
}
