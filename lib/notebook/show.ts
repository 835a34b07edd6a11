import type { Figure } from "../figures/figure.ts";
import type { Bundle } from "../display/displayable.ts";
import { host } from "../host/host.ts";
import { packed } from "../display/packed.ts";

/**
 * Shows figures, matrices and tables in the notebook, one below the other. In a plain script it
 * prints a figure's alternative text, and everything else as `console.log` does.
 *
 * @param things figures, and whatever else Jupyter can show
 *
 * @example
 * ```ts
 * import { reluGraph, show } from "glassnet";
 *
 * await show(reluGraph());
 * ```
 */
export async function show(...things: unknown[]): Promise<void> {
  const notebook = host().notebook();
  for (const thing of things) {
    if (!notebook) console.log(isFigure(thing) ? thing.layout.meta.alt : thing);
    else if (isFigure(thing)) await notebook.display(figureBundle(thing), { raw: true });
    else await notebook.display(thing);
  }
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

function isFigure(thing: unknown): thing is Figure {
  const { data, layout } = (thing ?? {}) as Partial<Figure>;
  return Array.isArray(data) && typeof layout?.meta?.alt === "string";
}
