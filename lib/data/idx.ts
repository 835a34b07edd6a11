import { host } from "../host/host.ts";
import { SIDE } from "../matrix/mnist.ts";
import { Pixels } from "../matrix/pixels.ts";
import type { Digits } from "../training/digits.ts";
import { DataError } from "./errors.ts";
import { fileKind } from "./file_kinds.ts";
import { toDigits } from "./digit_rows.ts";
import { pieces } from "./pieces.ts";

// An original MNIST file, in the format IDX: the bytes 0, 0, 8 (numbers of one byte) and the number of
// dimensions, then for each dimension its length in 4 bytes, the highest first, and then the numbers.

/** Whether a file begins as an IDX file of bytes does. */
export function isIdx(head: Uint8Array): boolean {
  return head[0] === 0 && head[1] === 0 && head[2] === 8;
}

/**
 * The digits of an original file of images. Its labels are in a file of their own.
 *
 * @param content the file's bytes
 * @param labels the path of the labels; by default they lie beside the images, under the originals' name
 * @throws {DataError} if a file is not whole, or the labels are those of other images
 */
export async function idxDigits(
  content: AsyncIterable<Uint8Array>,
  file: string,
  labels: string | undefined,
): Promise<Digits> {
  const { lengths, bytes } = await readIdx(content, file);
  const [count, rows, cols] = lengths;
  if (lengths.length === 1) {
    const images = file.replace(/labels([-.])idx1/g, "images$1idx3");
    const instead = images === file ? "the file of the images" : images;
    throw new DataError(
      `expected images, but these are ${count} labels. Read ${instead}, and name these as its labels.`,
      { file },
    );
  }
  if (lengths.length !== 3 || rows !== SIDE || cols !== SIDE) {
    throw new DataError(`expected images of 28 x 28, but found ${lengths.slice(1).join(" x ")}.`, {
      file,
    });
  }
  const pixels = Pixels.fromBytes(bytes);
  const beside = labels ?? await labelsBeside(file);
  if (beside === undefined) return toDigits(pixels);
  return toDigits(pixels, await readLabels(beside, count));
}

/** The labels' file of images that have the originals' name, if it is there. */
async function labelsBeside(images: string): Promise<string | undefined> {
  const labels = images.replaceAll(/images([-.])idx3/g, "labels$1idx1");
  return labels !== images && await host().files.exists(labels) ? labels : undefined;
}

async function readLabels(file: string, count: number): Promise<Uint8Array> {
  const { lengths, bytes } = await readIdx(pieces(file, () => {}), file);
  if (lengths.length !== 1 || bytes.length !== count) {
    const found = lengths.length === 1 ? `${bytes.length}` : "a file of images";
    throw new DataError(`expected the labels of ${count} images, but found ${found}.`, { file });
  }
  const odd = bytes.findIndex((label) => label > 9);
  if (odd < 0) return bytes;
  throw new DataError(
    `expected digits from 0 to 9, but the label of image ${odd} is ${bytes[odd]}. ` +
      "Is this a file of letters, such as EMNIST's?",
    { file },
  );
}

/** The lengths of an IDX file's dimensions, and its numbers. */
async function readIdx(
  content: AsyncIterable<Uint8Array>,
  file: string,
): Promise<{ lengths: number[]; bytes: Uint8Array }> {
  const parts: Uint8Array<ArrayBuffer>[] = [];
  for await (const part of content) parts.push(part.slice() as Uint8Array<ArrayBuffer>);
  const whole = new Uint8Array(await new Blob(parts).arrayBuffer());
  const head = new DataView(whole.buffer);
  const dimensions = whole[3] ?? 0;
  const start = 4 + 4 * dimensions;
  if (!isIdx(whole) || dimensions < 1 || dimensions > 3 || whole.length < start) {
    const kind = fileKind(whole);
    throw new DataError(
      kind && !isIdx(whole)
        ? `expected an original MNIST file (IDX), but this is ${kind.is}. ${kind.toDigits}`
        : "expected an original MNIST file (IDX) of bytes in 1 or 3 dimensions. Download it again.",
      { file },
    );
  }
  const lengths = Array.from({ length: dimensions }, (_, i) => head.getUint32(4 + 4 * i));
  const size = start + lengths.reduce((product, length) => product * length);
  if (whole.length !== size || lengths.includes(0)) {
    throw new DataError(
      `its head says ${
        lengths.join(" x ")
      }, which takes ${size} bytes, but found ${whole.length}. ` +
        "The file was not copied to its end, or is damaged: download it again.",
      { file },
    );
  }
  return { lengths, bytes: whole.subarray(start) };
}
