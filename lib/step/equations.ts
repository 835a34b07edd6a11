import { type MatrixName, type MatrixSymbol, meanings, symbols } from "../display/symbols.ts";
import type { ParameterName } from "../network/parameters.ts";

/** The names of the fourteen steps, as `goTo` takes them. */
export type StepName = Exclude<MatrixSymbol, "X" | "Y">;

/** What the fourteen equations give. */
export type ResultName = Exclude<MatrixName, "X" | "Y" | ParameterName>;

/** One of the fourteen equations. */
export interface Equation {
  /** Its number, 1 to 14. */
  number: number;
  /** The name of its step: the symbol of what it gives. */
  step: StepName;
  /** The matrix that it gives. */
  result: ResultName;
  /** The part of the training step that it belongs to. */
  phase: "forward" | "backward" | "update";
  /** The formula, its matrices by their symbols; ᵀ transposes, ⊙ multiplies element by element. */
  formula: string;
  /** The line of `lib/network` that computes it. */
  code: string;
  /** The file of that line, in `lib/network`. */
  file: "forward.ts" | "backward.ts" | "update.ts";
  /** What it does, in one sentence. */
  words: string;
  /**
   * Which elements of which matrices element (i, j) of the result is made of: row and column, each
   * `i`, `j`, the first (`0`), or all of them (`k`).
   */
  inputs: Partial<Record<MatrixName, string>>;
}

const forward = { phase: "forward", file: "forward.ts" } as const;
const backward = { phase: "backward", file: "backward.ts" } as const;
const update = { phase: "update", file: "update.ts" } as const;

/** The fourteen equations of a training step, in their order. */
export const equations: readonly Equation[] = ([
  {
    result: "Z1",
    ...forward,
    formula: "Z1 = W1 X + b1",
    code: "const Z1 = add(matmul(W1, X), b1);",
    words: "Every hidden unit adds up the pixels, each times its weight, and its bias.",
    inputs: { W1: "ik", X: "kj", b1: "i0" },
  },
  {
    result: "A1",
    ...forward,
    formula: "A1 = ReLU(Z1)",
    code: "const A1 = relu(Z1);",
    words: "A hidden unit answers with its sum, or with 0 where the sum is negative.",
    inputs: { Z1: "ij" },
  },
  {
    result: "Z2",
    ...forward,
    formula: "Z2 = W2 A1 + b2",
    code: "const Z2 = add(matmul(W2, A1), b2);",
    words: "Every digit adds up the hidden units' answers, each times its weight, and its bias.",
    inputs: { W2: "ik", A1: "kj", b2: "i0" },
  },
  {
    result: "A2",
    ...forward,
    formula: "A2 = softmax(Z2)",
    code: "const A2 = softmax(Z2);",
    words: "The ten sums of an image become ten probabilities, which sum to 1.",
    inputs: { Z2: "kj" },
  },
  {
    result: "dZ2",
    ...backward,
    formula: "dZ2 = A2 - Y",
    code: "const dZ2 = subtract(A2, Y);",
    words: "The error at the output: the probability given, less the one that was right.",
    inputs: { A2: "ij", Y: "ij" },
  },
  {
    result: "dW2",
    ...backward,
    formula: "dW2 = 1/m dZ2 A1ᵀ",
    code: "const dW2 = scale(matmul(dZ2, transpose(A1)), 1 / m);",
    words: "The mean over the images of a digit's error times a hidden unit's answer.",
    inputs: { dZ2: "ik", A1: "jk" },
  },
  {
    result: "db2",
    ...backward,
    formula: "db2 = 1/m Σ dZ2",
    code: "const db2 = scale(sumColumns(dZ2), 1 / m);",
    words: "The mean over the images of a digit's error.",
    inputs: { dZ2: "ik" },
  },
  {
    result: "dZ1",
    ...backward,
    formula: "dZ1 = W2ᵀ dZ2 ⊙ ReLU′(Z1)",
    code: "const dZ1 = multiply(matmul(transpose(W2), dZ2), reluDerivative(Z1));",
    words:
      "The errors go back through the weights that the answers came through, to the units that were on.",
    inputs: { W2: "ki", dZ2: "kj", Z1: "ij" },
  },
  {
    result: "dW1",
    ...backward,
    formula: "dW1 = 1/m dZ1 Xᵀ",
    code: "const dW1 = scale(matmul(dZ1, transpose(X)), 1 / m);",
    words: "The mean over the images of a hidden unit's error times a pixel.",
    inputs: { dZ1: "ik", X: "jk" },
  },
  {
    result: "db1",
    ...backward,
    formula: "db1 = 1/m Σ dZ1",
    code: "const db1 = scale(sumColumns(dZ1), 1 / m);",
    words: "The mean over the images of a hidden unit's error.",
    inputs: { dZ1: "ik" },
  },
  {
    result: "new W2",
    ...update,
    formula: "W2 := W2 - α dW2",
    code: "W2: subtract(W2, scale(dW2, learningRate)),",
    words: "Every weight of the output layer takes a step against its gradient.",
    inputs: { W2: "ij", dW2: "ij" },
  },
  {
    result: "new b2",
    ...update,
    formula: "b2 := b2 - α db2",
    code: "b2: subtract(b2, scale(db2, learningRate)),",
    words: "Every bias of the output layer takes a step against its gradient.",
    inputs: { b2: "ij", db2: "ij" },
  },
  {
    result: "new W1",
    ...update,
    formula: "W1 := W1 - α dW1",
    code: "W1: subtract(W1, scale(dW1, learningRate)),",
    words: "Every weight of the hidden layer takes a step against its gradient.",
    inputs: { W1: "ij", dW1: "ij" },
  },
  {
    result: "new b1",
    ...update,
    formula: "b1 := b1 - α db1",
    code: "b1: subtract(b1, scale(db1, learningRate)),",
    words: "Every bias of the hidden layer takes a step against its gradient.",
    inputs: { b1: "ij", db1: "ij" },
  },
] satisfies Omit<Equation, "number" | "step">[]).map((equation, k) => ({
  number: k + 1,
  step: meanings[equation.result].updateOf ?? equation.result as StepName,
  ...equation,
}));

/** The equation that gives a matrix; undefined for what the step starts from. */
export function equationOf(name: MatrixName): Equation | undefined {
  return equations.find(({ result }) => result === name);
}

/** A piece of a formula: words and signs, or a matrix. */
export interface Token {
  text: string;
  /** The matrix that the text names. */
  matrix?: MatrixName;
  /** Whether it stands transposed. */
  transposed?: boolean;
}

const symbol = new RegExp(`((?:${symbols.join("|")})ᵀ?)`);

/** A formula cut into its matrices and what stands between them. */
export function tokens({ formula, result }: Equation): Token[] {
  // What the pattern matches stands at the odd places.
  return formula.split(symbol).map((text, k): Token => {
    if (k % 2 === 0) return { text };
    const matrix = k === 1 ? result : text.replace("ᵀ", "") as MatrixName;
    return { text, matrix, transposed: text.endsWith("ᵀ") };
  }).filter(({ text }) => text !== "");
}
