import { ArgumentError } from "../arguments/argument_error.ts";
import { found } from "../arguments/found.ts";
import { optionsOf } from "../arguments/options.ts";
import { requireList } from "../arguments/require.ts";
import { blue, green, orange } from "../display/colors.ts";
import { percent, round } from "../display/numbers.ts";
import { axis, type Figure, figure, type FigureOptions } from "./figure.ts";

/** What is known of the digit. */
export interface ProbabilityBarsOptions extends FigureOptions {
  /** What the image is; its bar is marked. */
  label?: number;
}

/**
 * What the network thinks of one image: the probability of each digit as a bar. The true digit's bar
 * is green, a wrong first choice orange; both are also said in words.
 *
 * @param probabilities ten numbers from 0 to 1: a column of A2, or `probabilities` of a mistake
 * @throws {ArgumentError} if it is empty or a number is not from 0 to 1
 *
 * @example
 * ```ts
 * import { probabilityBars } from "glassnet";
 * import { assertEquals } from "@std/assert";
 *
 * const figure = probabilityBars([0.1, 0.7, 0.2], { label: 2 });
 * assertEquals(figure.layout.title?.text, "Seen as 1 (70%), is 2 (20%)");
 * ```
 */
export function probabilityBars(
  probabilities: ArrayLike<number>,
  options: ProbabilityBarsOptions = {},
): Figure {
  requireList("probabilityBars", "probabilities", probabilities);
  const { label, title } = optionsOf("probabilityBars", options, {
    label: undefined,
    title: undefined,
  });
  const values = Array.from(probabilities);
  const wrong = values.findIndex((p) => !(Number.isFinite(p) && p >= 0 && p <= 1));
  if (values.length === 0 || wrong >= 0) {
    throw new ArgumentError(
      "probabilityBars expected probabilities from 0 to 1, such as a column of A2, but found " +
        (values.length === 0 ? "none." : `${found(values[wrong])} for the digit ${wrong}.`),
    );
  }
  if (label !== undefined && (!Number.isInteger(label) || values[label] === undefined)) {
    throw new ArgumentError(
      `probabilityBars expected a label from 0 to ${values.length - 1}, but found ${found(label)}.`,
    );
  }
  const best = values.indexOf(Math.max(...values));
  const seen = `Seen as ${best} (${percent(values[best])})`;
  const words = label === undefined
    ? seen
    : label === best
    ? `${seen}, rightly`
    : `${seen}, is ${label} (${percent(values[label])})`;
  return figure({
    title: title ?? words,
    alt: `Bars: the probability of each digit. ${words}.`,
  }, [{
    type: "bar",
    x: values.map((_, digit) => digit),
    y: values.map((value) => round(value)),
    marker: {
      color: values.map((_, digit) =>
        digit === label ? green : digit === best && label !== undefined ? orange : blue
      ),
    },
    // Where nothing is to be seen, there is nothing to read, unless it is the label.
    text: values.map((value, digit) =>
      digit === label ? `${percent(value)}<br>the label` : value < 0.0005 ? "" : percent(value)
    ),
    textposition: "outside",
    cliponaxis: false,
    hovertemplate: "digit %{x}<br>probability %{y:.4~g}<extra></extra>",
  }], {
    height: 360,
    width: 760,
    xaxis: axis("digit", { dtick: 1, showgrid: false }),
    yaxis: axis("probability", { range: [0, 1.18], tickvals: [0, 0.25, 0.5, 0.75, 1] }),
  });
}
