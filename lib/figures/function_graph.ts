import { ArgumentError } from "../arguments/argument_error.ts";
import { found } from "../arguments/found.ts";
import { optionsOf } from "../arguments/options.ts";
import { requireList, requireObject, requireTexts, requireWhole } from "../arguments/require.ts";
import { palette } from "../display/colors.ts";
import { round } from "../display/numbers.ts";
import { axis, type Figure, figure } from "./figure.ts";

/** What is drawn of the functions, and what lies on them. */
export interface FunctionGraphOptions {
  /** The smallest x. */
  from: number;
  /** The largest x. */
  to: number;
  /**
   * How many points each curve has.
   *
   * @default 81
   */
  points?: number;
  /**
   * The name of the horizontal axis.
   *
   * @default "x"
   */
  x?: string;
  /**
   * The name of the vertical axis.
   *
   * @default "value"
   */
  y?: string;
  /** What the vertical axis shows: its lowest and its highest value. */
  range?: [number, number];
  /** Walks over the curves, each a name with the x of its steps: they lie on the first function. */
  walks?: Record<string, number[]>;
  /** What stands above the picture. */
  title?: string;
}

const dashes = ["solid", "dash", "dot", "dashdot"] as const;
const symbols = ["circle", "square", "diamond", "cross"] as const;

/**
 * Functions of one number as curves. A walk is drawn on the first curve, step after step.
 *
 * @param functions the functions by their names
 * @throws {ArgumentError} if there is none, or from is not less than to
 *
 * @example
 * ```ts
 * import { functionGraph } from "glassnet";
 * import { assertEquals } from "@std/assert";
 *
 * const figure = functionGraph({ "e^z": Math.exp }, { from: -3, to: 3, x: "z", title: "e^z" });
 * assertEquals(figure.layout.meta.alt, "e^z. e^z: 0.0498 at -3, 1 at 0, 20.1 at 3.");
 * ```
 */
export function functionGraph(
  functions: Record<string, (x: number) => number>,
  options: FunctionGraphOptions,
): Figure {
  requireObject("functionGraph", 'functions by name, such as { "e^z": Math.exp }', functions);
  const { from, to, points, x, y, range, walks, ...given } = optionsOf("functionGraph", options, {
    from: undefined,
    to: undefined,
    points: 81,
    x: "x",
    y: "value",
    range: undefined,
    walks: {},
    title: undefined,
  });
  const entries = Object.entries(functions);
  for (const [name, value] of entries) {
    if (typeof value === "function") continue;
    throw new ArgumentError(
      `functionGraph expected ${name} to be a function, but found ${found(value)}.`,
    );
  }
  if (entries.length === 0) {
    throw new ArgumentError("functionGraph expected at least one function.");
  }
  if (!(Number.isFinite(from) && Number.isFinite(to) && from < to)) {
    throw new ArgumentError(
      `functionGraph expected from to be a number less than to, but found ${found(from)} and ${
        found(to)
      }.`,
    );
  }
  requireWhole("functionGraph's points", points, 2, 10_000);
  requireTexts("functionGraph", { x, y });
  if (range !== undefined) {
    requireList("functionGraph", "two numbers as the range", range);
    if (range.length !== 2 || !range.every(Number.isFinite)) {
      throw new ArgumentError(
        "functionGraph expected the range to be two numbers, such as [0, 5].",
      );
    }
  }
  requireObject("functionGraph", 'walks by name, such as { "alpha = 1": [0, 1] }', walks);
  for (const [name, steps] of Object.entries(walks)) {
    requireList("functionGraph", `numbers as the walk ${name}`, steps);
    if (steps.length > 0 && Array.from(steps).every(Number.isFinite)) continue;
    throw new ArgumentError(`functionGraph expected the walk ${name} to have finite numbers only.`);
  }
  const title = given.title ?? entries.map(([name]) => name).join(", ");
  const xs = Array.from({ length: points }, (_, k) => from + (to - from) * k / (points - 1));
  const [[, first]] = entries;
  return figure({
    title,
    alt: `${title}. ` + entries.map(([name, f]) => inWords(name, f, from, to)).join(" ") +
      Object.entries(walks).map(([name, steps]) =>
        ` The walk ${name} goes from ${short(first(steps[0]))} to ${
          short(first(steps[steps.length - 1]))
        } in ${steps.length - 1} steps.`
      ).join(""),
  }, [
    ...entries.map(([name, f], k) => ({
      type: "scatter" as const,
      mode: "lines" as const,
      name,
      x: xs.map((x) => round(x)),
      y: xs.map((x) => round(f(x))),
      line: { color: palette[k % palette.length], width: 3, dash: dashes[k % dashes.length] },
      hovertemplate: "%{y:.4~g}",
    })),
    ...Object.entries(walks).map(([name, steps], k) => ({
      type: "scatter" as const,
      mode: "lines+markers" as const,
      name,
      x: steps.map((x) => round(x)),
      y: steps.map((x) => round(first(x))),
      line: { color: palette[(entries.length + k) % palette.length], width: 1.5 },
      marker: { size: 10, symbol: symbols[k % symbols.length] },
      hovertemplate: "%{y:.4~g}",
    })),
  ], {
    width: 760,
    height: 400,
    hovermode: Object.keys(walks).length > 0 ? "closest" : "x unified",
    showlegend: entries.length + Object.keys(walks).length > 1,
    xaxis: axis(x),
    yaxis: axis(y, range ? { range } : {}),
  });
}

function inWords(name: string, f: (x: number) => number, from: number, to: number): string {
  const places = [from, (from + to) / 2, to];
  return `${name}: ${places.map((x) => `${short(f(x))} at ${short(x)}`).join(", ")}.`;
}

function short(value: number): string {
  return Number.isFinite(value) ? `${Number(value.toPrecision(3))}` : "infinite";
}
