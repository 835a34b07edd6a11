import { optionsOf } from "../arguments/options.ts";
import { requireOneOf } from "../arguments/require.ts";
import { faintInk, type Figure, figure, hiddenAxis, ink } from "./figure.ts";

/** A matrix, where its box is, and the equation that computes it. */
interface Box {
  x: number;
  y: number;
  /** The equation's number; 0 for what is given, and for what no equation names. */
  equation: number;
}

const boxes = {
  W1: { x: 0.5, y: 4, equation: 0 },
  b1: { x: 1.1, y: 4, equation: 0 },
  W2: { x: 2.5, y: 4, equation: 0 },
  b2: { x: 3.1, y: 4, equation: 0 },
  X: { x: 0, y: 3, equation: 0 },
  Z1: { x: 1, y: 3, equation: 1 },
  A1: { x: 2, y: 3, equation: 2 },
  Z2: { x: 3, y: 3, equation: 3 },
  A2: { x: 4, y: 3, equation: 4 },
  loss: { x: 5, y: 3, equation: 0 },
  dZ2: { x: 3, y: 1.7, equation: 5 },
  dA1: { x: 2, y: 1.7, equation: 0 },
  dZ1: { x: 1, y: 1.7, equation: 8 },
  dW2: { x: 2.6, y: 0.4, equation: 6 },
  db2: { x: 3.5, y: 0.4, equation: 7 },
  dW1: { x: 0.6, y: 0.4, equation: 9 },
  db1: { x: 1.5, y: 0.4, equation: 10 },
} satisfies Record<string, Box>;

type Name = keyof typeof boxes;

/** From box to box, with what happens on the way. */
const arrows: [from: Name, to: Name, what: string][] = [
  ["X", "Z1", ""],
  ["W1", "Z1", ""],
  ["b1", "Z1", ""],
  ["Z1", "A1", "ReLU"],
  ["A1", "Z2", ""],
  ["W2", "Z2", ""],
  ["b2", "Z2", ""],
  ["Z2", "A2", "softmax"],
  ["A2", "loss", "log"],
  ["dZ2", "dA1", "W2ᵀ ×"],
  ["dA1", "dZ1", "⊙ ReLU′(Z1)"],
  ["dZ2", "dW2", "× A1ᵀ, mean"],
  ["dZ2", "db2", "mean"],
  ["dZ1", "dW1", "× Xᵀ, mean"],
  ["dZ1", "db1", "mean"],
];

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
  const isKnown = (name: Name) => {
    if (name === "dA1") return last >= boxes.dZ1.equation;
    if (name === "loss") return last >= boxes.A2.equation;
    return boxes[name].equation <= last;
  };
  const names = Object.keys(boxes) as Name[];
  const isBack = (name: Name) => name.startsWith("d");
  return figure({ title, alt: `${title}. ${inWords(last)}` }, [{
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
        return note(
          (boxes[from].x + boxes[to].x) / 2,
          (boxes[from].y + boxes[to].y) / 2,
          what,
          isKnown(to) ? (isBack(to) ? backInk : ink) : faded,
          level
            ? { yanchor: "bottom", yshift: 5 }
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

function inWords(last: number): string {
  const sentences: [number, string][] = [
    [1, "W1 times X, plus b1, gives Z1."],
    [2, "ReLU of Z1 gives A1."],
    [3, "W2 times A1, plus b2, gives Z2."],
    [4, "Softmax of Z2 gives A2, and the loss is made from it."],
    [5, "On the way back, A2 minus Y gives dZ2."],
    [6, "The branch dZ2 times A1 transposed gives dW2."],
    [7, "The branch mean of dZ2 over the images gives db2."],
    [8, "W2 transposed times dZ2 gives dA1, and where Z1 is positive dA1 gives dZ1."],
    [9, "The branch dZ1 times X transposed gives dW1."],
    [10, "The branch mean of dZ1 over the images gives db1."],
  ];
  return sentences.filter(([number]) => number <= last).map(([, sentence]) => sentence).join(" ");
}
