import { display } from "../display/displayable.ts";
import { type Figure, figureBundle } from "../figures/figure.ts";
import { host } from "../host/host.ts";

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
export function show(...things: unknown[]): Promise<void> {
  return Object.defineProperty(showEach(things), display, { value: () => forgotten });
}

/** What a cell says if its last line is `show(...)` itself, and not `await show(...)`. */
const forgotten = { "text/plain": "Put await in front: await show(...)" };

async function showEach(things: unknown[]): Promise<void> {
  const notebook = host().notebook();
  for (const thing of things) {
    if (!notebook) console.log(isFigure(thing) ? thing.layout.meta.alt : thing);
    else if (isFigure(thing)) await notebook.display(figureBundle(thing), { raw: true });
    else await notebook.display(thing);
  }
}

function isFigure(thing: unknown): thing is Figure {
  const { data, layout } = (thing ?? {}) as Partial<Figure>;
  return Array.isArray(data) && typeof layout?.meta?.alt === "string";
}
