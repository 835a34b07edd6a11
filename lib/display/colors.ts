/** A colour scale of Plotly: places from 0 to 1, each with its colour. */
export type ColorScale = [number, string][];

/** Pixels: the higher the number, the darker. */
export const greys: ColorScale = [[0, "#ffffff"], [1, "#000000"]];

/** Signed numbers: blue below 0, white at 0, orange above. Told apart by colour-blind readers. */
export const blueOrange: ColorScale = [
  [0, "#053061"],
  [0.2, "#2b73b3"],
  [0.4, "#a6cbe3"],
  [0.5, "#ffffff"],
  [0.6, "#fdc48f"],
  [0.8, "#e0701a"],
  [1, "#7f2704"],
];

/** Numbers from 0 up: the upper half of {@linkcode blueOrange}, so that a colour means the same. */
export const oranges: ColorScale = [
  [0, "#ffffff"],
  [0.2, "#fdc48f"],
  [0.6, "#e0701a"],
  [1, "#7f2704"],
];

/**
 * Colours for lines and bars that colour-blind readers tell apart. (Okabe and Ito, "Color Universal
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
