import type { Data, Layout } from "plotly.js-dist-min";
import { type Bundle, display } from "../display/displayable.ts";
import { packed } from "../display/packed.ts";

/** A picture as Plotly draws it: plain data, which knows nothing of Jupyter or of a page. */
export interface Figure {
  // Data and Layout by way of a function that takes both: a documented type names nothing that
  // the documentation does not list.
  /** The traces: what is drawn. */
  data: Parameters<(typeof import("plotly.js-dist-min"))["validate"]>[0];
  /** Where and how it is drawn. `meta.alt` says in words what the picture shows. */
  layout: Parameters<(typeof import("plotly.js-dist-min"))["validate"]>[1] & {
    meta: { alt: string };
  };
}

/** What every figure can be given. */
export interface FigureOptions {
  /** What stands above the picture. */
  title?: string;
}

/** The paper and ink of every figure, the same in a light and in a dark notebook. */
export const paper = "#ffffff";
export const ink = "#1a1a1a";
export const faintInk = "#5c5c5c";
export const gridLine = "#e4e4e4";

/** What each figure adds to the common layout. */
export interface FigureText {
  /** Stands above the picture. */
  title: string;
  /** A sentence or two for a reader who can't see the picture: what it shows, with its main numbers. */
  alt: string;
}

/** Puts traces on the common paper: colors, sizes of letters, title, alternative text. */
export function figure(
  { title, alt }: FigureText,
  data: Data[],
  layout: Partial<Layout> = {},
): Figure {
  return shown({
    data,
    layout: {
      title: {
        text: title,
        x: 0,
        xanchor: "left",
        y: 1,
        yanchor: "top",
        pad: { l: 12, t: 14 },
        font: { size: 18 },
      },
      font: { family: "Arial, Helvetica, sans-serif", size: 14, color: ink },
      paper_bgcolor: paper,
      plot_bgcolor: paper,
      hoverlabel: { bgcolor: "#fffbe6", bordercolor: faintInk, font: { color: ink, size: 14 } },
      height: 420,
      margin: { l: 76, r: 24, t: 56, b: 68 },
      ...layout,
      meta: { alt },
    },
  });
}

/** A figure that the notebook also draws if it is a cell's last line, without `show`. */
function shown(figure: Figure): Figure {
  return Object.defineProperty(figure, display, { value: () => figureBundle(figure) });
}

/** A figure in the formats that go into the notebook: for Plotly's renderer, and in words. */
export function figureBundle(figure: Figure): Bundle {
  return {
    "application/vnd.plotly.v1+json": {
      data: figure.data.map(packed),
      layout: figure.layout,
      config: { responsive: true, displaylogo: false },
    },
    "text/plain": figure.layout.meta.alt,
  };
}

/** The margins of a figure with something on its right, such as a color bar. */
export const besideBar = { l: 76, r: 110, t: 56, b: 68 };

/** A slim color bar. */
export const slimBar = { thickness: 14, outlinewidth: 0 };

/** How an axis looks that is seen. */
export const axisLook: Partial<Layout["xaxis"]> = {
  gridcolor: gridLine,
  zeroline: false,
  linecolor: faintInk,
  showline: true,
  ticks: "outside",
  tickcolor: faintInk,
};

/** An axis with a name, for curves and bars. */
export function axis(name: string, more: Partial<Layout["xaxis"]> = {}): Partial<Layout["xaxis"]> {
  return {
    title: { text: name, standoff: 10 },
    ...axisLook,
    automargin: true,
    ...more,
  };
}

/** A marked zero line for an axis. */
export const zeroLine = { zeroline: true, zerolinecolor: "#b0b0b0" };

/**
 * What both axes of a picture of digits have: a pixel stays a square, however wide the picture is drawn.
 * JupyterLab keeps a picture of each figure, as wide as the notebook.
 */
export const squarePixels = {
  x: { constrain: "domain" },
  y: { constrain: "domain", scaleanchor: "x" },
} satisfies Record<string, Partial<Layout["xaxis"]>>;

/** An axis that only places things and is not seen. */
export function hiddenAxis(range: [number, number]): Partial<Layout["xaxis"]> {
  return { visible: false, range, fixedrange: false };
}

/** A text somewhere in a figure. */
export type Note = NonNullable<Layout["annotations"]>[number];

/** Writes a text at a place. */
export function note(
  text: string,
  x: number,
  y: number,
  size: number,
  { color = ink, ...more }: Partial<Note> & { color?: string } = {},
): Note {
  return { text, x, y, showarrow: false, font: { size, color }, ...more } as Note;
}
