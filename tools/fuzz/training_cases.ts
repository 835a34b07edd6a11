/**
 * Trainings as people start them, well and badly, to see whether `train` says what is wrong, and nothing
 * if nothing is.
 *
 * @module
 */
import { assert } from "@std/assert";
import { mersenne } from "pure-rand/generator/mersenne";
import { selectColumns } from "../../lib/matrix/select_columns.ts";
import { scale } from "../../lib/matrix/elementwise.ts";
import { Matrix } from "../../lib/matrix/matrix.ts";
import { mapMatrices } from "../../lib/matrix/map_matrices.ts";
import { forward } from "../../lib/network/forward.ts";
import { initParameters, type Parameters } from "../../lib/network/parameters.ts";
import type { Digits } from "../../lib/training/digits.ts";
import type { Training } from "../../lib/training/log.ts";
import type { TrainOptions } from "../../lib/training/options.ts";
import { train } from "../../lib/training/train.ts";

/** A training, and what must be said of it. */
interface Planted {
  digits: Digits;
  options: TrainOptions;
  /** What is wrong by intent; without it, whether something is wrong is judged by how it ends. */
  says?: RegExp;
  /** Whether it may learn all the same, and then nothing need be said. */
  mayLearn?: boolean;
}

/** One way to start a training. `draw(n)` is a whole number below n. */
type Kind = (digits: Digits, options: TrainOptions, draw: (n: number) => number) => Planted;

const first = ({ hidden, init, seed }: TrainOptions) => initParameters({ hidden, init, seed });
const times = (parameters: Parameters, factor: number) =>
  mapMatrices(parameters, (A) => scale(A, factor));
const dense = ({ X }: Digits) => Matrix.from(X.toArray());

/** What may be done to a training before it begins. */
export const trainingKinds: Record<string, Kind> = {
  "as it should be": (digits, options) => ({ digits, options }),
  "pixels up to 255": (digits, options, draw) => ({
    digits: { ...digits, X: scale(dense(digits), 255) },
    // As long as the steps are long enough to do harm.
    options: { ...options, learningRate: 10 ** -draw(4) },
    says: /the pixels go up to 255.*scale\(X, 1 \/ 255\)/,
  }),
  "a NaN among the pixels": (digits, options, draw) => {
    const rows = digits.X.toArray();
    const [i, j] = [draw(784), draw(digits.count)];
    rows[i][j] = NaN;
    return {
      digits: { ...digits, X: Matrix.from(rows) },
      options,
      says: new RegExp(`pixel ${i} of image ${j} is NaN \\(row ${i}, column ${j} of X\\)`),
    };
  },
  "tiny weights": (digits, options, draw) => ({
    digits,
    options: { ...options, parameters: times(first(options), 10 ** -(5 + draw(10))) },
    says: /the first weights are tiny/,
    mayLearn: true,
  }),
  "huge weights": (digits, options, draw) => ({
    digits,
    options: { ...options, parameters: times(first(options), 50 * (1 + draw(100))) },
    says: /the first weights are too large: those of W1 go up to/,
  }),
  "zeros": (digits, options) => ({
    digits,
    options: { ...options, parameters: times(first(options), 0) },
    says: /All hidden units are off before the first step.*W1 and b1 are zeros/,
  }),
  "a bias of -100": (digits, options) => {
    const parameters = first(options);
    const b1 = Matrix.from(Array(parameters.b1.rows).fill([-100]));
    return {
      digits,
      options: { ...options, parameters: { ...parameters, b1 } },
      says:
        /All hidden units are off before the first step.*b1 begins with biases as large as -100/,
    };
  },
  "labels all alike": (digits, options, draw) => ({
    digits: { ...digits, labels: new Uint8Array(digits.count).fill(draw(10)) },
    options,
    says: /All \d+ labels are \d/,
  }),
  "a rate far too high": (digits, options, draw) => ({
    digits,
    options: { ...options, batchSize: undefined, learningRate: 200 * (1 + draw(50)) },
    says: /the steps are too long. Try a learning rate of/,
  }),
};

/** What was found wrong in `count` trainings, and how often each kind ended in which way. */
export async function fuzzTrainings(
  { digits: all, seed, count, kinds = Object.keys(trainingKinds), onFinding }: {
    digits: Digits;
    seed: number;
    count: number;
    kinds?: string[];
    onFinding: (words: string) => void;
  },
): Promise<Map<string, Record<string, number>>> {
  const random = mersenne(seed);
  const draw = (n: number) => (random.next() >>> 0) % n;
  const counts = new Map<string, Record<string, number>>();
  for (let k = 0; k < count; k++) {
    const kind = kinds[k % kinds.length];
    const images = Array.from({ length: 100 + draw(all.count - 100) }, (_, j) => j);
    const digits: Digits = {
      X: selectColumns(all.X, images),
      labels: all.labels!.slice(0, images.length),
      count: images.length,
    };
    const usual: TrainOptions = {
      iterations: 60 + draw(240),
      seed: draw(1e6),
      hidden: [3, 5, 10, 10, 10, 16, 32, 64][draw(8)],
      init: draw(3) === 0 ? "he" : "uniform",
      dtype: draw(2) === 0 ? "float32" : "float64",
      learningRate: Number((10 ** (-3 + 3 * draw(1000) / 1000)).toPrecision(3)),
      momentum: draw(4) === 0 ? 0.9 : 0,
      batchSize: draw(3) === 0 ? 8 + draw(56) : undefined,
    };
    const planted = trainingKinds[kind](digits, usual, draw);
    const training = await train(planted.digits, planted.options);
    const { outcome, finding } = judged(planted, training);
    const row = counts.get(kind) ?? {};
    for (const name of outcome) row[name] = (row[name] ?? 0) + 1;
    counts.set(kind, row);
    const { parameters: _, ...options } = planted.options;
    if (finding) {
      onFinding(`${kind}, ${digits.count} images, ${JSON.stringify(options)}: ${finding}`);
    }
  }
  return counts;
}

/** Whether what was said is right, judged by how the training ended. */
function judged(
  { digits, says, mayLearn }: Planted,
  { parameters, history, stopped }: Training,
): { outcome: string[]; finding?: string } {
  assert(history[0]?.iteration === 0);
  const warnings = history.flatMap(({ warning }) => warning ?? []);
  const { loss, accuracy } = history[history.length - 1];
  const learns = accuracy >= 0.5 || loss < 0.8 * history[0].loss && accuracy > 0.2;
  const said = stopped?.message ?? warnings[0];
  const outcome = [
    learns ? "learns" : "fails",
    said === undefined ? "nothing said" : stopped ? "stopped" : "warned",
  ];
  if (warnings.length > 1) return { outcome, finding: `says more than one thing: ${warnings}` };
  if (says && !(mayLearn && learns)) {
    return says.test(said ?? "") ? { outcome } : { outcome, finding: `says ${said ?? "nothing"}` };
  }
  const isOff = forward(parameters, digits.X).A1.values.every((answer) => answer === 0);
  if (isOff && said === undefined) {
    return { outcome, finding: "all units are off, and it says nothing" };
  }
  if (learns && !says && said !== undefined) {
    const ended = `ends with loss ${loss.toFixed(3)} and accuracy ${accuracy.toFixed(3)}`;
    return { outcome, finding: `${ended}, and it says ${said}` };
  }
  return { outcome };
}
