import { optionsOf } from "../arguments/options.ts";
import { requireWhole } from "../arguments/require.ts";
import { blue, green, orange } from "../display/colors.ts";
import { expectedShape, type MatrixSymbol, meanings } from "../display/symbols.ts";
import { PIXELS } from "../matrix/mnist.ts";
import { faintInk, type Figure, figure, type FigureOptions, hiddenAxis, note } from "./figure.ts";

/** The sizes that the picture names. */
export interface ArchitectureOptions extends FigureOptions {
  /**
   * The number of pixels.
   *
   * @default {784}
   */
  inputs?: number;
  /**
   * The number of hidden units.
   *
   * @default {10}
   */
  hidden?: number;
  /**
   * The number of classes.
   *
   * @default {10}
   */
  classes?: number;
  /** m, the number of images; the letter m if it is left out. */
  images?: number;
}

interface Layer {
  x: number;
  units: number;
  color: string;
  name: string;
  symbols: MatrixSymbol[];
}

/** The most circles that stand for a layer; a larger one has a gap in the middle. */
const mostCircles = 10;

/**
 * The network: its three layers as circles, the weights between them as lines, and under each the
 * symbols and shapes of its matrices.
 *
 * @example
 * ```ts
 * import { architecture } from "glassnet";
 * import { assertEquals } from "@std/assert";
 *
 * const figure = architecture({ hidden: 128 });
 * assertEquals(figure.layout.title?.text, "784 pixels, 128 hidden units, 10 digits");
 * ```
 */
export function architecture(options: ArchitectureOptions = {}): Figure {
  const filled = optionsOf("architecture", options, {
    inputs: PIXELS,
    hidden: 10,
    classes: 10,
    images: undefined,
    title: undefined,
  });
  const { inputs, hidden, classes, images } = filled;
  for (const [name, size] of Object.entries({ inputs, hidden, classes, images: images ?? 1 })) {
    requireWhole(name, size, 1, 1e9);
  }
  const sizes = { inputs, hidden, classes, images: images ?? "m" };
  const layers: Layer[] = [
    { x: 0, units: inputs, color: blue, name: "input layer", symbols: ["X"] },
    { x: 1, units: hidden, color: green, name: "hidden layer, ReLU", symbols: ["Z1", "A1"] },
    { x: 2, units: classes, color: orange, name: "output layer, softmax", symbols: ["Z2", "A2"] },
  ];
  const between: { x: number; symbols: MatrixSymbol[] }[] = [
    { x: 0.5, symbols: ["W1", "b1"] },
    { x: 1.5, symbols: ["W2", "b2"] },
  ];
  const shape = (symbol: MatrixSymbol) =>
    `<b>${symbol}</b>  ${expectedShape(meanings[symbol], sizes)}`;
  const title = filled.title ?? `${inputs} pixels, ${hidden} hidden units, ${classes} digits`;
  const all: MatrixSymbol[] = ["X", "W1", "b1", "Z1", "A1", "W2", "b2", "Z2", "A2"];
  return figure({
    title,
    alt: `The network: ${title}. Shapes, with m = number of images: ` +
      all.map((symbol) => `${symbol} ${expectedShape(meanings[symbol], sizes)}`).join(", ") + ".",
  }, [
    lines(layers[0], layers[1]),
    lines(layers[1], layers[2]),
    ...layers.map((layer) => ({
      type: "scatter" as const,
      mode: "text+markers" as const,
      x: places(layer).map(() => layer.x),
      y: places(layer).map(({ y }) => y),
      text: layer === layers[2] && classes <= mostCircles
        ? places(layer).map((_, k) => `${k}`)
        : [],
      textfont: { color: "#ffffff", size: 12 },
      marker: { color: layer.color, size: 20, line: { color: "#ffffff", width: 1 } },
      hovertemplate: places(layer).map(({ unit }) => `${layer.name}, unit ${unit}<extra></extra>`),
    })),
  ], {
    showlegend: false,
    height: 520,
    width: 840,
    margin: { l: 20, r: 20, t: 56, b: 20 },
    xaxis: hiddenAxis([-0.32, 2.38]),
    yaxis: hiddenAxis([-0.36, 1.14]),
    annotations: [
      ...layers.map(({ x, name }) => note(`<b>${name}</b>`, x, 1.06, 15, { yanchor: "bottom" })),
      arrow(0.22, 0.72),
      arrow(1.28, 1.68),
      ...layers.filter(({ units }) => units > mostCircles).map(({ x }) =>
        note("⋮", x, 0.5, 26, { yanchor: "middle" })
      ),
      ...[...layers, ...between].map(({ x, symbols }) =>
        note(symbols.map(shape).join("<br>"), x, -0.07, 15, { yanchor: "top" })
      ),
      note(`one image a column,<br>${inputs} pixels each`, 0, -0.2, 13, {
        yanchor: "top",
        color: faintInk,
      }),
    ],
  });
}

/** Where a layer's circles stand, from 1 at the top to 0, and which unit each one is. */
function places({ units }: Layer): { y: number; unit: number }[] {
  const circles = Math.min(units, mostCircles);
  return Array.from({ length: circles }, (_, k) => {
    const split = units > mostCircles && k >= circles / 2;
    const slots = units > mostCircles ? circles + 1 : circles;
    const slot = k + (split ? 1 : 0);
    return { y: slots === 1 ? 0.5 : 1 - slot / (slots - 1), unit: split ? units - circles + k : k };
  });
}

/** A thin line from every circle of a layer to every circle of the next, as one trace. */
function lines(from: Layer, to: Layer) {
  const pairs = places(from).flatMap((a) => places(to).map((b) => [a.y, b.y]));
  return {
    type: "scatter" as const,
    mode: "lines" as const,
    x: pairs.flatMap(() => [from.x, to.x, null]),
    y: pairs.flatMap(([a, b]) => [a, b, null]),
    line: { color: "#c4c4c4", width: 0.7 },
    hoverinfo: "skip" as const,
  };
}

/** An arrow in the direction of forward propagation, between the names of two layers. */
function arrow(from: number, to: number) {
  const y = 1.085;
  return {
    x: to,
    y,
    ax: from,
    ay: y,
    axref: "x" as const,
    ayref: "y" as const,
    text: "",
    arrowhead: 2,
    arrowwidth: 1.5,
    arrowcolor: faintInk,
  };
}
