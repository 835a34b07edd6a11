import { ArgumentError } from "../arguments/argument_error.ts";
import { found } from "../arguments/found.ts";
import { requireObject } from "../arguments/require.ts";
import type { Progress } from "../data/progress.ts";
import type { TrainingProgress } from "../training/history.ts";
import { host } from "../host/host.ts";
import { LossCurve } from "./loss_curve.ts";
import { Pace, paceText } from "./pace.ts";
import { inOneLine, progressHtml, type ProgressState } from "./progress_html.ts";

/** A report of a training, or of the reading of a file. */
export type AnyProgress = TrainingProgress | Progress;

/** The time between two drawings: short enough for the eye, and it costs a training next to nothing. */
const milliseconds = 200;

/**
 * A bar for `onProgress`, of `train` and of `readDigits`. In a notebook it moves in place, five times
 * a second, and for a training it shows the loss curve so far, the speed and the time left; in a
 * script it is a line on the terminal. How it ends depends on the reports alone, not on the time.
 *
 * In a notebook `train` shows one by itself.
 *
 * @param label what stands before the numbers, such as `"alpha = 0.10"`
 *
 * @example
 * ```ts
 * import { Matrix, progressBar, train } from "glassnet";
 *
 * const digits = { X: Matrix.zeros(784, 1), labels: Uint8Array.of(3), count: 1 };
 * await train(digits, { iterations: 3, onProgress: progressBar() });
 * ```
 */
export function progressBar(label = ""): (progress: AnyProgress) => void {
  if (typeof label !== "string") {
    throw new ArgumentError(`progressBar expected a text, but found ${found(label)}.`);
  }
  let bar: Bar | undefined;
  return (progress) => {
    requireReport(progress);
    // The same bar may serve one training after the other; each gets a place of its own.
    if (!bar || doneOf(progress) < bar.done) bar = new Bar(label);
    bar.report(progress);
  };
}

/** Throws if something is not a report of a training or of a reading. */
function requireReport(progress: AnyProgress): void {
  requireObject("progressBar", "the report of a training or a reading", progress);
  const numbers: Record<string, unknown> = "iteration" in progress
    ? {
      iteration: progress.iteration,
      iterations: progress.iterations,
      loss: progress.loss,
      accuracy: progress.accuracy,
      devAccuracy: progress.devAccuracy ?? 0,
    }
    : { done: progress.done, total: progress.total };
  for (const [name, value] of Object.entries(numbers)) {
    if (typeof value === "number") continue;
    throw new ArgumentError(
      `progressBar expected ${name} to be a number, but found ${found(value)}.`,
    );
  }
}

/** The bar of one training or one file. */
class Bar {
  done = -1;
  readonly #draw = drawing();
  readonly #pace = new Pace();
  #curve?: LossCurve;
  #warning?: string;
  #next = 0;

  constructor(readonly label: string) {}

  report(progress: AnyProgress): void {
    this.done = doneOf(progress);
    const training = "iteration" in progress ? progress : undefined;
    if (training) (this.#curve ??= new LossCurve(training.iterations)).add(training);
    const total = training ? training.iterations : (progress as Progress).total;
    const stopped = training?.stopped?.message;
    this.#warning ??= training?.warning;
    const ended = this.done >= total || stopped !== undefined;
    const now = performance.now();
    // Here most reports end: words and pictures are made only of those that are drawn.
    if (now < this.#next && !ended) return;
    this.#next = now + milliseconds;

    const text = [this.label, training ? inWords(training) : reading(progress as Progress)];
    const speed = this.#pace.speed(this.done, now);
    this.#draw({
      done: this.done,
      total,
      text: text.filter(Boolean).join(": "),
      pace: training && speed && !ended ? paceText(speed, total - this.done) : undefined,
      warning: this.#warning,
      stopped,
      curve: this.#curve,
    }, ended);
  }
}

function doneOf(progress: AnyProgress): number {
  return "iteration" in progress ? progress.iteration : progress.done;
}

function inWords({ iteration, iterations, loss, accuracy, devAccuracy }: TrainingProgress): string {
  return [
    `iteration ${iteration} of ${iterations}`,
    `loss ${loss.toFixed(4)}`,
    `accuracy ${(accuracy * 100).toFixed(1)}%`,
    devAccuracy === undefined ? "" : `dev accuracy ${(devAccuracy * 100).toFixed(1)}%`,
  ].filter(Boolean).join(", ");
}

function reading({ what, done, total }: Progress): string {
  return `${what}, ${Math.floor(100 * done / total)}%`;
}

/** The place where a bar is drawn: the notebook, the terminal, or none. */
function drawing(): (state: ProgressState, ended: boolean) => void {
  const notebook = host().notebook();
  if (notebook) {
    const id = crypto.randomUUID();
    let type = "display_data";
    return (state) => {
      notebook.broadcast(type, {
        data: { "text/html": progressHtml(state), "text/plain": inOneLine(state) },
        metadata: {},
        transient: { display_id: id },
      });
      type = "update_display_data";
    };
  }
  const write = host().terminal();
  if (!write) return () => {};
  // Back to the line's start, and erase it.
  return (state, ended) => write(`\r\x1b[K${inOneLine(state)}${ended ? "\n" : ""}`);
}
