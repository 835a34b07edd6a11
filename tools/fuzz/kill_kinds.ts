/**
 * The files that Glassnet writes, each in two versions, for a process that is killed while it writes
 * them. Each has 0.2 to 2 megabytes.
 *
 * @module
 */
import { dirname, join } from "node:path";
import { initParameters, loadParameters, saveParameters, train, writeSubmission } from "glassnet";
import { cacheOf, readCache, writeCache } from "../../lib/data/cache.ts";
import { checksumOf } from "../../lib/data/checksum.ts";
import { writeCsv } from "../../lib/data/make_data.ts";
import { readDigits } from "../../lib/data/read_digits.ts";
import { files } from "../../lib/host/deno_files.ts";
import { Pixels } from "../../lib/matrix/pixels.ts";
import { readCheckpoint } from "../../lib/saving/checkpoint.ts";
import { writeWhole } from "../shared/project.ts";
import { patterns } from "../../tests/training/small_digits.ts";

/** A kind of file. */
export interface KillKind {
  name: string;
  /** Writes version 0 or 1 in place of the current file. */
  write(path: string, version: number): Promise<void>;
  /** Reads it with its own reader, and throws if that refuses it. */
  read(path: string): Promise<unknown>;
  /** The contents that the file has while a version is written. The default is the version itself. */
  contents?(path: string, version: number): Promise<Uint8Array[]>;
  /** Whether the old file is removed first, since such a file is never replaced. */
  removed?: true;
}

const COUNT = 600;

const images = Uint8Array.from({ length: COUNT * 784 }, (_, i) => i * i % 251);
const labels = Uint8Array.from({ length: COUNT }, (_, j) => j % 10);

/** Three updates, with a checkpoint after each; a signal stops it after fewer. */
async function trainTo(path: string, seed: number, last: number): Promise<void> {
  const stop = new AbortController();
  await train(patterns(), {
    seed,
    hidden: 1000,
    iterations: 3,
    checkpoint: { path, every: 1, overwrite: true },
    signal: stop.signal,
    onProgress: ({ iteration }) => iteration >= last && stop.abort(),
  });
}

/** The kinds by their names. */
export const kinds: Record<string, KillKind> = {
  "CSV": {
    name: "train.csv",
    removed: true,
    async write(path, version) {
      await Deno.remove(path).catch(() => {});
      const rows = Uint32Array.from({ length: COUNT }, (_, j) => version ? j : COUNT - 1 - j);
      await writeCsv(path, { images, labels }, rows, true, () => {});
    },
    read: (path) => readDigits(path, { onProgress: () => {} }),
  },
  "cache": {
    name: "train.csv.cache",
    async write(path, version) {
      const csv = join(dirname(path), "train.csv");
      // Only once: this is not about the CSV.
      if (!await files.exists(csv)) await Deno.writeTextFile(csv, "the CSV that it belongs to");
      const X = Pixels.fromBytes(images.subarray(version * 784), 784).toMatrix();
      const digits = { X, labels: labels.subarray(version), count: COUNT - version };
      await writeCache(csv, digits, (await Deno.stat(csv)).size, await checksumOf(csv));
    },
    async read(path) {
      const csv = path.slice(0, -cacheOf("").length);
      if (!await readCache(csv)) throw new Error("readCache() does not accept it");
    },
  },
  "parameters": {
    name: "network.safetensors",
    write: (path, seed) =>
      saveParameters(path, initParameters({ hidden: 300, seed }), { overwrite: true }),
    read: loadParameters,
  },
  "checkpoint": {
    name: "training.safetensors",
    write: (path, seed) => trainTo(path, seed, 3),
    read: readCheckpoint,
    async contents(path, seed) {
      const all: Uint8Array[] = [];
      for (let last = 0; last <= 3; last++) {
        await trainTo(path, seed, last);
        all.push(await Deno.readFile(path));
      }
      return all;
    },
  },
  "file of a task": {
    name: "kernel.json",
    write: (path, version) => writeWhole(path, `${version}`.repeat(1_000_000)),
    async read(path) {
      const text = await Deno.readTextFile(path);
      if (!/^(0{1000000}|1{1000000})$/.test(text)) throw new Error(`${text.length} characters`);
    },
  },
  "submission": {
    name: "submission.csv",
    write: (path, version) =>
      writeSubmission(path, Array.from({ length: 28_000 }, (_, i) => (i + version) % 10), {
        overwrite: true,
      }),
    async read(path) {
      const lines = (await Deno.readTextFile(path)).trimEnd().split("\n");
      if (lines.length !== 28_001) throw new Error(`${lines.length} lines`);
    },
  },
};
