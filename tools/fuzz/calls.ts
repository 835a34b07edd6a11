import * as glassnet from "glassnet";
import type { Parameters } from "glassnet";

/** A right call of an exported function, with small arguments. */
export interface Call {
  /** New right arguments. */
  args: () => unknown[];
  /** How to call it. The default is `glassnet[name](...args)`. */
  // deno-lint-ignore no-explicit-any
  call?: (...args: any[]) => unknown;
  /** What is nonsense elsewhere, but fine here. */
  fine?: string[];
}

const { Matrix, Pixels } = glassnet;

const matrix = () => Matrix.from([[1, -2], [3, 4]]);
const parameters = () => glassnet.initParameters({ hidden: 3, seed: 1 });
const networks = () => [1, 2, 3].map((seed) => glassnet.initParameters({ hidden: 3, seed }));
const images = () =>
  Pixels.fromBytes(Uint8Array.from({ length: 3 * 784 }, (_, k) => k % 7 ? 0 : k % 256)).toMatrix();
export const digits = () => ({ X: images(), labels: Uint8Array.of(5, 0, 4), count: 3 });
const Y = () => glassnet.oneHot([5, 0, 4]);
const gradients = ({ W1, b1, W2, b2 }: Parameters) => ({ dW1: W1, db1: b1, dW2: W2, db2: b2 });
const history = () => [
  { iteration: 0, loss: 2.4, accuracy: 0.1, devAccuracy: 0.1 },
  { iteration: 1, loss: 2.2, accuracy: 0.2, devAccuracy: 0.2 },
];
const mistakes = () => [
  { index: 1, label: 0, predicted: 2, confidence: 0.75, probabilities: [0.2, 0.05, 0.75] },
];

const moments = () =>
  history().map(({ iteration, loss, accuracy }) => ({
    ...{ iteration, loss, accuracy },
    W1: parameters().W1,
    A2: glassnet.forward(parameters(), images()).A2,
  }));

/** A file name that is free in the current folder. */
let files = 0;
const freeFile = () => `file-${files++}`;

/** Every function and class that `lib/mod.ts` exports and that a reader calls. */
export const calls: Record<string, Call> = {
  Matrix: {
    args: () => [2, 2, Float64Array.of(1, 2, 3, 4), false],
    call: (...args: ConstructorParameters<typeof Matrix>) => new Matrix(...args),
  },
  "Matrix.from": {
    // A matrix may hold NaN, so that a reader can see where it came from.
    fine: ["0.0.0", "0.0.1", "0.1.0", "0.1.1"].map((element) => `NaN as ${element}`),
    args: () => [[[1, 2], [3, 4]], "float32"],
    call: Matrix.from,
  },
  "Matrix.zeros": { args: () => [2, 3, "float32"], call: Matrix.zeros },
  "Matrix.get": { args: () => [1, 1], call: (i, j) => matrix().get(i, j) },
  Pixels: {
    args: () => [4, Uint32Array.of(0, 1, 2), Uint16Array.of(1, 3), Uint8Array.of(7, 9)],
    call: (...args: ConstructorParameters<typeof Pixels>) => new Pixels(...args),
  },
  "Pixels.fromBytes": { args: () => [new Uint8Array(8), 4], call: Pixels.fromBytes },
  "Pixels.get": { args: () => [5, 2], call: (p, j) => images().pixels!.get(p, j) },
  "Pixels.image": { args: () => [2], call: (j) => images().pixels!.image(j) },
  "Pixels.select": { args: () => [[2, 0]], call: (list) => images().pixels!.select(list) },
  transpose: { args: () => [matrix()] },
  matmul: { args: () => [matrix(), matrix()] },
  add: { args: () => [matrix(), matrix()] },
  subtract: { args: () => [matrix(), matrix()] },
  multiply: { args: () => [matrix(), matrix()] },
  scale: { args: () => [matrix(), 2] },
  sumColumns: { args: () => [matrix()] },
  selectColumns: { args: () => [matrix(), [1, 0]] },
  initParameters: {
    args: () => [{ hidden: 3, seed: 1, init: "he", dtype: "float32", inputs: 4, classes: 2 }],
  },
  oneHot: { args: () => [[1, 0, 2], 3, "float32"] },
  relu: { args: () => [matrix()] },
  reluDerivative: { args: () => [matrix()] },
  softmax: { args: () => [matrix()] },
  forward: { args: () => [parameters(), images()] },
  backward: {
    args: () => [parameters(), glassnet.forward(parameters(), images()), images(), Y()],
  },
  update: { args: () => [parameters(), gradients(parameters()), 0.1] },
  initVelocity: { args: () => [parameters()] },
  accelerate: {
    args: () => [glassnet.initVelocity(parameters()), gradients(parameters()), 0.9],
  },
  crossEntropy: { args: () => [Matrix.from([[0.25], [0.75]]), Matrix.from([[0], [1]])] },
  shuffled: { args: () => [5, 1] },
  readDigits: { args: () => ["digits.csv", { onProgress: () => {} }] },
  loadDigits: { args: () => [{ sample: true, dir: "data", onProgress: () => {} }] },
  "loadDigits with testLabels": {
    args: () => [{ sample: true, dir: "data", testLabels: true }],
    call: glassnet.loadDigits,
  },
  split: { args: () => [digits(), { dev: 1, seed: 1 }] },
  writeSubmission: { args: () => [freeFile(), [3, 7], { overwrite: true }] },
  progressLine: {
    args: () => [{ what: "Reading", done: 1, total: 2 }],
    call: (progress) => glassnet.progressLine()(progress),
  },
  fingerprint: { args: () => [parameters()] },
  saveParameters: {
    args: () => [freeFile(), parameters(), { names: "glassnet", overwrite: true }],
  },
  loadParameters: { args: () => ["network.safetensors"] },
  accuracy: { args: () => [[7, 2], [7, 1]] },
  argmax: { args: () => [matrix()] },
  confusionMatrix: { args: () => [[7, 2], [7, 1], 10] },
  misclassified: { args: () => [parameters(), digits()] },
  predict: { args: () => [parameters(), images()] },
  gradientCheck: {
    args: () => [
      ...[parameters(), images(), Y()],
      { gradients: gradients(parameters()), elements: 1, epsilon: 1e-5, tolerance: 1e-5 },
    ],
  },
  train: {
    // That is only a very long training, which can be stopped.
    fine: ["a thousand million as 1.iterations"],
    args: () => [digits(), {
      ...{ iterations: 1, learningRate: 0.1, momentum: 0.9, batchSize: 2, hidden: 3, seed: 1 },
      ...{ init: "he", dtype: "float32", dev: digits(), onProgress: () => {}, live: false },
      ...{ signal: new AbortController().signal },
    }],
  },
  "train from parameters": {
    fine: ["a thousand million as 1.iterations"],
    args: () => [digits(), { iterations: 1, parameters: parameters() }],
    call: glassnet.train,
  },
  "train with a checkpoint": {
    fine: ["a thousand million as 1.iterations"],
    args: () => [
      digits(),
      { iterations: 1, checkpoint: { path: freeFile(), every: 1, overwrite: true } },
    ],
    call: glassnet.train,
  },
  "train that goes on": {
    fine: ["a thousand million as 1.iterations"],
    args: () => [digits(), { iterations: 2, resume: "training.safetensors" }],
    call: glassnet.train,
  },
  architecture: { args: () => [{ inputs: 784, hidden: 12, classes: 10, images: 5, title: "t" }] },
  classBalance: { args: () => [digits(), { title: "t" }] },
  confusionHeatmap: { args: () => [matrix(), { title: "t" }] },
  lossCurves: { args: () => [{ a: history() }, { title: "t", logX: true, logY: true }] },
  accuracyCurves: { args: () => [{ a: history() }, { title: "t", logX: true, logY: true }] },
  accuracyDots: { args: () => [{ a: { dev: 0.9, test: 0.8 } }, { title: "t" }] },
  trainingGrid: {
    args: () => {
      const moved = { W1: 0, b1: 0, W2: 0, b2: 0 };
      return [{ a: [{ iteration: 0, loss: 2.4, accuracy: 0.1, devAccuracy: 0.1, moved }] }];
    },
  },
  digitImage: {
    args: () => [
      ...[digits(), 1],
      { crop: { row: 2, column: 3, rows: 4, columns: 5 }, numbers: true, title: "t" },
    ],
  },
  digitMosaic: {
    args: () => [digits(), { images: [2, 0], columns: 2, captions: ["a", "b"], title: "t" }],
  },
  heatmap: {
    args: () => [matrix(), {
      ...{ symbol: "Z1", columns: 2, title: "t", rowName: "r", columnName: "c", numbers: true },
    }],
  },
  mistakeMosaic: { args: () => [digits(), mistakes(), { count: 1, columns: 2, title: "t" }] },
  pixelHistogram: { args: () => [digits(), { title: "t" }] },
  probabilityBars: { args: () => [[0.25, 0.75], { label: 1, title: "t" }] },
  reluGraph: { args: () => [{ title: "t" }] },
  matmulPicture: { args: () => [matrix(), matrix(), { row: 1, column: 0, title: "t" }] },
  nudged: { args: () => [matrix(), 0, 1, 0.5] },
  matrixGraph: { args: () => [{ through: "dZ2", title: "t" }] },
  numberGraph: {
    args: () => {
      const [square, column] = [Matrix.from([[1, 2], [3, 4]]), Matrix.from([[1], [0]])];
      const parameters = { W1: square, b1: column, W2: square, b2: column };
      return [parameters, column, column, { through: "dZ2", title: "t" }];
    },
  },
  functionGraph: {
    args: () => [
      { f: Math.exp },
      {
        ...{ from: 0, to: 1, points: 3, x: "x", y: "y", range: [0, 3] },
        ...{ walks: { a: [0, 1] }, title: "t" },
      },
    ],
  },
  lossSlice: { args: () => [digits(), networks()] },
  sliceWalk: {
    args: () => ["plain"],
    call: (name) => glassnet.sliceWalk(glassnet.lossSlice(digits(), networks()), name),
  },
  wishList: { args: () => [matrix(), { column: 0, title: "t" }] },
  shapePicture: { args: () => ["Z1 = W1 X", { Z1: matrix(), W1: matrix() }, { title: "t" }] },
  softmaxBars: { args: () => [[1, 2], { title: "t" }] },
  weightImages: {
    args: () => [parameters().W1, { units: [1], columns: 2, symbol: "W1", title: "t" }],
  },
  formula: {
    args: () => [1.5],
    call: (value) => glassnet.formula`x = ${value}`,
  },
  progressBar: {
    args: () => ["label", { iteration: 1, iterations: 2, loss: 2.3, accuracy: 0.1 }],
    call: (label, progress) => glassnet.progressBar(label)(progress),
  },
  shapeTable: { args: () => [{ W1: parameters().W1 }, { inputs: 784 }] },
  prediction: {
    args: () => [{ kind: "number", question: "1 + 1?", right: 2, within: 0, why: "So it is." }],
  },
  show: { args: () => [glassnet.reluGraph()] },
  stopButton: { args: () => [() => Promise.resolve(1)] },
  table: { args: () => [[{ loss: 0.5 }], { caption: "c", marked: () => true }] },
  stepper: { args: () => [parameters(), images(), Y(), 0.1] },
  "stepper's goTo": {
    args: () => ["dW1", 1, 2],
    call: (name, row, col) =>
      glassnet.stepper(parameters(), images(), Y()).goTo(name).at(row, col).check(),
  },
  "stepper's image": {
    args: () => [1],
    call: (image) => glassnet.stepper(parameters(), images(), Y()).image(image).next().toString(),
  },
  "stepper's watch": {
    args: () => ["W1", 1, 2],
    call: (name, row, col) => glassnet.stepper(parameters(), images(), Y()).watch(name, row, col),
  },
  digitPad: { args: () => [parameters()] },
  explorer: {
    args: () => [{ parameters: parameters(), digits: digits(), learningRate: 0.1 }],
  },
  "explorer with moments": {
    args: () => [moments()],
    call: (moments) => glassnet.explorer({ parameters: parameters(), digits: digits(), moments }),
  },
  recorder: { args: () => [digits(), { moments: 3 }] },
  hint: { args: () => ["dW2", 1] },
  hints: { args: () => ["dW2"] },
  done: { args: () => ["02"] },
};

/** What is exported but not called here, and why. */
export const apart: Record<string, string> = {
  ArgumentError: "an error, which the library throws",
  ShapeError: "an error, which the library throws",
  DataError: "an error, which the library throws",
  NotWrittenError: "an error, which the library throws",
  GradientCheck: "what gradientCheck gives",
  Displayable: "what table, formula and shapeTable give",
  CheckResult: "what check gives",
  LossSlice: "what lossSlice gives",
  Prediction: "what prediction gives",
  Done: "what done gives",
  Hint: "what hint gives",
  bugCurves: "is given nothing",
  notWritten: "always throws",
  check: "runs what it is given in a process of its own: tests/exercises does that",
  language: "chooses for the whole process: tests/exercises does that",
  openHints: "sets it for the whole process: tests/exercises does that",
  translate: "speaks for the whole process: tests/exercises does that",
  exercise: "registers what it is given for the whole process: tests/exercises does that",
};
