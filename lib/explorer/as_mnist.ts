import { PIXELS, SIDE } from "../matrix/mnist.ts";
/**
 * Makes an MNIST image of a drawing, as its authors made theirs (LeCun, Cortes and Burges, "The MNIST
 * database of handwritten digits"): the drawing is scaled to fit a 20 x 20 box without changing its
 * proportions, its edges become grey, and its center of mass comes to lie at the center of 28 x 28.
 *
 * In the files the center of mass, in rows and columns counted from 0, is always within half a pixel of
 * 14: images were moved by whole pixels. This does the same.
 *
 * @param ink side x side numbers, 0 (white) to 1 (black), row after row
 * @returns 784 bytes, 0 (white) to 255 (black); undefined if there is no ink
 */
export function asMnist(ink: Float64Array, side: number): Uint8Array<ArrayBuffer> | undefined {
  const box = boundingBox(ink, side);
  if (!box) return undefined;
  const size = Math.max(box.width, box.height);
  const width = Math.max(1, Math.round(box.width * 20 / size));
  const height = Math.max(1, Math.round(box.height * 20 / size));
  const small = resized(ink, side, box, width, height);
  const { row, col } = centreOfMass(small, width, height);
  // Never so far that ink falls over the edge.
  const top = Math.min(SIDE - height, Math.max(0, Math.round(SIDE / 2 - row)));
  const left = Math.min(SIDE - width, Math.max(0, Math.round(SIDE / 2 - col)));
  const image = new Uint8Array(PIXELS);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      image[(top + y) * SIDE + left + x] = Math.round(small[y * width + x] * 255);
    }
  }
  return image;
}

interface Box {
  top: number;
  left: number;
  width: number;
  height: number;
}

function boundingBox(ink: Float64Array, side: number): Box | undefined {
  let [top, left, bottom, right] = [side, side, -1, -1];
  for (let y = 0; y < side; y++) {
    for (let x = 0; x < side; x++) {
      if (!(ink[y * side + x] > 0)) continue;
      top = Math.min(top, y);
      bottom = Math.max(bottom, y);
      left = Math.min(left, x);
      right = Math.max(right, x);
    }
  }
  if (bottom < 0) return undefined;
  return { top, left, width: right - left + 1, height: bottom - top + 1 };
}

/** A part of the ink in another size: each new pixel is the mean of what it covers. */
function resized(
  ink: Float64Array,
  side: number,
  box: Box,
  width: number,
  height: number,
): Float64Array {
  const out = new Float64Array(width * height);
  const [stepX, stepY] = [box.width / width, box.height / height];
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      let sum = 0;
      for (const [v, down] of covered(y * stepY, (y + 1) * stepY, box.height)) {
        for (const [u, across] of covered(x * stepX, (x + 1) * stepX, box.width)) {
          sum += ink[(box.top + v) * side + box.left + u] * down * across;
        }
      }
      out[y * width + x] = sum / (stepX * stepY);
    }
  }
  return out;
}

/** The cells between two places on a line, each with the share of it that lies between them. */
function covered(from: number, to: number, size: number): [number, number][] {
  const cells: [number, number][] = [];
  for (let k = Math.floor(from); k < Math.min(size, Math.ceil(to)); k++) {
    cells.push([k, Math.min(to, k + 1) - Math.max(from, k)]);
  }
  return cells;
}

function centreOfMass(values: Float64Array, width: number, height: number) {
  let [mass, row, col] = [0, 0, 0];
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      mass += values[y * width + x];
      row += values[y * width + x] * y;
      col += values[y * width + x] * x;
    }
  }
  return { row: row / mass, col: col / mass };
}
