import { dirname, resolve } from "node:path";
import { isMissing } from "./host.ts";

/**
 * Where a file is to be written, and the mode that it keeps: a link is followed to what it points to.
 *
 * @throws {Error} if a folder is there, something else than a file, or a file that nobody may write to
 */
export async function placeOf(path: string): Promise<{ place: string; mode?: number }> {
  let place = path;
  // A loop of links ends at the system's own limit.
  for (let links = 0; links < 40; links++) {
    const info = await Deno.lstat(place).catch((error) => {
      // What may not be looked at, may be written.
      if (isMissing(error) || error instanceof Deno.errors.NotCapable) return undefined;
      throw error;
    });
    if (!info) return { place };
    if (!info.isSymlink) {
      if (info.isDirectory) throw new Deno.errors.IsADirectory(`${path} is a folder.`);
      if (!info.isFile) throw named("NotAFile", `${path} is a device or a pipe.`);
      const mode = info.mode === null ? undefined : info.mode & 0o7777;
      if (mode !== undefined && (mode & 0o222) === 0) {
        throw named("ReadOnly", `${path} is read-only.`);
      }
      return { place, mode };
    }
    place = resolve(dirname(place), await Deno.readLink(place));
  }
  throw new Deno.errors.FilesystemLoop(`${path} is a link to itself.`);
}

function named(name: string, message: string): Error {
  return Object.assign(new Error(message), { name });
}
