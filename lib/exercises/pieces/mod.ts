import type { CheckResult } from "../check_result.ts";
import { type Check, check as checkAny, type CheckOptions } from "../check.ts";
import type { Answers } from "./find_the_bug.ts";

// Each registers itself, in the order of the notebooks.
import "./transpose.ts";
import "./add.ts";
import "./matmul.ts";
import "./third_layer.ts";
import "./relu.ts";
import "./softmax.ts";
import "./one_hot.ts";
import "./forward.ts";
import "./cross_entropy.ts";
import "./leaky_relu.ts";
import "./output_layer.ts";
import "./hidden_layer.ts";
import "./squared_error.ts";
import "./update.ts";
import "./train_loop.ts";
import "./decay_step.ts";
import "./confusion_matrix.ts";
import "./find_the_bug.ts";
import "./falling_rate.ts";

// What they say in other languages.
import "./relu.de.ts";

/** Glassnet's own exercises, in the order of the notebooks. */
export type PieceName =
  | ("transpose" | "add" | "matmul" | "thirdLayer")
  | ("relu" | "softmax" | "oneHot" | "forward" | "crossEntropy" | "leakyRelu")
  | ("dZ2" | "dW2" | "db2" | "dZ1" | "dW1" | "db1" | "squaredErrorGradient")
  | ("update" | "trainLoop" | "decayStep")
  | ("confusionMatrix" | "findTheBug" | "fallingRate");

/** The reader's function, of whatever arguments. */
export type Written = (...args: never[]) => unknown;

/** A check for each of Glassnet's own exercises, and the one for any exercise. */
export type Checks =
  & {
    readonly [Name in Exclude<PieceName, "findTheBug">]: (
      written: Written,
      options?: CheckOptions,
    ) => Promise<CheckResult>;
  }
  & { readonly findTheBug: (answers: Answers) => Promise<CheckResult> }
  & Check;

/**
 * Checks a piece that the reader has written: `await check.dW2(dW2)`. The function is tried on small
 * matrices and on real digits, and the answer is one of five:
 *
 * - `"right"`, with the distance from the reference and a picture of the result;
 * - `"mistake"`, one that is known: its name, what is wrong and where to look;
 * - `"wrong"`, one that is not known: the first element that differs;
 * - `"unwritten"`, where the stub is still there;
 * - `"failed"`, where there is no result: it threw, returned nothing, did not end.
 *
 * The function runs in a process of its own, which may only read, for a few seconds and
 * with little memory; so nothing that it does reaches the notebook. What it uses of the notebook, of
 * Glassnet and of itself is taken along.
 *
 * `await check(tanh, fn)` does the same for any {@linkcode exercise}, one of a teacher's own too.
 *
 * @example
 * ```ts
 * import { check, type Matrix, matmul, transpose } from "glassnet";
 * import { assertEquals } from "@std/assert";
 *
 * const dW2 = (dZ2: Matrix, A1: Matrix) => matmul(dZ2, transpose(A1));
 * const result = await check.dW2(dW2);
 * assertEquals([result.verdict, result.mistake], ["mistake", "one-over-m-missing"]);
 * assertEquals(result.message, "This is m times too large: the 1/m is missing.");
 * ```
 */
export const check: Checks = checkAny as Checks;
