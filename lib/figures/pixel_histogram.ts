import { optionsOf } from "../arguments/options.ts";
import { blue, orange } from "../display/colors.ts";
import { count, percent } from "../display/numbers.ts";
import type { Matrix } from "../matrix/matrix.ts";
import type { Digits } from "../training/digits.ts";
import { requireDigits } from "../training/labels.ts";
import { axis, type Figure, figure, type FigureOptions } from "./figure.ts";

/**
 * How often each pixel value occurs: one bar for the zeros, and 16 bars for 1 to 255, each of 16
 * values (the first of 15). The axis is logarithmic, since four pixels in five are 0.
 *
 * @example
 * ```ts
 * import { Matrix, pixelHistogram } from "glassnet";
 * import { assertStringIncludes } from "@std/assert";
 *
 * const figure = pixelHistogram({ X: Matrix.zeros(784, 2), count: 2 });
 * assertStringIncludes(figure.layout.meta.alt, "1,568 of 1,568 pixels are 0 (100%)");
 * ```
 */
export function pixelHistogram(digits: Digits, options: FigureOptions = {}): Figure {
  requireDigits(digits, "pixelHistogram");
  const { title } = optionsOf("pixelHistogram", options, { title: undefined });
  const frequency = pixelFrequencies(digits.X);
  const total = frequency.reduce((sum, n) => sum + n);
  const bins = Array.from(
    { length: 16 },
    (_, b) => ({ from: Math.max(1, 16 * b), to: 16 * b + 15 }),
  );
  const counts = bins.map(({ from, to }) =>
    frequency.slice(from, to + 1).reduce((sum, n) => sum + n)
  );
  const zeros = percent(frequency[0] / total);
  return figure({
    title: title ?? `How dark the pixels are: ${zeros} of them are 0`,
    alt:
      `Histogram of the pixel values of ${count(digits.count)} images. ${count(frequency[0])} of ` +
      `${count(total)} pixels are 0 (${zeros}); the darkest values, ${
        bins[15].from
      } to 255, occur ` +
      `${count(counts[15])} times.`,
  }, [{
    type: "bar",
    x: ["0", ...bins.map(({ from, to }) => `${from} to ${to}`)],
    y: [frequency[0], ...counts],
    text: [frequency[0], ...counts].map((n) => percent(n / total)),
    textposition: "outside",
    textfont: { size: 12 },
    cliponaxis: false,
    marker: { color: [orange, ...counts.map(() => blue)] },
    hovertemplate: "pixel value %{x}<br>%{y:,} pixels, %{text}<extra></extra>",
  }], {
    bargap: 0.08,
    xaxis: axis("pixel value (0 white, 255 black)", {
      type: "category",
      tickangle: -45,
      showgrid: false,
    }),
    yaxis: axis("number of pixels (log scale)", {
      type: "log",
      range: logRange([frequency[0], ...counts]),
      dtick: 1,
      exponentformat: "none",
      separatethousands: true,
    }),
    height: 460,
  });
}

/** From the power of ten below the smallest bar to some room above the largest, as exponents. */
function logRange(counts: number[]): [number, number] {
  const seen = counts.filter((n) => n > 0);
  return [Math.ceil(Math.log10(Math.min(...seen))) - 1, Math.log10(Math.max(...seen)) + 0.2];
}

/** How often each of the 256 pixel values occurs; only the entries that are not 0 are visited. */
function pixelFrequencies(X: Matrix): number[] {
  const frequency = new Array<number>(256).fill(0);
  if (X.pixels) {
    for (const byte of X.pixels.bytes) frequency[byte]++;
    frequency[0] = X.rows * X.cols - X.pixels.bytes.length;
  } else {
    for (const value of X.values) frequency[Math.round(value * 255)]++;
  }
  return frequency;
}
