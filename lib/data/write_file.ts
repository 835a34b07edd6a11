import { host, isMissing } from "../host/host.ts";
import { DataError } from "./errors.ts";

/** Adds bytes at the end of a file, piece after piece. */
export type WriteContent = (add: (bytes: Uint8Array) => Promise<void>) => Promise<void>;

/**
 * Writes a file that is complete or not there at all.
 *
 * @param content the bytes, or what adds them piece after piece
 * @param options `how` is what the caller may call to replace a file, for the message
 * @throws {DataError} if the folder is missing, or the file is there already and `overwrite` is not set
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
    if (!isMissing(cause)) throw cause;
    throw new DataError(
      "cannot be written: there is no such folder. Make the folder first, or correct the path.",
      { file: path },
      { cause },
    );
  }
}

/**
 * Asks before a long computation what {@linkcode writeFile} would say after it.
 *
 * @throws {DataError} if something is at `path` already
 */
export async function requireFree(path: string, how: string): Promise<void> {
  if (await host().files.exists(path)) throw isThere(path, how);
}

function isThere(path: string, how?: string): DataError {
  const instead = how ? ` Choose another name, or replace it with ${how}.` : "";
  return new DataError(`is there already, and is left as it is.${instead}`, { file: path });
}
