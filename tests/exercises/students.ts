import {
  add,
  backward,
  crossEntropy,
  forward,
  type Gradients,
  matmul,
  Matrix,
  multiply,
  type Parameters,
  type PieceName,
  relu,
  reluDerivative,
  scale,
  softmax,
  subtract,
  sumColumns,
  transpose,
  update,
  type Written,
} from "glassnet";

interface Options {
  iterations: number;
  learningRate: number;
}

type Labels = ArrayLike<number>;

/** What students write: for each exercise a right solution, and three wrong ones by their mistakes' names. */
export const students: Record<
  Exclude<PieceName, "findTheBug">,
  { right: Written; [mistake: string]: Written }
> = {
  transpose: {
    right: (A: Matrix) => {
      const rows: number[][] = [];
      for (let j = 0; j < A.cols; j++) {
        rows.push([]);
        for (let i = 0; i < A.rows; i++) rows[j].push(A.get(i, j));
      }
      return Matrix.from(rows);
    },
    unchanged: (A: Matrix) => Matrix.from(A.toArray()),
    "other-diagonal": (A: Matrix) => {
      const rows = A.toArray();
      return Matrix.from(rows[0].map((_, j) => rows.map((row) => row[j]).reverse()).reverse());
    },
    "old-shape": (A: Matrix) => {
      const rows: number[][] = [];
      for (let i = 0; i < A.rows; i++) {
        rows.push([]);
        for (let j = 0; j < A.cols; j++) rows[i].push(A.get(j, i));
      }
      return Matrix.from(rows);
    },
  },
  add: {
    right: (A: Matrix, B: Matrix) =>
      Matrix.from(
        A.toArray().map((row, i) => row.map((a, j) => a + B.get(i, B.cols === 1 ? 0 : j))),
      ),
    "column-not-repeated": (A: Matrix, B: Matrix) => {
      const b = B.toArray();
      return Matrix.from(A.toArray().map((row, i) => row.map((a, j) => a + b[i][j])));
    },
    multiplied: (A: Matrix, B: Matrix) =>
      A.cols === B.cols
        ? multiply(A, B)
        : Matrix.from(A.toArray().map((row, i) => row.map((a) => a * B.get(i, 0)))),
    joined: (A: Matrix, B: Matrix) =>
      Matrix.from(A.toArray().map((row, i) => row.concat(B.toArray()[i]))),
  },
  matmul: {
    right: (A: Matrix, B: Matrix) => {
      const columns = transpose(B).toArray();
      return Matrix.from(
        A.toArray().map((row) =>
          columns.map((column) => row.reduce((sum, a, k) => sum + a * column[k], 0))
        ),
      );
    },
    "element-by-element": (A: Matrix, B: Matrix) => multiply(A, B),
    "sum-reset-by-row": (A: Matrix, B: Matrix) => {
      const rows: number[][] = [];
      for (let i = 0; i < A.rows; i++) {
        rows.push([]);
        let sum = 0;
        for (let j = 0; j < B.cols; j++) {
          for (let k = 0; k < B.rows; k++) sum += A.get(i, k) * B.get(k, j);
          rows[i].push(sum);
        }
      }
      return Matrix.from(rows);
    },
    "rows-shared-and-summed": (A: Matrix, B: Matrix) => {
      const C = Array(A.rows).fill(Array(B.cols).fill(0));
      for (let i = 0; i < A.rows; i++) {
        for (let j = 0; j < B.cols; j++) {
          for (let k = 0; k < A.cols; k++) C[i][j] += A.get(i, k) * B.get(k, j);
        }
      }
      return Matrix.from(C);
    },
  },
  relu: {
    right: (Z: Matrix) => Matrix.from(Z.toArray().map((row) => row.map((z) => z > 0 ? z : 0))),
    unchanged: (Z: Matrix) => Z,
    tanh: (Z: Matrix) => Matrix.from(Z.toArray().map((row) => row.map((z) => Math.tanh(z)))),
    "loop-over-the-rows-twice": (Z: Matrix) => {
      const rows = Z.toArray();
      for (const row of rows) {
        for (let j = 0; j < rows.length && j < row.length; j++) row[j] = Math.max(0, row[j]);
      }
      return Matrix.from(rows);
    },
  },
  softmax: {
    right: (Z: Matrix) => {
      const columns = transpose(Z).toArray().map((column) => {
        const highest = Math.max(...column);
        const powers = column.map((z) => Math.exp(z - highest));
        const sum = powers.reduce((a, b) => a + b);
        return powers.map((power) => power / sum);
      });
      return transpose(Matrix.from(columns));
    },
    overflows: (Z: Matrix) => {
      const columns = transpose(Z).toArray().map((column) => {
        const powers = column.map((z) => Math.exp(z));
        const sum = powers.reduce((a, b) => a + b);
        return powers.map((power) => power / sum);
      });
      return transpose(Matrix.from(columns));
    },
    sigmoid: (Z: Matrix) =>
      Matrix.from(Z.toArray().map((row) => row.map((z) => 1 / (1 + Math.exp(-z))))),
    transposed: (Z: Matrix) =>
      Matrix.from(
        transpose(Z).toArray().map((column) => {
          const max = Math.max(...column);
          const sum = column.reduce((sum, z) => sum + Math.exp(z - max), 0);
          return column.map((z) => Math.exp(z - max) / sum);
        }),
      ),
  },
  oneHot: {
    right: (labels: Labels) => {
      const rows = Array.from({ length: 10 }, () => new Array(labels.length).fill(0));
      for (let j = 0; j < labels.length; j++) rows[labels[j]][j] = 1;
      return Matrix.from(rows);
    },
    transposed: (labels: Labels) => {
      const rows = Array.from({ length: labels.length }, () => new Array(10).fill(0));
      for (let j = 0; j < labels.length; j++) rows[j][labels[j]] = 1;
      return Matrix.from(rows);
    },
    "all-zeros": (labels: Labels) => {
      const Y = Matrix.zeros(10, labels.length);
      for (let j = 0; j < labels.length; j++) Y.toArray()[labels[j]][j] = 1;
      return Y;
    },
    "first-of-its-kind-only": (labels: Labels) => {
      const rows = Matrix.zeros(10, labels.length).toArray();
      const all = Array.from(labels);
      for (const label of all) rows[label][all.indexOf(label)] = 1;
      return Matrix.from(rows);
    },
  },
  forward: {
    right: ({ W1, b1, W2, b2 }: Parameters, X: Matrix) => {
      const Z1 = add(matmul(W1, X), b1), A1 = relu(Z1), Z2 = add(matmul(W2, A1), b2);
      return { Z1, A1, Z2, A2: softmax(Z2) };
    },
    "b1-missing": ({ W1, W2, b2 }: Parameters, X: Matrix) => {
      const Z1 = matmul(W1, X), A1 = relu(Z1), Z2 = add(matmul(W2, A1), b2);
      return { Z1, A1, Z2, A2: softmax(Z2) };
    },
    "b1-twice": ({ W1, b1, W2 }: Parameters, X: Matrix) => {
      const Z1 = add(matmul(W1, X), b1), A1 = relu(Z1), Z2 = add(matmul(W2, A1), b1);
      return { Z1, A1, Z2, A2: softmax(Z2) };
    },
    "biases-subtracted": ({ W1, b1, W2, b2 }: Parameters, X: Matrix) => {
      const Z1 = add(matmul(W1, X), scale(b1, -1)), A1 = relu(Z1);
      const Z2 = add(matmul(W2, A1), scale(b2, -1));
      return { Z1, A1, Z2, A2: softmax(Z2) };
    },
  },
  crossEntropy: {
    right: (A2: Matrix, Y: Matrix) => {
      let sum = 0;
      for (let j = 0; j < Y.cols; j++) {
        for (let i = 0; i < Y.rows; i++) if (Y.get(i, j) === 1) sum += Math.log(A2.get(i, j));
      }
      return -sum / Y.cols;
    },
    "zero-times-log-zero": (A2: Matrix, Y: Matrix) => {
      const logs = A2.toArray().flat().map(Math.log);
      return -Y.toArray().flat().reduce((sum, y, k) => sum + y * logs[k], 0) / Y.cols;
    },
    "sum-instead-of-mean": (A2: Matrix, Y: Matrix) => {
      const logs = A2.toArray().flat().map(Math.log);
      return -Y.toArray().flat().reduce((sum, y, k) => sum + y * logs[k], 0);
    },
    "one-by-one-matrix": (A2: Matrix, Y: Matrix) => {
      let sum = 0;
      for (let j = 0; j < Y.cols; j++) {
        for (let i = 0; i < Y.rows; i++) if (Y.get(i, j) === 1) sum -= Math.log(A2.get(i, j));
      }
      return Matrix.from([[sum / Y.cols]]);
    },
  },
  dZ2: {
    right: (A2: Matrix, Y: Matrix) =>
      Matrix.from(A2.toArray().map((row, i) => row.map((p, j) => p - Y.get(i, j)))),
    "opposite-sign": (A2: Matrix, Y: Matrix) => subtract(Y, A2),
    "slope-at-a2": (A2: Matrix, Y: Matrix) =>
      Matrix.from(A2.toArray().map((row, i) => row.map((p, j) => -Y.get(i, j) / p))),
    "divided-by-the-rows": (A2: Matrix, Y: Matrix) => scale(subtract(A2, Y), 1 / A2.rows),
  },
  dW2: {
    right: (dZ2: Matrix, A1: Matrix) => {
      const rows = dZ2.toArray().map((d) =>
        A1.toArray().map((a) => d.reduce((sum, x, j) => sum + x * a[j], 0) / A1.cols)
      );
      return Matrix.from(rows);
    },
    "one-over-m-missing": (dZ2: Matrix, A1: Matrix) => matmul(dZ2, transpose(A1)),
    "error-transposed": (dZ2: Matrix, A1: Matrix) => scale(matmul(transpose(dZ2), A1), 1 / A1.cols),
    "last-image-only": (dZ2: Matrix, A1: Matrix) => {
      const rows = Array.from({ length: dZ2.rows }, () => new Array(A1.rows).fill(0));
      for (let j = 0; j < A1.cols; j++) {
        for (let i = 0; i < dZ2.rows; i++) {
          for (let k = 0; k < A1.rows; k++) rows[i][k] = dZ2.get(i, j) * A1.get(k, j);
        }
      }
      return Matrix.from(rows);
    },
  },
  db2: {
    right: (dZ2: Matrix) =>
      Matrix.from(dZ2.toArray().map((row) => [row.reduce((sum, d) => sum + d, 0) / dZ2.cols])),
    "sum-over-everything": (dZ2: Matrix) => {
      let sum = 0;
      for (const row of dZ2.toArray()) for (const d of row) sum += d;
      return sum / dZ2.cols;
    },
    "m-minus-one": (dZ2: Matrix) => scale(sumColumns(dZ2), 1 / (dZ2.cols - 1)),
    "not-summed": (dZ2: Matrix) => scale(dZ2, 1 / dZ2.cols),
  },
  dZ1: {
    right: (W2: Matrix, dZ2: Matrix, Z1: Matrix) => {
      const error = matmul(transpose(W2), dZ2).toArray();
      return Matrix.from(error.map((row, i) => row.map((d, j) => Z1.get(i, j) > 0 ? d : 0)));
    },
    "w2-not-transposed": (W2: Matrix, dZ2: Matrix, Z1: Matrix) =>
      multiply(matmul(W2, dZ2), reluDerivative(Z1)),
    "times-z1": (W2: Matrix, dZ2: Matrix, Z1: Matrix) => multiply(matmul(transpose(W2), dZ2), Z1),
    "derivative-added": (W2: Matrix, dZ2: Matrix, Z1: Matrix) =>
      add(matmul(transpose(W2), dZ2), reluDerivative(Z1)),
  },
  dW1: {
    right: (dZ1: Matrix, X: Matrix) => {
      const rows = dZ1.toArray().map((d) =>
        X.toArray().map((a) => d.reduce((sum, x, j) => sum + x * a[j], 0) / X.cols)
      );
      return Matrix.from(rows);
    },
    "one-over-m-missing": (dZ1: Matrix, X: Matrix) => matmul(dZ1, transpose(X)),
    "error-transposed": (dZ1: Matrix, X: Matrix) => scale(matmul(transpose(dZ1), X), 1 / X.cols),
    "last-image-only": (dZ1: Matrix, X: Matrix) => {
      const rows = Array.from({ length: dZ1.rows }, () => new Array(X.rows).fill(0));
      for (let j = 0; j < X.cols; j++) {
        for (let i = 0; i < dZ1.rows; i++) {
          for (let k = 0; k < X.rows; k++) rows[i][k] = dZ1.get(i, j) * X.get(k, j);
        }
      }
      return Matrix.from(rows);
    },
  },
  db1: {
    right: (dZ1: Matrix) =>
      Matrix.from(dZ1.toArray().map((row) => [row.reduce((sum, d) => sum + d, 0) / dZ1.cols])),
    "sum-over-everything": (dZ1: Matrix) => {
      let sum = 0;
      for (const row of dZ1.toArray()) for (const d of row) sum += d;
      return sum / dZ1.cols;
    },
    "m-minus-one": (dZ1: Matrix) => scale(sumColumns(dZ1), 1 / (dZ1.cols - 1)),
    "not-summed": (dZ1: Matrix) => scale(dZ1, 1 / dZ1.cols),
  },
  update: {
    right: (p: Parameters, g: Gradients, alpha: number) => ({
      W1: subtract(p.W1, scale(g.dW1, alpha)),
      b1: add(p.b1, scale(g.db1, -alpha)),
      W2: subtract(p.W2, scale(g.dW2, alpha)),
      b2: add(scale(g.db2, -alpha), p.b2),
    }),
    plus: (p: Parameters, g: Gradients, alpha: number) => ({
      W1: add(p.W1, scale(g.dW1, alpha)),
      b1: add(p.b1, scale(g.db1, alpha)),
      W2: add(p.W2, scale(g.dW2, alpha)),
      b2: add(p.b2, scale(g.db2, alpha)),
    }),
    "gradient-minus-parameter": (p: Parameters, g: Gradients, alpha: number) => ({
      W1: subtract(scale(g.dW1, alpha), p.W1),
      b1: subtract(scale(g.db1, alpha), p.b1),
      W2: subtract(scale(g.dW2, alpha), p.W2),
      b2: subtract(scale(g.db2, alpha), p.b2),
    }),
    "updated-twice": (p: Parameters, g: Gradients, alpha: number) => update(p, g, 2 * alpha),
  },
  trainLoop: {
    right: (parameters: Parameters, X: Matrix, Y: Matrix, options: Options) => {
      const losses = [];
      let left = options.iterations;
      while (left-- > 0) {
        const activations = forward(parameters, X);
        losses.push(crossEntropy(activations.A2, Y));
        parameters = update(
          parameters,
          backward(parameters, activations, X, Y),
          options.learningRate,
        );
      }
      return { losses, parameters };
    },
    "one-iteration-too-few": (p: Parameters, X: Matrix, Y: Matrix, o: Options) => {
      const losses = [];
      for (let k = 1; k < o.iterations; k++) {
        const activations = forward(p, X);
        losses.push(crossEntropy(activations.A2, Y));
        p = update(p, backward(p, activations, X, Y), o.learningRate);
      }
      return { parameters: p, losses };
    },
    uphill: (p: Parameters, X: Matrix, Y: Matrix, o: Options) => {
      const losses = [];
      for (let k = 0; k < o.iterations; k++) {
        const activations = forward(p, X);
        losses.push(crossEntropy(activations.A2, Y));
        p = update(p, backward(p, activations, X, Y), -o.learningRate);
      }
      return { parameters: p, losses };
    },
    "parameters-spread": (p: Parameters, X: Matrix, Y: Matrix, o: Options) => {
      const losses = [];
      for (let k = 0; k < o.iterations; k++) {
        const activations = forward(p, X);
        losses.push(crossEntropy(activations.A2, Y));
        p = update(p, backward(p, activations, X, Y), o.learningRate);
      }
      return { ...p, losses };
    },
  },
  confusionMatrix: {
    right: (predictions: Labels, labels: Labels) => {
      const counts = [...Array(10)].map(() => Array(10).fill(0));
      Array.from(labels, (label, j) => counts[label][predictions[j]] += 1);
      return Matrix.from(counts);
    },
    transposed: (predictions: Labels, labels: Labels) => {
      const counts = Array.from({ length: 10 }, () => new Array(10).fill(0));
      for (let j = 0; j < labels.length; j++) counts[predictions[j]][labels[j]]++;
      return Matrix.from(counts);
    },
    "first-image-missing": (predictions: Labels, labels: Labels) => {
      const counts = Array.from({ length: 10 }, () => new Array(10).fill(0));
      for (let j = 1; j < labels.length; j++) counts[labels[j]][predictions[j]]++;
      return Matrix.from(counts);
    },
    "all-zeros": (predictions: Labels, labels: Labels) => {
      const counts = Matrix.zeros(10, 10);
      for (let j = 0; j < labels.length; j++) counts.toArray()[labels[j]][predictions[j]]++;
      return counts;
    },
  },
  thirdLayer: {
    right: (W3: Matrix, A2: Matrix, b3: Matrix) =>
      Matrix.from(
        W3.toArray().map((weights, i) =>
          Array.from(
            { length: A2.cols },
            (_, j) => weights.reduce((sum, w, k) => sum + w * A2.get(k, j), b3.get(i, 0)),
          )
        ),
      ),
    "bias-missing": (W3: Matrix, A2: Matrix) => matmul(W3, A2),
    "activation-too": (W3: Matrix, A2: Matrix, b3: Matrix) => relu(add(matmul(W3, A2), b3)),
    "factors-exchanged": (W3: Matrix, A2: Matrix, b3: Matrix) => add(matmul(A2, W3), b3),
  },
  leakyRelu: {
    right: (Z: Matrix, leak: number) => {
      const [A, slope] = [Z.toArray(), Z.toArray()];
      for (let i = 0; i < Z.rows; i++) {
        for (let j = 0; j < Z.cols; j++) {
          A[i][j] = Math.max(A[i][j], leak * A[i][j]);
          slope[i][j] = slope[i][j] > 0 ? 1 : leak;
        }
      }
      return { slope: Matrix.from(slope), A: Matrix.from(A) };
    },
    "no-leak": (Z: Matrix) => ({ A: relu(Z), slope: reluDerivative(Z) }),
    "leak-fixed": (Z: Matrix) => {
      const rows = Z.toArray();
      return {
        A: Matrix.from(rows.map((row) => row.map((z) => z > 0 ? z : 0.01 * z))),
        slope: Matrix.from(rows.map((row) => row.map((z) => z > 0 ? 1 : 0.01))),
      };
    },
    "slope-one-at-zero": (Z: Matrix, leak: number) => {
      const rows = Z.toArray();
      return {
        A: Matrix.from(rows.map((row) => row.map((z) => z < 0 ? leak * z : z))),
        slope: Matrix.from(rows.map((row) => row.map((z) => z < 0 ? leak : 1))),
      };
    },
  },
  squaredErrorGradient: {
    right: (A: Matrix, Y: Matrix) =>
      Matrix.from(A.toArray().map((row, i) => row.map((a, j) => 2 * (a - Y.get(i, j))))),
    "factor-missing": (A: Matrix, Y: Matrix) => subtract(A, Y),
    "loss-itself": (A: Matrix, Y: Matrix) => multiply(subtract(A, Y), subtract(A, Y)),
    "opposite-sign": (A: Matrix, Y: Matrix) => scale(subtract(Y, A), 2),
  },
  decayStep: {
    right: (W: Matrix, dW: Matrix, alpha: number, decay: number) =>
      Matrix.from(
        W.toArray().map((row, i) => row.map((w, j) => w - alpha * (dW.get(i, j) + decay * w))),
      ),
    "decay-missing": (W: Matrix, dW: Matrix, alpha: number) => subtract(W, scale(dW, alpha)),
    "factor-of-two": (W: Matrix, dW: Matrix, alpha: number, decay: number) =>
      subtract(W, scale(add(dW, scale(W, 2 * decay)), alpha)),
    "learning-rate-missing": (W: Matrix, dW: Matrix, _: number, decay: number) =>
      subtract(subtract(W, dW), scale(W, decay)),
  },
  fallingRate: {
    right: (step: number, first: number, iterations: number) => first - step * first / iterations,
    constant: (_: number, first: number) => first,
    "one-step-ahead": (step: number, first: number, iterations: number) =>
      first * (iterations - step - 1) / iterations,
    "halved-each-time": (step: number, first: number) => first / 2 ** step,
  },
};
