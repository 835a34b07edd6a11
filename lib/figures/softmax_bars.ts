import { ArgumentError } from "../arguments/argument_error.ts";
import { found } from "../arguments/found.ts";
import { optionsOf } from "../arguments/options.ts";
import { requireList } from "../arguments/require.ts";
import { blue, orange } from "../display/colors.ts";
import { percent, round } from "../display/numbers.ts";
import { Matrix } from "../matrix/matrix.ts";
import { softmax } from "../network/activations.ts";
import { axis, type Figure, figure, type FigureOptions, zeroLine } from "./figure.ts";

/**
 * Softmax at work on one column: the weighted sums on the left, the probabilities that softmax
 * makes of them on the right.
 *
 * @param z the weighted sums of one image: a column of Z2
 * @throws {ArgumentError} if the list is empty, or a sum is not finite
 *
 * @example
 * ```ts
 * import { softmaxBars } from "glassnet";
 * import { assertEquals } from "@std/assert";
 *
 * const [, right] = softmaxBars([0, 0]).data;
 * assertEquals(right.type === "bar" && right.x, [0.5, 0.5]);
 * ```
 */
export function softmaxBars(z: ArrayLike<number>, options: FigureOptions = {}): Figure {
  requireList("softmaxBars", "weighted sums", z);
  const { title } = optionsOf("softmaxBars", options, {
    title: "Softmax: from weighted sums to probabilities",
  });
  const sums = Array.from(z);
  if (sums.length === 0 || !sums.every(Number.isFinite)) {
    throw new ArgumentError(
      `softmaxBars expected finite numbers, such as [1.5, -0.3, 2], but found [${
        sums.slice(0, 10).map(found).join(", ")
      }].`,
    );
  }
  const Z = Matrix.from(sums.map((sum) => [sum]));
  const probabilities = softmax(Z).toArray().map(([p]) => p);
  const best = probabilities.indexOf(Math.max(...probabilities));
  const digits = sums.map((_, digit) => digit);
  return figure({
    title,
    alt:
      `Bars of ${sums.length} weighted sums and of the probabilities that softmax makes of them. ` +
      `The largest sum, ${round(sums[best])} for the digit ${best}, becomes ${
        percent(probabilities[best])
      }.`,
  }, [{
    type: "bar",
    orientation: "h",
    x: sums.map((sum) => round(sum)),
    y: digits,
    // As everywhere: blue below 0, orange above.
    marker: { color: sums.map((sum) => sum < 0 ? blue : orange) },
    text: sums.map((sum) => sum.toFixed(2)),
    textposition: "auto",
    hovertemplate: "digit %{y}<br>z = %{x:.4~g}<extra></extra>",
  }, {
    type: "bar",
    orientation: "h",
    x: probabilities.map((p) => round(p)),
    y: digits,
    xaxis: "x2",
    marker: { color: orange },
    text: probabilities.map(percent),
    textposition: "outside",
    cliponaxis: false,
    hovertemplate: "digit %{y}<br>probability %{x:.4~g}<extra></extra>",
  }], {
    showlegend: false,
    width: 840,
    xaxis: axis("weighted sum z", { domain: [0, 0.46], ...zeroLine }),
    xaxis2: axis("probability", { domain: [0.54, 1], range: [0, 1.15], tickvals: [0, 0.5, 1] }),
    yaxis: axis("digit", { dtick: 1, showgrid: false, autorange: "reversed" }),
  });
}
