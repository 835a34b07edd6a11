/** Plotly's figures, live. */
import { type FigureLayout, hasLabels, type PageFigure } from "../figure_layout.ts";

interface Plotly {
  react(
    element: HTMLElement,
    data: unknown[],
    layout: object,
    config: object,
  ): Promise<unknown>;
}

let plotly: Promise<Plotly> | undefined;

/** Plotly is a script that leaves a global name behind; it is loaded once. */
function load(): Promise<Plotly> {
  return plotly ??= new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = new URL("plotly-cartesian.min.js", import.meta.url).href;
    script.onload = () => resolve((globalThis as unknown as { Plotly: Plotly }).Plotly);
    script.onerror = () => reject(new Error("The renderer of the figures could not be loaded."));
    document.head.append(script);
  });
}

/** Narrower than this is a phone: a figure is laid out anew for it, or scrolls if it has words inside. */
const NARROW = 560;

/** Draws a figure, as wide as the page lets it be. */
export async function drawPlotly(element: HTMLElement, figure: PageFigure): Promise<void> {
  const { react } = await load();
  const { data, layout } = figure;
  const room = element.clientWidth;
  const width = hasLabels(figure)
    ? layout.width ?? (room < NARROW ? NARROW : undefined)
    : layout.width && layout.width <= room
    ? layout.width
    : undefined;
  const sized = width ? { ...layout, width } : { ...layout, width: undefined, autosize: true };
  const fitting = !width && room < NARROW ? narrow(sized) : sized;
  await react(element, data, fitting, { responsive: true, displaylogo: false });
}

interface Axis {
  title?: { text: string; font?: object };
}

/** The layout for a phone: the legend below, smaller and broken titles. */
function narrow(layout: FigureLayout): FigureLayout {
  const { title, margin, xaxis, yaxis } = layout as {
    title: { text: string };
    margin: { t: number };
    xaxis?: Axis;
    yaxis?: Axis;
  };
  const text = broken(title.text, 40);
  const lines = text.split("<br>").length;
  return {
    ...layout,
    title: { ...title, text, font: { size: 15 } },
    margin: { ...margin, t: Math.max(margin.t, 38 + 20 * lines) },
    xaxis: smaller(xaxis),
    yaxis: smaller(yaxis),
    legend: { orientation: "h", x: 0, y: -0.3, yanchor: "top" },
  };
}

function smaller(axis: Axis = {}): Axis {
  if (!axis.title) return axis;
  return {
    ...axis,
    title: { ...axis.title, text: broken(axis.title.text, 36), font: { size: 12 } },
  };
}

/** A text in lines of at most so many letters. */
function broken(text: string, most: number): string {
  const lines = [""];
  for (const word of text.split(" ")) {
    const longer = `${lines.at(-1)} ${word}`.trimStart();
    if (longer.length > most) lines.push(word);
    else lines[lines.length - 1] = longer;
  }
  return lines.join("<br>");
}
