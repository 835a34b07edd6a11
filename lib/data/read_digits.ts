import { CsvParseStream } from "@std/csv";
import { ArgumentError } from "../arguments/argument_error.ts";
import { awaited } from "../arguments/awaited.ts";
import { optionsOf } from "../arguments/options.ts";
import { requireFunction } from "../arguments/require.ts";
import { host, isMissing } from "../host/host.ts";
import { readCache, writeCache } from "./cache.ts";
import { Checksum } from "./checksum.ts";
import { csvText } from "./csv_text.ts";
import { DigitRows } from "./digit_rows.ts";
import type { Digits } from "../training/digits.ts";
import { DataError, unreadable } from "./errors.ts";
import { checkHeader } from "./header.ts";
import { idxDigits, isIdx } from "./idx.ts";
import { describedLayout, type LayoutOptions, ourLayout, requireLayout } from "./layout.ts";
import { refuseOtherFormats } from "./other_formats.ts";
import { missingFile, requirePath } from "./path.ts";
import { pieces } from "./pieces.ts";
import { baseName, type OnProgress, progressLine, throttle } from "./progress.ts";
import { unsqueeze } from "./squeeze.ts";

/** What {@linkcode readDigits} may be told. */
export interface ReadOptions extends LayoutOptions {
  /**
   * Is told how many bytes are read.
   *
   * @default a line on the terminal
   */
  onProgress?: OnProgress;
  /**
   * The file of the labels, if the images are in an original file (IDX).
   *
   * @default the file of the originals' name beside the images, if it is there
   */
  labels?: string;
}

/**
 * Reads a CSV of digits in Kaggle's format: a header `label,pixel0,...,pixel783`, then one image a
 * row. A file without the `label` column, such as `test.csv`, gives digits without labels.
 *
 * The first read goes through the whole text and takes seconds; what it found is kept beside the
 * file (`train.csv.cache`), and the next read takes a tenth. A cache that is damaged, or whose CSV has
 * changed, is made again.
 *
 * A CSV whose columns or numbers differ is refused, with the options that read it as it is: nothing is
 * guessed. The original files of MNIST (IDX) are read, too, and so is either kind in a gzip archive.
 *
 * @param path the file
 * @returns X (784 x m, 0 to 1), the labels where there are any, and the count m
 * @throws {DataError} if the file or a value in it is not as it should be; the message names the
 * file, the line and the column
 * @throws {ArgumentError} if the options do not describe a file
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
 *
 * // Without a header, the label last, and pixels from 0 to 1.
 * await Deno.writeTextFile(file, `0.2,${white},7\n`);
 * const other = await readDigits(file, { header: false, columns: ["pixels", "label"], scale: 255 });
 * assertEquals([other.labels?.[0], other.X.get(0, 0)], [7, 0.2]);
 * await Deno.remove(folder, { recursive: true });
 * ```
 */
export function readDigits(path: string | URL, options: ReadOptions = {}): Promise<Digits> {
  return awaited("readDigits", read(path, options), "X", "labels", "count");
}

async function read(path: string | URL, options: ReadOptions): Promise<Digits> {
  const { onProgress, labels, ...layout } = optionsOf("readDigits", options, {
    onProgress: progressLine(),
    columns: undefined,
    header: undefined,
    scale: undefined,
    separator: undefined,
    labels: undefined,
  });
  requireFunction("readDigits", "onProgress", onProgress);
  requireLayout("readDigits", layout);
  const file = path instanceof URL ? host().files.pathOf(path) : requirePath("readDigits", path);
  const labelsFile = labels === undefined ? undefined : requirePath("readDigits' labels", labels);
  const size = await sizeOf(file);
  const mark = markOf(layout);
  const cached = labels === undefined ? await readCache(file, mark) : undefined;
  if (cached) {
    // A notebook's bar then ends in the same state whether the cache was there or not.
    onProgress({ what: `Reading ${baseName(file)}`, done: size, total: size });
    return cached;
  }
  const checksum = new Checksum();
  const report = throttle(onProgress);
  const what = `Reading ${baseName(file)}`;
  let done = 0;
  const content = pieces(file, (bytes) => {
    checksum.update(bytes);
    done += bytes.length;
    // The end is reported when the last row is in.
    if (done < size) report({ what, done, total: size });
  });
  try {
    const first = await content.next();
    const head = first.value ?? new Uint8Array();
    const rest = after(first, content);
    let digits;
    if (isIdx(head)) {
      refuseOptions(layout, "columns, header, scale or separator", "an original file (IDX)");
      digits = await idxDigits(rest, file, labelsFile);
    } else {
      refuseOtherFormats(head, file);
      refuseOptions({ labels }, "labels", "a CSV, which has them itself");
      digits = await readCsv(rest, file, layout);
      await writeCache(file, digits, done, (checksum.value ^ mark) >>> 0);
    }
    report({ what, done: size, total: size });
    return digits;
  } finally {
    await content.return(); // closes the file, also after an error
  }
}

/** What is read, from the piece on that has been looked at. */
async function* after(
  first: IteratorResult<Uint8Array, void>,
  content: AsyncGenerator<Uint8Array, void>,
): AsyncGenerator<Uint8Array, void> {
  if (!first.done) yield first.value;
  yield* content;
}

function refuseOptions(given: object, names: string, file: string): void {
  if (Object.values(given).every((value) => value === undefined)) return;
  throw new ArgumentError(`readDigits takes no ${names} for ${file}. Leave them out.`);
}

/** How a cache knows the options that its CSV was read with: 0 without any. */
function markOf(layout: LayoutOptions): number {
  const text = JSON.stringify(layout);
  if (text === "{}") return 0;
  const mark = new Checksum();
  mark.update(new TextEncoder().encode(text));
  return mark.value;
}

async function readCsv(
  content: AsyncGenerator<Uint8Array, void>,
  file: string,
  options: LayoutOptions,
): Promise<Digits> {
  const { columns, separator } = options;
  // Lazy quotes leave a stray quotation mark in its value, where we can name the line and the column.
  const parser = new CsvParseStream({ lazyQuotes: true, separator });
  const rows: ReadableStream<string[]> = streamOf(csvText(content)).pipeThrough(parser);
  let digits: DigitRows | undefined;
  for await (const row of rows) {
    if (digits) {
      digits.add(row);
      continue;
    }
    const first = unsqueeze(row);
    const layout = columns
      ? describedLayout(columns, options, first, file)
      : ourLayout(checkHeader(first, file), options);
    digits = new DigitRows(file, layout);
    if (layout.headerLines === 0) digits.add(row);
  }
  if (!digits) throw emptyFile(file);
  if (digits.count === 0) {
    throw new DataError("expected a row of values after the header, but the file ends.", {
      file,
      line: 2,
      column: 1,
    });
  }
  return digits.toDigits();
}

/** The size of a file that can be read, in bytes. */
async function sizeOf(file: string): Promise<number> {
  const { files } = host();
  let info;
  try {
    info = await files.stat(file);
  } catch (cause) {
    if (!isMissing(cause)) throw unreadable(file, cause);
    throw await missingFile(
      file,
      cause,
      " `deno task data` makes data/train.csv and data/test.csv.",
    );
  }
  if (!info.isFile) {
    const found = info.isDirectory
      ? "a folder: name a file in it"
      : "not a file, but a device or a pipe";
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
