import { found } from "../arguments/found.ts";
import { shorterSteps } from "./causes.ts";

/** Why a training ended before its last iteration. */
export interface Stopped {
  /**
   * A signal or the stop button; a loss that is not finite; a schedule that gave no learning rate; an
   * `onProgress` that threw.
   */
  reason: "aborted" | "diverged" | "schedule" | "onProgress";
  /** The number of updates that were made. */
  iteration: number;
  /** One sentence for people. */
  message: string;
}

const kept = "the parameters reached so far are kept, and train(digits, { parameters }) goes on " +
  "from there.";

/** A signal ended it. */
export function aborted(iteration: number, iterations: number): Stopped {
  const message = `Stopped after ${iteration} of ${iterations} iterations; ${kept}`;
  return { reason: "aborted", iteration, message };
}

/**
 * The loss is no finite number.
 *
 * @param cause what was wrong from the start; without one it was the steps
 */
export function diverged(
  loss: number,
  iteration: number,
  learningRate: number,
  cause?: string,
): Stopped {
  const message = iteration === 0
    ? `The loss is ${loss} before the first step: ` +
      (cause ?? "the first parameters give a right digit the probability 0. Begin with " +
          "initParameters().")
    : cause
    ? `The loss became ${loss} after iteration ${iteration}: ${cause}`
    : `The loss became ${loss} after iteration ${iteration} with the learning rate` +
      ` ${learningRate}: the steps are too long. ${shorterSteps(learningRate)}`;
  return { reason: "diverged", iteration, message };
}

/** The schedule gave no learning rate for the next update: what is wrong with it is in the error. */
export function withoutRate(error: unknown, iteration: number, iterations: number): Stopped {
  const problem = (error as Error).message.replace(/\.?$/, ".");
  const message = `Ended after ${iteration} of ${iterations} iterations: ${problem} Correct the ` +
    `schedule; ${kept}`;
  return { reason: "schedule", iteration, message };
}

/** What the caller does with each entry failed: the error says where. */
export function interrupted(error: unknown, iteration: number, iterations: number): Stopped {
  const problem = error instanceof Error ? `${error.name}: ${error.message}` : found(error);
  const message =
    `Ended after ${iteration} of ${iterations} iterations, because onProgress threw ` +
    `${problem.replace(/\.?$/, ";")} ${kept}`;
  return { reason: "onProgress", iteration, message };
}
