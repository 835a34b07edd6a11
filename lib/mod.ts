/**
 * Glassnet: a two-layer neural network that you can see through.
 *
 * @module
 */

import { live } from "./notebook/live.ts";
import { checkpoints } from "./saving/checkpoints.ts";
import { accompany } from "./training/companions.ts";

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

export type { LearningRate } from "./training/learning_rate.ts";
export type { Stopped } from "./training/stopped.ts";
export type { HistoryEntry, TrainingProgress } from "./training/history.ts";
export type { CheckpointOptions, TrainOptions } from "./training/options.ts";
export type { Training } from "./training/log.ts";
export { train } from "./training/train.ts";
export { accuracy, argmax, confusionMatrix } from "./training/metrics.ts";
export { misclassified, type Mistake, predict } from "./training/predict.ts";

export {
  type CheckedElement,
  type CheckedGradient,
  GradientCheck,
  gradientCheck,
  type GradientCheckOptions,
} from "./step/gradient_check.ts";

export * from "./figures/mod.ts";
export * from "./notebook/mod.ts";
export { type Stepper, stepper, type WholeStep } from "./step/stepper.ts";
export type { Step } from "./step/step.ts";
export type { FiniteDifference } from "./step/finite_difference.ts";
export type { Watch } from "./step/watch.ts";
export * from "./explorer/mod.ts";

export { check, type Checks, type PieceName, type Written } from "./exercises/pieces/mod.ts";
export { bugCurves } from "./exercises/pieces/bug_curves.ts";
export type { Bug } from "./exercises/pieces/bug_trainings.ts";
export type { Answers, Curve } from "./exercises/pieces/find_the_bug.ts";
export type { Check, CheckOptions } from "./exercises/check.ts";
export {
  type AnyFunction,
  type Arguments,
  type Exercise,
  exercise,
  type ExerciseForm,
  type Known,
  type KnownMistake,
  type Question,
  type Way,
} from "./exercises/exercise.ts";
export type { Judgment } from "./exercises/judge.ts";
export type { Verdict } from "./exercises/verdicts.ts";
export { CheckResult } from "./exercises/check_result.ts";
export { Done, done } from "./exercises/done.ts";
export { type ExerciseOrName, Hint, hint, hints } from "./exercises/hint.ts";
export { notWritten, NotWrittenError } from "./exercises/not_written.ts";

// A training shows itself in a notebook, and may be kept in a file: see training/companions.ts.
accompany(live, checkpoints);
