import type { Matrix } from "../matrix/matrix.ts";

/** The sizes of a network and its data. */
export interface Sizes {
  /** The pixels of an image: 784. */
  inputs: number;
  /** The hidden units: 10 in the reference network. */
  hidden: number;
  /** The digits: 10. */
  classes: number;
  /** m, the number of images. */
  images: number;
}

/** The matrices of a training step, by their symbols. */
export type MatrixSymbol =
  | "X"
  | "W1"
  | "b1"
  | "Z1"
  | "A1"
  | "W2"
  | "b2"
  | "Z2"
  | "A2"
  | "Y" //
  | "dZ2"
  | "dW2"
  | "db2"
  | "dZ1"
  | "dW1"
  | "db1";

/** What a matrix means, and what its rows and columns count. */
export interface Meaning {
  what: string;
  rows: keyof Sizes;
  /** 1 for a single column. */
  columns: keyof Sizes | 1;
}

/** All matrices of a training step in the order in which they are computed. */
export const meanings: Record<MatrixSymbol, Meaning> = {
  X: { what: "the images, one a column", rows: "inputs", columns: "images" },
  W1: { what: "weights of the hidden layer", rows: "hidden", columns: "inputs" },
  b1: { what: "biases of the hidden layer", rows: "hidden", columns: 1 },
  Z1: { what: "weighted sums of the hidden layer", rows: "hidden", columns: "images" },
  A1: { what: "activations of the hidden layer", rows: "hidden", columns: "images" },
  W2: { what: "weights of the output layer", rows: "classes", columns: "hidden" },
  b2: { what: "biases of the output layer", rows: "classes", columns: 1 },
  Z2: { what: "weighted sums of the output layer", rows: "classes", columns: "images" },
  A2: { what: "probabilities of the digits", rows: "classes", columns: "images" },
  Y: { what: "the labels, one-hot", rows: "classes", columns: "images" },
  dZ2: { what: "error at the output", rows: "classes", columns: "images" },
  dW2: { what: "gradient of W2", rows: "classes", columns: "hidden" },
  db2: { what: "gradient of b2", rows: "classes", columns: 1 },
  dZ1: { what: "error at the hidden layer", rows: "hidden", columns: "images" },
  dW1: { what: "gradient of W1", rows: "hidden", columns: "inputs" },
  db1: { what: "gradient of b1", rows: "hidden", columns: 1 },
};

/** What one row or column stands for. */
export const names: Record<keyof Sizes | 1, string> = {
  inputs: "pixel",
  hidden: "hidden unit",
  classes: "digit",
  images: "image",
  1: "",
};

/** A symbol's meaning, if it is one of ours. */
export function meaningOf(symbol: string): Meaning | undefined {
  return Object.hasOwn(meanings, symbol) ? meanings[symbol as MatrixSymbol] : undefined;
}

/** The shape that a matrix should have: `"10 x m"` where `images` is the letter m. */
export function expectedShape(
  { rows, columns }: Meaning,
  sizes: Record<keyof Sizes, number | string>,
): string {
  return `${sizes[rows]} x ${columns === 1 ? 1 : sizes[columns]}`;
}

/** The sizes that some of a step's matrices imply; what none of them tells is as in the reference. */
export function impliedSizes(matrices: Partial<Record<MatrixSymbol, Matrix>>): Sizes {
  const { X, W1, W2, Y, Z1, A1 } = matrices;
  return {
    inputs: X?.rows ?? W1?.cols ?? 784,
    hidden: W1?.rows ?? W2?.cols ?? 10,
    classes: W2?.rows ?? Y?.rows ?? 10,
    images: (X ?? Y ?? Z1 ?? A1)?.cols ?? 1,
  };
}
