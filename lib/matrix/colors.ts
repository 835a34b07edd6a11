/** A color scale, also as Plotly takes it: places from 0 to 1, each with its color. */
export type ColorScale = [number, string][];

/** Red, green and blue, 0 to 255. */
export type Rgb = [number, number, number];

/** How the numbers of a matrix become colors. */
export interface Shading {
  scale: ColorScale;
  /** The number that gets the scale's first color, and the one that gets its last. */
  low: number;
  high: number;
}

/** The color of a number; pink if it is not finite. */
export function colorOf(value: number, { scale, low, high }: Shading): Rgb {
  if (!Number.isFinite(value)) return [255, 158, 207];
  const place = Math.min(1, Math.max(0, (value - low) / (high - low)));
  const above = Math.max(1, scale.findIndex(([end]) => place <= end));
  const [from, first] = scale[above - 1];
  const [to, last] = scale[above];
  const share = (place - from) / (to - from);
  const [a, b] = [rgb(first), rgb(last)];
  return [0, 1, 2].map((k) => Math.round(a[k] + (b[k] - a[k]) * share)) as Rgb;
}

function rgb(hex: string): Rgb {
  return [1, 3, 5].map((k) => parseInt(hex.slice(k, k + 2), 16)) as Rgb;
}
