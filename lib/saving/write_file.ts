import { DataError } from "../data/errors.ts";
import { exists, writeAll, writeBeside } from "../data/write_beside.ts";

/**
 * Writes a file that is complete or not there at all.
 *
 * @param how what the caller may call to replace a file, for the message
 * @throws {DataError} if the folder is missing, or the file is there already and `overwrite` is not set
 */
export async function writeFile(
  path: string,
  bytes: Uint8Array,
  { overwrite, how }: { overwrite: boolean; how: string },
): Promise<void> {
  if (!overwrite) await requireFree(path, how);
  try {
    await writeBeside(path, (file) => writeAll(file, bytes), { replace: overwrite });
  } catch (cause) {
    if (!(cause instanceof Deno.errors.NotFound)) throw cause;
    throw new DataError(
      "cannot be written: there is no such folder. Make the folder first, or correct the path.",
      { file: path },
      { cause },
    );
  }
}

/** @throws {DataError} if something is at `path` already */
export async function requireFree(path: string, how: string): Promise<void> {
  if (!await exists(path)) return;
  throw new DataError(
    `is there already, and is left as it is. Choose another name, or replace it with ${how}.`,
    { file: path },
  );
}
