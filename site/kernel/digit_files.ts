/**
 * The files of the data folder in a page: fetched in their compact form when a cell asks for them.
 *
 * @module
 */
import { cacheOf, writeCache } from "../../lib/data/cache.ts";
import { toDigits } from "../../lib/data/digit_rows.ts";
import { imageMark, labelsAmong } from "../../lib/data/mnist_labels.ts";
import { readDigits } from "../../lib/data/read_digits.ts";
import type { OpenFile } from "../../lib/host/host.ts";
import type { PageFiles } from "../../lib/host/page_files.ts";
import { type CompactDigits, csvRows, decodeDigits, INCOMPLETE } from "./compact_digits.ts";

/** Is told how far a file has been fetched, in bytes. */
export type OnLoading = (what: string, done: number, total: number) => void;

/**
 * Provides the CSVs of the data folder.
 *
 * @param base the folder of the site's `train.digits.gz` and others
 * @param only the path of the one that is wanted, instead of all
 */
export function provideDigits(
  files: PageFiles,
  base: URL,
  onLoading: OnLoading,
  only?: string,
): void {
  const labels = () => fetchBytes(new URL("test.labels", base), "test.csv's labels", onLoading);
  files.findLabels = (csv) => findLabels(csv, base, labels, onLoading);
  for (const name of ["train", "test"]) {
    const csv = `/data/${name}.csv`;
    if (only !== undefined && only !== csv) continue;
    let loading: Promise<CompactDigits> | undefined;
    const load = () =>
      loading ??= fetchDigits(name, base, onLoading)
        .catch((error) => {
          loading = undefined; // Another cell tries again.
          throw error;
        });
    files.provide(cacheOf(csv), {
      async load() {
        const { pixels, labels, csvBytes } = await load();
        // Nobody compares the CSV's checksum: the site vouches for it.
        await writeCache(csv, toDigits(pixels, labels), csvBytes, 0);
        loading = undefined;
        return await files.read(cacheOf(csv));
      },
    });
    files.provide(csv, {
      size: async () => (await load()).csvBytes,
      async load() {
        const rows = [...csvRows(await load())];
        return new Uint8Array(await new Blob(rows).arrayBuffer());
      },
      open: async () => new RowsFile(await load()),
    });
    files.vouch(csv, () => name === "test" ? labels() : Promise.resolve(undefined));
  }
  for (const name of ["sample.csv", "sample_test.csv"]) {
    if (only !== undefined && only !== `/data/${name}`) continue;
    files.provide(`/data/${name}`, {
      load: () => fetchBytes(new URL(name, base), name, onLoading),
    });
  }
}

/** The site's digits of a name, `train` or `test`. */
async function fetchDigits(name: string, base: URL, onLoading: OnLoading): Promise<CompactDigits> {
  const bytes = await fetchBytes(new URL(`${name}.digits.gz`, base), `${name}.csv`, onLoading);
  return decodeDigits(await gunzip(bytes));
}

/** The labels of the reader's own test images, each looked up among the 70,000 of the site. */
async function findLabels(
  csv: string,
  base: URL,
  testLabels: () => Promise<Uint8Array>,
  onLoading: OnLoading,
): Promise<Uint8Array> {
  const known = new Map<string, number>();
  for (const name of ["train", "test"]) {
    const { pixels, labels = await testLabels() } = await fetchDigits(name, base, onLoading);
    labels.forEach((label, j) => known.set(imageMark(pixels.image(j)), label));
  }
  return labelsAmong(known, (await readDigits(csv)).X.pixels!, csv);
}

/** A text that is made row by row, read as a file is. */
class RowsFile implements OpenFile {
  readonly #rows: Iterator<string>;
  readonly #size: number;
  readonly #encoder = new TextEncoder();
  #rest = new Uint8Array();

  constructor(digits: CompactDigits) {
    this.#rows = csvRows(digits);
    this.#size = digits.csvBytes;
  }

  read(buffer: Uint8Array): Promise<number | null> {
    let at = 0;
    while (at < buffer.length) {
      if (this.#rest.length === 0) {
        const { done, value } = this.#rows.next();
        if (done) break;
        this.#rest = this.#encoder.encode(value);
      }
      const piece = this.#rest.subarray(0, buffer.length - at);
      buffer.set(piece, at);
      at += piece.length;
      this.#rest = this.#rest.subarray(piece.length);
    }
    return Promise.resolve(at > 0 || buffer.length === 0 ? at : null);
  }

  seek(offset: number): Promise<number> {
    return Promise.reject(
      new Error(`In a page this file is only read from its beginning on, not from ${offset}.`),
    );
  }

  stat(): Promise<{ size: number }> {
    return Promise.resolve({ size: this.#size });
  }

  close(): void {}

  [Symbol.dispose](): void {}
}

/** A file of the site. */
async function fetchBytes(
  url: URL,
  what: string,
  onLoading: OnLoading,
): Promise<Uint8Array<ArrayBuffer>> {
  const response = await fetch(url).catch((cause) => {
    throw new Error(`${what} can't be fetched: is there a network? Then run the cell again.`, {
      cause,
    });
  });
  if (!response.ok) {
    throw new Error(
      `${what} can't be fetched: the server says ${response.status} for ${url.href}.`,
    );
  }
  const total = Number(response.headers.get("content-length") ?? 0);
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let done = 0;
  const reader = response.body!.getReader();
  for (let piece; !(piece = await reader.read()).done;) {
    parts.push(piece.value);
    done += piece.value.length;
    onLoading(what, done, Math.max(total, done));
  }
  return new Uint8Array(await new Blob(parts).arrayBuffer());
}

/** What was compressed; as it is if a server has done that already. */
async function gunzip(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes;
  const whole = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  try {
    return new Uint8Array(await new Response(whole).arrayBuffer());
  } catch (cause) {
    throw new Error(INCOMPLETE, { cause });
  }
}
