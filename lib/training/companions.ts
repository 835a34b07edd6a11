import { ArgumentError } from "../arguments/argument_error.ts";
import { optionsOf } from "../arguments/options.ts";
import type { Digits } from "./digits.ts";
import { requireDigits } from "./labels.ts";
import { trainDefaults, type TrainOptions } from "./options.ts";
import type { Settings, TrainingState } from "./state.ts";

/** Where a training is, between two updates. */
export interface Pause {
  settings: Settings;
  /** The number of updates so far. */
  iteration: number;
  /** Whether no other update follows. */
  ended: boolean;
  /** What has been reached, as a copy. */
  state(): TrainingState;
  /** Reports a problem that does not end the training. */
  warn(problem: string): void;
}

/** How a companion takes part in one training. */
export interface Part {
  /** The options to train with, in place of those that were given. */
  options?: TrainOptions;
  /** The state to go on from. */
  start?: TrainingState;
  /** Called as a user's `onProgress` is, before it. */
  onProgress?: TrainOptions["onProgress"];
  /** The training waits for this after each entry of its history. */
  onPause?(pause: Pause): Promise<void> | undefined;
  /** Called at the end, also after an error. */
  leave?(): Promise<void>;
}

/**
 * What a room above `training` brings along to each training: options, and what happens because of
 * them. So `saving` brings checkpoints and `notebook` the live display, and there is one `train`.
 */
export interface Companion {
  /** The options that it brings. */
  names: readonly (keyof TrainOptions)[];
  /** Takes part in a training, or not. */
  join(digits: Digits, options: TrainOptions): Promise<Part | undefined> | Part | undefined;
}

const companions: Companion[] = [];

/** From now on these join every training, in this order. `mod.ts` calls it once, at its door. */
export function accompany(...others: Companion[]): void {
  companions.push(...others);
}

/**
 * Lets all companions join a training.
 *
 * @throws {ArgumentError} if there is no such option, or its companion is not here
 */
export async function join(digits: Digits, options: TrainOptions) {
  requireDigits(digits, "train");
  optionsOf("train", options, trainDefaults);
  requireCompanions(options);
  const parts: Part[] = [];
  const leave = async () => {
    for (const part of parts) await part.leave?.();
  };
  let start: TrainingState | undefined;
  try {
    for (const companion of companions) {
      const part = await companion.join(digits, options);
      if (!part) continue;
      parts.push(part);
      options = part.options ?? options;
      start = part.start ?? start;
    }
  } catch (error) {
    await leave();
    throw error;
  }
  return { options, start, parts, leave };
}

/** Throws if an option is given whose companion is not here: `core.ts` has no files and no notebook. */
function requireCompanions(options: TrainOptions): void {
  const brought = companions.flatMap(({ names }) => names);
  for (const name of ["live", "checkpoint", "resume"] as const) {
    if (!options[name] || brought.includes(name)) continue;
    throw new ArgumentError(
      `train has no option ${name} in the core: the whole library, for Deno, has it.`,
    );
  }
}
