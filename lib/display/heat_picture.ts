import type { Matrix } from "../matrix/matrix.ts";
import type { MatrixName } from "../step/equations.ts";
import { layoutOf, side } from "./layout.ts";
import { numberText } from "./number_text.ts";
import { png } from "./png.ts";
import { colorOf, type Shading, shadingOf } from "./shade.ts";

/** A picture that can stand in any page. */
export interface HeatPicture {
  /** A `data:` address. */
  src: string;
  /** In pixels of the page. */
  width: number;
  height: number;
  /** What it shows, in words. */
  alt: string;
}

interface HeatOptions {
  chosen?: { row: number; col: number };
  image?: number;
  shading?: Shading;
}

/**
 * A matrix as a heat map: blue below 0, white at 0, orange above. A matrix with 784 columns is drawn
 * as one 28 x 28 picture for each row.
 *
 * @param options what else is known
 * @param options.chosen the element that gets a frame
 * @param options.image the image in the middle, where there are too many to draw
 * @param options.shading the scale of colors, where it is not that of the matrix alone
 */
export function heatPicture(
  name: MatrixName,
  A: Matrix,
  { chosen, image = 0, shading = shadingOf(name, A) }: HeatOptions = {},
): HeatPicture {
  const layout = layoutOf(A, image);
  const asPictures = A.cols === side * side;
  const size = asPictures ? 3 : Math.max(4, Math.min(18, Math.floor(640 / layout.width)));
  const filled = asPictures || size < 8 ? size : size - 1; // leaves thin lines between large cells
  const width = layout.width * size;
  const height = layout.height * size;
  const rgb = new Uint8Array(width * height * 3).fill(208);
  const paint = (x: number, y: number, color: readonly number[]) => {
    if (x >= 0 && x < width && y >= 0 && y < height) rgb.set(color, (y * width + x) * 3);
  };
  let low = Infinity;
  let high = -Infinity;
  for (let y = 0; y < layout.height; y++) {
    for (let x = 0; x < layout.width; x++) {
      const cell = layout.cellAt(x, y);
      if (!cell) continue;
      const value = A.get(cell.row, cell.col);
      if (value < low) low = value;
      if (value > high) high = value;
      const color = colorOf(value, shading);
      for (let v = 0; v < filled; v++) {
        for (let u = 0; u < filled; u++) {
          // Stripes where there is no number, which nobody takes for a color of the scale.
          const isStripe = !Number.isFinite(value) && (u + v) % 4 === 0;
          paint(x * size + u, y * size + v, isStripe ? [90, 0, 60] : color);
        }
      }
    }
  }
  const place = chosen && layout.place(chosen.row, chosen.col);
  if (place) {
    // A white frame in a black one, so that it is seen on every colour.
    frame(place.x * size - 1, place.y * size - 1, size + 1, [255, 255, 255], paint);
    frame(place.x * size - 2, place.y * size - 2, size + 3, [0, 0, 0], paint);
  }
  const drawn = asPictures
    ? `each row as a ${side} by ${side} picture`
    : layout.width < A.cols
    ? `${layout.width} of its ${A.cols} columns`
    : "a cell for each number";
  return {
    src: `data:image/png;base64,${base64(png(width, height, rgb))}`,
    width,
    height,
    alt: `Heat map of ${name}, ${A.shape}, ${drawn}. The numbers drawn go from ` +
      `${numberText(low)} to ${numberText(high)}; blue is below 0, orange above.`,
  };
}

function frame(
  x: number,
  y: number,
  size: number,
  color: readonly number[],
  paint: (x: number, y: number, color: readonly number[]) => void,
): void {
  for (let k = 0; k <= size; k++) {
    for (const [u, v] of [[k, 0], [k, size], [0, k], [size, k]]) paint(x + u, y + v, color);
  }
}

/** Bytes as the text that a `data:` address holds. */
export function base64(bytes: Uint8Array): string {
  let text = "";
  for (const byte of bytes) text += String.fromCharCode(byte);
  return btoa(text);
}
