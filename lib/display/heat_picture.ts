import { colorOf, type Shading } from "../matrix/colors.ts";
import type { Matrix } from "../matrix/matrix.ts";
import { PIXELS, SIDE } from "../matrix/mnist.ts";
import { type Kind, shadingOf } from "./colors.ts";
import { layoutOf } from "./layout.ts";
import { numberText } from "./numbers.ts";
import { Raster } from "./raster.ts";

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
  /** The element that gets a frame. */
  chosen?: { row: number; col: number };
  /**
   * The image in the middle, if there are too many to draw.
   *
   * @default {0}
   */
  image?: number;
  /**
   * What the numbers are.
   *
   * @default {"signed"}
   */
  kind?: Kind;
  /** The scale of colors; that of the matrix alone if it is left out. */
  shading?: Shading;
}

/**
 * A matrix as a heat map: blue below 0, white at 0, orange above. A matrix with 784 columns is drawn
 * as one 28 x 28 picture for each row.
 *
 * @param name the name in the alternative text
 */
export function heatPicture(
  name: string,
  A: Matrix,
  { chosen, image = 0, kind, shading = shadingOf(A, kind) }: HeatOptions = {},
): HeatPicture {
  const layout = layoutOf(A, image);
  const asPictures = A.cols === PIXELS;
  const size = asPictures ? 3 : Math.max(4, Math.min(18, Math.floor(640 / layout.width)));
  const filled = asPictures || size < 8 ? size : size - 1; // leaves thin lines between large cells
  const raster = new Raster(layout.width * size, layout.height * size, 208);
  let low = Infinity;
  let high = -Infinity;
  for (let y = 0; y < layout.height; y++) {
    for (let x = 0; x < layout.width; x++) {
      const cell = layout.cellAt(x, y);
      if (!cell) continue;
      const value = A.get(cell.row, cell.col);
      if (value < low) low = value;
      if (value > high) high = value;
      raster.fill(x * size, y * size, filled, filled, colorOf(value, shading));
      if (!Number.isFinite(value)) stripes(raster, x * size, y * size, filled);
    }
  }
  const place = chosen && layout.place(chosen.row, chosen.col);
  if (place) {
    // A white frame in a black one, so that it can be seen on every color.
    frame(raster, place.x * size - 1, place.y * size - 1, size + 1, 255);
    frame(raster, place.x * size - 2, place.y * size - 2, size + 3, 0);
  }
  const drawn = asPictures
    ? `each row as a ${SIDE} by ${SIDE} picture`
    : layout.width < A.cols
    ? `${layout.width} of its ${A.cols} columns`
    : "a cell for each number";
  const { src, width, height } = raster;
  return {
    ...{ src, width, height },
    alt: `Heat map of ${name}, ${A.shape}, ${drawn}. The numbers drawn go from ` +
      `${numberText(low)} to ${numberText(high)}; blue is below 0, orange above.`,
  };
}

/** Stripes for what is not a finite number: they cannot be taken for a color of the scale. */
function stripes(raster: Raster, x: number, y: number, size: number): void {
  for (let v = 0; v < size; v++) {
    for (let u = 0; u < size; u++) {
      if ((u + v) % 4 === 0) raster.fill(x + u, y + v, 1, 1, [90, 0, 60]);
    }
  }
}

function frame(raster: Raster, x: number, y: number, size: number, grey: number): void {
  for (const far of [0, size]) {
    raster.fill(x, y + far, size + 1, 1, [grey, grey, grey]);
    raster.fill(x + far, y, 1, size + 1, [grey, grey, grey]);
  }
}
