import type { Digits } from "../training/digits.ts";
import { requireLabels } from "../training/labels.ts";
import { requirePath } from "../data/errors.ts";
import { requireOptions } from "../arguments/options.ts";
import { requireBooleans, requireWhole } from "../arguments/require.ts";
import type { Keeping, Settings, TrainingState } from "../training/state.ts";
import { train, type Training, type TrainOptions } from "../training/train.ts";
import { checkpointBytes, readCheckpoint } from "./checkpoint.ts";
import { digitsMark } from "./digits_mark.ts";
import { given, optionsOf, requireSame } from "./require_same.ts";
import { requireFree, writeFile } from "../data/write_file.ts";

/** Where a training is kept while it runs. */
export interface CheckpointOptions {
  /** The file, such as `"training.safetensors"`. It always holds the newest checkpoint, whole. */
  path: string;
  /** The number of updates between two checkpoints; 50 unless told. */
  every?: number;
  /** Replaces a checkpoint of another training that is there already. */
  overwrite?: boolean;
}

/** How a training outlasts its process. */
export interface ResumeOptions {
  /**
   * Writes checkpoints: at the start, after every so many updates, and at the end, also where the
   * training is stopped. {@linkcode loadParameters} reads their parameters too.
   */
  checkpoint?: CheckpointOptions;
  /**
   * A checkpoint to go on from, to the same bits as if the training had never been interrupted. It
   * takes the same digits and the same options; those that are left out are the checkpoint's, but for
   * a schedule, which has to be given again. Only `iterations` may differ.
   */
  resume?: string;
}

/**
 * {@linkcode train} with checkpoints.
 *
 * @throws {DataError} if a checkpoint cannot be written, is damaged, or is of another training
 */
export async function trainWithCheckpoints(
  digits: Digits,
  options: TrainOptions,
  { checkpoint, resume }: ResumeOptions,
): Promise<Training> {
  if (checkpoint === undefined && resume === undefined) return await train(digits, options);
  requireLabels(digits, "train");
  const marks = { digits: digitsMark(digits), dev: options.dev && digitsMark(options.dev) };
  const keeping: Keeping = {};
  let all = options;
  if (resume !== undefined) {
    const found = await readCheckpoint(requirePath("train's resume", resume));
    requireSame(resume, found, options, marks);
    all = { ...optionsOf(found.record), ...given(options) };
    keeping.from = found;
  }
  if (checkpoint !== undefined) {
    requireOptions("train's checkpoint", checkpoint, ["path", "every", "overwrite"]);
    const { path, every = 50, overwrite = false } = checkpoint;
    requireBooleans("train's checkpoint", { overwrite });
    requirePath("train's checkpoint", path);
    requireWhole("checkpoint.every", every, 1, 1e9);
    const how = "checkpoint: { path, overwrite: true }, or go on from it with resume: path";
    if (!overwrite && path !== resume) await requireFree(path, how);
    const save = async (state: TrainingState, settings: Settings) => {
      const bytes = checkpointBytes(state, settings, marks);
      await writeFile(path, bytes, { overwrite: true, how });
    };
    keeping.keep = { every, save };
  }
  return await train(digits, all, keeping);
}
