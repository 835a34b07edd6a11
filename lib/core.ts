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
export { Matrix } from "./matrix/matrix.ts";
export { transpose } from "./matrix/transpose.ts";
export { Pixels } from "./matrix/pixels.ts";
export type { Dtype, Values } from "./matrix/kernels/format.ts";
export type { SparseColumns } from "./matrix/kernels/sparse_columns.ts";
export { matmul } from "./matrix/matmul.ts";
export { add, multiply, scale, subtract, sumColumns } from "./matrix/elementwise.ts";
export { selectColumns } from "./matrix/select_columns.ts";
export {
  type InitOptions,
  initParameters,
  type ParameterGradients,
  type ParameterName,
  type Parameters,
} from "./network/parameters.ts";
export { relu, reluDerivative, softmax } from "./network/activations.ts";
export { oneHot } from "./network/one_hot.ts";
export type { Activations } from "./network/forward.ts";
export type { Gradients } from "./network/backward.ts";
export type { Velocity } from "./network/momentum.ts";
export { accelerate, backward, forward, initVelocity, update } from "./network/checked.ts";
export { crossEntropy } from "./network/loss.ts";
export { shuffled } from "./training/shuffle.ts";
export type { Digits } from "./training/digits.ts";
export { fingerprint } from "./saving/fingerprint.ts";
export type { LearningRate } from "./training/learning_rate.ts";
export type { Stopped } from "./training/stopped.ts";
export type { HistoryEntry, TrainingProgress } from "./training/history.ts";
export type { CheckpointOptions, TrainOptions } from "./training/options.ts";
export type { Training } from "./training/log.ts";
export { train } from "./training/train.ts";
export { accuracy, argmax, confusionMatrix } from "./training/metrics.ts";
export { misclassified, type Mistake, predict } from "./training/predict.ts";
