import { DataError, readDigits } from "glassnet";
import { temporaryFolder } from "../../tests/data/files.ts";
import { cacheOf, readCache } from "../../lib/data/cache.ts";
import { type Counts, noCounts } from "./beside_python.ts";
import { type CacheCase, cacheCases, cacheKinds } from "./cache_cases.ts";
import { hashOf } from "./reading.ts";
import { watchdog } from "./watchdog.ts";

/** Damages many caches, and reads their CSVs again. */
export async function fuzzCache({ seed, count, onDone, onFinding }: {
  seed: number;
  count: number;
  onDone?: (done: number) => void;
  onFinding: (words: string) => void;
}): Promise<Counts> {
  using watch = watchdog();
  using folder = temporaryFolder();
  const table = noCounts(cacheKinds, ["taken as it is", "rebuilt", "refused"]);
  // In batches, since all cases together would not fit into memory.
  const batch = 100 * cacheKinds.length;
  for (let done = 0; done < count; done += batch) {
    const cases = cacheCases(seed + done, Math.min(batch, count - done));
    for (const [i, one] of cases.entries()) {
      const what = `case ${i} of seed ${seed + done}, ${one.kind}`;
      watch.step(what);
      const counts = table.get(one.kind)!;
      const { outcome, finding } = await tryCache(one, folder.path("digits.csv"));
      counts[outcome]++;
      if (finding) {
        counts.finding++;
        onFinding(`${what}: ${finding}`);
      }
    }
    onDone?.(Math.min(count, done + batch));
  }
  return table;
}

interface Outcome {
  outcome: "taken as it is" | "rebuilt" | "refused";
  finding?: string;
}

/** The hash of the digits, or why there are none. */
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
  // What the CSV itself gives, and the cache that belongs to it.
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
