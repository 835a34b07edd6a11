import { host } from "../host/host.ts";
import { adviceOnPaths, DataError } from "./errors.ts";

/** Adds bytes at the end of a file, piece after piece. */
export type WriteContent = (add: (bytes: Uint8Array) => Promise<void>) => Promise<void>;

/**
 * Writes a file that is complete or not there at all.
 *
 * @param content the bytes, or what adds them piece after piece
 * @param options `how` is what the caller may call to replace a file, for the message
 * @throws {DataError} if it can't be written, or is there already and `overwrite` is not set
 */
export async function writeFile(
  path: string,
  content: Uint8Array | WriteContent,
  { overwrite, how }: { overwrite: boolean; how?: string },
): Promise<void> {
  const write: WriteContent = typeof content === "function" ? content : (add) => add(content);
  try {
    await host().files.write(path, write, { replace: overwrite });
  } catch (cause) {
    if ((cause as Error)?.name === "AlreadyExists") throw isThere(path, how);
    throw unwritable(path, cause);
  }
}

/** What to do about what the system says when it can't write, by the error's name or code. */
const advice: Record<string, string> = {
  ...adviceOnPaths,
  NotFound: "there is no such folder. Make the folder first, or correct the path.",
  ENOSPC: "the disk is full. Make room, or write to another disk.",
  EDQUOT: "your share of the disk is used up. Make room, or write to another disk.",
  EFBIG: "the file is too large for this disk. Write to another one.",
  EROFS: "this disk is read-only. Write to another folder.",
  PermissionDenied: "you may not write there. Choose another folder, or have its owner permit it.",
  ReadOnly: "the file is read-only. Choose another name, or permit writing to it.",
  IsADirectory: "a folder has this name. Choose another name, or name a file in the folder.",
  NotAFile: "a device or a pipe has this name, and is no file. Choose another name.",
};

/** An error for a file that can't be written: what the system says, with the file's name. */
export function unwritable(file: string, cause: unknown): unknown {
  // What is not permitted, Deno says better itself.
  if (!(cause instanceof Error) || cause instanceof DataError || cause.name === "NotCapable") {
    return cause;
  }
  const { name, code = "" } = cause as Error & { code?: string };
  const problem = advice[code] ?? advice[name];
  if (!problem && !/os error/.test(cause.message)) return cause;
  return new DataError(`cannot be written: ${problem ?? cause.message}`, { file }, { cause });
}

/**
 * Asks before a long computation what {@linkcode writeFile} would say after it.
 *
 * @throws {DataError} if something is at `path` already
 */
export async function requireFree(path: string, how: string): Promise<void> {
  const exists = await host().files.exists(path).catch((cause) => {
    throw unwritable(path, cause);
  });
  if (exists) throw isThere(path, how);
}

function isThere(path: string, how?: string): DataError {
  const instead = how ? ` Choose another name, or replace it with ${how}.` : "";
  return new DataError(`is there already, and is left as it is.${instead}`, { file: path });
}
