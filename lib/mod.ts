/**
 * Glassnet: a two-layer neural network that you can see through.
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

export { shuffled } from "./training/shuffle.ts";
export { DataError, type Place } from "./data/errors.ts";
export type { Digits } from "./training/digits.ts";
export { readDigits, type ReadOptions } from "./data/read_digits.ts";
export { loadDigits, type LoadOptions } from "./data/load_digits.ts";
export { split, type SplitOptions } from "./data/split.ts";
export { type SubmissionOptions, writeSubmission } from "./data/write_submission.ts";
export { type OnProgress, type Progress, progressLine } from "./data/progress.ts";

export { fingerprint } from "./saving/fingerprint.ts";
export { loadParameters } from "./saving/load_parameters.ts";
export { type SaveOptions, saveParameters } from "./saving/save_parameters.ts";
export type { CheckpointOptions, ResumeOptions } from "./saving/train_with_checkpoints.ts";

// `train` itself comes from `notebook`: the same one, which also shows itself there.
export type { LearningRate } from "./training/learning_rate.ts";
export type { Stopped } from "./training/stopped.ts";
export type { Moment, Training, TrainOptions } from "./training/train.ts";
export { accuracy, argmax, confusionMatrix } from "./training/metrics.ts";
export { misclassified, type Mistake, predict } from "./training/predict.ts";

export {
  type CheckedElement,
  type CheckedGradient,
  GradientCheck,
  gradientCheck,
  type GradientCheckOptions,
} from "./step/gradient_check.ts";

export { nudged } from "./step/nudged.ts";

export * from "./figures/mod.ts";
export * from "./notebook/mod.ts";
export { type Stepper, stepper, type WholeStep } from "./step/stepper.ts";
export type { Step } from "./step/step.ts";
export type { FiniteDifference } from "./step/finite_difference.ts";
export type { Watch } from "./step/watch.ts";
export * from "./explorer/mod.ts";

export { check, type CheckOptions, type Checks, type Written } from "./exercises/check.ts";
export { bugCurves } from "./exercises/bug_curves.ts";
export type { Bug } from "./exercises/bug_trainings.ts";
export type { Answers, Curve } from "./exercises/find_the_bug.ts";
export type { Verdict } from "./exercises/judge.ts";
export { CheckResult } from "./exercises/check_result.ts";
export { Done, done } from "./exercises/done.ts";
export { Hint, hint, hints } from "./exercises/hint.ts";
export { notWritten, NotWrittenError } from "./exercises/not_written.ts";
export type { PieceName } from "./exercises/piece.ts";
