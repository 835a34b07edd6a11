import { basename, dirname, join } from "node:path";
import { isMissing } from "./host.ts";

let opened = 0;

/** Whether a name is still that of a file that was opened by it. Without a look at it, it is. */
export async function isStill(name: string, file: Deno.FsFile): Promise<boolean> {
  const { ino } = await file.stat();
  const here = await Deno.lstat(name).catch((error) => isMissing(error) ? undefined : { ino });
  return here?.ino === ino;
}

/** What a temporary file's name begins with. A name has at most 255 bytes, and the end takes some. */
function startFor(path: string): string {
  let start = basename(path);
  while (new TextEncoder().encode(start).length > 200) start = start.slice(0, -1);
  return `${start}.`;
}

/**
 * Opens a new temporary file beside a file's place. As long as it is open it is locked, so that
 * {@linkcode removeStale} knows it from one that a killed process has left.
 */
export async function openTemporary(path: string): Promise<{ name: string; file: Deno.FsFile }> {
  for (;;) {
    // The process and a count make the name one that nobody else is writing to.
    const name = join(dirname(path), `${startFor(path)}${Deno.pid}-${opened++}.tmp`);
    const file = await Deno.open(name, { write: true, create: true, truncate: true });
    // Some network disks have no locks. There it is left alone for its age.
    await file.lock(true).catch(() => {});
    // Somebody may have removed it between the two calls.
    if (await isStill(name, file)) return { name, file };
    file.close();
  }
}

/** Removes the temporary files for `path` that nobody finishes any more. Any that can't be had stays. */
export async function removeStale(path: string): Promise<void> {
  const start = startFor(path);
  try {
    for await (const { name } of Deno.readDir(dirname(path))) {
      // Only names that are given here: another `*.tmp` is somebody's own.
      if (!name.startsWith(start) || !/^\d+-\d+\.tmp$/.test(name.slice(start.length))) continue;
      const stale = join(dirname(path), name);
      if (await isFree(stale)) await Deno.remove(stale);
    }
  } catch {
    // The next write tries again.
  }
}

/** Whether nobody holds a temporary file: its process was killed. */
async function isFree(name: string): Promise<boolean> {
  if (!(await Deno.lstat(name)).isFile) return false;
  using file = await Deno.open(name);
  try {
    return await file.tryLock(true);
  } catch {
    // Without locks its age decides: every write takes seconds.
    const { mtime } = await file.stat();
    return mtime !== null && Date.now() - mtime.getTime() > 60 * 60 * 1000;
  }
}
