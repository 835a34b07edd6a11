/** Plotly's figures, live. */
import { layoutFor, type PageFigure } from "../figure_layout.ts";

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

/** Draws a figure, as wide as the page lets it be. */
export async function drawPlotly(element: HTMLElement, figure: PageFigure): Promise<void> {
  const { react } = await load();
  const layout = layoutFor(figure, element.clientWidth);
  await react(element, figure.data, layout, { responsive: true, displaylogo: false });
}
