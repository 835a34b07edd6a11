/**
 * The compact form in which a page gets the digits. Of each image it has a mask of 98 bytes, one bit a
 * pixel, the bytes of the pixels that are not 0, and its label. Deflated, train.csv takes 6.2 MB of its
 * 77 MB.
 *
 *     words 0 to 3   "glassnet compact" in ASCII
 *     words 4 to 7   the number of images, of entries, of labels (0 in a test file), and the CSV's bytes
 *     then           masks (98 bytes each), entries (1), labels (1)
 *
 * A word has 4 bytes, the lowest first.
 *
 * @module
 */
import type { SparseColumns } from "../../lib/matrix/kernels/sparse_columns.ts";
import { Pixels } from "../../lib/matrix/pixels.ts";

/** What somebody is told whose digits were cut off on their way. */
export const INCOMPLETE =
  "The digits of this site have arrived incomplete. Run the cell again, or load the page again.";

const MAGIC = new TextEncoder().encode("glassnet compact");
const HEAD_BYTES = 32;
const PIXELS = 784;
const MASK_BYTES = PIXELS / 8;

/** What the compact form holds. */
export interface CompactDigits<Images extends SparseColumns = Pixels> {
  pixels: Images;
  labels?: Uint8Array;
  /** The size of the CSV that they come from. */
  csvBytes: number;
}

/** Digits in the compact form. */
export function encodeDigits(
  { pixels, labels = new Uint8Array(), csvBytes }: CompactDigits<SparseColumns>,
): Uint8Array<ArrayBuffer> {
  const { count, starts, indices, bytes } = pixels;
  const out = new Uint8Array(HEAD_BYTES + count * MASK_BYTES + bytes.length + labels.length);
  out.set(MAGIC);
  new Uint32Array(out.buffer, 16, 4).set([count, bytes.length, labels.length, csvBytes]);
  for (let j = 0; j < count; j++) {
    const mask = HEAD_BYTES + j * MASK_BYTES;
    for (let k = starts[j]; k < starts[j + 1]; k++) {
      out[mask + (indices[k] >> 3)] |= 1 << (indices[k] & 7);
    }
  }
  out.set(bytes, HEAD_BYTES + count * MASK_BYTES);
  out.set(labels, HEAD_BYTES + count * MASK_BYTES + bytes.length);
  return out;
}

/**
 * The digits that {@linkcode encodeDigits} was given.
 *
 * @throws {Error} if the bytes are not all there
 */
export function decodeDigits(compact: Uint8Array<ArrayBuffer>): CompactDigits {
  const isWhole = compact.length >= HEAD_BYTES && MAGIC.every((byte, i) => compact[i] === byte);
  const [count, entries, labelCount, csvBytes] = isWhole
    ? new Uint32Array(compact.buffer, compact.byteOffset + 16, 4)
    : [0, 0, 0, 0];
  if (!isWhole || compact.length !== HEAD_BYTES + count * MASK_BYTES + entries + labelCount) {
    throw new Error(INCOMPLETE);
  }
  const starts = new Uint32Array(count + 1);
  const indices = new Uint16Array(entries);
  let entry = 0;
  for (let j = 0; j < count; j++) {
    const mask = HEAD_BYTES + j * MASK_BYTES;
    for (let byte = 0; byte < MASK_BYTES; byte++) {
      for (let bits = compact[mask + byte], p = 8 * byte; bits > 0; bits >>= 1, p++) {
        if (bits & 1) indices[entry++] = p;
      }
    }
    starts[j + 1] = entry;
  }
  const at = HEAD_BYTES + count * MASK_BYTES;
  const pixels = new Pixels(PIXELS, starts, indices, compact.slice(at, at + entries));
  const labels = labelCount > 0 ? compact.slice(at + entries) : undefined;
  return { pixels, labels, csvBytes };
}

/** The text of the CSV, a row at a time, with the line ends that Kaggle's has. */
export function* csvRows({ pixels, labels }: CompactDigits): Generator<string, void> {
  const names = Array.from({ length: PIXELS }, (_, p) => `pixel${p}`);
  yield `${labels ? "label," : ""}${names.join(",")}\r\n`;
  for (let j = 0; j < pixels.count; j++) {
    yield `${labels ? `${labels[j]},` : ""}${pixels.image(j).join(",")}\r\n`;
  }
}
