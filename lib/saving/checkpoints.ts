import { optionsOf } from "../arguments/options.ts";
import { requireBooleans, requireWhole } from "../arguments/require.ts";
import { requirePath } from "../data/path.ts";
import type { Companion, Part, Pause } from "../training/companions.ts";
import { requireLabels } from "../training/labels.ts";
import type { CheckpointOptions } from "../training/options.ts";
import { checkpointBytes, type DigitsMarks, readCheckpoint } from "./checkpoint.ts";
import { digitsMark } from "./digits_mark.ts";
import { given, requireSame, settingsIn } from "./require_same.ts";
import { requireFree, unwritable, writeFile } from "../data/write_file.ts";
import { DataError } from "../data/errors.ts";
import { host } from "../host/host.ts";

/**
 * Lets a training outlast its process: the options `checkpoint` and `resume` of `train`.
 *
 * A checkpoint that cannot be written, is damaged, or is of another training is a DataError.
 */
export const checkpoints: Companion = {
  names: ["checkpoint", "resume"],
  async join(digits, options) {
    const { checkpoint, resume, dev } = options;
    if (checkpoint === undefined && resume === undefined) return;
    requireLabels(digits, "train");
    const marks = { digits: digitsMark(digits), dev: dev && digitsMark(dev) };
    const part: Part = {};
    if (resume !== undefined) {
      const found = await readCheckpoint(requirePath("train's resume", resume));
      requireSame(resume, found, options, marks);
      part.options = { ...settingsIn(found.record), ...given(options) };
      part.start = found;
    }
    if (checkpoint !== undefined) Object.assign(part, await saving(checkpoint, resume, marks));
    return part;
  },
};

/** Writes a checkpoint whenever one is due, and at the end. No other training may write to its file. */
async function saving(options: CheckpointOptions, resume: string | undefined, marks: DigitsMarks) {
  const { path, every, overwrite } = optionsOf("train's checkpoint", options, {
    path: undefined,
    every: 50,
    overwrite: false,
  });
  requireBooleans("train's checkpoint", { overwrite });
  requirePath("train's checkpoint", path);
  requireWhole("checkpoint.every", every, 1, 1e9);
  const how = "checkpoint: { path, overwrite: true }, or go on from it with resume: path";
  const lock = await take(path);
  try {
    if (!overwrite && path !== resume) await requireFree(path, how);
  } catch (error) {
    await lock[Symbol.asyncDispose]();
    throw error;
  }
  /** The last iteration that is in the file. */
  let saved: number | undefined;
  const onPause = async ({ settings, iteration, ended, state, warn }: Pause) => {
    if (!ended && iteration % every !== 0) return;
    const bytes = checkpointBytes(state(), settings, marks);
    try {
      await writeFile(path, bytes, { overwrite: true, how });
      saved = iteration;
    } catch (error) {
      // At the start nothing is lost yet. Later, hours of training are not lost to a full disk.
      if (saved === undefined) throw error;
      const next = ended ? "The training has its result" : "The training goes on";
      warn(`${(error as Error).message} ${next}; the checkpoint is that of iteration ${saved}.`);
    }
  };
  return { onPause, leave: async () => await lock[Symbol.asyncDispose]() };
}

/**
 * Takes the lock of a checkpoint.
 *
 * @throws {DataError} if another training has it, or nothing can be written there
 */
async function take(path: string): Promise<AsyncDisposable> {
  const lock = await host().files.lock(path).catch((cause) => {
    throw unwritable(path, cause);
  });
  if (lock) return lock;
  throw new DataError(
    "another training writes its checkpoints to this file. Wait until it ends, or name another file.",
    { file: path },
  );
}
