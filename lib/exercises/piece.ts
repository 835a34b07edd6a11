import type { Digits } from "../training/digits.ts";

/** The pieces that a reader writes, in the order of the notebooks. */
export type PieceName =
  | ("transpose" | "add" | "matmul")
  | ("relu" | "softmax" | "oneHot" | "forward" | "crossEntropy")
  | ("dZ2" | "dW2" | "db2" | "dZ1" | "dW1" | "db1")
  | ("update" | "trainLoop")
  | ("confusionMatrix" | "findTheBug");

/** A known wrong way to write a piece. */
export interface Wrong {
  /** Its name, such as `"one-over-m-missing"`. */
  id: string;
  /** One or two sentences: what is wrong, and where to look. Not the solution. */
  says: string;
  /** The wrong way as code; several where the same slip can be written in several ways. */
  // deno-lint-ignore no-explicit-any
  ways: ((...args: any[]) => unknown)[];
}

/** A piece of the network that the reader writes as a function. */
export interface Piece {
  name: PieceName;
  /** The number of the notebook that it belongs to. */
  notebook: string;
  /** How it is called: `dW2(dZ2, A1)`. */
  call: string;
  /** What it gives, with its shape. */
  gives: string;
  /** The reference. */
  // deno-lint-ignore no-explicit-any
  right: (...args: any[]) => unknown;
  wrong: Wrong[];
  /** Three, each saying more than the one before. */
  hints: readonly [string, string, string];
  /**
   * The arguments of each trial. The last one is the most telling to look at.
   *
   * @param digits 20 real ones
   */
  trials(digits: Digits): unknown[][];
}
