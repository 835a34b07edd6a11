/** CSVs of digits and what happened to their caches. The same seed gives the same cases. */
import fc from "fast-check";
import "../../lib/host/deno.ts";
import { Checksum } from "../../lib/data/checksum.ts";
import { madeOf, type Sheet, sheet, textOf } from "./csv_cases.ts";
import { damages } from "./damage.ts";

type Bytes = Uint8Array<ArrayBuffer>;

/** Something that happens to a cache. */
export interface CacheCase {
  kind: string;
  /** The CSV when its cache is made. */
  csv: Bytes;
  /** The CSV when it is read again. The default is `csv`. */
  later?: Bytes;
  /** The cache that is found then, made from the one that was written. */
  damaged: (whole: Bytes) => Bytes;
}

/** Makes the checksum of a cache right again: it is that of everything after word 4. */
function withChecksum(cache: Bytes): Bytes {
  const checksum = new Checksum();
  checksum.update(cache.subarray(20));
  new DataView(cache.buffer).setUint32(16, checksum.value, true);
  return cache;
}

/** A damage that is drawn once the cache is there, since its length is not known before. */
const drawn = (kind: string) =>
  fc.tuple(sheet, fc.nat()).map(([sheet, seed]): CacheCase => ({
    kind,
    csv: madeOf(textOf(sheet)).content,
    damaged: (whole) => fc.sample(damages[kind](whole), { seed, numRuns: 1 })[0],
  }));

const numbers = fc.oneof(
  fc.nat(40),
  fc.constantFrom(2 ** 31 - 1, 2 ** 31, 2 ** 32 - 1, 2 ** 28, 65536),
  fc.integer({ min: 0, max: 2 ** 32 - 1 }),
);

const csvOf = (sheet: Sheet) => madeOf(textOf(sheet)).content;

const made: Record<string, fc.Arbitrary<CacheCase>> = {
  ...Object.fromEntries(Object.keys(damages).map((kind) => [kind, drawn(kind)])),

  "a size, with a right checksum": fc.tuple(sheet, fc.constantFrom(28, 32, 36), numbers)
    .map(([sheet, at, size]) => ({
      kind: "a size, with a right checksum",
      csv: csvOf(sheet),
      damaged: (whole) => {
        const changed = whole.slice();
        new DataView(changed.buffer).setUint32(at, size, true);
        return withChecksum(changed);
      },
    })),

  "a pixel outside, with a right checksum": fc.tuple(
    sheet,
    fc.nat(),
    fc.integer({ min: 784, max: 65535 }),
  ).map(([sheet, k, place]) => ({
    kind: "a pixel outside, with a right checksum",
    csv: csvOf(sheet),
    damaged: (whole) => {
      const changed = whole.slice();
      const view = new DataView(changed.buffer);
      const [count, entries] = [28, 32].map((at) => view.getUint32(at, true));
      const indices = 40 + 4 * (count + 1);
      if (entries > 0) view.setUint16(indices + 2 * (k % entries), place, true);
      return withChecksum(changed);
    },
  })),

  "of a CSV that was edited": fc.tuple(sheet, fc.nat(), fc.nat(9)).map(([sheet, k, digit]) => {
    const csv = csvOf(sheet);
    // A digit of the last line becomes another one: the size stays.
    const digits = [...csv.keys()].slice(-700).filter((i) => csv[i] >= 48 && csv[i] <= 57);
    return {
      kind: "of a CSV that was edited",
      csv,
      later: csv.with(digits[k % digits.length], 48 + digit),
      damaged: (whole) => whole,
    };
  }),

  "of another CSV": fc.tuple(sheet, sheet).map(([one, other]) => ({
    kind: "of another CSV",
    csv: csvOf(one),
    later: csvOf(other),
    damaged: (whole) => whole,
  })),
};

/** The names of the things that happen to a cache. */
export const cacheKinds: readonly string[] = Object.keys(made);

/** `count` cases; the kinds come in turn. */
export function cacheCases(seed: number, count: number): CacheCase[] {
  const rounds = Math.ceil(count / cacheKinds.length);
  return fc.sample(fc.tuple(...Object.values(made)), { seed, numRuns: rounds }).flat()
    .slice(0, count);
}
