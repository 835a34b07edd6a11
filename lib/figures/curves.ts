import { ArgumentError } from "../arguments/argument_error.ts";
import { optionsOf } from "../arguments/options.ts";
import { requireBooleans } from "../arguments/require.ts";
import { palette } from "../display/colors.ts";
import { round } from "../display/numbers.ts";
import type { HistoryEntry } from "../training/history.ts";
import { axis, type Figure, figure, type FigureOptions } from "./figure.ts";

/** The trainings to draw: each name with its history. A loop of one's own may keep the losses only. */
export type Trainings = Record<
  string,
  readonly (Pick<HistoryEntry, "iteration" | "loss"> & Partial<HistoryEntry>)[]
>;

/** How curves are drawn. */
export interface CurveOptions extends FigureOptions {
  /**
   * A logarithmic axis for the losses or accuracies.
   *
   * @default {false}
   */
  logY?: boolean;
  /**
   * A logarithmic axis for the iterations; the untrained network, iteration 0, is then left out.
   *
   * @default {false}
   */
  logX?: boolean;
}

/** Maximum number of points of a curve; longer trainings are thinned. */
const mostPoints = 400;

const dashes = ["solid", "dash", "dot", "dashdot", "longdash", "longdashdot"] as const;
const markers = ["circle", "square", "diamond", "cross", "triangle-up", "x"] as const;

/**
 * The loss after each iteration, one curve for each training. The curves differ in color, dash and
 * marker. A curve ends at the first loss that is not finite.
 *
 * @throws {ArgumentError} if there is no training, or one has no history
 *
 * @example
 * ```ts
 * import { lossCurves } from "glassnet";
 * import { assertEquals } from "@std/assert";
 *
 * const history = [
 *   { iteration: 0, loss: 2.4, accuracy: 0.1 },
 *   { iteration: 1, loss: 2.2, accuracy: 0.2 },
 * ];
 * const figure = lossCurves({ "alpha = 0.10": history });
 * assertEquals(figure.layout.meta.alt, "Loss curves. alpha = 0.10: from 2.4 to 2.2 in 1 iteration.");
 * ```
 */
export function lossCurves(trainings: Trainings, options: CurveOptions = {}): Figure {
  const look = curveOptions("lossCurves", options, "Loss during training");
  const lines = linesOf(trainings, "lossCurves", ({ loss }) => loss);
  return curves(lines, {
    what: "Loss curves",
    yName: "loss: mean cross-entropy (nats)",
    ...look,
  });
}

/**
 * The accuracy after each iteration, one curve for each training, and a second one for the dev images
 * if it was measured on some.
 *
 * @throws {ArgumentError} if there is no training, or one has no history
 *
 * @example
 * ```ts
 * import { accuracyCurves } from "glassnet";
 * import { assertEquals } from "@std/assert";
 *
 * const history = [{ iteration: 0, loss: 2.4, accuracy: 0.1, devAccuracy: 0.12 }];
 * const figure = accuracyCurves({ reference: history });
 * assertEquals(figure.data.map(({ name }) => name), ["reference, training", "reference, dev"]);
 * ```
 */
export function accuracyCurves(trainings: Trainings, options: CurveOptions = {}): Figure {
  const look = curveOptions("accuracyCurves", options, "Accuracy during training");
  const training = linesOf(trainings, "accuracyCurves", ({ accuracy }) => accuracy);
  const dev = linesOf(trainings, "accuracyCurves", ({ devAccuracy }) => devAccuracy);
  const lines = training.flatMap((line, k) =>
    dev[k].y.length === 0
      ? [line]
      : [{ ...line, name: `${line.name}, training` }, { ...dev[k], name: `${dev[k].name}, dev` }]
  );
  return curves(lines, {
    what: "Accuracy curves",
    yName: "accuracy (share of the images)",
    tickformat: ".0%",
    ...look,
  });
}

function curveOptions(call: string, options: CurveOptions, title: string): Required<CurveOptions> {
  const filled = optionsOf(call, options, { title, logX: false, logY: false });
  requireBooleans(call, { logX: filled.logX, logY: filled.logY });
  return filled;
}

interface Line {
  name: string;
  x: number[];
  y: number[];
}

function linesOf(
  trainings: Trainings,
  call: string,
  value: (moment: Trainings[string][number]) => number | undefined,
): Line[] {
  const isTraining = Array.isArray((trainings as { history?: unknown } | undefined)?.history);
  if (Array.isArray(trainings) || isTraining) {
    throw new ArgumentError(
      `${call} expected each history under a name: ${call}({ "alpha = 0.10": training.history }).`,
    );
  }
  const entries = Object.entries(trainings ?? {});
  if (entries.length === 0) {
    throw new ArgumentError(
      `${call} expected trainings by name, such as { "alpha = 0.10": history }.`,
    );
  }
  return entries.map(([name, history]) => {
    if (!Array.isArray(history) || typeof history[0]?.iteration !== "number") {
      throw new ArgumentError(
        `${call} expected the history of "${name}" to be an array of { iteration, loss, accuracy },` +
          ` as train returns it, but found ${
            Array.isArray(history) ? "an empty one" : typeof history
          }.`,
      );
    }
    const odd = history.findIndex((moment) => {
      const { iteration, loss, accuracy = 0 } = moment ?? {};
      return [iteration, loss, accuracy].some((number) => typeof number !== "number") ||
        !Number.isFinite(iteration);
    });
    if (odd >= 0) {
      throw new ArgumentError(
        `${call} expected numbers as iteration, loss and accuracy in the history of "${name}", but` +
          ` found others at place ${odd}.`,
      );
    }
    // The dev accuracy is measured at some of the moments only.
    const measured = history.filter((moment) => typeof value(moment) === "number");
    return {
      name,
      x: measured.map(({ iteration }) => iteration),
      y: measured.map((moment) => value(moment)!),
    };
  });
}

interface CurveLook extends Required<CurveOptions> {
  what: string;
  yName: string;
  tickformat?: string;
}

function curves(lines: Line[], { title, what, yName, tickformat, logX, logY }: CurveLook): Figure {
  const thinned = lines.map((line) => thin(line, logX));
  return figure(
    {
      title,
      alt: `${what}. ` + thinned.map(inWords).join(" "),
    },
    thinned.map(({ name, x, y }, k) => ({
      type: "scatter",
      mode: "lines+markers",
      name,
      x,
      y: y.map((value) => round(value)),
      line: { color: palette[k % palette.length], dash: dashes[k % dashes.length], width: 2.5 },
      marker: {
        symbol: markers[k % markers.length],
        size: 9,
        // A marker now and then tells the curves apart without hiding them.
        maxdisplayed: 9,
      },
      hovertemplate: `%{y:${tickformat ? ".1%" : ".4~g"}}`,
    })),
    {
      hovermode: "x unified",
      showlegend: lines.length > 1,
      legend: { font: { size: 14 }, itemwidth: 40 },
      xaxis: axis("iteration", logX ? { type: "log", dtick: 1 } : { rangemode: "tozero" }),
      yaxis: axis(yName, {
        tickformat,
        ...(logY ? { type: "log", dtick: "D1" } : { rangemode: "tozero" }),
      }),
    },
  );
}

/** Keeps the first and the last point and, of a long curve, evenly spread ones between. */
function thin(line: Line, logX: boolean): Line {
  const points = line.x.map((_, k) => k).filter((k) => !logX || line.x[k] > 0);
  const last = points.length - 1;
  const kept = points.length <= mostPoints ? points : [
    ...new Set(Array.from({ length: mostPoints }, (_, n) => {
      const t = n / (mostPoints - 1);
      return points[Math.round(logX ? (last + 1) ** t - 1 : t * last)];
    })),
  ];
  return { ...line, x: kept.map((k) => line.x[k]), y: kept.map((k) => line.y[k]) };
}

function inWords({ name, x, y }: Line): string {
  const finite = y.map((value, k) => ({ value, k })).filter(({ value }) => Number.isFinite(value));
  const first = finite[0];
  const last = finite[finite.length - 1];
  if (!first) return `${name}: no finite value.`;
  const steps = x[last.k];
  const end = last.k < y.length - 1 ? `, then not finite` : "";
  return `${name}: from ${round(first.value)} to ${round(last.value)} in ${steps} ` +
    `iteration${steps === 1 ? "" : "s"}${end}.`;
}
