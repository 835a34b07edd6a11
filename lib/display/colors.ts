import type { ColorScale, Shading } from "../matrix/colors.ts";
import type { Matrix } from "../matrix/matrix.ts";

/** Pixels: the higher the number, the darker. */
export const greys: ColorScale = [[0, "#ffffff"], [1, "#000000"]];

/** Signed numbers: blue below 0, white at 0, orange above. Color-blind readers can tell them apart. */
export const blueOrange: ColorScale = [
  [0, "#053061"],
  [0.2, "#2b73b3"],
  [0.4, "#a6cbe3"],
  [0.5, "#ffffff"],
  [0.6, "#fdc48f"],
  [0.8, "#e0701a"],
  [1, "#7f2704"],
];

/** Numbers from 0 up: the upper half of {@linkcode blueOrange}, so that a color means the same. */
export const oranges: ColorScale = [
  [0, "#ffffff"],
  [0.2, "#fdc48f"],
  [0.6, "#e0701a"],
  [1, "#7f2704"],
];

/**
 * {@linkcode blueOrange} for cells with numbers in them: pale enough to read dark letters, and light ones
 * once a dark theme has turned both around.
 */
export const paleBlueOrange: ColorScale = [[0, "#8fc1eb"], [0.5, "#ffffff"], [1, "#f9b277"]];

/** The upper half of {@linkcode paleBlueOrange}. */
export const paleOranges: ColorScale = [[0, "#ffffff"], [1, "#f9b277"]];

/**
 * Colors for lines and bars that color-blind readers can tell apart. (Okabe and Ito, "Color Universal
 * Design", 2008; their yellow is left out, since it is too pale on white.)
 */
export const palette = [
  "#0072b2",
  "#d55e00",
  "#009e73",
  "#cc79a7",
  "#56b4e9",
  "#e69f00",
  "#000000",
] as const;

export const blue = palette[0];
export const orange = palette[1];
export const green = palette[2];

/** What a matrix holds: pixels from 0 to 1, or numbers of either sign. */
export type Kind = "pixels" | "signed";

/**
 * The colors of a matrix: pixels go from white to black, all other numbers from blue through white
 * at 0 to orange.
 */
export function shadingOf(A: Matrix, kind: Kind = "signed"): Shading {
  if (kind === "pixels") return { scale: greys, low: 0, high: 1 };
  let most = 0;
  for (const value of A.values) {
    if (Number.isFinite(value)) most = Math.max(most, Math.abs(value));
  }
  return { scale: blueOrange, low: -(most || 1), high: most || 1 };
}
