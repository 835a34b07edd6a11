import { CsvParseStream } from "@std/csv";
import { optionsOf } from "../arguments/options.ts";
import { requireFunction } from "../arguments/require.ts";
import { host, isMissing } from "../host/host.ts";
import { readCache, writeCache } from "./cache.ts";
import { Checksum } from "./checksum.ts";
import { csvText } from "./csv_text.ts";
import { DigitRows } from "./digit_rows.ts";
import type { Digits } from "../training/digits.ts";
import { DataError, requirePath, unreadable } from "./errors.ts";
import { checkHeader } from "./header.ts";
import { baseName, type OnProgress, progressLine, throttle } from "./progress.ts";
import { unsqueeze } from "./squeeze.ts";

/** What {@linkcode readDigits} may be told. */
export interface ReadOptions {
  /**
   * Is told how many bytes are read.
   *
   * @default a line on the terminal
   */
  onProgress?: OnProgress;
}

/**
 * Reads a CSV of digits in Kaggle's format: a header `label,pixel0,...,pixel783`, then one image a
 * row. A file without the `label` column, such as `test.csv`, gives digits without labels.
 *
 * The first read goes through the whole text and takes seconds; what it found is kept beside the
 * file (`train.csv.cache`), and the next read takes a tenth. A cache that is damaged, or whose CSV has
 * changed, is made again.
 *
 * @param path the file
 * @returns X (784 x m, 0 to 1), the labels where there are any, and the count m
 * @throws {DataError} if the file or a value in it is not as it should be; the message names the
 * file, the line and the column
 *
 * @example
 * ```ts
 * import { readDigits } from "glassnet";
 * import { assertEquals } from "@std/assert";
 *
 * const folder = await Deno.makeTempDir();
 * const file = `${folder}/train.csv`;
 * const names = Array.from({ length: 784 }, (_, p) => `pixel${p}`);
 * const white = Array(783).fill(0);
 * await Deno.writeTextFile(file, `label,${names}\n7,255,${white}\n`);
 *
 * const { X, labels, count } = await readDigits(file);
 * assertEquals(X.shape, "784 x 1");
 * assertEquals([count, labels?.[0], X.get(0, 0), X.get(1, 0)], [1, 7, 1, 0]);
 * await Deno.remove(folder, { recursive: true });
 * ```
 */
export async function readDigits(
  path: string | URL,
  options: ReadOptions = {},
): Promise<Digits> {
  const { onProgress } = optionsOf("readDigits", options, { onProgress: progressLine() });
  requireFunction("readDigits", "onProgress", onProgress);
  const file = path instanceof URL ? host().files.pathOf(path) : requirePath("readDigits", path);
  const size = await sizeOf(file);
  const cached = await readCache(file);
  if (!cached) return await readCsv(file, size, throttle(onProgress));
  // A notebook's bar then ends in the same state whether the cache was there or not.
  onProgress({ what: `Reading ${baseName(file)}`, done: size, total: size });
  return cached;
}

async function readCsv(file: string, size: number, onProgress: OnProgress): Promise<Digits> {
  const checksum = new Checksum();
  const what = `Reading ${baseName(file)}`;
  let done = 0;
  const text = csvText(file, (bytes) => {
    checksum.update(bytes);
    done += bytes.length;
    // The end is reported when the last row is in.
    if (done < size) onProgress({ what, done, total: size });
  });
  // Lazy quotes leave a stray quotation mark in its value, where we can name the line and the column.
  const parser = new CsvParseStream({ lazyQuotes: true });
  const rows: ReadableStream<string[]> = streamOf(text).pipeThrough(parser);
  let digits: DigitRows | undefined;
  try {
    for await (const row of rows) {
      if (digits) digits.add(row);
      else digits = new DigitRows(file, checkHeader(unsqueeze(row), file));
    }
  } finally {
    await text.return(); // closes the file, also after an error
  }
  if (!digits) throw emptyFile(file);
  if (digits.count === 0) {
    throw new DataError("expected a row of values after the header, but the file ends.", {
      file,
      line: 2,
      column: 1,
    });
  }
  const found = digits.toDigits();
  await writeCache(file, found, done, checksum.value);
  onProgress({ what, done: size, total: size });
  return found;
}

/** The size of a file that can be read, in bytes. */
async function sizeOf(file: string): Promise<number> {
  const { files } = host();
  let info;
  try {
    info = await files.stat(file);
  } catch (cause) {
    if (!isMissing(cause)) throw unreadable(file, cause);
    throw new DataError(
      "there is no such file. Check the path: a notebook's paths start at the notebook's folder. " +
        "`deno task data` makes data/train.csv and data/test.csv.",
      { file },
      { cause },
    );
  }
  if (!info.isFile) {
    const found = info.isDirectory ? "a folder" : "not a file";
    throw new DataError(`expected a CSV file, but this is ${found}.`, { file });
  }
  if (info.size === 0) throw emptyFile(file);
  return info.size;
}

/** A stream of what comes from `texts`. (Not every browser has ReadableStream.from.) */
function streamOf(texts: AsyncGenerator<string, void>): ReadableStream<string> {
  return new ReadableStream<string>({
    async pull(controller) {
      const { done, value } = await texts.next();
      if (done) controller.close();
      else controller.enqueue(value);
    },
    cancel: async () => void await texts.return(),
  }, { highWaterMark: 0 });
}

function emptyFile(file: string): DataError {
  return new DataError(
    "expected a header, label,pixel0,...,pixel783, but the file is empty. Fetch it again.",
    { file, line: 1, column: 1 },
  );
}
