import { add, scale } from "../../matrix/elementwise.ts";
import { matmul } from "../../matrix/matmul.ts";
import type { Matrix } from "../../matrix/matrix.ts";
import { transpose } from "../../matrix/transpose.ts";
import { relu, reluDerivative, softmax } from "../../network/activations.ts";
import { type Activations, forward as right } from "../../network/forward.ts";
import { initParameters, type Parameters } from "../../network/parameters.ts";
import { exercise } from "../exercise.ts";
import { built, each, seeded, stepsOf } from "./making.ts";

/** The four lines of forward, some of them replaced. */
interface Lines {
  Z1(p: Parameters, X: Matrix): Matrix;
  A1(Z1: Matrix): Matrix;
  Z2(p: Parameters, A1: Matrix, Z1: Matrix, X: Matrix): Matrix;
  A2(Z2: Matrix): Matrix;
}

const lines: Lines = {
  Z1: ({ W1, b1 }, X) => add(matmul(W1, X), b1),
  A1: relu,
  Z2: ({ W2, b2 }, A1) => add(matmul(W2, A1), b2),
  A2: softmax,
};

function withLines(changed: Partial<Lines>): (p: Parameters, X: Matrix) => Activations {
  const all = { ...lines, ...changed };
  return (p, X) => {
    const Z1 = all.Z1(p, X);
    const A1 = all.A1(Z1);
    const Z2 = all.Z2(p, A1, Z1, X);
    return { Z1, A1, Z2, A2: all.A2(Z2) };
  };
}

/** The four results under other names. */
function renamed(change: (all: Activations) => unknown): (p: Parameters, X: Matrix) => unknown {
  return (p, X) => change(right(p, X));
}

const noB1: Partial<Lines> = { Z1: ({ W1 }, X) => matmul(W1, X) };
const noB2: Partial<Lines> = { Z2: ({ W2 }, A1) => matmul(W2, A1) };

const sigmoid = (Z: Matrix) => each(Z, (z) => 1 / (1 + Math.exp(-z)));

export const forward = exercise({
  name: "forward",
  notebook: "03",
  call: "forward(parameters, X)",
  gives: "{ Z1, A1, Z2, A2 }: Z1 and A1 are hidden x m, Z2 and A2 are 10 x m",
  right,
  mistakes: {
    "b1-missing": ["Z1 is W1 X alone: b1 is missing.", withLines(noB1)],
    "b2-missing": ["Z1 and A1 are right. Z2 is W2 A1 alone: b2 is missing.", withLines(noB2)],
    "biases-missing": ["Neither b1 nor b2 was added.", withLines({ ...noB1, ...noB2 })],
    "biases-exchanged": [
      "b1 and b2 have changed places. b1 belongs to Z1, and b2 to Z2.",
      (p, X) => right({ ...p, b1: p.b2, b2: p.b1 }, X),
    ],
    "relu-missing": [
      "A1 is the same as Z1: ReLU is missing between the layers. Without it two layers can do no more than one.",
      withLines({ A1: (Z1) => Z1 }),
    ],
    "z2-from-z1": [
      "A1 is right, but Z2 was made of Z1. The second layer takes A1, the answers of the hidden units.",
      withLines({ Z2: ({ W2, b2 }, _, Z1) => add(matmul(W2, Z1), b2) }),
    ],
    "softmax-missing": ["A2 is Z2: softmax is missing at the end.", withLines({ A2: (Z2) => Z2 })],
    "relu-at-the-end": [
      "A2 is the ReLU of Z2. The output layer needs softmax: its numbers are probabilities.",
      withLines({ A2: relu }),
    ],
    "softmax-in-the-middle": [
      "A1 is the softmax of Z1. The hidden layer needs ReLU.",
      withLines({ A1: softmax }),
      withLines({ A1: softmax, A2: relu }),
    ],
    "sigmoid-in-the-middle": [
      "A1 is the sigmoid of Z1, 1 / (1 + e^-z). The hidden layer here uses ReLU.",
      withLines({ A1: sigmoid }),
      withLines({ A1: sigmoid, A2: sigmoid }),
    ],
    "tanh-in-the-middle": [
      "A1 is the hyperbolic tangent of Z1. The hidden layer here uses ReLU.",
      withLines({ A1: (Z1) => each(Z1, Math.tanh) }),
    ],
    "sigmoid-at-the-end": [
      "A2 is the sigmoid of Z2, which looks at each number by itself. The output layer needs softmax: each column of A2 sums to 1.",
      withLines({ A2: sigmoid }),
    ],
    "relu-before-the-bias": [
      "ReLU was taken of W1 X alone, and b1 was added after it. First W1 X + b1, then ReLU.",
      ({ W1, b1, W2, b2 }, X) => {
        const Z1 = matmul(W1, X);
        const A1 = add(relu(Z1), b1);
        const Z2 = add(matmul(W2, A1), b2);
        return { Z1, A1, Z2, A2: softmax(Z2) };
      },
      withLines({ Z1: ({ W1, b1 }, X) => add(relu(matmul(W1, X)), b1) }),
      withLines({ Z1: ({ W1, b1 }, X) => add(relu(matmul(W1, X)), b1), A1: (Z1) => Z1 }),
    ],
    "divided-by-255-again": [
      "X was divided by 255. Its pixels go from 0 to 1 already: take X as it is.",
      (p, X) => right(p, scale(X, 1 / 255)),
    ],
    "softmax-along-rows": [
      "Z1, A1 and Z2 are right. Then softmax ran along the rows: each column of A2 must sum to 1.",
      withLines({ A2: (Z2) => transpose(softmax(transpose(Z2))) }),
    ],
    "softmax-twice": [
      "softmax was taken twice. A2 is the softmax of Z2: take it once.",
      withLines({ A2: (Z2) => softmax(softmax(Z2)) }),
      renamed(({ A2, ...all }) => ({ ...all, Z2: A2, A2: softmax(A2) })),
    ],
    "relu-and-softmax-missing": [
      "A1 is the same as Z1, and A2 the same as Z2: ReLU and softmax are missing.",
      withLines({ A1: (Z1) => Z1, A2: (Z2) => Z2 }),
    ],
    "softmax-of-the-hidden-layer": [
      "A2 was made of Z1 or A1. It is the softmax of Z2.",
      renamed((all) => ({ ...all, A2: softmax(all.Z1) })),
      renamed((all) => ({ ...all, A2: softmax(all.A1) })),
    ],
    "relu-derivative": [
      "A1 holds only 0 and 1: reluDerivative was used in the place of relu.",
      withLines({ A1: reluDerivative }),
    ],
    "relu-on-z1": [
      "ReLU was already taken of Z1: Z1 is W1 X + b1, with its numbers below 0. backward needs them.",
      withLines({ Z1: (p, X) => relu(lines.Z1(p, X)) }),
    ],
    "relu-on-z2": [
      "ReLU was taken of Z2 too. Z2 keeps its numbers below 0: only softmax follows.",
      withLines({ Z2: (p, A1, Z1, X) => relu(lines.Z2(p, A1, Z1, X)) }),
      withLines({ A2: (Z2) => softmax(relu(Z2)) }),
    ],
    "names-exchanged": [
      "The results stand under each other's names: Z1 and Z2 are the sums, A1 and A2 what ReLU and softmax make of them.",
      renamed(({ Z1, A1, Z2, A2 }) => ({ Z1: A1, A1: Z1, Z2: A2, A2: Z2 })),
      renamed((all) => ({ ...all, Z2: all.A2, A2: all.Z2 })),
      renamed((all) => ({ ...all, Z1: all.A1, A1: all.Z1 })),
      renamed((all) => ({ ...all, Z2: all.A2 })),
    ],
    "weights-transposed": [
      "W1 or W2 was transposed. Forwards they are used as they are: W1 X and W2 A1. With other sizes the product does not fit.",
      withLines({ Z1: ({ W1, b1 }, X) => add(matmul(transpose(W1), X), b1) }),
      withLines({ Z2: ({ W2, b2 }, A1) => add(matmul(transpose(W2), A1), b2) }),
      withLines({
        Z1: ({ W1, b1 }, X) => add(matmul(transpose(W1), X), b1),
        Z2: ({ W2, b2 }, A1) => add(matmul(transpose(W2), A1), b2),
      }),
    ],
    "factors-swapped": [
      "The weights stand on the right of a product. They stand on the left: W1 X and W2 A1.",
      withLines({ Z1: ({ W1, b1 }, X) => add(matmul(X, W1), b1) }),
      withLines({ Z2: ({ W2, b2 }, A1) => add(matmul(A1, W2), b2) }),
      withLines({
        Z1: ({ W1, b1 }, X) => add(matmul(X, W1), b1),
        Z2: ({ W2, b2 }, A1) => add(matmul(A1, W2), b2),
      }),
    ],
    "biases-subtracted": [
      "The biases were subtracted. They are added.",
      ({ W1, b1, W2, b2 }, X) => right({ W1, b1: scale(b1, -1), W2, b2: scale(b2, -1) }, X),
    ],
    "w1-twice": [
      "Z2 was made with W1. The second layer has its own weights, W2.",
      withLines({ Z2: ({ W1, b2 }, A1) => add(matmul(W1, A1), b2) }),
    ],
    "b1-twice": [
      "Z1 and A1 are right. b1 was added to Z2, which needs b2.",
      withLines({ Z2: ({ W2, b1 }, A1) => add(matmul(W2, A1), b1) }),
    ],
    "x-instead-of-a1": [
      "Z2 was made of X. The second layer takes A1, the answers of the hidden units.",
      withLines({ Z2: ({ W2, b2 }, _a, _z, X) => add(matmul(W2, X), b2) }),
    ],
    "a2-only": [
      "This is A2 alone, and it is right. backward needs all four: return { Z1, A1, Z2, A2 }.",
      (p, X) => right(p, X).A2,
    ],
    "as-an-array": [
      "The four matrices came as an array. They need their names: return { Z1, A1, Z2, A2 }, with braces.",
      (p, X) => Object.values(right(p, X)),
    ],
  },
  hints: [
    "Four lines, one for each of Z1, A1, Z2 and A2. Which of them does the next one need?",
    "Z1 = W1 X + b1, A1 = ReLU(Z1), Z2 = W2 A1 + b2, A2 = softmax(Z2).",
    "matmul multiplies, add repeats the column b1 by itself: const Z1 = add(matmul(parameters.W1, X), parameters.b1). The third line looks like it, with A1 for X.",
  ],
  trials: (digits) => stepsOf(digits).map(({ X, W1, b1, W2, b2 }) => [{ W1, b1, W2, b2 }, X]),
  telling: () => [
    [initParameters({ inputs: 3, hidden: 4, classes: 2, seed: 1 }), seeded(3, 5, 2)],
    // All sizes alike: here a wrong matrix fits as well, and is known by its numbers.
    [square(3), seeded(3, 3, 4)],
  ],
});

/** Parameters of one size all over, with weights that let the hidden units differ. */
function square(size: number): Parameters {
  return {
    W1: seeded(size, size, 11),
    b1: built(size, 1, (i) => 0.5 - 0.4 * i),
    W2: seeded(size, size, 12),
    b2: built(size, 1, (i) => 0.3 * i - 0.2),
  };
}
