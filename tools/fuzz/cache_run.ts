import { DataError, readDigits } from "glassnet";
import { cacheOf, readCache } from "../../lib/data/cache.ts";
import { type CacheCase, cacheCases, cacheKinds } from "./cache_cases.ts";
import { hashOf } from "./reading.ts";
import { watchdog } from "./watchdog.ts";

/** How often what became of a kind of damage. */
export type CacheCounts = Record<"taken as it is" | "rebuilt" | "refused" | "finding", number>;

/** Damages many caches, and reads their CSVs again. */
export async function fuzzCache({ seed, count, onDone, onFinding }: {
  seed: number;
  count: number;
  onDone?: (done: number) => void;
  onFinding: (words: string) => void;
}): Promise<Map<string, CacheCounts>> {
  using watch = watchdog();
  const table = new Map(cacheKinds.map((kind) => [kind, {
    "taken as it is": 0,
    "rebuilt": 0,
    "refused": 0,
    "finding": 0,
  }]));
  const folder = await Deno.makeTempDir({ prefix: "glassnet-" });
  // Not all at once: so many files have room in memory.
  const batch = 100 * cacheKinds.length;
  try {
    for (let done = 0; done < count; done += batch) {
      const cases = cacheCases(seed + done, Math.min(batch, count - done));
      for (const [i, one] of cases.entries()) {
        const what = `case ${i} of seed ${seed + done}, ${one.kind}`;
        watch.step(what);
        const counts = table.get(one.kind)!;
        const { outcome, finding } = await tryCache(one, `${folder}/digits.csv`);
        counts[outcome]++;
        if (finding) {
          counts.finding++;
          onFinding(`${what}: ${finding}`);
        }
      }
      onDone?.(Math.min(count, done + batch));
    }
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
  return table;
}

interface Outcome {
  outcome: Exclude<keyof CacheCounts, "finding">;
  finding?: string;
}

/** What the digits are, or why there are none. */
async function read(file: string): Promise<string> {
  try {
    return hashOf(await readDigits(file, { onProgress: () => {} }));
  } catch (error) {
    const refused = error instanceof DataError && error.message.startsWith(`${file}, line `);
    return refused ? `refused: ${error.message}` : `no clear refusal: ${error}`;
  }
}

async function tryCache({ csv, later = csv, damaged }: CacheCase, file: string): Promise<Outcome> {
  const cache = cacheOf(file);
  await Deno.remove(cache).catch(() => {});
  // What the CSV says by itself, and the cache that belongs to it.
  await Deno.writeFile(file, later);
  const expected = await read(file);
  const right = expected.startsWith("refused") ? undefined : await Deno.readFile(cache);
  if (later !== csv) {
    await Deno.remove(cache).catch(() => {});
    await Deno.writeFile(file, csv);
    await read(file);
  }
  const found = damaged(await Deno.readFile(cache));
  await Deno.writeFile(file, later);
  await Deno.writeFile(cache, found);

  const isRight = right !== undefined && same(found, right);
  const isTaken = await readCache(file) !== undefined;
  const again = await read(file);
  const outcome = isTaken ? "taken as it is" : again.startsWith("refused") ? "refused" : "rebuilt";
  if (again.startsWith("no clear")) return { outcome, finding: again };
  if (again !== expected) return { outcome, finding: `read as ${again}, but it is ${expected}` };
  if (isTaken !== isRight) return { outcome, finding: isTaken ? "was taken" : "was not taken" };
  if (right && !same(await Deno.readFile(cache), right)) {
    return { outcome, finding: "was not made again as it was" };
  }
  return { outcome };
}

function same(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, i) => byte === b[i]);
}
