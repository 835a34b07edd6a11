/**
 * Does what each **Try** of the lessons asks for, and gives the numbers that its answer in
 * `docs/teaching/answers.ts` names. The Try that is answered by timing has none, and is not here.
 *
 * @module
 */
import {
  accuracy,
  add,
  backward,
  confusionMatrix,
  crossEntropy,
  type Digits,
  forward,
  gradientCheck,
  initParameters,
  loadDigits,
  matmul,
  Matrix,
  misclassified,
  multiply,
  nudged,
  oneHot,
  type Parameters,
  predict,
  relu,
  reluDerivative,
  scale,
  selectColumns,
  ShapeError,
  softmax,
  split,
  stepper,
  subtract,
  sumColumns,
  train,
  type TrainOptions,
  transpose,
  update,
} from "glassnet";
import { equations } from "../../lib/step/equations.ts";

/** What a Try gives: numbers and short texts by name. */
export type Facts = Record<string, number | string | boolean>;

const { train: all } = await loadDigits();
const { train: trainDigits, dev } = split(all, { dev: 1000 });
const { X, labels, count: m } = trainDigits as Required<Digits>;
const devLabels = dev.labels!;
const Y = oneHot(labels);
const parameters = initParameters({ seed: 42 });
const { W1, b1, W2, b2 } = parameters;
const activations = forward(parameters, X);
const gradients = backward(parameters, activations, X, Y);
const image = 2;
const x = selectColumns(X, [image]);
const z2 = selectColumns(activations.Z2, [image]);
const first = Array.from({ length: 5000 }, (_, j) => j);
const few = { X: selectColumns(X, first), labels: labels.slice(0, 5000), count: 5000 };
const Yfew = oneHot(few.labels);

const numbers = (A: Matrix) => A.toArray().flat();
const sum = (list: number[]) => list.reduce((a, b) => a + b, 0);
const indicesOf = (list: ArrayLike<number>, digit: number) =>
  Array.from(list, (label, j) => label === digit ? j : -1).filter((j) => j >= 0);
const shareOf = (list: ArrayLike<number>, digit: number) =>
  Array.from(list).filter((label) => label === digit).length / list.length;
const devAccuracy = (network: Parameters) => accuracy(predict(network, dev.X), devLabels);

/** A value that is computed when it is first asked for. */
function once<Value>(make: () => Value): () => Value {
  let made: { value: Value } | undefined;
  return () => (made ??= { value: make() }).value;
}
const reference = once(() => train(trainDigits, { iterations: 500, learningRate: 0.1, seed: 42 }));

// The toy of notebook 4.
const toy = {
  W1: Matrix.from([[1, 1], [2, -1]]),
  b1: Matrix.from([[-1], [-1]]),
  W2: Matrix.from([[1, 2], [2, -1]]),
  b2: Matrix.from([[2], [0]]),
};
const toyX = Matrix.from([[1], [2]]);
const toySlopes = (label: number) => {
  const toyY = Matrix.from([[1 - label], [label]]);
  return Object.values(backward(toy, forward(toy, toyX), toyX, toyY)).flatMap(numbers);
};

// The small trainings of notebook 5.
const atRate = async (learningRate: number) => {
  const { parameters, history, stopped } = await train(few, {
    ...{ iterations: 200, learningRate, seed: 42 },
  });
  return { loss: history.at(-1)!.loss, dev: devAccuracy(parameters), stopped };
};
const total = (A: Matrix) => sum(numbers(A));
const repeat = (value: number) => Matrix.from(Array.from({ length: 10 }, () => [value]));
const learn = (slip: boolean, alpha: number) => {
  let network = initParameters({ seed: 42 });
  for (let iteration = 0; iteration < 200; iteration++) {
    const inside = forward(network, few.X);
    const right = backward(network, inside, few.X, Yfew);
    const { dZ1, dZ2 } = right;
    const wrong = {
      ...{ ...right, db1: repeat(total(dZ1) / 5000) },
      db2: repeat(total(dZ2) / 5000),
    };
    network = update(network, slip ? wrong : right, alpha);
  }
  return crossEntropy(forward(network, few.X).A2, Yfew);
};

// The trainings of notebook 8.
const batchSize = 64;
const iterations = 20 * Math.ceil(m / batchSize);
const cosine = (rate: number) => (k: number) => rate / 2 * (1 + Math.cos(Math.PI * k / iterations));
const falling = { batchSize, iterations, init: "he", learningRate: cosine(0.2) } as const;
const whole = { iterations: 50, init: "he" } as const;
const further = async (options: TrainOptions) => {
  const { parameters } = await train(trainDigits, { seed: 42, dtype: "float32", ...options });
  return devAccuracy(parameters);
};

// The six digits of notebook 7.
const chosen = [2, 11, 13, 19, 0, 15];
const six = {
  X: selectColumns(dev.X, chosen),
  Y: oneHot(Uint8Array.from(chosen, (j) => devLabels[j])),
};

/** The Trys by notebook and cell. */
export const tries: Record<string, () => Facts | Promise<Facts>> = {
  "01 cut-try": () => ({ labels: [0, 2, 3].map((j) => all.labels![j]).join(", ") }),
  "01 where-try": () => ({ row: Math.floor(300 / 28), column: 300 % 28 }),
  "01 hands-try": () => {
    // The mean squared distance of a digit's images to their average.
    const strays = (digit: number) => {
      const those = selectColumns(all.X, indicesOf(all.labels!, digit));
      const average = numbers(scale(sumColumns(those), 1 / those.cols));
      const squares = sum(numbers(those).map((x) => x * x)) / those.cols;
      return squares - sum(average.map((a) => a * a));
    };
    return { seven: strays(7), one: strays(1) };
  },
  "01 baseline-after": () => {
    const shares = Array.from({ length: 10 }, (_, digit) => shareOf(all.labels!, digit));
    const best = shares.indexOf(Math.max(...shares));
    return { best, percent: 100 * shares[best] };
  },
  "01 X-read": () => ({ first: all.X.get(0, 5), last: all.X.get(783, 5) }),
  "01 average-after": () => {
    // Sharp edges: how much neighboring pixels of the ten averages differ, added up.
    const edges = (count: number) =>
      sum(Array.from({ length: 10 }, (_, digit) => {
        const those = indicesOf(all.labels!, digit).slice(0, count);
        const average = numbers(scale(sumColumns(selectColumns(all.X, those)), 1 / those.length));
        return sum(average.map((a, p) => p % 28 ? Math.abs(a - average[p - 1]) : 0));
      }));
    return { sharper: edges(10) > edges(Infinity) };
  },
  "01 split-try": () => {
    const gap = (count: number) => {
      const { train, dev } = split(all, { dev: count, seed: 1 });
      return Math.max(...Array.from(
        { length: 10 },
        (_, digit) => Math.abs(shareOf(train.labels!, digit) - shareOf(dev.labels!, digit)),
      ));
    };
    return { thousand: 100 * gap(1000), fifty: 100 * gap(50) };
  },
  "02 architecture-read": () => {
    const shapes = (hidden: number) => {
      const network = initParameters({ hidden });
      const few = selectColumns(X, [0]);
      return Object.values({ X: few, ...network, ...forward(network, few) }).map((A) => A.shape);
    };
    const [ten, more] = [shapes(10), shapes(25)];
    return { changed: ten.filter((shape, k) => shape !== more[k]).length };
  },
  "02 unit-read": () => {
    const z = (w: number[]) => w[0] * 0 + w[1] * 0.5 + w[2] * 1 + 2;
    return { second: -(z([3, 0, 1]) / 0.5), third: -z([3, -4, 0]), first: z([1e9, -4, 1]) };
  },
  "02 parameters-try": () => ({
    count: sum(Object.values(initParameters({ hidden: 25 })).map((A) => numbers(A).length)),
  }),
  "02 matmul-try": () => {
    const [A, B] = [Matrix.from([[1, 2, 3], [4, 5, 6]]), Matrix.from([[1, 4], [0, 1], [2, 0]])];
    return { value: matmul(A, B).get(1, 1), shape: matmul(B, A).shape };
  },
  "02 operations-try": () => {
    const S = sumColumns(transpose(Matrix.from([[1, 2, 3], [4, 5, 6]])));
    return { values: numbers(S).join(", "), shape: S.shape };
  },
  "02 shapes-read": () => {
    const { W1, b1, W2, b2 } = initParameters({ hidden: 25 });
    return { W1: W1.shape, b1: b1.shape, W2: W2.shape, b2: b2.shape };
  },
  "02 read-try": () => {
    let found = "no error";
    try {
      add(matmul(W1, X), transpose(b1));
    } catch (error) {
      if (error instanceof ShapeError) found = "an error";
    }
    return { b2: add(matmul(W1, X), b2).shape, turned: found };
  },
  "03 z1-try": () => {
    const whole = numbers(add(matmul(W1, x), b1));
    const half = numbers(add(matmul(W1, scale(x, 0.5)), b1));
    const bias = numbers(b1);
    return {
      halved: whole.filter((z, i) => Math.abs(half[i] - z / 2) < 1e-9).length,
      sumHalved: whole.every((z, i) => Math.abs(half[i] - ((z - bias[i]) / 2 + bias[i])) < 1e-12),
    };
  },
  "03 eq2-try": () => {
    const answer = numbers(relu(add(matmul(W1, Matrix.zeros(784, 1)), b1)));
    return {
      zeros: answer.flatMap((a, unit) => a === 0 ? [unit] : []).join(", "),
      sameAsBias: answer.every((a, unit) => a === Math.max(0, b1.get(unit, 0))),
    };
  },
  "03 z2-read": () => {
    const sums = numbers(z2);
    const digit = sums.indexOf(Math.max(...sums));
    const a1 = numbers(selectColumns(activations.A1, [image]));
    const pushes = a1.map((a, unit) => W2.get(digit, unit) * a);
    const unit = pushes.indexOf(Math.max(...pushes));
    return { digit, sum: sums[digit], unit, push: pushes[unit] };
  },
  "03 eq4-try": () => {
    const before = numbers(softmax(z2));
    const after = numbers(softmax(add(z2, Matrix.from(Array(10).fill([100])))));
    return { grown: before.filter((a, k) => after[k] > a + 1e-12).length };
  },
  "03 pull-read": () => {
    const p = 1 / (1 + Math.exp(12));
    return { log: 1 - p, squared: 2 * (1 - p) * p * (1 - p) };
  },
  "03 sure-try": () => {
    const losses = Array.from(
      { length: 20 },
      (_, k) => crossEntropy(forward(initParameters({ seed: k + 1 }), X).A2, Y),
    );
    return { lowest: Math.min(...losses), highest: Math.max(...losses), one: losses[0] };
  },
  "04 toy-try": () => {
    const [zero, one] = [toySlopes(0), toySlopes(1)];
    return { opposite: zero.every((slope, k) => slope + one[k] === 0) };
  },
  "04 map-read": () => ({ needs: Object.keys(equations[5].inputs).join(", ") }),
  "04 eq5-try": () => ({
    label: labels[1],
    value: gradients.dZ2.get(labels[1], 1),
    sum: Math.abs(sum(numbers(selectColumns(gradients.dZ2, [1])))) < 1e-12 ? 0 : 1,
  }),
  "04 eq6-said": () => {
    const rows = gradients.dW2.toArray();
    let [k, h] = [0, 0];
    rows.forEach((row, i) => row.forEach((v, j) => v < rows[k][h] && ([k, h] = [i, j])));
    const products = Array.from(
      labels,
      (_, j) => gradients.dZ2.get(k, j) * activations.A1.get(h, j),
    );
    const strongest = [...products.keys()]
      .sort((i, j) => Math.abs(products[j]) - Math.abs(products[i])).slice(0, 5);
    return { k, h, gradient: rows[k][h], labels: strongest.map((j) => labels[j]).join(", ") };
  },
  "04 eq7-try": () => ({ sum: Math.abs(total(gradients.db2)) < 1e-12 ? 0 : 1 }),
  "04 eq8-try": () => {
    const off = numbers(selectColumns(activations.Z1, [0]))
      .flatMap((z, unit) => z <= 0 ? [unit] : []);
    return {
      off: off.join(", "),
      zero: off.every((unit) => gradients.dZ1.get(unit, 0) === 0),
    };
  },
  "04 eq9-try": () => ({
    gradients: gradients.dW1.toArray().filter((row) => row[0] !== 0).length,
  }),
  "04 eq10-try": () => {
    const dead = { ...parameters, b1: nudged(b1, 5, 0, -1000) };
    const { db1, dW1 } = backward(dead, forward(dead, X), X, Y);
    return { db1: db1.get(5, 0), dW1: Math.max(...dW1.toArray()[5].map(Math.abs)) };
  },
  "04 check-try": () => {
    const few = Array.from({ length: 20 }, (_, j) => j);
    const [Xfew, Yfew] = [selectColumns(X, few), selectColumns(Y, few)];
    const { Z1, A1, A2 } = forward(parameters, Xfew);
    const dZ2 = subtract(A2, Yfew);
    const rest = (dZ1: Matrix) => ({
      dW2: scale(matmul(dZ2, transpose(A1)), 1 / 20),
      db2: scale(sumColumns(dZ2), 1 / 20),
      dW1: scale(matmul(dZ1, transpose(Xfew)), 1 / 20),
      db1: scale(sumColumns(dZ1), 1 / 20),
    });
    const back = matmul(transpose(W2), dZ2);
    const right = rest(multiply(back, reluDerivative(Z1)));
    const wrong = (gradients: typeof right) =>
      gradientCheck(parameters, Xfew, Yfew, { gradients }).gradients
        .filter(({ ok }) => !ok).map(({ name }) => name).toSorted().join(", ") || "none";
    return {
      noRelu: wrong(rest(back)),
      ofA1: wrong(rest(multiply(back, reluDerivative(A1)))),
      turned: wrong(rest(multiply(matmul(W2, dZ2), reluDerivative(Z1)))),
      noMean: wrong({ ...right, dW2: scale(right.dW2, 20) }),
    };
  },
  "05 eq11-try": () => {
    const step = (alpha: number) => numbers(subtract(update(parameters, gradients, alpha).W2, W2));
    const [once, twice] = [step(0.1), step(0.2)];
    return { doubled: twice.every((change, k) => Math.abs(change - 2 * once[k]) < 1e-15) };
  },
  "05 eq12-try": () => {
    const next = update(parameters, gradients, 0.1);
    return { before: total(b2), after: total(next.b2) };
  },
  "05 eq13-try": () => ({
    weight: W1.get(5, 0),
    unchanged: update(parameters, gradients, 0.1).W1.get(5, 0) === W1.get(5, 0),
  }),
  "05 eq14-try": () => {
    const loss = (alpha: number) =>
      crossEntropy(forward(update(parameters, gradients, alpha), X).A2, Y);
    const { A2 } = activations;
    return {
      signs: new Set(numbers(gradients.db1).map(Math.sign)).size,
      uphill: loss(-0.1) - crossEntropy(A2, Y),
    };
  },
  "05 descent-said": () => {
    const thousand = Array.from({ length: 1000 }, (_, j) => j);
    const [X1000, Y1000] = [selectColumns(X, thousand), selectColumns(Y, thousand)];
    const loss = (w: number) =>
      crossEntropy(forward({ ...parameters, W2: nudged(W2, 6, 3, w) }, X1000).A2, Y1000);
    let w = 0;
    const places = [0];
    for (let k = 0; k < 8; k++) {
      places.push(w -= 5 * (loss(w + 1e-4) - loss(w - 1e-4)) / 2e-4);
    }
    return {
      lowest: Math.min(...places),
      highest: Math.max(...places),
      worse: loss(w) > loss(0),
    };
  },
  "05 loop-try": () => {
    const network = initParameters({ seed: 42 });
    const losses = [0, 1].map(() => {
      const inside = forward(network, few.X);
      update(network, backward(network, inside, few.X, Yfew), 0.1);
      return crossEntropy(inside.A2, Yfew);
    });
    return { same: losses[0] === losses[1] };
  },
  "05 reference-said": async () => {
    const of42 = await reference();
    const of7 = await train(trainDigits, { iterations: 500, learningRate: 0.1, seed: 7 });
    return {
      start42: of42.history[0].loss,
      start7: of7.history[0].loss,
      end42: of42.history.at(-1)!.loss,
      end7: of7.history.at(-1)!.loss,
    };
  },
  "05 dead-said": async () => {
    const rates = [0.01, 0.1, 0.3, 0.5, 0.7, 1, 1.5, 2];
    const ends = [];
    for (const rate of rates) ends.push(await atRate(rate));
    const losses = ends.map(({ loss }) => loss);
    const devs = ends.map(({ dev }) => dev);
    const best = losses.indexOf(Math.min(...losses));
    const bestDev = devs.indexOf(Math.max(...devs));
    return {
      ...{ lowest: rates[best], loss: losses[best], devOfLowest: devs[best] },
      ...{ highestDev: rates[bestDev], dev: devs[bestDev] },
    };
  },
  "05 diverges-said": async () => {
    const { stopped } = await atRate(100);
    const suggested = Number(/learning rate of (\d+(\.\d+)?)/.exec(stopped!.message)![1]);
    const next = await atRate(suggested);
    return { suggested, stopped: next.stopped !== undefined, dev: next.dev };
  },
  "05 slip-said": () => ({ right: learn(false, 1), slip: learn(true, 1) }),
  "06 sure-said": async () => {
    const { parameters } = await reference();
    const { A2 } = forward(parameters, dev.X);
    const guesses = predict(parameters, dev.X);
    const facts: Facts = {};
    for (const limit of [0.9, 0.7]) {
      const read = Array.from(guesses, (_, j) => j).filter((j) => A2.get(guesses[j], j) > limit);
      facts[`person${10 * limit}`] = 1000 - read.length;
      facts[`mistakes${10 * limit}`] = read.filter((j) => guesses[j] !== devLabels[j]).length;
    }
    return facts;
  },
  "06 pairs-try": async () => {
    const { parameters } = await reference();
    const C = confusionMatrix(predict(parameters, X), labels);
    return { sevenAsOne: C.get(7, 1), oneAsSeven: C.get(1, 7) };
  },
  "06 one-try": async () => {
    const { parameters } = await reference();
    const mistakes = misclassified(parameters, dev);
    const second = (k: number) => {
      const { probabilities } = mistakes.at(k)!;
      const order = [...Array.from(probabilities).keys()]
        .sort((a, b) => probabilities[b] - probabilities[a]);
      return order[1];
    };
    const [one, last] = [mistakes[1], mistakes.at(-1)!];
    return {
      ...{ label1: one.label, says1: one.predicted, second1: second(1) },
      ...{ labelLast: last.label, saysLast: last.predicted, secondLast: second(-1) },
    };
  },
  "06 units-try": async () => {
    const { parameters } = await reference();
    const { A1 } = forward(parameters, dev.X);
    const facts: Facts = {};
    for (const unit of [7, 2]) {
      const row = A1.toArray()[unit];
      const strongest = row.map((_, j) => j).sort((a, b) => row[b] - row[a]).slice(0, 20);
      const counts = Array.from(
        { length: 10 },
        (_, digit) => strongest.filter((j) => devLabels[j] === digit).length,
      );
      facts[`unit${unit}`] = counts.flatMap((n, digit) => n ? [`${n} x ${digit}`] : []).join(", ");
      const column = parameters.W2.toArray().map((weights) => weights[unit]);
      facts[`raises${unit}`] = column.flatMap((w, digit) => w > 0.3 ? [digit] : []).join(", ");
    }
    return facts;
  },
  "06 write-try": async () => ({ lines: 1 + (await loadDigits()).test.count }),
  "07 try-at": async () => {
    const { parameters } = await reference();
    const { Z1, dZ1, dW1 } = stepper(parameters, six.X, six.Y, 0.1).run().values;
    const off = numbers(Z1!).every((z, k) => z > 0 || numbers(dZ1!)[k] === 0);
    return { corner: dW1!.get(3, 0), off };
  },
  "07 change-said": async () => {
    const { parameters } = await reference();
    const changed = { ...parameters, W1: nudged(parameters.W1, 3, 0, 1) };
    const [before, after] = [parameters, changed].map((p) => numbers(forward(p, six.X).Z1));
    return { changed: before.filter((z, k) => z !== after[k]).length };
  },
  "07 explorer-try": async () => {
    const { parameters } = await reference();
    const { dZ1, dW1 } = stepper(parameters, six.X, six.Y, 0.1).run().values;
    const [h, p] = [3, 400];
    const made = sum(chosen.map((_, j) => dZ1!.get(h, j) * six.X.get(p, j))) / chosen.length;
    return { sixImages: Math.abs(made - dW1!.get(h, p)) < 1e-15 };
  },
  "07 pad-try": async () => {
    const { parameters } = await reference();
    const scribble = Matrix.from(Array.from({ length: 784 }, (_, p) => [p % 3 / 2]));
    return { sum: Math.round(1e9 * total(forward(parameters, scribble).A2)) / 1e9 };
  },
  "08 815f32be": async () => {
    const steps = Math.ceil(m / 1000);
    return { steps, dev: await further({ batchSize: 1000, iterations: 20 * steps }) };
  },
  "08 f0e1a008": () => {
    const first = (init: "uniform" | "he") => {
      const { A2 } = forward(initParameters({ seed: 42, hidden: 512, init }), dev.X);
      return crossEntropy(A2, oneHot(devLabels));
    };
    return { uniform: first("uniform"), he: first("he") };
  },
  "08 f0e1a017": async () => {
    const facts: Facts = {};
    for (const seed of [42, 1, 2]) {
      facts[`uniform${seed}`] = await further({ ...falling, init: "uniform", seed });
      facts[`he${seed}`] = await further({ ...falling, seed });
    }
    return facts;
  },
  "08 bcc8aa07": async () => ({ dev: await further({ ...falling, hidden: 64 }) }),
  "08 f0e1a034": async () => ({
    momentum: await further({
      ...{ ...falling, hidden: 128, momentum: 0.9, learningRate: cosine(0.05) },
    }),
    fullMomentum: await further({ ...whole, learningRate: 0.05, momentum: 0.9 }),
    fullPlain: await further({ ...whole, learningRate: 0.1 }),
    plain: await further({ ...falling, hidden: 128, learningRate: cosine(0.5) }),
    ten: await further({ ...falling, momentum: 0.9, learningRate: cosine(0.05) }),
  }),
};

/** How much the largest and the smallest of some numbers differ. */
const range = (...values: unknown[]) =>
  Math.max(...values as number[]) - Math.min(...values as number[]);

/**
 * What a reader should have predicted, from what came out: the option, the sign, the number or the shape.
 * A choice is given by some words of its option.
 */
export const predicted: Record<string, (facts: Facts) => number | string | false> = {
  "01 cut-try": ({ labels }) => Number(String(labels).split(",")[0]),
  "01 where-try": ({ row }) => Number(row),
  "01 hands-try": ({ seven, one }) => seven > one ? "the 7" : "the 1",
  "01 baseline-after": ({ best }) => Number(best),
  "01 X-read": ({ first }) => Number(first),
  "01 average-after": ({ sharper }) => sharper ? "sharper" : "more blurred",
  "01 split-try": ({ thousand, fifty }) => fifty > thousand ? "further apart" : "closer",
  "02 architecture-read": ({ changed }) => Number(changed),
  "02 unit-read": ({ second }) => Number(second),
  "02 parameters-try": ({ count }) => Number(count),
  "02 matmul-try": ({ shape }) => String(shape),
  "02 operations-try": ({ shape }) => String(shape),
  "02 shapes-read": ({ W2 }) => String(W2),
  "02 read-try": ({ b2, turned }) => turned === "an error" && b2 ? "b2" : "transpose",
  "03 z1-try": ({ halved }) => Number(halved),
  "03 eq2-try": ({ zeros }) => String(zeros).split(",").length,
  "03 z2-read": ({ digit }) => Number(digit),
  "03 eq4-try": ({ grown }) => Number(grown),
  "03 pull-read": ({ log, squared }) =>
    Number(log) > 0.99 && Number(squared) < 0.01 && "about 1, the squared error almost 0",
  "03 sure-try": ({ lowest }) => Number(lowest) > Math.log(10) && "none of them",
  "04 toy-try": ({ opposite }) => opposite && "all change their sign",
  "04 map-read": ({ needs }) => needs === "dZ2, A1" && "$dZ_2$ and $A_1$",
  "04 eq5-try": ({ label }) => Number(label),
  "04 eq6-said": ({ k, labels }) => labels === Array(5).fill(k).join(", ") && "all the digit",
  "04 eq7-try": ({ sum }) => Number(sum),
  "04 eq8-try": ({ zero }) => zero && 0,
  "04 eq9-try": ({ gradients }) => gradients === 0 && "zero",
  "04 eq10-try": ({ db1 }) => db1 === 0 && "zero",
  "04 check-try": ({ noRelu }) => noRelu === "dW1, db1" && "`dW1` and `db1`",
  "05 eq11-try": ({ doubled }) => doubled && "doubles, and the colors look the same",
  "05 eq12-try": ({ before, after }) =>
    Math.abs(Number(before) - Number(after)) < 1e-12 && "the same",
  "05 eq13-try": ({ unchanged }) => unchanged && "zero",
  "05 eq14-try": ({ signs, uphill }) => signs === 1 && Number(uphill) > 0 && "positive",
  "05 descent-said": ({ worse }) => worse && "jumps back and forth",
  "05 loop-try": ({ same }) => same && "all the same",
  "05 reference-said": ({ start42, start7, end42, end7 }) =>
    range(start42, start7) > 0.3 && range(end42, end7) < 0.05 && "another value and ends near it",
  "05 dead-said": ({ lowest }) => Number(lowest),
  "05 diverges-said": ({ dev }) => Number(dev) < 0.15 && "no, about as good as",
  "05 slip-said": ({ right, slip }) => slip < right ? "with the slip" : "the right ones",
  "06 one-try": ({ second1 }) => Number(second1),
  "06 sure-said": ({ person9 }) => Number(person9),
  "06 pairs-try": ({ sevenAsOne, oneAsSeven }) =>
    sevenAsOne > oneAsSeven ? "a 7 taken for a 1" : "a 1 taken for a 7",
  "06 units-try": ({ unit7 }) => /18 x (\d)/.test(String(unit7)) && Number(RegExp.$1),
  "06 write-try": ({ lines }) => Number(lines),
  "07 try-at": ({ corner }) => Number(corner),
  "07 change-said": ({ changed }) => Number(changed),
  "07 explorer-try": ({ sixImages }) => sixImages && "of all six images",
  "07 pad-try": ({ sum }) => Number(sum),
  "08 815f32be": ({ steps }) => Number(steps),
  "08 f0e1a008": ({ he, uniform }) =>
    Number(he) < 2.6 && Number(uniform) > 10 && "the row with He's weights",
  "08 f0e1a017": ({ uniform42, uniform1, uniform2, he42, he1, he2 }) => {
    const [uniform, he] = [[uniform42, uniform1, uniform2], [he42, he1, he2]];
    const gain = (sum(he as number[]) - sum(uniform as number[])) / 3;
    return gain < Math.max(range(...uniform), range(...he)) && "less than two seeds";
  },
  "08 bcc8aa07": ({ dev }) => Number(dev),
  "08 f0e1a034": ({ momentum, plain, fullMomentum, fullPlain }) =>
    Number(fullMomentum) - Number(fullPlain) > 3 * Math.abs(Number(momentum) - Number(plain)) &&
    "with the full batch",
};

if (import.meta.main) {
  for (const [name, facts] of Object.entries(tries)) {
    if (Deno.args.length && !Deno.args.some((word) => name.includes(word))) continue;
    console.log(name, JSON.stringify(await facts()));
  }
}
