/**
 * The network itself: matrices, the fourteen equations, training. It needs no file, no page and no
 * Deno, and runs as it is in Node and in a browser. All of it is in `glassnet`, too.
 *
 * @example
 * ```ts
 * import { fingerprint, Matrix, predict, train } from "glassnet/core";
 * import { assertEquals } from "@std/assert";
 *
 * // Two images of two pixels: a 0 is dark on the left, a 1 on the right.
 * const digits = { X: Matrix.from([[1, 0], [0, 1]]), labels: Uint8Array.of(0, 1), count: 2 };
 * const { parameters } = await train(digits, { iterations: 100, learningRate: 0.5, seed: 1 });
 * assertEquals([...predict(parameters, digits.X)], [0, 1]);
 * console.log(fingerprint(parameters)); // the same everywhere
 * ```
 *
 * @module
 */

export { ArgumentError } from "./arguments/argument_error.ts";
export { ShapeError } from "./matrix/shape_error.ts";
export { Matrix, transpose } from "./matrix/matrix.ts";
export { Pixels } from "./matrix/pixels.ts";
export type { Dtype } from "./matrix/memory.ts";
export { matmul } from "./matrix/matmul.ts";
export { add, multiply, scale, subtract, sumColumns } from "./matrix/elementwise.ts";
export { selectColumns } from "./matrix/select_columns.ts";

export { type InitOptions, initParameters, type Parameters } from "./network/parameters.ts";
export { oneHot, relu, reluDerivative, softmax } from "./network/activations.ts";
export { type Activations, forward } from "./network/forward.ts";
export { backward, type Gradients } from "./network/backward.ts";
export { update } from "./network/update.ts";
export { accelerate, initVelocity, type Velocity } from "./network/momentum.ts";
export { crossEntropy } from "./network/loss.ts";

export type { Digits } from "./training/digits.ts";
export { type Moment, train, type Training, type TrainOptions } from "./training/train.ts";
export type { LearningRate } from "./training/learning_rate.ts";
export type { Stopped } from "./training/stopped.ts";
export { shuffled } from "./training/shuffle.ts";
export { accuracy, argmax, confusionMatrix } from "./training/metrics.ts";
export { misclassified, type Mistake, predict } from "./training/predict.ts";
export { fingerprint } from "./saving/fingerprint.ts";
