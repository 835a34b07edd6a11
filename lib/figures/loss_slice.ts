import { ArgumentError } from "../arguments/argument_error.ts";
import { optionsOf } from "../arguments/options.ts";
import { requireList } from "../arguments/require.ts";
import { oranges, palette } from "../display/colors.ts";
import { round } from "../display/numbers.ts";
import { Matrix } from "../matrix/matrix.ts";
import { ShapeError } from "../matrix/shape_error.ts";
import { forward } from "../network/forward.ts";
import { crossEntropy } from "../network/loss.ts";
import { oneHot } from "../network/one_hot.ts";
import { parameterNames, type Parameters } from "../network/parameters.ts";
import { requireNetwork } from "../network/require_parameters.ts";
import type { Digits } from "../training/digits.ts";
import { requireLabels } from "../training/labels.ts";
import { axis, type Figure, figure, type FigureOptions } from "./figure.ts";

/** A network's place on a slice. */
export interface SlicePlace {
  /** How far along the first direction. */
  x: number;
  /** How far along the second. */
  y: number;
  /** The loss of the network itself, as its training reported it. */
  loss: number;
}

/** How many losses are computed along each side of the map. */
const side = 21;

/**
 * The loss over a plane through three networks. A network is a point with as many coordinates as it has
 * numbers, 7,960; a plane through three points can be drawn. A network outside the plane is drawn at the
 * foot of its perpendicular: `place` gives it.
 */
export class LossSlice {
  /** The walks over the plane, by their names. */
  readonly walks: Record<string, SlicePlace[]> = {};
  /** The left and the right edge of the map. */
  readonly x: [from: number, to: number];
  /** Its lower and its upper edge. */
  readonly y: [from: number, to: number];
  /** The losses, row after row from `y`'s lower end. */
  readonly losses: number[][];
  readonly #origin: Parameters;
  readonly #across: Float64Array;
  readonly #up: Float64Array;

  /** {@linkcode lossSlice} makes it. */
  constructor(digits: Digits, networks: readonly Parameters[]) {
    const [first, second, third] = networks.map(numbersOf);
    this.#origin = networks[0];
    this.#across = direction(second, first, []);
    this.#up = direction(third, first, [this.#across]);
    const places = networks.map((network) => this.place(network, NaN));
    this.x = widened(places.map(({ x }) => x));
    this.y = widened(places.map(({ y }) => y));
    const Y = oneHot(requireLabels(digits, "lossSlice"));
    this.losses = ticks(this.y).map((y) =>
      ticks(this.x).map((x) => crossEntropy(forward(this.#at(x, y), digits.X).A2, Y))
    );
  }

  /** Where a network is on the plane. */
  place(parameters: Parameters, loss: number): SlicePlace {
    const way = numbersOf(parameters);
    const origin = numbersOf(this.#origin);
    if (way.length !== origin.length) {
      throw new ShapeError(
        `A slice through networks of ${origin.length} numbers has no place for one of ${way.length}.`,
      );
    }
    for (let k = 0; k < way.length; k++) way[k] -= origin[k];
    return { x: dot(way, this.#across), y: dot(way, this.#up), loss };
  }

  /**
   * The map, with all walks that were recorded so far.
   *
   * @param options `title` stands above it
   */
  figure(options: FigureOptions = {}): Figure {
    const { title } = optionsOf("figure", options, { title: "The loss over a plane" });
    const flat = this.losses.flat();
    const [low, high] = [Math.min(...flat), Math.max(...flat)];
    const walks = Object.entries(this.walks);
    return figure({
      title,
      alt:
        `${title}: a map of the loss, ${short(low)} to ${
          short(high)
        }, stronger in color where it is larger.` +
        walks.map(([name, places]) => ` ${inWords(name, places)}`).join(""),
    }, [
      {
        type: "contour",
        x: ticks(this.x).map((x) => round(x)),
        y: ticks(this.y).map((y) => round(y)),
        z: this.losses.map((row) => row.map((loss) => round(loss))),
        colorscale: oranges.map(([place, color]) => [place * 0.7, color] as [number, string])
          .concat([[1, "#7f2704"]]),
        ncontours: 18,
        contours: { coloring: "heatmap" },
        line: { color: "#5c5c5c", width: 0.7 },
        colorbar: { title: { text: "loss" }, thickness: 14, outlinewidth: 0 },
        hovertemplate: "loss %{z:.3f}<extra></extra>",
      },
      ...walks.map(([name, places], k) => ({
        type: "scatter" as const,
        mode: "lines+markers" as const,
        name,
        x: places.map(({ x }) => round(x)),
        y: places.map(({ y }) => round(y)),
        line: { color: walkColors[k % walkColors.length], width: 2.5 },
        marker: { size: 7, symbol: symbols[k % symbols.length] },
        hovertemplate: `${name}<extra></extra>`,
      })),
    ], {
      width: 760,
      height: 480,
      showlegend: walks.length > 0,
      legend: { orientation: "h", x: 0, y: 1, yanchor: "bottom" },
      margin: { l: 76, r: 24, t: 84, b: 68 },
      xaxis: axis("first direction", { range: this.x, showgrid: false }),
      yaxis: axis("second direction", { range: this.y, showgrid: false }),
    });
  }

  /** The network at a place of the plane. */
  #at(x: number, y: number): Parameters {
    let k = 0;
    const moved = parameterNames.map((name) => {
      const A = this.#origin[name];
      const values = A.values.slice();
      for (let n = 0; n < values.length; n++, k++) {
        values[n] += x * this.#across[k] + y * this.#up[k];
      }
      return [name, new Matrix(A.rows, A.cols, values, A.isTransposed)];
    });
    return Object.fromEntries(moved);
  }
}

/** The colors of the walks: dark, so that they stand out from the map. */
export const walkColors = [palette[0], palette[6], palette[2]] as const;
const symbols = ["circle", "square", "diamond"] as const;

/**
 * The loss over the plane through three networks, with room for the walks of trainings: such as the start
 * of two trainings and their ends. The walks are recorded by {@linkcode sliceWalk}.
 *
 * The loss is computed anew at 441 places, so a thousand digits are enough.
 *
 * @param digits images with labels, whose loss is drawn
 * @param networks three networks of the same shape, not all on a line
 * @throws {ArgumentError} if there are not three networks, or the digits have no labels
 * @throws {ShapeError} if the networks differ in their shapes
 *
 * @example
 * ```ts
 * import { initParameters, lossSlice, Matrix } from "glassnet";
 * import { assertAlmostEquals, assertEquals } from "@std/assert";
 *
 * const digits = { X: Matrix.zeros(784, 1), labels: Uint8Array.of(3), count: 1 };
 * const networks = [1, 2, 3].map((seed) => initParameters({ seed }));
 * const slice = lossSlice(digits, networks);
 * assertEquals(slice.place(networks[0], 2.3), { x: 0, y: 0, loss: 2.3 });
 * assertAlmostEquals(slice.place(networks[1], 2.3).y, 0, 1e-9);
 * assertEquals(slice.figure().data[0].type, "contour");
 * ```
 */
export function lossSlice(digits: Digits, networks: readonly Parameters[]): LossSlice {
  requireList("lossSlice", "three networks", networks);
  if (networks.length !== 3) {
    throw new ArgumentError(`lossSlice expected three networks, but found ${networks.length}.`);
  }
  for (const network of networks) requireNetwork("lossSlice", network);
  const shapes = networks.map(({ W1 }) => W1.shape);
  if (new Set(shapes).size > 1) {
    throw new ShapeError(
      `lossSlice expected networks of the same shape, but found W1 to be ${shapes.join(", ")}.`,
    );
  }
  return new LossSlice(digits, networks);
}

/** All numbers of a network in a row. */
function numbersOf(parameters: Parameters): Float64Array {
  return Float64Array.from(parameterNames.flatMap((name) => [...parameters[name].values]));
}

/** The direction from one point to another, of length 1, at right angles to those given before. */
function direction(to: Float64Array, from: Float64Array, before: Float64Array[]): Float64Array {
  const way = to.map((number, k) => number - from[k]);
  const whole = Math.sqrt(dot(way, way));
  for (const other of before) {
    const along = dot(way, other);
    for (let k = 0; k < way.length; k++) way[k] -= along * other[k];
  }
  const length = Math.sqrt(dot(way, way));
  if (!(length > 1e-9 * whole)) {
    throw new ArgumentError(
      "lossSlice expected three different networks, but found them on a line: a plane needs a third" +
        " that is aside.",
    );
  }
  return way.map((number) => number / length);
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let k = 0; k < a.length; k++) sum += a[k] * b[k];
  return sum;
}

/** The range of some numbers with a margin of a quarter. */
function widened(numbers: number[]): [number, number] {
  const [low, high] = [Math.min(...numbers), Math.max(...numbers)];
  const margin = (high - low) / 4;
  return [low - margin, high + margin];
}

function ticks([from, to]: [number, number]): number[] {
  return Array.from({ length: side }, (_, k) => from + (to - from) * k / (side - 1));
}

function inWords(name: string, places: SlicePlace[]): string {
  const [first, last] = [places[0], places[places.length - 1]];
  const far = Math.hypot(last.x - first.x, last.y - first.y);
  return `${name} goes from loss ${short(first.loss)} to ${short(last.loss)}, ${
    short(far)
  } away from ` +
    "its start.";
}

function short(value: number): string {
  return `${Number(value.toPrecision(3))}`;
}
