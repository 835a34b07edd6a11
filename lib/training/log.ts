import { outsideScratch } from "../matrix/kernels/running.ts";
import type { Scratch } from "../matrix/kernels/scratch.ts";
import type { Matrix } from "../matrix/matrix.ts";
import { copied, mapMatrices } from "../matrix/map_matrices.ts";
import type { Velocity } from "../network/momentum.ts";
import type { Parameters } from "../network/parameters.ts";
import { causeAtStart } from "./causes.ts";
import type { Part } from "./companions.ts";
import { Diagnosis } from "./diagnosis.ts";
import type { HistoryEntry, TrainingProgress } from "./history.ts";
import { rateAt } from "./learning_rate.ts";
import { accuracy } from "./metrics.ts";
import { pauses } from "./pauses.ts";
import { predict } from "./predict.ts";
import type { Prepared } from "./settings.ts";
import type { TrainingState } from "./state.ts";
import { aborted, diverged, interrupted, type Stopped, withoutRate } from "./stopped.ts";

/** What {@linkcode train} gives. */
export interface Training {
  /** The parameters of the last entry of `history`. */
  parameters: Parameters;
  /** One entry for every number of updates, from 0 on. */
  history: HistoryEntry[];
  /** Why it ended early; undefined if it did all its iterations. */
  stopped?: Stopped;
}

/**
 * The history of a training, and who is told of it. It also finds out where the training ends, and
 * holds the parameters of the last entry, to go back to if the loss stops being finite.
 */
export class TrainingLog {
  /** The learning rate of the last update, or of the next one once an entry has been added. */
  learningRate: number;
  /** Whether no other update follows. */
  ended = false;
  readonly #history: HistoryEntry[];
  #stopped?: Stopped;
  #parameters: Parameters;
  #velocity?: Velocity;
  readonly #epoch: number;
  readonly #breathe = pauses();
  readonly #diagnosis: Diagnosis;

  /**
   * @param parts what companions do in this training
   * @param buffers for what is computed to measure the dev images
   */
  constructor(
    readonly prepared: Prepared,
    readonly parts: readonly Part[],
    readonly buffers: Scratch,
  ) {
    const { settings, start, lastRate, X } = prepared;
    this.learningRate = lastRate;
    this.#history = [...start.history];
    this.#parameters = start.parameters;
    this.#diagnosis = new Diagnosis(prepared);
    this.#epoch = Math.ceil(X.cols / settings.batchSize);
  }

  /**
   * Adds an entry, reports it, and finds out whether and how the training goes on.
   *
   * @param A1 the answers of the hidden units to the images of the next update
   */
  add(entry: HistoryEntry, parameters: Parameters, velocity: Velocity, A1: Matrix): void {
    const { settings: { iterations, momentum }, start } = this.prepared;
    const { iteration, loss } = entry;
    const isNumber = Number.isFinite(loss);
    if (!isNumber) {
      this.#stop(diverged(loss, iteration, this.learningRate, causeAtStart(this.prepared)));
      // Before the first step there is nothing to go back to.
      if (iteration > start.iteration) return;
    }
    this.#parameters = parameters;
    this.#velocity = momentum > 0 ? velocity : undefined;
    this.ended ||= iteration === iterations;
    this.#measureDev(entry);
    this.#history.push(entry);
    outsideScratch(() => {
      if (isNumber) this.#diagnose(entry, A1);
      this.#report({ ...entry, iterations });
      if (this.ended) return;
      if (this.prepared.signal?.aborted) return this.#stop(aborted(iteration, iterations));
      try {
        this.learningRate = rateAt(this.prepared.settings.learningRate, iteration);
      } catch (error) {
        this.#stop(withoutRate(error, iteration, iterations));
      }
    });
  }

  /** Waits for companions, such as a checkpoint that is due, and lets a click on stop be heard. */
  async pause(): Promise<void> {
    if (this.#stopped?.reason !== "diverged") {
      const { settings } = this.prepared;
      const entry = this.#history[this.#history.length - 1];
      const { iteration } = entry;
      const warn = (problem: string) => {
        console.error(problem);
        entry.warning = entry.warning === undefined ? problem : `${entry.warning} ${problem}`;
      };
      const state = () => this.#state(iteration);
      const now = { settings, iteration, ended: this.ended, state, warn };
      for (const part of this.parts) await part.onPause?.(now);
    }
    if (!this.ended) await this.#breathe();
  }

  /** What the training gives. */
  result(): Training {
    const last = this.#history.at(-1);
    if (this.#stopped && last) {
      const { iterations } = this.prepared.settings;
      this.#report({ ...last, iterations, stopped: this.#stopped });
    }
    const parameters = mapMatrices(this.#parameters, copied);
    return { parameters, history: this.#history, stopped: this.#stopped };
  }

  #diagnose(entry: HistoryEntry, A1: Matrix): void {
    const warning = this.#diagnosis.look(this.#history, A1, this.learningRate, this.ended);
    if (warning !== undefined) entry.warning = warning;
  }

  #stop(stopped: Stopped): void {
    this.#stopped = stopped;
    this.ended = true;
  }

  /** The accuracy on the dev images, once an epoch and at the end. */
  #measureDev(entry: HistoryEntry): void {
    const { dev } = this.prepared;
    if (!dev || !(this.ended || entry.iteration % this.#epoch === 0)) return;
    const predictions = this.buffers.turn(() => predict(this.#parameters, dev.X));
    entry.devAccuracy = accuracy(predictions, dev.labels);
  }

  #report(progress: TrainingProgress): void {
    for (const part of this.parts) part.onProgress?.(progress, this.#parameters);
    const { onProgress } = this.prepared;
    if (!onProgress || this.#stopped?.reason === "onProgress") return;
    try {
      onProgress(progress, this.#parameters);
    } catch (error) {
      // Hours of training are not lost to a slip in what is done with an entry.
      console.error(error);
      if (this.#stopped) return;
      this.#stop(interrupted(error, progress.iteration, progress.iterations));
    }
  }

  #state(iteration: number): TrainingState {
    return {
      iteration,
      parameters: mapMatrices(this.#parameters, copied),
      velocity: this.#velocity && mapMatrices(this.#velocity, copied),
      history: this.#history,
      offSince: this.#diagnosis.offSince,
    };
  }
}
