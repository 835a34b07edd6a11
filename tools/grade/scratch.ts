/**
 * The temporary folders of a grading, and those that an earlier grading left because it was killed.
 *
 * @module
 */
import { basename, join } from "node:path";
import { atTheEnd } from "../shared/processes.ts";
import { exists, workshop } from "../shared/project.ts";

/** The folders of one grading. */
export interface Scratch {
  /** Where each notebook gets a folder to write into; inside the project, so that `glassnet` is found. */
  scratch: string;
  /** For sockets and connection files: its path is short. */
  runtime: string;
}

/** The scratch folders of all gradings, and beside each one a file that its grading keeps locked. */
const inside = join(workshop, "grade");

/** Makes the folders, which are removed when the task ends, and removes those of dead gradings. */
export async function makeScratch(): Promise<Scratch> {
  await Deno.mkdir(inside, { recursive: true });
  await removeStale();
  const scratch = join(inside, crypto.randomUUID().slice(0, 13));
  // However this process ends, its lock ends with it. The process id would not do: the system uses ids
  // again, and another machine that shares this folder has its own.
  const lock = await Deno.open(`${scratch}.lock`, { createNew: true, read: true, write: true });
  await lock.lock(true);
  await Deno.mkdir(scratch);
  const runtime = await Deno.makeTempDir({ prefix: "glassnet-" });
  await lock.write(new TextEncoder().encode(runtime));
  atTheEnd(async () => {
    lock.close();
    // What can't be removed now is removed by the next grading.
    await removeAll(scratch, runtime).catch(() => {});
  });
  return { scratch, runtime };
}

async function removeStale(): Promise<void> {
  for await (const { name, isFile } of Deno.readDir(inside)) {
    if (!isFile || !name.endsWith(".lock")) continue;
    const path = join(inside, name);
    // What can't be opened or removed stays: this grading does not need it.
    try {
      const runtime = await readUnlocked(path);
      if (runtime !== undefined) await removeAll(path.slice(0, -".lock".length), runtime);
    } catch (error) {
      if (!(error instanceof Deno.errors.NotFound)) {
        console.error(`What an earlier grading left in ${path} could not be removed: ${error}`);
      }
    }
  }
}

/** The text of a file, if nobody keeps it locked. */
async function readUnlocked(path: string): Promise<string | undefined> {
  using lock = await Deno.open(path, { read: true, write: true });
  if (!await lock.tryLock(true)) return undefined;
  return await new Response(lock.readable).text();
}

/** Removes the folders, and last the lock: without it no later grading would remove the rest. */
async function removeAll(scratch: string, runtime: string): Promise<void> {
  await removeFolder(scratch);
  // A grading that was killed early had not written where this is.
  if (basename(runtime).startsWith("glassnet-")) await removeFolder(runtime);
  await Deno.remove(`${scratch}.lock`);
}

/** Removes a folder, even while the last notebook is removing its own part of it. */
async function removeFolder(path: string): Promise<void> {
  for (let attempt = 1; await exists(path); attempt++) {
    try {
      await Deno.remove(path, { recursive: true });
    } catch (error) {
      if (attempt === 10) throw error;
      await new Promise((resolve) => setTimeout(resolve, 50 * attempt));
    }
  }
}
