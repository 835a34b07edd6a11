import type { Matrix } from "../matrix/matrix.ts";
import { parameterNames } from "../network/parameters.ts";
import type { Prepared } from "./settings.ts";

/** What a training begins with, as far as it may be the cause of trouble. */
export type Case = Pick<Prepared, "X" | "labels" | "start" | "settings">;

/** What is wrong with the pixels or the parameters that a training began with, and what to do. */
export function causeAtStart({ X, start }: Case): string | undefined {
  return ofPixels(X) ?? ofParameters(start);
}

/** Why a network stays at chance, and what to do: the likeliest of what can be found out. */
export function causeOfStanding(patient: Case, learningRate: number, fall: number): string {
  const { X, start: { parameters }, settings: { momentum } } = patient;
  return causeAtStart(patient) ?? ofLikeImages(X) ?? ofPalePixels(X) ?? ofTinyWeights(patient) ??
    (learningRate / (1 - momentum) >= 0.5
      ? `the steps are too long. ${shorterSteps(learningRate)}`
      : learningRate < 0.01 && Math.abs(fall) < 0.01
      ? `the steps are too short. Try a learning rate of ${
        Math.min(0.1, rounded(learningRate * 1000))
      }.`
      : parameters.W1.rows < 5
      ? `a hidden layer of ${parameters.W1.rows} tells few digits apart. Try hidden: 10.`
      : "do the labels belong to these images, in the same order? Look at some of both with " +
        "digitMosaic(digits).");
}

/** The advice to take shorter steps than those that were taken. */
export function shorterSteps(learningRate: number): string {
  return `Try a learning rate of ${rounded(learningRate / 10)}.`;
}

/** Hidden units that begin alike learn alike, and stay one. Units that are off are another matter. */
export function ofLikeUnits({ start: { iteration, parameters } }: Case): string | undefined {
  const { W1, b1, W2 } = parameters;
  if (iteration > 0 || W1.rows < 2 || largest(W1) === 0) return;
  for (let unit = 1; unit < W1.rows; unit++) {
    if (b1.get(unit, 0) !== b1.get(0, 0)) return;
    for (let j = 0; j < W1.cols; j++) if (W1.get(unit, j) !== W1.get(0, j)) return;
    for (let i = 0; i < W2.rows; i++) if (W2.get(i, unit) !== W2.get(i, 0)) return;
  }
  return `All ${W1.rows} hidden units begin with the same weights, so they learn the same and stay alike: ` +
    "the network is worth one unit. Begin with initParameters(), whose weights are random.";
}

/** Weights so small that hardly any gradient gets through them, and what to do. */
export function ofTinyWeights({ start: { iteration, parameters } }: Case): string | undefined {
  const { W1, W2 } = parameters;
  const most = Math.max(largest(W1), largest(W2));
  if (iteration > 0 || most >= 2e-4) return;
  return `the first weights are tiny, at most ${rounded(most)}, so hardly any gradient gets ` +
    "through them. Begin with initParameters(), whose weights go up to 0.5.";
}

/** Images from files are bytes divided by 255, and need no search. */
function ofPixels(X: Matrix): string | undefined {
  if (X.pixels) return;
  const odd = notFinite(X);
  if (odd) {
    const { value, row, col } = odd;
    return `pixel ${row} of image ${col} is ${value} (row ${row}, column ${col} of X). Look where ` +
      "X was made.";
  }
  const most = largest(X);
  if (most <= 10) return;
  return `the pixels go up to ${rounded(most)}, and train expects them from 0 to 1. Divide them: ` +
    `scale(X, 1 / ${most > 100 && most <= 255 ? 255 : rounded(most)}).`;
}

/** Parameters that are no numbers, or far larger than those that `initParameters` gives. */
function ofParameters({ iteration, parameters }: Case["start"]): string | undefined {
  for (const name of parameterNames) {
    const odd = notFinite(parameters[name]);
    if (!odd) continue;
    const { value, row, col } = odd;
    return `${name} has ${value} in row ${row}, column ${col}. Begin with parameters that are ` +
      "numbers, such as initParameters().";
  }
  if (iteration > 0) return;
  const { W1, b1, W2, b2 } = parameters;
  if (largest(W1) === 0 && largest(b1) === 0) {
    return "W1 and b1 are zeros, so all hidden units are alike and off. Begin with " +
      "initParameters(), whose weights are random.";
  }
  // He's weights fit the number of inputs: uniform ones are 6 times as large for 784 pixels.
  for (const [name, W, times] of [["W1", W1, 12], ["W2", W2, 4]] as const) {
    if (rms(W) > times * Math.sqrt(2 / W.cols)) return tooLargeWeights(name, W);
  }
  if (W1.values.every((weight: number) => weight >= 0)) {
    return "no weight of W1 is below 0, as with Math.random() without - 0.5, so everything adds up. Begin " +
      "with initParameters(), whose weights go from -0.5 to 0.5.";
  }
  for (const [name, b] of [["b1", b1], ["b2", b2]] as const) {
    if (largest(b) <= 10) continue;
    const sign = b.values.includes(-largest(b)) ? "-" : "";
    return `${name} begins with biases as large as ${sign}${
      rounded(largest(b))
    }. Begin near 0, as ` +
      "initParameters() does.";
  }
}

function tooLargeWeights(name: string, W: Matrix): string {
  const hidden = name === "W1" ? W.rows : W.cols;
  const options = hidden > 100 ? `{ hidden: ${hidden}, init: "he" }` : "";
  return `the first weights are too large: those of ${name} go up to ${
    rounded(largest(W))
  }. Begin ` +
    `with initParameters(${options}).`;
}

/** Pixels that were divided by 255 once more. */
function ofPalePixels(X: Matrix): string | undefined {
  const most = largest(X);
  if (most === 0 || most > 0.02) return;
  return `the pixels go up to ${
    rounded(most)
  } only. Were they divided by 255 twice? scale(X, 255) takes ` +
    "it back.";
}

/** Images that do not differ leave nothing to tell them apart by. */
function ofLikeImages(X: Matrix): string | undefined {
  if (X.cols < 2) return;
  const { values, rowStride, colStride } = X;
  for (let j = 1; j < X.cols; j++) {
    for (let i = 0; i < X.rows; i++) {
      if (values[i * rowStride + j * colStride] !== values[i * rowStride]) return;
    }
  }
  return `all ${X.cols} images are alike` +
    (largest(X) === 0 ? ", and every pixel is 0" : "") + ". Look where X was made.";
}

/** The first number that is NaN or infinite, in the order of the memory, and its place. */
function notFinite(M: Matrix): { value: number; row: number; col: number } | undefined {
  const { values, isTransposed, rowStride, colStride } = M;
  const k = values.findIndex((value: number) => !Number.isFinite(value));
  if (k < 0) return;
  const size = isTransposed ? rowStride : colStride;
  const [within, outside] = [k % size, Math.floor(k / size)];
  const [row, col] = isTransposed ? [outside, within] : [within, outside];
  return { value: values[k], row, col };
}

function largest({ values }: Matrix): number {
  let most = 0;
  for (const value of values) most = Math.max(most, Math.abs(value));
  return most;
}

function rms({ values }: Matrix): number {
  let sum = 0;
  for (const value of values) sum += value * value;
  return Math.sqrt(sum / values.length);
}

/** A number with 3 significant digits, as a person would write it. */
function rounded(value: number): number {
  return Number(value.toPrecision(3));
}
