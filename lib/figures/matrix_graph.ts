import { optionsOf } from "../arguments/options.ts";
import { requireOneOf } from "../arguments/require.ts";
import { arrows, boxes, graphWords, isComputed, type Name } from "./matrix_graph_plan.ts";
import { faintInk, type Figure, figure, hiddenAxis, ink } from "./figure.ts";

const steps = ["Z1", "A1", "Z2", "A2", "dZ2", "dW2", "db2", "dZ1", "dW1", "db1"] as const;

/** How far the graph is drawn. */
export interface MatrixGraphOptions {
  /**
   * The equation that comes last; what is computed after it is faint.
   *
   * @default "db1"
   */
  through?: "Z1" | "A1" | "Z2" | "A2" | "dZ2" | "dW2" | "db2" | "dZ1" | "dW1" | "db1";
  /**
   * What stands above the graph.
   *
   * @default "The way forward, and the way back"
   */
  title?: string;
}

/** A dark orange, for letters of the way back. */
export const backInk = "#b34700";
const faded = "#cfcfcf";

/**
 * The matrices of a training step as a computational graph: forward in grey from X to the loss, back
 * in orange from dZ2. Each arrow back names its local factor. dW2, db2, dW1 and db1 are branches: nothing
 * is computed from them on the way back.
 *
 * @example
 * ```ts
 * import { matrixGraph } from "glassnet";
 * import { assertStringIncludes } from "@std/assert";
 *
 * const figure = matrixGraph({ through: "dW2" });
 * assertStringIncludes(figure.layout.meta.alt, "dZ2 times A1 transposed gives dW2");
 * ```
 */
export function matrixGraph(options: MatrixGraphOptions = {}): Figure {
  const { through, title } = optionsOf("matrixGraph", options, {
    through: "db1",
    title: "The way forward, and the way back",
  });
  requireOneOf("through", through, ...steps);
  const last = boxes[through].equation;
  const isKnown = (name: Name) => isComputed(name, last);
  const names = Object.keys(boxes) as Name[];
  const isBack = (name: Name) => name.startsWith("d");
  return figure({ title, alt: `${title}. ${graphWords(last)}` }, [{
    type: "scatter",
    mode: "text+markers",
    x: names.map((name) => boxes[name].x),
    y: names.map((name) => boxes[name].y),
    text: names.map((name) => `<b>${name}</b>`),
    textfont: {
      size: 17,
      color: names.map((name) => isKnown(name) ? (isBack(name) ? backInk : ink) : faded),
    },
    marker: {
      symbol: "square",
      size: 50,
      color: "#ffffff",
      line: {
        width: 2,
        color: names.map((name) => isKnown(name) ? (isBack(name) ? backInk : faintInk) : faded),
      },
    },
    hoverinfo: "skip",
  }], {
    showlegend: false,
    width: 840,
    height: 560,
    margin: { l: 10, r: 10, t: 50, b: 10 },
    xaxis: hiddenAxis([-0.4, 5.4]),
    yaxis: hiddenAxis([-0.1, 4.5]),
    annotations: [
      ...arrows.map(([from, to]) => arrow(from, to, isKnown(to), isBack(to))),
      ...arrows.filter(([, , what]) => what).map(([from, to, what]) => {
        const level = boxes[from].y === boxes[to].y;
        const left = boxes[to].x < boxes[from].x;
        const color = isKnown(to) ? (isBack(to) ? backInk : ink) : faded;
        return note(
          (boxes[from].x + boxes[to].x) / 2,
          (boxes[from].y + boxes[to].y) / 2,
          what,
          color,
          level
            // A long one must not touch the boxes.
            ? { yanchor: "bottom", yshift: 5, font: { size: what.length > 8 ? 12 : 14, color } }
            : left
            ? { xanchor: "right", xshift: -8 }
            : { xanchor: "left", xshift: 8 },
        );
      }),
      arrow("A2", "dZ2", isKnown("dZ2"), true),
      note(3.55, 2.3, "A2 − Y", isKnown("dZ2") ? backInk : faded, {
        xanchor: "left",
        xshift: 14,
        yshift: -6,
      }),
      ...names.filter((name) => boxes[name].equation > 0).map((name) =>
        note(boxes[name].x, boxes[name].y, `(${boxes[name].equation})`, faintInk, {
          yshift: -35,
          font: { size: 12, color: isKnown(name) ? faintInk : faded },
        })
      ),
    ],
  });
}

function arrow(from: Name, to: Name, known: boolean, back: boolean) {
  const [a, b] = [boxes[from], boxes[to]];
  return {
    x: b.x,
    y: b.y,
    ax: a.x,
    ay: a.y,
    axref: "x" as const,
    ayref: "y" as const,
    text: "",
    standoff: 30,
    startstandoff: 28,
    arrowhead: 2,
    arrowwidth: 2,
    arrowcolor: known ? (back ? backInk : "#8a8a8a") : faded,
  };
}

function note(x: number, y: number, text: string, color: string, more: object) {
  return { x, y, text, showarrow: false, font: { size: 14, color }, ...more };
}
