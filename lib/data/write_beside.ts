import { basename, dirname, join } from "node:path";
import { DataError } from "./errors.ts";

let written = 0;

/** A temporary file this old has nobody left who writes it: every write takes seconds. */
const STALE_MS = 60 * 60 * 1000;

/**
 * Writes a file so that it is either all there or not there at all: under another name beside its
 * place first, and renamed when it is complete. What a killed process leaves behind is named
 * `*.tmp`, is never read, and is removed by a later write of the same file, after an hour.
 *
 * @param path where the file goes
 * @param write writes the content into the open file
 * @param options `replace: false` leaves a file alone that is already there, and throws
 * @throws {DataError} if something is there that must not be replaced
 */
export async function writeBeside(
  path: string,
  write: (file: Deno.FsFile) => Promise<void>,
  { replace }: { replace: boolean },
): Promise<void> {
  if (!replace) await refuseExisting(path);
  // The process and a count make the name one that nobody else is writing to.
  const beside = `${path}.${Deno.pid}-${written++}.tmp`;
  const file = await Deno.open(beside, { write: true, create: true, truncate: true });
  try {
    try {
      await write(file);
    } finally {
      file.close();
    }
    // Writing takes a while: somebody may have put a file there meanwhile.
    if (!replace) await refuseExisting(path);
    await Deno.rename(beside, path);
  } catch (error) {
    await Deno.remove(beside).catch(() => {});
    throw error;
  }
  await removeStale(path);
}

/** Removes the temporary files for `path` that nobody finished. Any that can't be had stays. */
export async function removeStale(path: string): Promise<void> {
  const folder = dirname(path);
  const start = `${basename(path)}.`;
  try {
    for await (const { name } of Deno.readDir(folder)) {
      // Only names that writeBeside gives: another `*.tmp` is somebody's own.
      if (!name.startsWith(start) || !/^\d+-\d+\.tmp$/.test(name.slice(start.length))) continue;
      const file = join(folder, name);
      const { mtime } = await Deno.lstat(file);
      if (mtime && Date.now() - mtime.getTime() > STALE_MS) await Deno.remove(file);
    }
  } catch {
    // The file itself is written. The next write tries again.
  }
}

/** Writes all of `bytes`; one write of the system may take only a part of them. */
export async function writeAll(file: Deno.FsFile, bytes: Uint8Array): Promise<void> {
  for (let at = 0; at < bytes.length;) at += await file.write(bytes.subarray(at));
}

/** True where anything has this name: a file, a folder, or a link to nowhere. */
export async function exists(path: string): Promise<boolean> {
  try {
    await Deno.lstat(path);
    return true;
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return false;
    throw error;
  }
}

async function refuseExisting(path: string): Promise<void> {
  if (await exists(path)) {
    throw new DataError("is there already, and is left as it is.", { file: path });
  }
}
