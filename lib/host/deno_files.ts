import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { project } from "./deno_modules.ts";
import { type Files, isMissing, type OpenFile } from "./host.ts";
import { MemoryFile } from "./memory_file.ts";

/** A temporary file this old has nobody left who writes it: every write takes seconds. */
const STALE_MS = 60 * 60 * 1000;

let written = 0;

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
   * The content is written under another name beside the file's place first, and renamed when it is
   * complete. What a killed process leaves behind is named `*.tmp`, is never read, and is removed by a
   * later write of the same file, after an hour.
   */
  async write(path, write, { replace }) {
    if (isUrl(path)) throw new Deno.errors.NotCapable(`${path} is on a server.`);
    if (!replace) await refuseExisting(path);
    // The process and a count make the name one that nobody else is writing to.
    const beside = `${path}.${Deno.pid}-${written++}.tmp`;
    const file = await Deno.open(beside, { write: true, create: true, truncate: true });
    try {
      try {
        await write((bytes) => writeAll(file, bytes));
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
  },

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

/** Removes the temporary files for `path` that nobody finished. Any that can't be had stays. */
export async function removeStale(path: string): Promise<void> {
  const folder = dirname(path);
  const start = `${basename(path)}.`;
  try {
    for await (const { name } of Deno.readDir(folder)) {
      // Only names that `write` gives: another `*.tmp` is somebody's own.
      if (!name.startsWith(start) || !/^\d+-\d+\.tmp$/.test(name.slice(start.length))) continue;
      const file = join(folder, name);
      const { mtime } = await Deno.lstat(file);
      if (mtime && Date.now() - mtime.getTime() > STALE_MS) await Deno.remove(file);
    }
  } catch {
    // The file itself is written. The next write tries again.
  }
}

async function refuseExisting(path: string): Promise<void> {
  if (await exists(path)) throw new Deno.errors.AlreadyExists(`${path} is there already.`);
}
