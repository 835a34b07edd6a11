import { loadDigits } from "../../data/load_digits.ts";
import { shuffled } from "../../training/shuffle.ts";
import { split } from "../../data/split.ts";
import type { WatchedMoment } from "../../figures/training_grid.ts";
import { scale } from "../../matrix/elementwise.ts";
import { exponential } from "../../matrix/kernels/exponential.ts";
import { logarithm } from "../../matrix/kernels/logarithm.ts";
import { Matrix } from "../../matrix/matrix.ts";
import { oneHot } from "../../network/one_hot.ts";
import { backward, type Gradients } from "../../network/backward.ts";
import { forward } from "../../network/forward.ts";
import { initParameters, type Parameters } from "../../network/parameters.ts";
import { update } from "../../network/update.ts";
import { accuracy, argmax } from "../../training/metrics.ts";
import { predict } from "../../training/predict.ts";

/** What can be wrong with a training. */
export type Bug = "zeros" | "learning-rate" | "labels" | "scale" | "sum";

/** A training, and what makes it go wrong. */
interface Setting {
  X: Matrix;
  labels: Uint8Array;
  devX: Matrix;
  devLabels: Uint8Array;
  parameters: Parameters;
  learningRate: number;
  /** What update is given in the place of the gradients. */
  slip?: (gradients: Gradients) => Gradients;
}

const iterations = 60;
/** With this one the network learns well where nothing is wrong. */
const seed = 6;
const learningRate = 0.3;
/** Long enough to throw the loss about, and short enough that the network goes on. */
const tooLong = 1;

/**
 * Five trainings that go wrong, each by one bug, on 400 images of the sample. They differ in nothing
 * else.
 */
export async function bugTrainings(): Promise<Record<Bug, WatchedMoment[]>> {
  const { train: sample } = await loadDigits({ sample: true, onProgress() {} });
  const { train, dev } = split(sample, { dev: 100, seed: 0 });
  const usual: Setting = {
    X: train.X,
    labels: train.labels!,
    devX: dev.X,
    devLabels: dev.labels!,
    parameters: initParameters({ init: "he", seed }),
    learningRate,
  };
  const order = shuffled(train.count, seed);
  return {
    zeros: trained({ ...usual, parameters: zeros(usual.parameters) }),
    "learning-rate": trained({ ...usual, learningRate: tooLong }),
    labels: trained({ ...usual, labels: usual.labels.map((_, j) => usual.labels[order[j]]) }),
    scale: trained({ ...usual, X: asBytes(train.X), devX: asBytes(dev.X) }),
    sum: trained({
      ...usual,
      slip: (gradients) => ({
        ...gradients,
        db2: sumOverEverything(gradients.dZ2),
        db1: sumOverEverything(gradients.dZ1),
      }),
    }),
  };
}

function trained(setting: Setting): WatchedMoment[] {
  const { X, labels, devX, devLabels, parameters: first } = setting;
  const Y = oneHot(labels);
  const moments: WatchedMoment[] = [];
  let parameters = first;
  for (let iteration = 0;; iteration++) {
    const activations = forward(parameters, X);
    moments.push({
      iteration,
      loss: lossOf(activations.Z2, labels),
      accuracy: accuracy(argmax(activations.A2), labels),
      devAccuracy: accuracy(predict(parameters, devX), devLabels),
      moved: {
        W1: distance(parameters.W1, first.W1),
        b1: distance(parameters.b1, first.b1),
        W2: distance(parameters.W2, first.W2),
        b2: distance(parameters.b2, first.b2),
      },
    });
    if (iteration === iterations) return moments;
    const gradients = backward(parameters, activations, X, Y);
    parameters = update(parameters, setting.slip?.(gradients) ?? gradients, setting.learningRate);
  }
}

/**
 * The mean cross-entropy straight from Z2: log(sum of e^z) - z of the right digit. Where pixels are not
 * scaled, probabilities become too small for a number; this stays finite.
 */
function lossOf(Z2: Matrix, labels: Uint8Array): number {
  let sum = 0;
  for (let j = 0; j < Z2.cols; j++) {
    let most = -Infinity;
    for (let i = 0; i < Z2.rows; i++) most = Math.max(most, Z2.get(i, j));
    let powers = 0;
    for (let i = 0; i < Z2.rows; i++) powers += exponential(Z2.get(i, j) - most);
    sum += most + logarithm(powers) - Z2.get(labels[j], j);
  }
  return sum / Z2.cols;
}

/** The slip: one number for all units, where each has a sum of its own. */
function sumOverEverything(dZ: Matrix): Matrix {
  let sum = 0;
  for (const value of dZ.values) sum += value;
  return Matrix.from(Array.from({ length: dZ.rows }, () => [sum / dZ.cols]));
}

/** Pixels from 0 to 255, as the file has them. */
function asBytes(X: Matrix): Matrix {
  return scale(Matrix.from(X.toArray()), 255);
}

function zeros({ W1, b1, W2, b2 }: Parameters): Parameters {
  const like = ({ rows, cols }: Matrix) => Matrix.zeros(rows, cols);
  return { W1: like(W1), b1: like(b1), W2: like(W2), b2: like(b2) };
}

/** The Euclidean distance of two matrices. */
function distance(A: Matrix, B: Matrix): number {
  const [a, b] = [A.values, B.values];
  let sum = 0;
  for (let k = 0; k < a.length; k++) sum += (a[k] - b[k]) ** 2;
  return Math.sqrt(sum);
}
