import { assert, assertEquals, assertGreater, assertLess } from "@std/assert";
import {
  accuracyCurves,
  accuracyDots,
  architecture,
  backward,
  classBalance,
  confusionHeatmap,
  confusionMatrix,
  digitImage,
  digitMosaic,
  type Figure,
  forward,
  functionGraph,
  heatmap,
  initParameters,
  lossCurves,
  matmulPicture,
  Matrix,
  matrixGraph,
  misclassified,
  mistakeMosaic,
  numberGraph,
  oneHot,
  pixelHistogram,
  predict,
  probabilityBars,
  reluGraph,
  shapePicture,
  softmaxBars,
  weightImages,
  wishList,
} from "glassnet";
import { figureBundle } from "../../lib/figures/figure.ts";
import { someDigits } from "./some_digits.ts";

const digits = someDigits(60);
const parameters = initParameters();
const activations = forward(parameters, digits.X);
const gradients = backward(parameters, activations, digits.X, oneHot(digits.labels!));
const history = Array.from({ length: 501 }, (_, iteration) => ({
  iteration,
  loss: 2.3 / (1 + iteration / 50),
  accuracy: iteration / 600,
  devAccuracy: iteration / 610,
}));

const toy = {
  W1: Matrix.from([[1, 1], [2, -1]]),
  b1: Matrix.from([[-1], [-1]]),
  W2: Matrix.from([[1, 2], [2, -1]]),
  b2: Matrix.from([[2], [0]]),
};

/** One of each, as a notebook shows it. */
const figures: Record<string, Figure> = {
  architecture: architecture({ images: 41000 }),
  classBalance: classBalance(digits),
  confusionHeatmap: confusionHeatmap(
    confusionMatrix(predict(parameters, digits.X), digits.labels!),
  ),
  lossCurves: lossCurves({ "alpha = 0.1": history, "alpha = 0.5": history }),
  accuracyCurves: accuracyCurves({ reference: history }),
  accuracyDots: accuracyDots({ "10 hidden units": { test: 0.93, training: 0.95 } }),
  digitImage: digitImage(digits, 3),
  crop: digitImage(digits, 3, { crop: { row: 5, column: 5, rows: 12, columns: 12 } }),
  digitMosaic: digitMosaic(digits),
  "heatmap of X": heatmap(digits.X, { symbol: "X" }),
  "heatmap of Z1": heatmap(activations.Z1, { symbol: "Z1" }),
  "heatmap of W2": heatmap(parameters.W2, { symbol: "W2" }),
  "heatmap of b1": heatmap(parameters.b1, { symbol: "b1" }),
  "heatmap of dW1": heatmap(gradients.dW1, { symbol: "dW1" }),
  mistakeMosaic: mistakeMosaic(digits, misclassified(parameters, digits)),
  pixelHistogram: pixelHistogram(digits),
  probabilityBars: probabilityBars([0.1, 0.7, 0.2], { label: 2 }),
  reluGraph: reluGraph(),
  functionGraph: functionGraph(
    { "x^2": (x) => x ** 2 },
    { from: -1, to: 1, walks: { "alpha = 0.1": [1, 0.8, 0.64] } },
  ),
  matmulPicture: matmulPicture(toy.W1, toy.W2, { row: 1 }),
  matrixGraph: matrixGraph(),
  numberGraph: numberGraph(toy, Matrix.from([[1], [2]]), Matrix.from([[1], [0]])),
  wishList: wishList(gradients.dZ2),
  shapePicture: shapePicture("Z1 = W1 X + b1", { ...activations, ...parameters, X: digits.X }),
  softmaxBars: softmaxBars([1, 2, -3]),
  weightImages: weightImages(parameters.W1),
};

for (const [name, { data, layout }] of Object.entries(figures)) {
  Deno.test(`${name} has a title and says in words what it shows`, () => {
    assertGreater(layout.title?.text?.length, 0);
    assertGreater(layout.meta.alt.length, 20);
    assert(layout.meta.alt.endsWith("."), layout.meta.alt);
    assert(!/<|NaN|undefined|null/.test(layout.meta.alt), layout.meta.alt);
  });

  Deno.test(`${name} brings its own paper and ink, so that a dark notebook changes nothing`, () => {
    assertEquals(layout.paper_bgcolor, "#ffffff");
    assertEquals(layout.font?.color, "#1a1a1a");
    assert(layout.plot_bgcolor);
  });

  Deno.test(`${name} names each axis that is seen`, () => {
    const { xaxis, xaxis2, yaxis } = layout;
    for (const axis of [xaxis, xaxis2, yaxis]) {
      // A bias is a single column, and the networks along the dots are named one by one.
      const names = name === "accuracyDots" && axis?.type === "category";
      const named = axis?.title?.text || names || name === "heatmap of b1";
      assert(axis === undefined || axis.visible === false || named, JSON.stringify(axis));
    }
  });

  Deno.test(`${name} gives each entry of its legend a look of its own`, () => {
    const entries = (data as Entry[]).filter(({ type, name, showlegend }) =>
      type === "scatter" && name && showlegend !== false
    );
    // Plotly shows the legend of two or more by itself.
    if (entries.length < 2 || layout.showlegend === false) return;
    const looks = entries.map(({ line, marker }) =>
      [line?.color, line?.dash, marker?.color, marker?.symbol].join(" ")
    );
    assertEquals(new Set(looks).size, entries.length, looks.join(", "));
    assertEquals(new Set(entries.map(({ name }) => name)).size, entries.length);
  });

  Deno.test(`${name} fits into a notebook and takes less than 70 KB of its file`, () => {
    assertLess(layout.width ?? 0, 841);
    assertLess(layout.height, 701);
    // A notebook file puts every element of a list on a line of its own, some 9 blanks further in.
    const lines = JSON.stringify(figureBundle({ data, layout }), null, 1).split("\n");
    assertLess(lines.reduce((sum, line) => sum + line.length + 6, 0), 70_000);
  });

  Deno.test(`${name} is plain data that survives JSON`, () => {
    assertEquals(JSON.parse(JSON.stringify(data)), clean(data));
  });
}

/** What of a trace its entry in the legend is made from. */
interface Entry {
  type: string;
  name?: string;
  showlegend?: boolean;
  line?: { color?: string; dash?: string };
  marker?: { color?: string; symbol?: string };
}

/** Without the properties that are undefined, which JSON leaves out. */
function clean(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(clean);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).filter(([, v]) => v !== undefined).map(([k, v]) => [k, clean(v)]),
  );
}
