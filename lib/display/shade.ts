import { blueOrange, type ColorScale, greys } from "./colors.ts";
import type { MatrixName } from "../step/equations.ts";
import type { Matrix } from "../matrix/matrix.ts";

/** Red, green and blue, 0 to 255. */
export type Rgb = [number, number, number];

/** How the numbers of a matrix become colours. */
export interface Shading {
  scale: ColorScale;
  /** The number that gets the scale's first colour, and the one that gets its last. */
  low: number;
  high: number;
}

/**
 * The colours of a matrix: pixels from white to black, all other numbers from blue through white at 0
 * to orange.
 */
export function shadingOf(name: MatrixName, A: Matrix): Shading {
  if (name === "X") return { scale: greys, low: 0, high: 1 };
  let most = 0;
  for (const value of A.values) {
    if (Number.isFinite(value)) most = Math.max(most, Math.abs(value));
  }
  return { scale: blueOrange, low: -(most || 1), high: most || 1 };
}

/** The colour of a number; pink where it is not finite. */
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
