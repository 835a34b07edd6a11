import type { PackedMatrix } from "./packing.ts";

/** The parameters as they travel into the page. */
export type PackedParameters = Record<"W1" | "b1" | "W2" | "b2", PackedMatrix>;

/** What the explorer in the page is given. */
export interface ExplorerPayload {
  kind: "explorer";
  parameters: PackedParameters;
  X: PackedMatrix;
  labels: number[];
  learningRate: number;
  training?: PackedTraining;
}

/** What the digit pad in the page is given. */
export interface PadPayload {
  kind: "pad";
  parameters: PackedParameters;
}

/** What either display is given. */
export type Payload = ExplorerPayload | PadPayload;

/** The recorded moments of a training as they travel into the page. */
export interface PackedTraining {
  iterations: number[];
  loss: number[];
  accuracy: number[];
  /** For each moment A2 of the display's digits, column after column: float64 in base64. */
  probabilities: string;
  /** W1 at every moment, for the eye: see `moments.ts`. */
  weights: PackedWeights;
}

/** W1 at many moments, each number in one byte, as the difference from the moment before. */
export interface PackedWeights {
  hidden: number;
  /** The number that the byte 127 stands for; -127 is its opposite. */
  most: number;
  /** Deflated (RFC 1951), in base64. */
  base64: string;
}
