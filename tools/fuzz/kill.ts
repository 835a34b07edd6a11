/**
 * Processes that are killed while they write. They must leave a whole file, the old one or the new one,
 * and at most temporary files that a later write removes.
 *
 * @module
 */
import { join } from "node:path";
import { uniformInt } from "pure-rand/distribution/uniformInt";
import { mersenne } from "pure-rand/generator/mersenne";
import { namesIn, temporaryFolder } from "../../tests/data/files.ts";
import { start } from "../shared/processes.ts";
import { kinds } from "./kill_kinds.ts";

/** What became of the files of one kind. */
export interface KillCounts {
  /** How often the file from before the last write was there, the one being written, or none. */
  old: number;
  next: number;
  none: number;
  /** How often a temporary file was left behind: the kill came in the middle of writing. */
  left: number;
  /** What went wrong, in words. */
  findings: string[];
}

/** The kinds of files that can be tried. */
export const killKinds: readonly string[] = Object.keys(kinds);

/** Lets processes write files of this kind, and kills each of them at a random moment. */
export async function killWhileWriting(
  what: string,
  kills: number,
  seed: number,
): Promise<KillCounts> {
  const kind = kinds[what];
  const random = mersenne(seed);
  const counts: KillCounts = { old: 0, next: 0, none: 0, left: 0, findings: [] };
  using temporary = temporaryFolder();
  const folder = temporary.path("");
  const path = join(folder, kind.name);
  const contents = [await contentsOf(what, path, 0), await contentsOf(what, path, 1)];
  const duration = await durationOf(what, path);
  for (const name of namesIn(folder)) {
    if (name.endsWith(".tmp") || name === kind.name) await Deno.remove(join(folder, name));
  }
  let stale: string[] = [];
  for (let kill = 0; kill < kills; kill++) {
    // Now and then there is no old file.
    if (uniformInt(random, 0, 3) === 0) await Deno.remove(path).catch(() => {});
    const before = await contentAt(path);
    // The process begins with the version that is not there.
    const first = before && contents[1].some((one) => same(one, before)) ? 0 : 1;
    // Somewhere within the first three writes.
    const delay = uniformInt(random, 0, 3000) / 1000 * duration;
    const finished = await writeAndDie(what, path, first, delay);
    const found = await contentAt(path);
    const old = finished === 0 ? before : contents[(first + finished - 1) % 2].at(-1)!;
    const next = contents[(first + finished) % 2];
    const finding = (words: string) =>
      counts.findings.push(`${what}, kill ${kill} of seed ${seed}: ${words}`);

    if (!found) {
      counts.none++;
      if (old && !kind.removed) finding("the file is gone");
    } else {
      if (old && same(found, old)) counts.old++;
      else if (next.some((one) => same(found, one))) counts.next++;
      else finding(`neither the old file nor the new one, but ${found.length} bytes`);
      await Promise.resolve(kind.read(path)).catch((error) => finding(`can't be read: ${error}`));
    }
    const left = temporaryFiles(folder);
    const wrote = finished > 0 && stale.filter((name) => left.includes(name));
    if (wrote && wrote.length > 0) finding(`a write has not removed ${wrote}`);
    if (left.some((name) => !stale.includes(name))) counts.left++;
    // For the next process they are two hours old.
    const time = new Date(Date.now() - 2 * 60 * 60 * 1000);
    for (const name of left) await Deno.utime(join(folder, name), time, time);
    stale = left;
  }
  await kind.write(path, 0);
  const left = temporaryFiles(folder);
  if (left.length > 0) counts.findings.push(`${what}: the last write has not removed ${left}`);
  return counts;
}

/** How many milliseconds a process takes for a write: the mean of its first five. */
async function durationOf(what: string, path: string): Promise<number> {
  const child = startWriter(what, path, 0);
  let [said, began, ended] = [0, 0, 0];
  for await (const bytes of child.stdout) {
    if (said > 5) continue; // killed already
    ended = performance.now();
    if (said === 0) began = ended;
    said += bytes.length;
    if (said > 5) child.kill("SIGKILL");
  }
  await child.status;
  return (ended - began) / (said - 1);
}

/** Lets a process write, kills it after `delay` milliseconds, and returns how many files it finished. */
async function writeAndDie(
  what: string,
  path: string,
  first: number,
  delay: number,
): Promise<number> {
  const child = startWriter(what, path, first);
  let said = 0;
  for await (const bytes of child.stdout) {
    if (said === 0) setTimeout(() => child.kill("SIGKILL"), delay);
    said += bytes.length;
  }
  const { signal } = await child.status;
  if (signal !== "SIGKILL") throw new Error(`The process that writes the ${what} ended by itself.`);
  return said - 1;
}

/** It prints one byte when it begins, and one more after each write. */
function startWriter(what: string, path: string, first: number) {
  const script = new URL(import.meta.url).pathname;
  const args = ["run", "--quiet", "--frozen", "-A", script, what, path, `${first}`];
  return start(Deno.execPath(), args, { stdout: "piped" });
}

async function contentsOf(what: string, path: string, version: number): Promise<Uint8Array[]> {
  const { write, contents } = kinds[what];
  if (contents) return await contents(path, version);
  await write(path, version);
  return [await Deno.readFile(path)];
}

async function contentAt(path: string): Promise<Uint8Array | undefined> {
  return await Deno.readFile(path).catch((error) => {
    if (!(error instanceof Deno.errors.NotFound)) throw error;
    return undefined;
  });
}

function same(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, i) => byte === b[i]);
}

function temporaryFiles(folder: string): string[] {
  return namesIn(folder).filter((name) => name.endsWith(".tmp"));
}

// In that process: write one version after the other until it is killed.
if (import.meta.main) {
  const [what, path, first] = Deno.args;
  const { name, write } = kinds[what];
  // A disk that takes a little at a time: most of the time then goes into writing.
  const { write: writeSome } = Deno.FsFile.prototype;
  Deno.FsFile.prototype.write = function (bytes) {
    return writeSome.call(this, bytes.subarray(0, 2048));
  };
  // The first write compiles what it calls, and takes longer than the others.
  const elsewhere = join(path, "..", `${Deno.pid}`);
  await Deno.mkdir(elsewhere);
  await write(join(elsewhere, name), 0);
  await Deno.remove(elsewhere, { recursive: true });
  const sign = () => Deno.stdout.writeSync(Uint8Array.of(46));
  sign();
  for (let version = Number(first);; version = 1 - version) {
    await write(path, version);
    sign();
    // Some kills should come between two writes.
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}
