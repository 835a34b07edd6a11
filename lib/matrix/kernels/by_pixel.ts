import type { SparseColumns } from "./sparse_columns.ts";
import { PIECES, pieceStart } from "./pieces.ts";

/**
 * The entries of images sorted by pixel, for D X^T: column p of the result is the sum, over the images
 * in which pixel p is not 0, of that pixel times the image's column of D. In this order the sum
 * stays in registers; image by image it would go to memory and back at every pixel.
 *
 * Each piece of the long sum is cut into blocks of so few images that their columns of D stay in
 * the processor's nearest memory. Block b begins with image `firsts[b]`; the entries of its pixel
 * p run from `starts[b * size + p]` up to the next start: which image of the block, and how dark.
 */
export interface ByPixel {
  firsts: Uint32Array;
  starts: Uint32Array;
  images: Uint16Array;
  bytes: Uint8Array;
  blocksPerPiece: number;
}

/**
 * Sorts the entries of images by pixel.
 *
 * @param most the most images a block may have, up to 65536
 * @param room gives the arrays to fill
 */
export function sortByPixel(
  pixels: SparseColumns,
  most: number,
  room: {
    uint32(length: number): Uint32Array;
    uint16(length: number): Uint16Array;
    uint8(length: number): Uint8Array;
  },
): ByPixel {
  const { size, count } = pixels;
  const blocksPerPiece = Math.ceil(Math.ceil(count / PIECES) / most);
  const blocks = PIECES * blocksPerPiece;
  const firsts = room.uint32(blocks + 1);
  for (let b = 0; b <= blocks; b++) {
    const piece = Math.floor(b / blocksPerPiece);
    const begin = pieceStart(count, PIECES, piece);
    const end = pieceStart(count, PIECES, piece + 1);
    firsts[b] = begin + pieceStart(end - begin, blocksPerPiece, b % blocksPerPiece);
  }

  const starts = room.uint32(blocks * size + 1);
  const images = room.uint16(pixels.bytes.length);
  const bytes = room.uint8(pixels.bytes.length);
  const next = new Uint32Array(size);
  let k = 0;
  for (let b = 0; b < blocks; b++) {
    const begin = pixels.starts[firsts[b]];
    const end = pixels.starts[firsts[b + 1]];
    // Count each pixel's entries, lay out the room for them, and fill it image by image.
    next.fill(0);
    for (let e = begin; e < end; e++) next[pixels.indices[e]]++;
    for (let p = 0; p < size; p++) {
      starts[b * size + p] = k;
      k += next[p];
      next[p] = starts[b * size + p];
    }
    for (let j = firsts[b]; j < firsts[b + 1]; j++) {
      for (let e = pixels.starts[j]; e < pixels.starts[j + 1]; e++) {
        const at = next[pixels.indices[e]]++;
        images[at] = j - firsts[b];
        bytes[at] = pixels.bytes[e];
      }
    }
  }
  starts[blocks * size] = k;
  return { firsts, starts, images, bytes, blocksPerPiece };
}
