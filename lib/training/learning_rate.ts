import { ArgumentError } from "../arguments/argument_error.ts";
import { found } from "../arguments/found.ts";
import { requirePositive } from "../arguments/require.ts";

/** alpha, the length of a step: a number, or a schedule that gives one by the updates made so far. */
export type LearningRate = number | ((iteration: number) => number);

/** The learning rate by the number of updates made so far. */
export function rateOf(learningRate: LearningRate): (iteration: number) => number {
  return typeof learningRate === "function" ? learningRate : () => learningRate;
}

/**
 * alpha of the update that follows on `iteration` others.
 *
 * @throws {ArgumentError} if it is not a number greater than 0, or the schedule throws
 */
export function rateAt(learningRate: LearningRate, iteration: number): number {
  const isSchedule = typeof learningRate === "function";
  const name = isSchedule ? `learningRate(${iteration})` : "learningRate";
  let alpha: number;
  try {
    alpha = rateOf(learningRate)(iteration);
  } catch (cause) {
    const thrown = cause instanceof Error ? `${cause.name}: ${cause.message}` : found(cause);
    throw new ArgumentError(`${name} expected a number greater than 0, but it threw ${thrown}`, {
      cause,
    });
  }
  requirePositive(name, alpha);
  return alpha;
}
