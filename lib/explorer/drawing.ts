import { asMnist } from "./as_mnist.ts";
import { inkSide, paintStrokes, penRadius, type Stroke } from "./ink.ts";

/** The longer side of every drawing before it is painted: the pen's lines become 2.8 pixels wide, as MNIST's are. */
const extent = 0.5;

/**
 * Makes an image of MNIST of strokes, the same one however large they were drawn and wherever on the
 * pad. The strokes are scaled before the pen paints them: scaled afterwards, the lines of a small drawing
 * would run together.
 *
 * @returns 784 bytes, 0 (white) to 255 (black); undefined if all strokes together are a dot, no longer
 *   than the pen is wide
 */
export function imageOf(strokes: readonly Stroke[]): Uint8Array<ArrayBuffer> | undefined {
  const points = strokes.flat();
  const [left, right] = range(points.map(({ x }) => x));
  const [top, bottom] = range(points.map(({ y }) => y));
  const size = Math.max(right - left, bottom - top);
  if (!(size > 2 * penRadius)) return undefined;
  // Rounded to a millionth of the pad: the last bits of a place must not decide which cells have ink.
  const scaled = (place: number, middle: number) =>
    Math.round(1e6 * (0.5 + (place - middle) * extent / size)) / 1e6;
  const drawing = strokes.map((stroke) =>
    stroke.map(({ x, y }) => ({
      x: scaled(x, (left + right) / 2),
      y: scaled(y, (top + bottom) / 2),
    }))
  );
  return asMnist(paintStrokes(drawing), inkSide);
}

const range = (numbers: number[]): [number, number] => [
  numbers.reduce((least, number) => Math.min(least, number), Infinity),
  numbers.reduce((most, number) => Math.max(most, number), -Infinity),
];
