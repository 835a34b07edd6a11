import { optionsOf } from "../arguments/options.ts";
import { host } from "../host/host.ts";
import { PIXELS } from "../matrix/mnist.ts";
import { columnNames } from "./header.ts";
import { type Originals, readOriginals } from "./originals.ts";
import { baseName, type OnProgress, progressLine, throttle } from "./progress.ts";
import { shuffled } from "../training/shuffle.ts";
import { writeFile } from "./write_file.ts";

/** What {@linkcode makeData} may be told. */
export interface MakeOptions {
  /**
   * Makes only these files.
   *
   * @default all four
   */
  only?: string[];
  /**
   * Is told how many rows are written.
   *
   * @default a line on the terminal
   */
  onProgress?: OnProgress;
}

/** The seed of the one shuffle. Another seed would make other files. */
const SEED = 2012; // the year in which Kaggle published its own

// Kaggle ends its lines like this. The sizes of its two files say so: they hold the same 70,000
// images as ours in another order, and 76,775,041 + 51,118,296 bytes is what ours come to, with \r\n.
const LINE_END = "\r\n";

/**
 * Makes `train.csv` (42,000 rows), `test.csv` (28,000 rows, no labels) and the samples of both
 * (500 and 50 rows), in Kaggle's format, from the original MNIST files by a fixed shuffle of all 70,000.
 * A file that is there is left as it is.
 *
 * @param dir the folder they go to
 * @returns the names of the files that were made, and of those that were there
 * @throws {DataError} if an original is missing or damaged
 */
export async function makeData(
  dir: string,
  options: MakeOptions = {},
): Promise<{ made: string[]; kept: string[] }> {
  const { only, onProgress } = optionsOf("makeData", options, {
    only: undefined,
    onProgress: progressLine(),
  });
  const { files } = host();
  const names = Object.keys(contents).filter((name) => only?.includes(name) ?? true);
  const made: string[] = [];
  const kept: string[] = [];
  for (const name of names) (await files.exists(files.join(dir, name)) ? kept : made).push(name);
  if (made.length > 0) {
    const originals = await readOriginals();
    const order = shuffled(originals.labels.length, SEED);
    for (const name of made) {
      const rows = contents[name](order, originals.labels);
      await writeCsv(
        files.join(dir, name),
        originals,
        rows,
        !name.includes("test"),
        throttle(onProgress),
      );
    }
  }
  return { made, kept };
}

const forTraining = (order: Uint32Array) => order.subarray(0, 42_000);

/** Which images each file holds, in which order. */
const contents: Record<string, (order: Uint32Array, labels: Uint8Array) => Uint32Array> = {
  "train.csv": forTraining,
  "test.csv": (order) => order.subarray(42_000),
  "sample.csv": (order, labels) => firstOfEach(50, forTraining(order), labels),
  "sample_test.csv": (order) => order.subarray(42_000, 42_050),
};

/** The first few images of each digit. */
function firstOfEach(count: number, images: Uint32Array, labels: Uint8Array): Uint32Array {
  const taken = new Uint32Array(10);
  return images.filter((image) => taken[labels[image]]++ < count);
}

/** Writes one CSV: complete or not there at all. `rows` says which images, in which order. */
export async function writeCsv(
  path: string,
  originals: Originals,
  rows: Uint32Array,
  labelled: boolean,
  onProgress: OnProgress,
): Promise<void> {
  const what = `Making ${baseName(path)}`;
  await writeFile(path, async (add) => {
    const encoder = new TextEncoder();
    await add(encoder.encode(columnNames(labelled) + LINE_END));
    for (let from = 0; from < rows.length; from += 500) {
      let text = "";
      for (const row of rows.subarray(from, from + 500)) {
        const image = originals.images.subarray(row * PIXELS, (row + 1) * PIXELS);
        text += (labelled ? `${originals.labels[row]},` : "") + image.join() + LINE_END;
      }
      await add(encoder.encode(text));
      onProgress({ what, done: Math.min(from + 500, rows.length), total: rows.length });
    }
  }, { overwrite: false });
}
