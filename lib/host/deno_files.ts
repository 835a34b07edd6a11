import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { project } from "./deno_modules.ts";
import { type Files, isMissing, type OpenFile } from "./host.ts";
import { lock } from "./deno_lock.ts";
import { placeOf } from "./deno_place.ts";
import { openTemporary, removeStale } from "./deno_temporary.ts";
import { MemoryFile } from "./memory_file.ts";

/** The files of this machine, and for reading those on servers, whose paths are their URLs. */
export const files: Files = {
  data: pathOf(new URL("data", project)),
  pathOf,
  join: (folder, name) => isUrl(folder) ? `${folder}/${name}` : join(folder, name),

  exists,
  async stat(path) {
    if (!isUrl(path)) return await Deno.stat(path);
    return { isFile: true, isDirectory: false, size: (await fetched(path)).length };
  },
  async open(path): Promise<OpenFile> {
    return isUrl(path) ? new MemoryFile(await fetched(path)) : await Deno.open(path);
  },
  async read(path) {
    return isUrl(path) ? (await fetched(path)).slice() : await Deno.readFile(path);
  },

  /**
   * The content is written under another name beside the file's place first, and renamed when all of it
   * has reached the disk. What a killed process leaves behind is named `*.tmp`, is never read, and is
   * removed by the next write of the same file. A link stays a link, and a file keeps its mode.
   */
  async write(path, write, { replace, lasting = true }) {
    if (isUrl(path)) throw new Deno.errors.NotCapable(`${path} is on a server.`);
    if (!replace) await refuseExisting(path);
    const { place, mode } = await placeOf(path);
    await removeStale(place);
    const { name, file } = await openTemporary(place);
    try {
      try {
        await write((bytes) => writeAll(file, bytes));
        if (mode !== undefined) await Deno.chmod(name, mode).catch(() => {}); // not on every system
        if (lasting) await file.sync();
      } finally {
        file.close();
      }
      // Writing takes a while: somebody may have put a file there meanwhile.
      if (!replace) await refuseExisting(path);
      await Deno.rename(name, place);
    } catch (error) {
      await Deno.remove(name).catch(() => {});
      throw error;
    }
    if (lasting) await syncFolder(dirname(place));
  },

  lock,

  vouchesFor: () => false,
  labelsOf: () => Promise.resolve(undefined),
};

function isUrl(path: string): boolean {
  return /^https?:\/\//.test(path);
}

function pathOf(url: URL): string {
  return url.protocol === "file:" ? fileURLToPath(url) : url.href;
}

/** True if anything has this path: a file, a folder, or a link to nowhere. */
async function exists(path: string): Promise<boolean> {
  try {
    await (isUrl(path) ? fetched(path) : Deno.lstat(path));
    return true;
  } catch (error) {
    if (isMissing(error)) return false;
    throw error;
  }
}

const answers = new Map<string, Promise<Uint8Array<ArrayBuffer>>>();

/** A file on a server, which is asked once. */
function fetched(url: string): Promise<Uint8Array<ArrayBuffer>> {
  const known = answers.get(url);
  if (known) return known;
  const answer = fetch(url).then(async (response) => {
    const bytes = await response.bytes();
    if (response.status === 404) throw new Deno.errors.NotFound(`There is no ${url}.`);
    if (!response.ok) throw new Error(`${url}: ${response.status} ${response.statusText}`);
    return bytes;
  });
  answers.set(url, answer);
  answer.catch(() => answers.delete(url));
  return answer;
}

/** Writes all of `bytes`; one write of the system may take only a part of them. */
export async function writeAll(file: Deno.FsFile, bytes: Uint8Array): Promise<void> {
  for (let at = 0; at < bytes.length;) at += await file.write(bytes.subarray(at));
}

async function refuseExisting(path: string): Promise<void> {
  if (await exists(path)) throw new Deno.errors.AlreadyExists(`${path} is there already.`);
}

/** Has a folder's new names reach the disk, on systems that know how. */
async function syncFolder(path: string): Promise<void> {
  try {
    using folder = await Deno.open(path);
    await folder.sync();
  } catch {
    // Windows opens no folders, and writes their names at once.
  }
}
