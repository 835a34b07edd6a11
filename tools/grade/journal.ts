/**
 * What has been graded so far, on the disk: a grading that was stopped goes on there.
 *
 * @module
 */
import { createHash } from "node:crypto";
import { join } from "node:path";
import { writeAll } from "../../lib/host/deno_files.ts";
import { exists } from "../shared/project.ts";
import { Advice } from "../shared/task.ts";
import type { GradedNotebook } from "./results.ts";
import type { Submission } from "./submissions.ts";

/** The results so far. */
export interface Journal {
  /** The seed of the trials: that of the grading that was stopped, if this one goes on with it. */
  seed: number;
  /** How many results an earlier grading has left. */
  found: number;
  /** The result for a notebook, if it is there and the file has not changed since. */
  resultOf(submission: Submission): Promise<GradedNotebook | undefined>;
  /** Writes a result down. It is on the disk when this returns. */
  add(submission: Submission, result: GradedNotebook): Promise<void>;
  /** Closes it; if all is done, it goes away. */
  close(done: boolean): Promise<void>;
}

const name = "grading.unfinished.jsonl";

/** A line of the file. */
interface Line {
  path: string;
  /** The SHA-256 of the notebook. */
  hash: string;
  result: GradedNotebook;
}

/**
 * Opens the journal in the folder of the results.
 *
 * @param key what the results depend on besides the notebooks: the exercises, the limits
 * @param folder where the notebooks are
 * @param seed the seed that was asked for
 * @throws {Advice} if another grading is writing to it
 */
export async function openJournal(
  out: string,
  key: string,
  folder: string,
  seed: number | undefined,
): Promise<Journal> {
  await Deno.mkdir(out, { recursive: true });
  const path = join(out, name);
  const file = await Deno.open(path, { create: true, read: true, write: true });
  if (!await file.tryLock(true)) {
    file.close();
    throw new Advice(
      `Another grading is writing to ${out}: wait for it, or name another folder with --out.`,
    );
  }
  // Twice in the file: the later one holds.
  const known = new Map<string, Line>();
  const text = new TextDecoder().decode(await bytesOf(file));
  const lines = text.split("\n").slice(0, -1);
  const head = parsed(lines[0]);
  const isSame = head?.key === key && (seed === undefined || head?.seed === seed);
  let end = 0;
  if (isSame) {
    for (const line of lines) {
      const one = parsed(line) as Line | undefined;
      // After a power cut the end may be missing.
      if (!one) break;
      end += new TextEncoder().encode(line).length + 1;
      if (one.path) known.set(one.path, one);
    }
  }
  await file.truncate(end);
  await file.seek(end, Deno.SeekMode.Start);
  let latest: Promise<void> = Promise.resolve();
  // One after the other: several notebooks are graded at once.
  const write = (line: object) =>
    latest = latest.then(async () => {
      await writeAll(file, new TextEncoder().encode(JSON.stringify(line) + "\n"));
      await file.syncData();
    });
  const chosen = isSame ? Number(head!.seed) : seed ?? Math.floor(Math.random() * 1e6);
  if (!isSame) await write({ key, seed: chosen });
  return {
    seed: chosen,
    found: known.size,
    async resultOf({ path }) {
      const line = known.get(path);
      return line && line.hash === await hashOf(join(folder, path)) ? line.result : undefined;
    },
    async add({ path }, result) {
      await write({ path, hash: await hashOf(join(folder, path)), result });
    },
    async close(done) {
      if (done) await Deno.remove(path).catch(() => {});
      file.close();
    },
  };
}

async function bytesOf(file: Deno.FsFile): Promise<Uint8Array> {
  const { size } = await file.stat();
  const bytes = new Uint8Array(size);
  for (let at = 0; at < size;) {
    const read = await file.read(bytes.subarray(at));
    if (read === null) break;
    at += read;
  }
  return bytes;
}

function parsed(line: string | undefined): Record<string, unknown> | undefined {
  try {
    return JSON.parse(line ?? "") ?? undefined;
  } catch {
    return undefined;
  }
}

/** The SHA-256 of a file; empty for what is no file. */
export async function hashOf(path: string): Promise<string> {
  if (!await exists(path) || !(await Deno.stat(path)).isFile) return "";
  const hash = createHash("sha256");
  using file = await Deno.open(path);
  for await (const chunk of file.readable) hash.update(chunk);
  return hash.digest("hex");
}
