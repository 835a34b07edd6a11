/**
 * What the playground and its trainer, a worker, say to each other.
 *
 * @module
 */
import type { ExplorerPayload, PackedParameters } from "../../lib/explorer/payload.ts";
import type { Content } from "../kernel/protocol.ts";
import type { PlaygroundSettings } from "./settings.ts";

/** What the page tells the trainer. */
export type ToTrainer =
  /**
   * Begin anew with these settings, and wait before the first update. `own` are the reader's files in
   * place of the site's digits, `start` a saved network in place of the first weights.
   */
  | {
    type: "begin";
    settings: PlaygroundSettings;
    own: { [path: string]: Content };
    start?: { name: string; content: Content };
  }
  /** Go on until `pause`. */
  | { type: "go" }
  /** Make one update. */
  | { type: "step" }
  | { type: "pause" }
  /** Ask for the step that comes next, for the explorer; answered by `step-into`. */
  | { type: "step-into" }
  /** Ask for the network as a safetensors file; answered by `saved`. */
  | { type: "save"; path: string };

/** What the network is like after some updates. */
export interface Frame {
  iteration: number;
  /** How often it has seen every image, with a fraction. */
  epochs: number;
  loss: number;
  accuracy: number;
  /** The share of the 1,000 images held out that it got right at the end of the last epoch. */
  devAccuracy?: number;
  /** The losses and accuracies since the last frame, one for each update. */
  losses: number[];
  accuracies: number[];
  /** What training has added to W1; see `addedBytes`. */
  added: Uint8Array<ArrayBuffer>;
  /** What nobody could follow sixty times a second comes with some frames only. */
  look?: Look;
}

/** A closer look at a network. */
export interface Look {
  parameters: PackedParameters;
  /** How many hidden units answer 0 to each of the images that were looked at. */
  off: number;
  /** Some held-out images that it gets wrong now. */
  mistakes: PlaygroundMistake[];
}

/** A held-out image that the network gets wrong. */
export interface PlaygroundMistake {
  label: number;
  predicted: number;
  /** 784 bytes, 0 to 255. */
  pixels: Uint8Array;
}

/** What the trainer tells the page. */
export type FromTrainer =
  | { type: "loading"; done: number; total: number }
  /** It can train. */
  | { type: "ready" }
  | { type: "frame"; frame: Frame }
  /** What is wrong with the training, which goes on. */
  | { type: "warning"; message: string }
  /** The training has ended by itself, and why. */
  | { type: "stopped"; message: string }
  | { type: "step-into"; payload: ExplorerPayload }
  | { type: "saved"; path: string; bytes: Uint8Array<ArrayBuffer> }
  /** It can't go on, and why. */
  | { type: "failed"; message: string };
