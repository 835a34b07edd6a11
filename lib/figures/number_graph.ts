import { ArgumentError } from "../arguments/argument_error.ts";
import { optionsOf } from "../arguments/options.ts";
import { requireOneOf } from "../arguments/require.ts";
import type { Matrix } from "../matrix/matrix.ts";
import { backward } from "../network/backward.ts";
import { forward } from "../network/forward.ts";
import { requireParameters } from "../network/require_parameters.ts";
import { crossEntropy } from "../network/loss.ts";
import type { Parameters } from "../network/parameters.ts";
import { faintInk, type Figure, figure, hiddenAxis, ink } from "./figure.ts";
import { backInk } from "./matrix_graph.ts";

/** Equations 1 to 10 in the order in which they are computed. */
const order = [
  ...["Z1", "A1", "Z2", "A2"],
  ...["dZ2", "dW2", "db2", "dZ1", "dW1", "db1"],
] as const;

/** How much of the graph is filled in. */
export interface NumberGraphOptions {
  /**
   * The last equation whose numbers are shown.
   *
   * @default "db1"
   */
  through?: "Z1" | "A1" | "Z2" | "A2" | "dZ2" | "dW2" | "db2" | "dZ1" | "dW1" | "db1";
  /**
   * What stands above the graph.
   *
   * @default "One image through a small network"
   */
  title?: string;
}

const mostUnits = 3;

/**
 * A small network as a computational graph, for one image: each circle holds one number, each line one
 * local factor. The numbers of the way back are orange, under the circle or the factor that they
 * belong to. On the way back a number is multiplied by the factors along its path, and parallel paths
 * are added.
 *
 * @param parameters a network with at most 3 pixels, 3 hidden units and 3 classes
 * @param X one image: a single column
 * @param Y its label, one-hot: a single column
 * @throws {ArgumentError} if the network is larger, or there is more than one image
 *
 * @example
 * ```ts
 * import { Matrix, numberGraph } from "glassnet";
 * import { assertStringIncludes } from "@std/assert";
 *
 * const parameters = {
 *   W1: Matrix.from([[1, 1], [2, -1]]), b1: Matrix.from([[-1], [-1]]),
 *   W2: Matrix.from([[1, 2], [2, -1]]), b2: Matrix.from([[2], [0]]),
 * };
 * const figure = numberGraph(parameters, Matrix.from([[1], [2]]), Matrix.from([[1], [0]]));
 * assertStringIncludes(figure.layout.meta.alt, "dZ1 is 0.5; 0");
 * ```
 */
export function numberGraph(
  parameters: Parameters,
  X: Matrix,
  Y: Matrix,
  options: NumberGraphOptions = {},
): Figure {
  const { through, title } = optionsOf("numberGraph", options, {
    through: "db1",
    title: "One image through a small network",
  });
  requireOneOf("through", through, ...order);
  requireParameters("numberGraph", parameters);
  const activations = forward(parameters, X);
  const gradients = backward(parameters, activations, X, Y);
  const { W1, b1, W2, b2 } = parameters;
  const { Z1, A1, Z2, A2 } = activations;
  if (X.cols !== 1 || Math.max(X.rows, W1.rows, W2.rows) > mostUnits) {
    throw new ArgumentError(
      `numberGraph draws one image and at most ${mostUnits} units in a layer, but found ` +
        `X ${X.shape}, W1 ${W1.shape} and W2 ${W2.shape}.`,
    );
  }
  const shown = new Set<string>(order.slice(0, order.indexOf(through) + 1));
  const layers = [
    { name: "X", x: 0, values: X, errors: undefined, known: true },
    { name: "Z1", x: 1, values: Z1, errors: gradients.dZ1, known: shown.has("Z1") },
    { name: "A1", x: 2, values: A1, errors: undefined, known: shown.has("A1") },
    { name: "Z2", x: 3, values: Z2, errors: gradients.dZ2, known: shown.has("Z2") },
    { name: "A2", x: 4, values: A2, errors: undefined, known: shown.has("A2") },
  ];
  const y = (matrix: Matrix, i: number) => matrix.rows === 1 ? 0.5 : 1 - i / (matrix.rows - 1);
  const back = shown.has("dZ2");

  const lines: Segment[] = [];
  const labels: object[] = [];
  const label = (x: number, y: number, text: string, more: object = {}) =>
    labels.push({ x, y, text, showarrow: false, font: { size: 14, color: ink }, ...more });

  /** The weights between two layers, each on its line; its gradient under it. */
  function weights(from: number, to: number, W: Matrix, dW: Matrix, gradient: string) {
    const [source, target] = [layers[from], layers[to]];
    for (let k = 0; k < W.rows; k++) {
      for (let h = 0; h < W.cols; h++) {
        const [y0, y1] = [y(source.values, h), y(target.values, k)];
        lines.push([source.x, y0, target.x, y1]);
        // On a steep line the label is near its beginning, where lines lie apart.
        const along = y0 === y1 ? 0.52 : 0.3;
        const text = `× ${number(W.get(k, h))}` +
          (shown.has(gradient)
            ? `<br><span style="color:${backInk}"><b>${number(dW.get(k, h))}</b></span>`
            : "");
        label(source.x + along, y0 + along * (y1 - y0), text, { bgcolor: "#ffffff", borderpad: 2 });
      }
    }
  }
  weights(0, 1, W1, gradients.dW1, "dW1");
  weights(2, 3, W2, gradients.dW2, "dW2");
  for (let h = 0; h < Z1.rows; h++) {
    const at = y(Z1, h);
    lines.push([1, at, 2, at]);
    const slope = back ? `<br>slope ${Z1.get(h, 0) > 0 ? 1 : 0}` : "";
    label(1.5, at, `ReLU${slope}`, { bgcolor: "#ffffff", borderpad: 2 });
  }
  for (let k = 0; k < Z2.rows; k++) {
    for (let j = 0; j < A2.rows; j++) lines.push([3, y(Z2, k), 4, y(A2, j)]);
    if (Y.get(k, 0) === 1) lines.push([4, y(A2, k), 5, 0.5]);
  }
  label(3.5, 0.5, "softmax", { bgcolor: "#ffffff", borderpad: 2 });
  for (
    const [x, b, db, gradient] of [
      [1, b1, gradients.db1, "db1"],
      [3, b2, gradients.db2, "db2"],
    ] as const
  ) {
    for (let i = 0; i < b.rows; i++) {
      const text = `bias ${number(b.get(i, 0))}` +
        (shown.has(gradient)
          ? ` <span style="color:${backInk}"><b>${number(db.get(i, 0))}</b></span>`
          : "");
      label(x, y(b, i), text, { yshift: 46, bgcolor: "#ffffff", borderpad: 1 });
    }
  }
  for (const { name, x, errors } of layers) {
    if (!errors || !shown.has(`d${name}`)) continue;
    for (let i = 0; i < errors.rows; i++) {
      label(x, y(errors, i), `<b>${number(errors.get(i, 0))}</b>`, {
        yshift: -44,
        font: { size: 16, color: backInk },
      });
    }
  }
  ["pixels, X", "sums, Z1", "hidden, A1", "sums, Z2", "probabilities, A2", "loss"].forEach((
    text,
    x,
  ) => label(x, 1.42, text, { font: { size: 14, color: faintInk } }));
  for (let k = 0; k < Y.rows; k++) {
    if (Y.get(k, 0) === 1) label(4, y(A2, k), "label", { yshift: 46 });
  }

  const known = layers.filter((layer) => layer.known);
  const loss = shown.has("A2") ? crossEntropy(A2, Y) : undefined;
  const column = (matrix: Matrix) => matrix.toArray().map(([value]) => number(value)).join(", ");
  const inWords = [
    ...known.map(({ name, values }) => `${name} is ${column(values)}`),
    ...(loss === undefined ? [] : [`The loss is ${number(loss)}`]),
    ...order.filter((name) => name.startsWith("d") && shown.has(name)).map((name) => {
      const rows = gradients[name as keyof typeof gradients].toArray();
      return `${name} is ${rows.map((row) => row.map(number).join(", ")).join("; ")}`;
    }),
  ];
  return figure({ title, alt: `${title}, as a graph. ${inWords.join(". ")}.` }, [
    {
      type: "scatter",
      mode: "lines",
      x: lines.flatMap(([x0, , x1]) => [x0, x1, null]),
      y: lines.flatMap(([, y0, , y1]) => [y0, y1, null]),
      line: { color: "#b4b4b4", width: 1.5 },
      hoverinfo: "skip",
    },
    {
      type: "scatter",
      mode: "text+markers",
      x: [...layers.flatMap(({ x, values }) => Array(values.rows).fill(x)), 5],
      y: [...layers.flatMap(({ values }) => values.toArray().map((_, i) => y(values, i))), 0.5],
      text: [
        ...layers.flatMap(({ values, known }) =>
          values.toArray().map(([value]) => known ? number(value) : "")
        ),
        loss === undefined ? "" : number(loss),
      ],
      textfont: { size: 16, color: ink },
      marker: { size: 58, color: "#f2f5f8", line: { color: faintInk, width: 1.5 } },
      hoverinfo: "skip",
    },
  ], {
    showlegend: false,
    width: 840,
    height: 480,
    margin: { l: 10, r: 10, t: 56, b: 10 },
    xaxis: hiddenAxis([-0.4, 5.4]),
    yaxis: hiddenAxis([-0.35, 1.5]),
    annotations: labels,
  });
}

type Segment = [x0: number, y0: number, x1: number, y1: number];

/** A number as one writes it on paper: at most three decimals, and a real minus sign. */
function number(value: number): string {
  const text = `${Math.round(1000 * value) / 1000 + 0}`;
  return text.replace("-", "−");
}
