import { optionsOf } from "../arguments/options.ts";
import { paleOranges } from "../display/colors.ts";
import { count, percent } from "../display/numbers.ts";
import type { Matrix } from "../matrix/matrix.ts";
import { requireMatrix } from "../matrix/require_matrix.ts";
import { ShapeError } from "../matrix/shape_error.ts";
import {
  axis,
  besideBar,
  type Figure,
  figure,
  type FigureOptions,
  ink,
  slimBar,
} from "./figure.ts";

/**
 * The confusion matrix: how often each digit was taken for each. The color is that of the mistakes;
 * the right ones, on the diagonal, have a plain blue so that they don't drown the others.
 *
 * @param confusion 10 x 10 counts as `confusionMatrix` gives them: row = true digit, column =
 * predicted
 * @throws {ShapeError} if it is not square
 *
 * @example
 * ```ts
 * import { confusionHeatmap, confusionMatrix } from "glassnet";
 * import { assertStringIncludes } from "@std/assert";
 *
 * const figure = confusionHeatmap(confusionMatrix([9, 4, 4, 4], [4, 4, 4, 4]));
 * assertStringIncludes(figure.layout.meta.alt, "The most frequent mistake: 4 seen as 9, 1 time.");
 * ```
 */
export function confusionHeatmap(confusion: Matrix, options: FigureOptions = {}): Figure {
  requireMatrix("confusionHeatmap", confusion);
  const { title } = optionsOf("confusionHeatmap", options, { title: undefined });
  if (confusion.rows !== confusion.cols) {
    throw new ShapeError(
      "confusionHeatmap expected a square matrix, row = true digit and column = predicted, but" +
        ` found ${confusion.shape}.`,
    );
  }
  const counts = confusion.toArray();
  // The text of the other trace's cells is empty: both would be written, one over the other.
  const text = (diagonal: boolean) =>
    counts.map((row, i) =>
      row.map((n, j) => n === 0 || (i === j) !== diagonal ? "" : count(n))
    ) as unknown as string[];
  const total = counts.flat().reduce((sum, n) => sum + n, 0);
  const right = counts.reduce((sum, row, i) => sum + row[i], 0);
  let worst = { label: 0, predicted: 1, n: -1 };
  counts.forEach((row, label) =>
    row.forEach((n, predicted) => {
      if (label !== predicted && n > worst.n) worst = { label, predicted, n };
    })
  );
  const score = `${count(right)} of ${count(total)} right (${percent(right / total)})`;
  const common = {
    type: "heatmap" as const,
    texttemplate: "%{text}",
    textfont: { size: 14, color: ink },
    xgap: 2,
    ygap: 2,
    hoverongaps: false,
  };
  return figure({
    title: title ?? `Confusion matrix: ${score}`,
    alt: `Confusion matrix of ${counts.length} digits: ${score}. ` +
      (worst.n > 0
        ? `The most frequent mistake: ${worst.label} seen as ${worst.predicted}, ${
          count(worst.n)
        } time${worst.n === 1 ? "" : "s"}.`
        : "No mistakes."),
  }, [{
    ...common,
    z: counts.map((row, i) => row.map((n, j) => i === j ? null : n)),
    text: text(false),
    zmin: 0,
    zmax: Math.max(1, worst.n),
    colorscale: paleOranges,
    colorbar: { title: { text: "mistakes" }, ...slimBar },
    hovertemplate: "%{z} times a %{y} was seen as %{x}<extra></extra>",
  }, {
    ...common,
    z: counts.map((row, i) => row.map((_, j) => i === j ? 1 : null)),
    text: text(true),
    colorscale: [[0, "#cfe3f3"], [1, "#cfe3f3"]],
    showscale: false,
    hovertemplate: "%{text} times a %{y} was seen right<extra></extra>",
  }], {
    width: 690,
    height: 600,
    margin: besideBar,
    plot_bgcolor: "#e4e4e4",
    xaxis: axis("the network saw", { dtick: 1, showgrid: false }),
    yaxis: axis("true digit", { dtick: 1, showgrid: false, autorange: "reversed" }),
  });
}
