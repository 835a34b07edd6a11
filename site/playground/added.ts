import type { Matrix } from "../../lib/matrix/matrix.ts";
import { PIXELS } from "../../lib/matrix/mnist.ts";

/**
 * What training has added to W1 as one picture after the other, a byte a pixel: 128 is nothing, 0 and 255
 * are the most that was taken away or added anywhere. Without finite weights it is all nothing.
 *
 * @param first the values of the W1 that training began with
 */
export function addedBytes(W1: Matrix, first: ArrayLike<number>): Uint8Array<ArrayBuffer> {
  const { values, rows } = W1;
  let most = 1e-9;
  for (let k = 0; k < values.length; k++) {
    most = Math.max(most, Math.abs(values[k] - first[k]));
  }
  const bytes = new Uint8Array(rows * PIXELS).fill(128);
  if (!Number.isFinite(most)) return bytes;
  for (let k = 0, pixel = 0; pixel < PIXELS; pixel++) {
    for (let unit = 0; unit < rows; unit++, k++) {
      // What comes after the point is cut off.
      bytes[unit * PIXELS + pixel] = 128 + (127.5 * (values[k] - first[k])) / most;
    }
  }
  return bytes;
}
