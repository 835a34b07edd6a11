/**
 * Scripts smuggled in wherever a text goes that may end up as HTML or in a figure: what both the
 * test of the texts and the test in the browser try.
 *
 * @module
 */
import * as glassnet from "glassnet";
import { progressHtml } from "../../lib/notebook/progress_html.ts";
import { gradesPage } from "../../tools/grade/page.ts";
import { classResult } from "../../tools/grade/results.ts";

/** Each sets `__smuggled` where it runs. */
export const payloads: readonly string[] = [
  `<img src=x onerror="window.__smuggled=1">`,
  `<script>window.__smuggled=2</script>`,
  `</script><script>window.__smuggled=3</script>`,
  `"><svg onload="window.__smuggled=4">`,
  `" autofocus tabindex="0" onfocus="window.__smuggled=5" x="`,
  `' autofocus tabindex='0' onfocus='window.__smuggled=6' x='`,
  `<a href="javascript:window.__smuggled=7">here</a>`,
  "`${window.__smuggled=8}` \\href{javascript:window.__smuggled=9}{x} $\\unicode{x3c}img$",
  `--><!--<iframe srcdoc="<script>parent.__smuggled=10</script>"></iframe>`,
];

const { Matrix } = glassnet;
const digits = { X: Matrix.zeros(784, 2), labels: Uint8Array.of(3, 5), count: 2 };
const parameters = glassnet.initParameters({ seed: 42 });
const mistakes = glassnet.misclassified(parameters, digits);
const history = [
  { iteration: 0, loss: 2, accuracy: 0.1, devAccuracy: 0.1 },
  { iteration: 1, loss: 1, accuracy: 0.2, devAccuracy: 0.2 },
];
const lie = (text: string) => text as never;

/** What makes HTML or a figure out of a text, by the name of the export that does. */
export const makers: Record<string, (text: string) => unknown> = {
  accuracyCurves: (text) => glassnet.accuracyCurves({ [text]: history }, { title: text }),
  accuracyDots: (text) => glassnet.accuracyDots({ [text]: { [text]: 0.5 } }, { title: text }),
  architecture: (text) =>
    glassnet.architecture({ title: text, hidden: lie(text), images: lie(text) }),
  CheckResult: (text) =>
    new glassnet.CheckResult(lie(text), {
      ...{ verdict: "right", mistake: text, message: text, difference: lie(text), printed: text },
      results: {
        found: { [text]: Matrix.zeros(2, 2) },
        expected: { [text]: Matrix.zeros(2, 2) },
      },
    }),
  classBalance: (text) => glassnet.classBalance(digits, { title: text }),
  confusionHeatmap: (text) => glassnet.confusionHeatmap(Matrix.zeros(10, 10), { title: text }),
  digitImage: (text) => glassnet.digitImage({ ...digits, labels: lie([text] as never) }, 0),
  digitMosaic: (text) => glassnet.digitMosaic(digits, { captions: [text, text], title: text }),
  Displayable: (text) => glassnet.formula`${text}`,
  done: (text) => glassnet.done(text),
  explorer: (text) =>
    glassnet.explorer({
      ...{ parameters, learningRate: 0.1 },
      digits: { ...digits, labels: lie([text, text] as never) },
    }),
  formula: (text) => glassnet.formula`${text}`,
  functionGraph: (text) =>
    glassnet.functionGraph({ [text]: Math.exp }, {
      ...{ from: 0, to: 1, title: text, x: text, y: text, walks: { [text]: [0, 1] } },
    }),
  heatmap: (text) =>
    glassnet.heatmap(Matrix.zeros(3, 3), {
      ...{ symbol: text, title: text, rowName: text, columnName: text },
    }),
  lossSlice: (text) => {
    const networks = [1, 2, 3].map((seed) => glassnet.initParameters({ hidden: 1, seed }));
    const slice = glassnet.lossSlice(digits, networks);
    slice.walks[text] = [{ x: 0, y: 0, loss: 2 }, { x: 1, y: 1, loss: 1 }];
    return slice.figure({ title: text });
  },
  prediction: (text) =>
    glassnet.prediction({
      ...{ kind: "choice", question: text, options: [text, "another"], right: text, why: text },
    }),
  hint: (text) => glassnet.hint(lie(text), 1),
  hints: (text) => glassnet.hints(lie(text)),
  lossCurves: (text) => glassnet.lossCurves({ [text]: history, b: history }, { title: text }),
  matmulPicture: (text) =>
    glassnet.matmulPicture(Matrix.zeros(2, 2), Matrix.zeros(2, 2), { title: text }),
  matrixGraph: (text) => glassnet.matrixGraph({ title: text }),
  mistakeMosaic: (text) => glassnet.mistakeMosaic(digits, mistakes, { title: text }),
  numberGraph: (text) =>
    glassnet.numberGraph(
      glassnet.initParameters({ hidden: 2, inputs: 2, classes: 2 }),
      Matrix.zeros(2, 1),
      glassnet.oneHot([1], 2),
      { title: text },
    ),
  pixelHistogram: (text) => glassnet.pixelHistogram(digits, { title: text }),
  probabilityBars: (text) => glassnet.probabilityBars([0.3, 0.7], { title: text }),
  progressBar: (text) => ({
    html: progressHtml({ done: 1, total: 2, text, pace: text, stopped: text }),
  }),
  reluGraph: (text) => glassnet.reluGraph({ title: text }),
  shapePicture: (text) =>
    glassnet.shapePicture("A = B C", {
      ...{ A: Matrix.zeros(2, 2), B: Matrix.zeros(2, 2), C: Matrix.zeros(2, 2) },
    }, { title: text }),
  shapeTable: (text) => glassnet.shapeTable({ [lie(text)]: Matrix.zeros(2, 2) }),
  softmaxBars: (text) => glassnet.softmaxBars([1, 2], { title: text }),
  table: (text) => glassnet.table([{ [text]: text, b: 1 }], { caption: text }),
  trainingGrid: (text) =>
    glassnet.trainingGrid({
      [text]: [0, 1].map((iteration) => ({
        ...{ iteration, loss: 1, accuracy: 0.5, devAccuracy: 0.5 },
        moved: { W1: iteration, b1: 0, W2: 0, b2: 0 },
      })),
    }),
  wishList: (text) => glassnet.wishList(Matrix.zeros(10, 1), { title: text }),
  weightImages: (text) => glassnet.weightImages(parameters.W1, { title: text, symbol: text }),
};

/** What makes HTML and is no export. */
export const pages: Record<string, (text: string) => unknown> = {
  gradesPage: (text) => {
    const pieces = [{ name: text, answer: text }];
    const exercise = { name: text, setup: text, pieces, checks: new Map() };
    // What is right is shown with its sentence as well, and two exercises with their sums.
    const verdicts = ["right", "mistake", "wrong", "failed", "unwritten", "missing"] as const;
    const notebooks = verdicts.map((verdict) => ({
      student: text + verdict,
      path: text,
      exercise: exercise.name,
      pieces: [{ piece: text, verdict, mistake: text, message: text }],
      problems: [text],
      notes: [text],
      look: [text],
    }));
    const result = classResult(notebooks, [exercise, exercise]);
    return { html: gradesPage(text, result) };
  },
};

/** The exports that make no HTML, or make it of numbers only. */
export const withoutText: ReadonlySet<string> = new Set(
  ("DataError Done GradientCheck Hint LossSlice Matrix ArgumentError NotWrittenError Pixels Prediction ShapeError " +
    "accelerate accuracy add argmax backward bugCurves check confusionMatrix crossEntropy digitPad exercise " +
    "fingerprint forward gradientCheck initParameters initVelocity language loadDigits loadParameters matmul " +
    "misclassified multiply notWritten nudged oneHot openHints predict progressLine readDigits recorder relu " +
    "reluDerivative saveParameters scale selectColumns show shuffled sliceWalk softmax split stepper stopButton " +
    "subtract sumColumns train translate transpose update writeSubmission").split(" "),
);

/** The HTML of a thing, the figure that it is, or neither: an error is text only. */
export function shownOf(make: () => unknown): { html?: string; figure?: glassnet.Figure } {
  let thing;
  try {
    thing = make() as Record<PropertyKey, unknown>;
  } catch {
    return {};
  }
  if (Array.isArray(thing.data)) return { figure: thing as unknown as glassnet.Figure };
  if (typeof thing.html === "string") return { html: thing.html };
  const display = thing[Symbol.for("Jupyter.display")] as () => Record<string, string>;
  return { html: display.call(thing)["text/html"] };
}
