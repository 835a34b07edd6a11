import { ArgumentError } from "../arguments/argument_error.ts";
import { found } from "../arguments/found.ts";
import { greys } from "../display/colors.ts";
import type { ColorScale } from "../matrix/colors.ts";
import { PIXELS, SIDE } from "../matrix/mnist.ts";
import {
  type Figure,
  figure,
  type FigureText,
  gridLine,
  hiddenAxis,
  note,
  slimBar,
  squarePixels,
} from "./figure.ts";

/** One picture of a mosaic: 784 numbers, row after row, and the lines that stand above it. */
export interface Tile {
  values: (number | null)[];
  caption: string;
}

/** How a mosaic looks. */
export interface MosaicOptions extends FigureText {
  /** The number of tiles in a row. */
  columns: number;
  /**
   * The numbers that the two ends of the color scale stand for.
   *
   * @default {[0, 255]}
   */
  range?: [number, number];
  /** @default {greys} */
  colors?: ColorScale;
  /**
   * What a cell's number is called when the pointer is over it.
   *
   * @default {"pixel value %{z}"}
   */
  hover?: string;
  /** Draws a color bar with this name. */
  colorBar?: string;
  /**
   * The size of the captions in screen pixels.
   *
   * @default {13}
   */
  captionSize?: number;
}

/** The largest width that fits into a notebook beside an open side bar, in screen pixels. */
const widest = 810;

/**
 * Many 28 x 28 pictures as one heat map, so that the figure stays small. Between the tiles
 * stand zeros, which both color scales draw white.
 */
export function mosaic(tiles: Tile[], options: MosaicOptions): Figure {
  const { range = [0, 255], colors = greys, hover = "pixel value %{z}" } = options;
  const { colorBar, captionSize = 13 } = options;
  if (tiles.length === 0) throw new ArgumentError("Expected at least one image, but found none.");
  if (!Number.isInteger(options.columns) || options.columns < 1) {
    throw new ArgumentError(
      `Expected columns to be a whole number of at least 1, but found ${found(options.columns)}.`,
    );
  }
  const across = Math.min(options.columns, tiles.length);
  const down = Math.ceil(tiles.length / across);
  const lines = Math.max(0, ...tiles.map(({ caption }) => caption.split("<br>").length));
  const gap = 3;
  // Half and whole screen pixels for a cell keep the digits crisp.
  const zoom = Math.min(4, Math.floor(2 * widest / (across * (SIDE + gap))) / 2);
  const captionHeight = Math.ceil((lines * captionSize * 1.35 + 8) / zoom);
  const pitch = { x: SIDE + gap, y: SIDE + captionHeight };
  const width = across * pitch.x;
  const height = down * pitch.y;

  const z = Array.from({ length: height }, () => new Array<number | null>(width).fill(0));
  const corners = tiles.map((_, t) => ({
    x: (t % across) * pitch.x + (gap >> 1),
    y: Math.floor(t / across) * pitch.y + captionHeight,
  }));
  tiles.forEach(({ values }, t) => {
    for (let p = 0; p < PIXELS; p++) {
      z[corners[t].y + Math.floor(p / SIDE)][corners[t].x + p % SIDE] = values[p];
    }
  });

  const margin = { l: 12, r: colorBar ? 90 : 12, t: 44, b: 14 };
  return figure(options, [{
    type: "heatmap",
    z,
    zmin: range[0],
    zmax: range[1],
    colorscale: colors,
    showscale: colorBar !== undefined,
    colorbar: { title: { text: colorBar ?? "" }, ...slimBar },
    hovertemplate: `${hover}<extra></extra>`,
  }], {
    width: Math.max(Math.round(width * zoom), 420) + margin.l + margin.r,
    height: Math.round(height * zoom) + margin.t + margin.b,
    margin,
    xaxis: { ...hiddenAxis([-0.5, Math.max(width, 420 / zoom) - 0.5]), ...squarePixels.x },
    yaxis: { ...hiddenAxis([height - 0.5, -0.5]), ...squarePixels.y },
    shapes: corners.map(({ x, y }) => ({
      type: "rect",
      x0: x - 0.5,
      x1: x + SIDE - 0.5,
      y0: y - 0.5,
      y1: y + SIDE - 0.5,
      line: { color: gridLine, width: 1 },
    })),
    annotations: tiles.map(({ caption }, t) =>
      note(caption, corners[t].x + SIDE / 2 - 0.5, corners[t].y - 0.5, captionSize, {
        yanchor: "bottom",
      })
    ),
  });
}
