import { blueOrange, greys } from "../../display/colors.ts";
import type { ColorScale } from "../../matrix/colors.ts";

/** The colors that a drawing needs and that a style sheet can't give it. */
export interface Theme {
  dark: boolean;
  /** Signed numbers: blue below 0, orange above. */
  signed: ColorScale;
  /** Pixels: from the paper's color to the ink's. */
  pixels: ColorScale;
  /** What lies between the pictures of a matrix. */
  between: [number, number, number];
  /** The chosen cell. */
  chosen: string;
  /** The cells that it came from. */
  from: string;
  /** The cells that it feeds. */
  feeds: string;
  /** The column of the image that is looked at. */
  image: string;
  /** What belongs to the way back. */
  back: string;
  /** Letters on a dark field in a light page, and the other way round. */
  paper: string;
}

/** As in the figures of the notebooks: 0 is white. */
const light: Theme = {
  dark: false,
  signed: blueOrange,
  pixels: greys,
  between: [208, 208, 208],
  chosen: "#000000",
  from: "#00774f",
  feeds: "#b0307a",
  image: "#7a7a7a",
  back: "#b34700",
  paper: "#ffffff",
};

/** On a dark page 0 is dark, and what is far from it is bright. */
const dark: Theme = {
  dark: true,
  signed: [
    [0, "#b5dcff"],
    [0.25, "#3d8fd6"],
    [0.5, "#262626"],
    [0.75, "#d9731f"],
    [1, "#ffcf9e"],
  ],
  pixels: [[0, "#1c1c1c"], [1, "#f4f4f4"]],
  between: [80, 80, 80],
  chosen: "#ffffff",
  from: "#2fd8a5",
  feeds: "#ff86c8",
  image: "#9a9a9a",
  back: "#ffae70",
  paper: "#111111",
};

/** The theme of the page around an element: dark if its letters are light. */
export function themeOf(element: Element): Theme {
  const channels = getComputedStyle(element).color.match(/[\d.]+/g) ?? ["0", "0", "0"];
  const [red, green, blue] = channels.map(Number);
  return 0.3 * red + 0.6 * green + 0.1 * blue > 140 ? dark : light;
}

/** Calls `changed` when the page may have changed its theme. */
export function onThemeChange(changed: () => void): void {
  // Style sheets are swapped a moment after the attribute says so.
  const soon = () => [0, 300, 1000].forEach((wait) => setTimeout(changed, wait));
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", soon);
  new MutationObserver(soon).observe(document.body, {
    attributes: true,
    attributeFilter: ["class", "style", "data-jp-theme-light", "data-vscode-theme-kind"],
  });
}
