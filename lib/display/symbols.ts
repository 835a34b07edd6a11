import type { Matrix } from "../matrix/matrix.ts";
import { PIXELS } from "../matrix/mnist.ts";
import type { ParameterName } from "../network/parameters.ts";
import type { Kind } from "./colors.ts";

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
  | ("X" | "W1" | "b1" | "Z1" | "A1" | "W2" | "b2" | "Z2" | "A2" | "Y")
  | ("dZ2" | "dW2" | "db2" | "dZ1" | "dW1" | "db1");

/** Every matrix of a training step: an updated parameter is called "new", since both are shown. */
export type MatrixName = MatrixSymbol | `new ${ParameterName}`;

/** What a matrix means, and what its rows and columns count. */
export interface Meaning {
  what: string;
  rows: keyof Sizes;
  /** 1 for a single column: a bias or its gradient. */
  columns: keyof Sizes | 1;
  /** The matrix that it is the gradient of. */
  gradientOf?: ParameterName | "Z1" | "Z2";
  /** The parameter that it takes the place of. */
  updateOf?: ParameterName;
}

/** All matrices of a training step, from those of forward propagation to the updated parameters. */
export const meanings: Record<MatrixName, Meaning> = {
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
  dZ2: { what: "error at the output", rows: "classes", columns: "images", gradientOf: "Z2" },
  dW2: { what: "gradient of W2", rows: "classes", columns: "hidden", gradientOf: "W2" },
  db2: { what: "gradient of b2", rows: "classes", columns: 1, gradientOf: "b2" },
  dZ1: { what: "error at the hidden layer", rows: "hidden", columns: "images", gradientOf: "Z1" },
  dW1: { what: "gradient of W1", rows: "hidden", columns: "inputs", gradientOf: "W1" },
  db1: { what: "gradient of b1", rows: "hidden", columns: 1, gradientOf: "b1" },
  "new W2": { what: "W2 after the update", rows: "classes", columns: "hidden", updateOf: "W2" },
  "new b2": { what: "b2 after the update", rows: "classes", columns: 1, updateOf: "b2" },
  "new W1": { what: "W1 after the update", rows: "hidden", columns: "inputs", updateOf: "W1" },
  "new b1": { what: "b1 after the update", rows: "hidden", columns: 1, updateOf: "b1" },
};

/** The names of all matrices of a training step. */
export const matrixNames = Object.keys(meanings) as MatrixName[];

/** The symbols of the formulas. An updated parameter has that of the parameter. */
export const symbols = matrixNames.filter((name): name is MatrixSymbol => !meanings[name].updateOf);

/** A matrix's meaning, if it is one of ours. */
export function meaningOf(name: string): Meaning | undefined {
  return Object.hasOwn(meanings, name) ? meanings[name as MatrixName] : undefined;
}

/** Whether a matrix has a column for each image. */
export function isPerImage(name: MatrixName): boolean {
  return meanings[name].columns === "images";
}

/** What the numbers of a matrix are. */
export function kindOf(name: MatrixName): Kind {
  return name === "X" ? "pixels" : "signed";
}

/** What one row or column stands for. */
export const names: Record<keyof Sizes | 1, string> = {
  inputs: "pixel",
  hidden: "hidden unit",
  classes: "digit",
  images: "image",
  1: "",
};

/** The shape that a matrix should have: `"10 x m"` if `images` is the letter m. */
export function expectedShape(
  { rows, columns }: Meaning,
  sizes: Record<keyof Sizes, number | string>,
): string {
  return `${sizes[rows]} x ${columns === 1 ? 1 : sizes[columns]}`;
}

/** The sizes that some of a step's matrices imply; the reference network's if none implies them. */
export function impliedSizes(matrices: Partial<Record<MatrixSymbol, Matrix>>): Sizes {
  const { X, W1, W2, Y, Z1, A1 } = matrices;
  return {
    inputs: X?.rows ?? W1?.cols ?? PIXELS,
    hidden: W1?.rows ?? W2?.cols ?? 10,
    classes: W2?.rows ?? Y?.rows ?? 10,
    images: (X ?? Y ?? Z1 ?? A1)?.cols ?? 1,
  };
}
