import { optionsOf } from "../arguments/options.ts";
import { blue, orange } from "../display/colors.ts";
import { axis, type Figure, figure, type FigureOptions, zeroLine } from "./figure.ts";

/**
 * ReLU and its derivative, from -3 to 3.
 *
 * @example
 * ```ts
 * import { reluGraph } from "glassnet";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(reluGraph().data.map(({ name }) => name), ["ReLU(z)", "ReLU'(z)", "jump"]);
 * ```
 */
export function reluGraph(options: FigureOptions = {}): Figure {
  const { title } = optionsOf("reluGraph", options, { title: "ReLU and its derivative" });
  return figure({
    title,
    alt: "ReLU(z) is 0 up to z = 0 and equals z from there on. " +
      "Its derivative is 0 up to and at z = 0 and 1 from there on.",
  }, [{
    type: "scatter",
    mode: "lines",
    name: "ReLU(z)",
    x: [-3, 0, 3],
    y: [0, 0, 3],
    line: { color: blue, width: 3 },
    hovertemplate: "ReLU(%{x}) = %{y}<extra></extra>",
  }, {
    type: "scatter",
    mode: "lines",
    name: "ReLU'(z)",
    // The gap between the two halves is the jump: at z = 0 the derivative is 0.
    x: [-3, 0, null, 0, 3],
    y: [0, 0, null, 1, 1],
    line: { color: orange, width: 3, dash: "dash" },
    hovertemplate: "ReLU'(%{x}) = %{y}<extra></extra>",
  }, {
    type: "scatter",
    mode: "markers",
    name: "jump",
    x: [0, 0],
    y: [0, 1],
    marker: {
      color: [orange, "#ffffff"],
      size: 10,
      line: { color: orange, width: 2 },
    },
    showlegend: false,
    hoverinfo: "skip",
  }], {
    width: 620,
    height: 380,
    legend: { x: 0.03, y: 0.97 },
    xaxis: axis("z", { dtick: 1, ...zeroLine }),
    yaxis: axis("value", { dtick: 1 }),
  });
}
