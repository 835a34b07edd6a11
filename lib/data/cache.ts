import { host } from "../host/host.ts";
import { Pixels } from "../matrix/pixels.ts";
import { Checksum, checksumOf } from "./checksum.ts";
import { toDigits } from "./digit_rows.ts";
import type { Digits } from "../training/digits.ts";
import { PIXELS } from "../matrix/mnist.ts";

// train.csv.cache holds what was read from train.csv, in the compact form:
//
//   words 0 to 3   "glassnet digits1" in ASCII, the last letter being the version
//   word 4         the checksum of everything that follows
//   words 5, 6     the CSV's checksum and its size in bytes (modulo 2^32)
//   words 7 to 9   the number of images, of entries, and of labels (0 in a test file)
//   then           starts (4 bytes each), indices (2), bytes (1), labels (1)
//
// A word has 4 bytes, the lowest first, as on every machine that Deno runs on.

const MAGIC = new TextEncoder().encode("glassnet digits1");
const HEAD_BYTES = 40;

let areBelieved = true;

/** From now on this process reads each CSV itself: grading believes no cache, whoever wrote it. */
export function ignoreCaches(): void {
  areBelieved = false;
}

/** Where the cache of a CSV lies. */
export function cacheOf(csv: string): string {
  return `${csv}.cache`;
}

/**
 * What the cache holds, if it is whole and belongs to the CSV as it is now.
 *
 * The CSV's content decides, by its checksum, and not its time stamp: a copy with a new time is still
 * the same data, and an edit that keeps size and time is noticed.
 *
 * @param layout the checksum of the options that the CSV was read with, 0 without any
 */
export async function readCache(csv: string, layout = 0): Promise<Digits | undefined> {
  if (!areBelieved) return undefined;
  try {
    const { files } = host();
    // A pipe in its place would be waited for without an end.
    if (!(await files.stat(cacheOf(csv))).isFile) return undefined;
    const cached = parse(await files.read(cacheOf(csv)));
    if (!cached) return undefined;
    if (layout === 0 && files.vouchesFor(csv)) return cached.digits;
    const { size } = await files.stat(csv);
    const same = cached.csvBytes === size % 2 ** 32 &&
      cached.csvChecksum === ((await checksumOf(csv) ^ layout) >>> 0);
    return same ? cached.digits : undefined;
  } catch {
    return undefined; // No cache, or one that cannot be read: the CSV tells it all.
  }
}

/** Keeps what was read from a CSV beside it. A folder that cannot be written to does no harm. */
export async function writeCache(
  csv: string,
  digits: Digits,
  csvBytes: number,
  csvChecksum: number,
): Promise<void> {
  const { starts, indices, bytes } = digits.X.pixels!;
  const labels = digits.labels ?? new Uint8Array();
  const sizes = [csvChecksum, csvBytes % 2 ** 32, digits.count, bytes.length, labels.length];
  const parts = [Uint32Array.from(sizes), starts, indices, bytes, labels]
    .map((part) => new Uint8Array(part.buffer as ArrayBuffer, part.byteOffset, part.byteLength));
  const checksum = new Checksum();
  for (const part of parts) checksum.update(part);
  try {
    await host().files.write(cacheOf(csv), async (add) => {
      await add(MAGIC);
      await add(new Uint8Array(Uint32Array.of(checksum.value).buffer));
      for (const part of parts) await add(part);
    }, { replace: true, lasting: false }); // one that a power cut has damaged is made again
  } catch {
    // The next read takes as long as this one did. That is all that is lost.
  }
}

/** Takes a cache apart. Gives nothing where any byte of it is not as it was written. */
function parse(
  cache: Uint8Array<ArrayBuffer>,
): { digits: Digits; csvBytes: number; csvChecksum: number } | undefined {
  if (cache.length < HEAD_BYTES || !MAGIC.every((byte, i) => cache[i] === byte)) return undefined;
  const checksum = new Checksum();
  checksum.update(cache.subarray(20));
  const [expected, csvChecksum, csvBytes, count, entries, labelCount] = new Uint32Array(
    cache.buffer,
    16,
    6,
  );
  if (checksum.value !== expected) return undefined;
  // Sizes that do not add up are none of ours, whatever the checksum says: no room is made for them.
  if (cache.length !== HEAD_BYTES + 4 * (count + 1) + 3 * entries + labelCount) return undefined;
  let at = HEAD_BYTES;
  const starts = new Uint32Array(cache.buffer, at, count + 1);
  const indices = new Uint16Array(cache.buffer, at += starts.byteLength, entries);
  const bytes = new Uint8Array(cache.buffer, at += indices.byteLength, entries);
  const labels = new Uint8Array(cache.buffer, at += bytes.byteLength, labelCount);
  const pixels = new Pixels(PIXELS, starts, indices, bytes);
  return { digits: toDigits(pixels, labelCount > 0 ? labels : undefined), csvBytes, csvChecksum };
}
