import { placeOf } from "./deno_place.ts";
import { isStill } from "./deno_temporary.ts";

/**
 * Takes a lock on a path, which lasts until it is given back or this process ends, however that is. The
 * system keeps it on a file of its own beside, `*.lock`, since the file itself is replaced again and
 * again. What a killed process leaves of it is empty, locks nothing, and goes with the next lock.
 *
 * @returns undefined if somebody else has it
 */
export async function lock(path: string): Promise<AsyncDisposable | undefined> {
  const name = `${(await placeOf(path)).place}.lock`;
  for (;;) {
    const file = await Deno.open(name, { write: true, create: true });
    let free = true;
    try {
      free = await file.tryLock(true);
    } catch {
      // Some network disks have no locks. Nobody is refused there.
    }
    if (!free) {
      file.close();
      return undefined;
    }
    // Another training may have ended between the two calls, and taken the file with it.
    if (!await isStill(name, file)) {
      file.close();
      continue;
    }
    return {
      async [Symbol.asyncDispose]() {
        await Deno.remove(name).catch(() => {});
        file.close();
      },
    };
  }
}
