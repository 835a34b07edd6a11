import { ArgumentError } from "../arguments/argument_error.ts";
import { found } from "../arguments/found.ts";
import { optionsOf } from "../arguments/options.ts";
import { requireObject } from "../arguments/require.ts";
import { palette } from "../display/colors.ts";
import { round } from "../display/numbers.ts";
import { axis, type Figure, figure, type FigureOptions } from "./figure.ts";

const symbols = ["circle", "diamond-open", "square", "x"] as const;

/**
 * The accuracies of several networks below one another, to compare: a row for each network, a dot for
 * each of its accuracies. The first accuracy is also written beside its dot. The axis does not start at 0,
 * which dots, unlike bars, allow.
 *
 * @param rows for each network its accuracies by name, from 0 to 1
 * @throws {ArgumentError} if there is no row, or an accuracy is not from 0 to 1
 *
 * @example
 * ```ts
 * import { accuracyDots } from "glassnet";
 * import { assertEquals } from "@std/assert";
 *
 * const figure = accuracyDots({ "10 hidden units": { test: 0.934, training: 0.952 } });
 * assertEquals(figure.data.map(({ name }) => name), ["test", "training"]);
 * ```
 */
export function accuracyDots(
  rows: Record<string, Record<string, number>>,
  options: FigureOptions = {},
): Figure {
  const { title } = optionsOf("accuracyDots", options, { title: "Accuracy, row by row" });
  const names = Object.keys(rows ?? {});
  if (names.length === 0) {
    throw new ArgumentError(
      'accuracyDots expected accuracies by name, such as { "10 hidden units": { test: 0.93 } }.',
    );
  }
  for (const row of Object.values(rows)) {
    requireObject("accuracyDots", "an object of accuracies for each row", row);
  }
  const kinds = [...new Set(names.flatMap((name) => Object.keys(rows[name])))];
  const values = names.flatMap((name) => Object.entries(rows[name]));
  for (const [kind, value] of values) {
    if (Number.isFinite(value) && value >= 0 && value <= 1) continue;
    throw new ArgumentError(
      `accuracyDots expected accuracies from 0 to 1, but found ${found(value)} for "${kind}".`,
    );
  }
  const lowest = Math.min(...values.map(([, value]) => value));
  const of = (kind: string) => names.filter((name) => rows[name][kind] !== undefined);
  const inWords = (name: string) =>
    Object.entries(rows[name]).map(([kind, value]) => `${kind} ${precise(value)}`).join(", ");
  return figure(
    { title, alt: `Dots. ${names.map((name) => `${name}: ${inWords(name)}.`).join(" ")}` },
    kinds.map((kind, k) => ({
      type: "scatter",
      mode: k === 0 ? "text+markers" : "markers",
      name: kind,
      x: of(kind).map((name) => round(rows[name][kind])),
      y: of(kind),
      text: k === 0 ? of(kind).map((name) => label(rows[name][kind], rows[name])) : undefined,
      textposition: k === 0
        ? of(kind).map((name) =>
          isLast(rows[name][kind], rows[name]) ? "middle right" : "middle left"
        )
        : undefined,
      cliponaxis: false,
      marker: {
        color: palette[k % palette.length],
        symbol: symbols[k % symbols.length],
        size: 12,
        line: { width: 2 },
      },
      hovertemplate: "%{y}: %{x:.2%}",
    })),
    {
      height: 150 + 56 * names.length,
      showlegend: kinds.length > 1,
      legend: { orientation: "h", x: 0, y: 1, yanchor: "bottom", font: { size: 14 } },
      margin: { l: 76, r: 32, t: 84, b: 68 },
      xaxis: axis("accuracy (share of the images)", {
        tickformat: ".0%",
        range: [Math.max(0, Math.floor(20 * lowest - 0.2) / 20), 1.01],
      }),
      yaxis: axis("", {
        type: "category",
        autorange: "reversed",
        categoryorder: "array",
        categoryarray: names,
      }),
    },
  );
}

/** An accuracy with one decimal more than a percentage usually has: the rows differ by little. */
function precise(share: number): string {
  return `${(100 * share).toFixed(1)}%`;
}

/** Whether an accuracy is the last dot of its row: its label goes to the right, clear of the others. */
function isLast(share: number, row: Record<string, number>): boolean {
  return Object.keys(row).length > 1 && share >= Math.max(...Object.values(row));
}

/** The text beside a dot, with a little room between them. */
function label(share: number, row: Record<string, number>): string {
  return isLast(share, row) ? `  ${precise(share)}` : `${precise(share)}  `;
}
