import { ArgumentError } from "../arguments/argument_error.ts";
import { optionsOf } from "../arguments/options.ts";
import { blue } from "../display/colors.ts";
import { count, percent } from "../display/numbers.ts";
import type { Digits } from "../training/digits.ts";
import { requireDigits } from "../training/labels.ts";
import {
  axis,
  besideBar,
  faintInk,
  type Figure,
  figure,
  type FigureOptions,
  note,
} from "./figure.ts";

/**
 * How many images there are of each digit. A line marks the height that all bars would have if
 * every digit were as frequent as the others.
 *
 * @throws {ArgumentError} if the digits have no labels
 *
 * @example
 * ```ts
 * import { classBalance, Matrix } from "glassnet";
 * import { assertEquals } from "@std/assert";
 *
 * const digits = { X: Matrix.zeros(784, 3), labels: Uint8Array.of(5, 0, 5), count: 3 };
 * const [bars] = classBalance(digits).data;
 * assertEquals(bars.type === "bar" && bars.y, [1, 0, 0, 0, 0, 2, 0, 0, 0, 0]);
 * ```
 */
export function classBalance(digits: Digits, options: FigureOptions = {}): Figure {
  requireDigits(digits, "classBalance");
  const { title } = optionsOf("classBalance", options, {
    title: `How many images there are of each digit, of ${count(digits.count)}`,
  });
  if (!digits.labels) {
    throw new ArgumentError(
      "classBalance expected digits with labels; those of test.csv have none.",
    );
  }
  const counts = new Array<number>(10).fill(0);
  for (const label of digits.labels) counts[label]++;
  const even = digits.count / 10;
  const most = counts.indexOf(Math.max(...counts));
  const least = counts.indexOf(Math.min(...counts));
  return figure({
    title,
    alt: `Bars: the number of images of each digit, of ${count(digits.count)}. ` +
      `Most are of the digit ${most} (${count(counts[most])}), ` +
      `fewest of the digit ${least} (${count(counts[least])}).`,
  }, [{
    type: "bar",
    x: counts.map((_, digit) => digit),
    y: counts,
    marker: { color: blue },
    text: counts.map((n) => percent(n / digits.count)),
    textposition: "inside",
    insidetextanchor: "end",
    hovertemplate: "digit %{x}<br>%{y:,} images, %{text}<extra></extra>",
  }], {
    margin: besideBar,
    xaxis: axis("digit", { dtick: 1, showgrid: false }),
    yaxis: axis("number of images", { tickformat: ",d", rangemode: "tozero" }),
    shapes: [{
      type: "line",
      layer: "below",
      xref: "paper",
      x0: 0,
      x1: 1,
      y0: even,
      y1: even,
      line: { color: faintInk, width: 1.5, dash: "dash" },
    }],
    annotations: [
      note(" a tenth of all", 1, even, 13, { xref: "paper", xanchor: "left", color: faintInk }),
    ],
  });
}
