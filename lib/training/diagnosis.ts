import type { Matrix } from "../matrix/matrix.ts";
import {
  type Case,
  causeAtStart,
  causeOfStanding,
  ofLikeUnits,
  ofTinyWeights,
  shorterSteps,
} from "./causes.ts";
import type { HistoryEntry } from "./history.ts";

/** A loss this high before the first update comes from the pixels or the weights, not from bad luck. */
const FAR_OFF = 100;
/** So many updates show whether the loss only rises, and whether tiny weights get anywhere. */
const [RISING, CREEPING] = [5, 20];
/** From so many updates on a training is asked whether it is stuck: then at twice as many, and so on. */
const STUCK = 100;

/**
 * Looks on while a network learns, and says what is wrong with it in one sentence: what was found and
 * what to do. It says one thing in a training, or nothing. Nearly all of it looks at numbers that are
 * there anyway; pixels and weights are searched only if something has gone wrong.
 */
export class Diagnosis {
  /** Since which iteration every hidden unit is off, if they are. */
  offSince?: number;
  #said: boolean;

  /** @param patient the training as it begins */
  constructor(readonly patient: Case) {
    this.offSince = patient.start.offSince;
    this.#said = patient.start.history.some(({ warning }) => warning !== undefined);
  }

  /**
   * What is wrong, if it is seen here for the first time.
   *
   * @param history all entries, the newest last
   * @param A1 the answers of the hidden units to the images of the next update
   * @param learningRate that of the last update
   * @param ended whether no other update follows
   */
  look(
    history: readonly HistoryEntry[],
    A1: Matrix,
    learningRate: number,
    ended: boolean,
  ): string | undefined {
    if (this.#said) return;
    const { iteration } = history[history.length - 1];
    // One that is on is among the first, unless all are off.
    if (A1.values.some((answer: number) => answer > 0)) this.offSince = undefined;
    else this.offSince ??= iteration;
    const warning = this.#atStart(history) ?? this.#allOff(iteration, learningRate, ended) ??
      this.#rising(history, learningRate, ended) ?? this.#stuck(history, learningRate, ended);
    this.#said = warning !== undefined;
    return warning;
  }

  /** What can be seen before the first update. */
  #atStart([first, second]: readonly HistoryEntry[]): string | undefined {
    if (second) return;
    const { labels } = this.patient;
    if (labels.length >= 10 && labels.every((label) => label === labels[0])) {
      return `All ${labels.length} labels are ${labels[0]}: the network will learn to say ` +
        `${labels[0]} to every image. Were the labels read from the right column, and shuffled ` +
        "before they were split?";
    }
    const alike = this.offSince === undefined && ofLikeUnits(this.patient);
    if (alike) return alike;
    if (first.loss < FAR_OFF) return;
    const cause = causeAtStart(this.patient);
    return cause &&
      `The loss is ${first.loss.toPrecision(3)} before the first step, and guessing would cost ` +
        `${this.#guessing().toPrecision(3)}: ${cause}`;
  }

  /** Nothing comes back through a hidden layer that is off, so it stays off. */
  #allOff(iteration: number, learningRate: number, ended: boolean): string | undefined {
    const since = this.offSince;
    if (since === undefined) return;
    const { momentum } = this.patient.settings;
    const epoch = this.#epoch();
    // What momentum has gathered goes on for a while, and may switch a unit on again.
    const fading = since > 0 && momentum > 0 && !ended
      ? Math.ceil(Math.log(1e-3) / Math.log(momentum))
      : 0;
    // One batch may be off by chance, an epoch is all images.
    if (iteration - since < epoch - 1 + fading) return;
    const when = since === 0 ? "before the first step" : `since iteration ${since}`;
    const cause = causeAtStart(this.patient) ??
      (since === 0
        ? "the first weights and biases let none through. Begin with initParameters()."
        : `the steps are too long. ${shorterSteps(learningRate)}`);
    return `All hidden units are off ${when}, so no image has any effect and only b2 still learns: ` +
      cause;
  }

  /** Whether no step has brought the loss below the first one. */
  #rising(
    history: readonly HistoryEntry[],
    learningRate: number,
    ended: boolean,
  ): string | undefined {
    const updates = history.length - 1;
    if (updates !== RISING && !(ended && updates > 1 && updates < RISING)) return;
    const [first, ...later] = history.map(({ loss }) => loss);
    if (!later.every((loss) => loss > 1.05 * first) || mean(later) < 1.5 * first) return;
    const cause = causeAtStart(this.patient) ??
      `the steps are too long. ${shorterSteps(learningRate)}`;
    return `The loss has risen from the first step on, from ${first.toFixed(2)} to ` +
      `${later[updates - 1].toFixed(2)}: ${cause}`;
  }

  /** Whether the loss stays where guessing is, or above, and what may be the cause. */
  #stuck(
    history: readonly HistoryEntry[],
    learningRate: number,
    ended: boolean,
  ): string | undefined {
    const updates = history.length - 1;
    const isTime = updates >= STUCK && (ended || Number.isInteger(Math.log2(updates / STUCK)));
    // Few updates prove nothing, but that weights are tiny can be seen. If all units are off, more is
    // said at the end of the epoch.
    const isCreeping = updates === CREEPING && this.offSince === undefined &&
      ofTinyWeights(this.patient) !== undefined;
    // Whole epochs, since one batch is easier than another.
    const epoch = isCreeping ? 1 : this.#epoch();
    const quarter = Math.floor(updates / 4 / epoch) * epoch;
    if (!(isTime || isCreeping) || quarter === 0) return;
    const entries = history.slice(-2 * quarter);
    const [before, now] = [entries.slice(0, quarter), entries.slice(quarter)]
      .map((some) => mean(some.map(({ loss }) => loss)));
    const guessing = this.#guessing();
    if (guessing < 0.1 || now < 0.98 * guessing) return;
    if (!isCreeping && before - now > 0.001 * now) return;
    const accuracy = mean(entries.slice(quarter).map(({ accuracy }) => accuracy));
    if (accuracy > 1.5 * Math.max(...this.#shares())) return;
    return `After ${updates} iterations the network is still guessing (loss ${now.toFixed(2)}, ` +
      `accuracy ${(100 * accuracy).toFixed(1)}%): ` +
      causeOfStanding(this.patient, learningRate, (before - now) / now);
  }

  /** The number of updates that look at every image once. */
  #epoch(): number {
    return Math.ceil(this.patient.X.cols / this.patient.settings.batchSize);
  }

  /** The loss of a network that knows how frequent each label is, and nothing else. */
  #guessing(): number {
    return this.#shares().reduce((sum, share) => sum - share * Math.log(share), 0);
  }

  /** How frequent each label is, from 0 to 1. */
  #shares(): number[] {
    const { labels } = this.patient;
    const counts = new Map<number, number>();
    for (const label of labels) counts.set(label, (counts.get(label) ?? 0) + 1);
    return [...counts.values()].map((count) => count / labels.length);
  }
}

function mean(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
}
