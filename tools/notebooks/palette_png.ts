import { encode } from "fast-png";

/** The maximum number of colors in a palette. */
const most = 256;

/**
 * A picture as a PNG file with a palette of at most 256 colors, a third of the size that it has with a
 * color for every pixel. Up to 256 colors nothing is lost; beyond that, each pixel gets the nearest of
 * the 256 colors that stand for the most pixels. (A library's quantizer would choose other colors, and
 * then the PNGs in the committed notebooks would change.)
 *
 * @param rgba width x height x 4 bytes, row after row; alpha is ignored
 */
export function palettePng(
  width: number,
  height: number,
  rgba: Uint8Array,
): Uint8Array {
  const colors = new Uint32Array(width * height);
  for (let k = 0; k < colors.length; k++) {
    colors[k] = rgba[4 * k] << 16 | rgba[4 * k + 1] << 8 | rgba[4 * k + 2];
  }
  const { palette, places } = reduced(counted(colors));

  const data = Uint8Array.from(colors, (color) => places.get(color)!);
  return encode(
    { width, height, data, channels: 1, palette: palette.map(channels) },
    { zlib: { level: 9 } },
  );
}

/** How many pixels have each color. */
function counted(colors: Uint32Array): Map<number, number> {
  const counts = new Map<number, number>();
  for (const color of colors) counts.set(color, (counts.get(color) ?? 0) + 1);
  return counts;
}

/** The palette, and for each color of the picture its place there. */
function reduced(counts: Map<number, number>): { palette: number[]; places: Map<number, number> } {
  const palette = counts.size <= most ? [...counts.keys()] : mostCommon(counts);
  const places = new Map(palette.map((color, place) => [color, place]));
  for (const color of counts.keys()) {
    if (!places.has(color)) places.set(color, nearest(color, palette));
  }
  return { palette, places };
}

/**
 * The most common colors, no two of them almost the same: colors are sorted into boxes of 8 x 8 x 8, and
 * each of the boxes with the most pixels is represented by its most common color.
 */
function mostCommon(counts: Map<number, number>): number[] {
  const boxes = new Map<number, { pixels: number; color: number; count: number }>();
  for (const [color, count] of counts) {
    const name = color & 0xf8f8f8;
    const box = boxes.get(name) ?? { pixels: 0, color, count: 0 };
    box.pixels += count;
    if (count > box.count) [box.color, box.count] = [color, count];
    boxes.set(name, box);
  }
  return [...boxes.values()]
    .sort((a, b) => b.pixels - a.pixels)
    .slice(0, most)
    .map(({ color }) => color);
}

function nearest(color: number, palette: number[]): number {
  const [r, g, b] = channels(color);
  let best = 0;
  let least = Infinity;
  palette.forEach((other, place) => {
    const [s, h, c] = channels(other);
    const distance = (r - s) ** 2 + (g - h) ** 2 + (b - c) ** 2;
    if (distance < least) [best, least] = [place, distance];
  });
  return best;
}

function channels(color: number): [red: number, green: number, blue: number] {
  return [color >> 16, color >> 8 & 255, color & 255];
}
