import type { Stopped } from "./stopped.ts";

/** How the network does after `iteration` updates. */
export type HistoryEntry = {
  /** The number of updates so far; 0 is the untrained network. */
  iteration: number;
  /** The mean cross-entropy in nats, over the images of the next update. */
  loss: number;
  /** The share of the same images that it gets right, 0 to 1. */
  accuracy: number;
  /** The share of the dev images that it gets right, measured once an epoch. */
  devAccuracy?: number;
  /**
   * What is wrong with this training, if it was seen here: one sentence for people, with what to do.
   * A training says one thing at most, and nothing if it goes well.
   */
  warning?: string;
};

/** What a training reports: an entry of its history, and how far it means to go. */
export type TrainingProgress = HistoryEntry & {
  /** The number of updates that it is going to make. */
  iterations: number;
  /** Why it ended early, in its last report. */
  stopped?: Stopped;
};
