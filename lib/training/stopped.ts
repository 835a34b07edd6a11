/** Why a training ended before its last iteration. */
export interface Stopped {
  /** A signal or the stop button; a loss that is not finite; a schedule that gave no learning rate. */
  reason: "aborted" | "diverged" | "schedule";
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

/** The loss stopped being a finite number. */
export function diverged(loss: number, iteration: number, learningRate: number): Stopped {
  const advice = Number((learningRate / 10).toPrecision(3));
  return {
    reason: "diverged",
    iteration,
    message: `The loss became ${loss} after iteration ${iteration} with the learning rate` +
      ` ${learningRate}: the steps are too long. Try a learning rate of ${advice}.`,
  };
}

/** The schedule gave no learning rate for the next update: what is wrong with it is in the error. */
export function withoutRate(error: unknown, iteration: number, iterations: number): Stopped {
  const problem = (error as Error).message.replace(/\.?$/, ".");
  const message = `Ended after ${iteration} of ${iterations} iterations: ${problem} Correct the ` +
    `schedule; ${kept}`;
  return { reason: "schedule", iteration, message };
}
