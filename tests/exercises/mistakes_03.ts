import {
  accuracy,
  add,
  argmax,
  matmul,
  Matrix,
  type Parameters,
  relu,
  reluDerivative,
  scale,
  softmax,
  subtract,
  transpose,
} from "glassnet";
import { rowMistakes } from "./row_mistakes.ts";
import type { Students } from "./students.ts";

type Labels = ArrayLike<number>;

export const mistakes: Students = {
  relu: {
    right: (Z: Matrix) => Matrix.from(Z.toArray().map((row) => row.map((z) => z > 0 ? z : 0))),
    unchanged: (Z: Matrix) => Z,
    "absolute-value": (Z: Matrix) =>
      Matrix.from(Z.toArray().map((row) => row.map((z) => z < 0 ? -z : z))),
    "wrong-half": (Z: Matrix) =>
      Matrix.from(Z.toArray().map((row) => row.map((z) => z > 0 ? 0 : z))),
    derivative: (Z: Matrix) => Matrix.from(Z.toArray().map((row) => row.map((z) => z > 0 ? 1 : 0))),
    "cut-at-one": (Z: Matrix) =>
      Matrix.from(Z.toArray().map((row) => row.map((z) => z < 0 ? 0 : z > 1 ? 1 : z))),
    leaky: (Z: Matrix) =>
      Matrix.from(Z.toArray().map((row) => row.map((z) => Math.max(0.01 * z, z)))),
    "one-below-zero": (Z: Matrix) =>
      Matrix.from(Z.toArray().map((row) => row.map((z) => z > 1 ? z : 1))),
    sigmoid: (Z: Matrix) =>
      Matrix.from(Z.toArray().map((row) => row.map((z) => 1 / (1 + Math.E ** -z)))),
    tanh: (Z: Matrix) => Matrix.from(Z.toArray().map((row) => row.map((z) => Math.tanh(z)))),
    "sign-turned": (Z: Matrix) =>
      Matrix.from(Z.toArray().map((row) => row.map((z) => z < 0 ? -z : 0))),
    "below-one-lost": (Z: Matrix) =>
      Matrix.from(Z.toArray().map((row) => row.map((z) => z > 1 ? z : 0))),
    rounded: (Z: Matrix) =>
      Matrix.from(Z.toArray().map((row) => row.map((z) => Math.round(Math.max(0, z))))),
    "whole-matrix-compared": (Z: Matrix) => Number(Z) > 0 ? Z : 0,
    "maximum-of-the-row": (Z: Matrix) =>
      Matrix.from(Z.toArray().map((row) => [Math.max(0, ...row)])),
    "one-row-changed": (Z: Matrix) => {
      const rows = Z.toArray();
      for (const row of rows) {
        for (let j = 0; j < row.length; j++) row[j] = Math.max(0, row[j]);
        return Matrix.from(rows);
      }
    },
    "loop-over-the-rows-twice": (Z: Matrix) => {
      const rows = Z.toArray();
      for (const row of rows) {
        for (let j = 0; j < rows.length && j < row.length; j++) row[j] = Math.max(0, row[j]);
      }
      return Matrix.from(rows);
    },
    ...rowMistakes({
      args: ["Z"],
      rows: "Z.rows",
      cols: "Z.cols",
      element: "Math.max(0, Z.get(i, j))",
    }),
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
    "maximum-of-everything": (Z: Matrix) => {
      const highest = Math.max(...Z.toArray().flat());
      const columns = transpose(Z).toArray().map((column) => {
        const powers = column.map((z) => Math.exp(z - highest));
        const sum = powers.reduce((a, b) => a + b);
        return powers.map((power) => power / sum);
      });
      return transpose(Matrix.from(columns));
    },
    "maximum-of-the-row": (Z: Matrix) => {
      const powers = Z.toArray().map((row) => {
        const highest = Math.max(...row);
        return row.map((z) => Math.exp(z - highest));
      });
      const sums = powers[0].map((_, j) => powers.reduce((sum, row) => sum + row[j], 0));
      return Matrix.from(powers.map((row) => row.map((power, j) => power / sums[j])));
    },
    "along-rows": (Z: Matrix) =>
      Matrix.from(
        Z.toArray().map((row) => {
          const highest = Math.max(...row);
          const sum = row.reduce((sum, z) => sum + Math.exp(z - highest), 0);
          return row.map((z) => Math.exp(z - highest) / sum);
        }),
      ),
    "over-everything": (Z: Matrix) => {
      const powers = Z.toArray().map((row) => row.map((z) => Math.exp(z)));
      const sum = powers.flat().reduce((a, b) => a + b);
      return Matrix.from(powers.map((row) => row.map((power) => power / sum)));
    },
    "not-normalized": (Z: Matrix) => Matrix.from(Z.toArray().map((row) => row.map(Math.exp))),
    "exp-missing": (Z: Matrix) => {
      const rows = Z.toArray();
      const sums = rows[0].map((_, j) => rows.reduce((sum, row) => sum + row[j], 0));
      return Matrix.from(rows.map((row) => row.map((z, j) => z / sums[j])));
    },
    "minus-missing": (Z: Matrix) => {
      const powers = Z.toArray().map((row) => row.map((z) => Math.exp(-z)));
      const sums = powers[0].map((_, j) => powers.reduce((sum, row) => sum + row[j], 0));
      return Matrix.from(powers.map((row) => row.map((power, j) => power / sums[j])));
    },
    "power-of-two": (Z: Matrix) => {
      const powers = Z.toArray().map((row) => row.map((z) => 2 ** z));
      const sums = powers[0].map((_, j) => powers.reduce((sum, row) => sum + row[j], 0));
      return Matrix.from(powers.map((row) => row.map((power, j) => power / sums[j])));
    },
    logarithm: (Z: Matrix) =>
      Matrix.from(softmax(Z).toArray().map((row) => row.map((p) => Math.log(p)))),
    "one-at-the-maximum": (Z: Matrix) => {
      const columns = transpose(Z).toArray().map((column) => {
        const highest = Math.max(...column);
        return column.map((z) => z === highest ? 1 : 0);
      });
      return transpose(Matrix.from(columns));
    },
    sigmoid: (Z: Matrix) =>
      Matrix.from(Z.toArray().map((row) => row.map((z) => 1 / (1 + Math.exp(-z))))),
    "maximum-in-one-place": (Z: Matrix) => {
      const rows = Z.toArray();
      for (let j = 0; j < Z.cols; j++) {
        const max = Math.max(...rows.map((row) => row[j]));
        let sum = 0;
        for (const row of rows) sum += Math.exp(row[j]);
        for (const row of rows) row[j] = Math.exp(row[j] - max) / sum;
      }
      return Matrix.from(rows);
    },
    "maximum-from-zero": (Z: Matrix) => {
      const rows = Z.toArray();
      for (let j = 0; j < Z.cols; j++) {
        let max = 0;
        for (const row of rows) max = Math.max(max, row[j]);
        let sum = 0;
        for (const row of rows) sum += Math.exp(row[j] - max);
        for (const row of rows) row[j] = Math.exp(row[j] - max) / sum;
      }
      return Matrix.from(rows);
    },
    "minimum-subtracted": (Z: Matrix) => {
      const rows = Z.toArray();
      for (let j = 0; j < Z.cols; j++) {
        const min = Math.min(...rows.map((row) => row[j]));
        let sum = 0;
        for (const row of rows) sum += Math.exp(row[j] - min);
        for (const row of rows) row[j] = Math.exp(row[j] - min) / sum;
      }
      return Matrix.from(rows);
    },
    "sum-carried-on": (Z: Matrix) => {
      const rows = Z.toArray();
      let sum = 0;
      for (let j = 0; j < Z.cols; j++) {
        const max = Math.max(...rows.map((row) => row[j]));
        for (const row of rows) sum += Math.exp(row[j] - max);
        for (const row of rows) row[j] = Math.exp(row[j] - max) / sum;
      }
      return Matrix.from(rows);
    },
    "divided-too-early": (Z: Matrix) => {
      const rows = Z.toArray();
      for (let j = 0; j < Z.cols; j++) {
        const max = Math.max(...rows.map((row) => row[j]));
        let sum = 0;
        for (const row of rows) {
          sum += Math.exp(row[j] - max);
          row[j] = Math.exp(row[j] - max) / sum;
        }
      }
      return Matrix.from(rows);
    },
    "divided-by-the-count": (Z: Matrix) =>
      Matrix.from(Z.toArray().map((row) => row.map((z) => Math.exp(z) / Z.rows))),
    "sum-before-exp": (Z: Matrix) => {
      const rows = Z.toArray();
      const sums = rows[0].map((_, j) => rows.reduce((sum, row) => sum + row[j], 0));
      return Matrix.from(rows.map((row) => row.map((z, j) => Math.exp(z) / sums[j])));
    },
    "only-shifted": (Z: Matrix) => {
      const rows = Z.toArray();
      for (let j = 0; j < Z.cols; j++) {
        const max = Math.max(...rows.map((row) => row[j]));
        for (const row of rows) row[j] -= max;
      }
      return Matrix.from(rows);
    },
    "first-column-only": (Z: Matrix) => {
      const rows = Z.toArray();
      for (let j = 0; j < Z.cols; j++) {
        const max = Math.max(...rows.map((row) => row[j]));
        let sum = 0;
        for (const row of rows) sum += Math.exp(row[j] - max);
        for (const row of rows) row[j] = Math.exp(row[j] - max) / sum;
        return Matrix.from(rows);
      }
    },
    transposed: (Z: Matrix) =>
      Matrix.from(
        transpose(Z).toArray().map((column) => {
          const max = Math.max(...column);
          const sum = column.reduce((sum, z) => sum + Math.exp(z - max), 0);
          return column.map((z) => Math.exp(z - max) / sum);
        }),
      ),
    ...rowMistakes({
      args: ["Z"],
      rows: "Z.rows",
      cols: "Z.cols",
      element: "softmax(Z).get(i, j)",
    }),
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
    "one-row-too-high": (labels: Labels) => {
      const rows = Array.from({ length: 10 }, () => new Array(labels.length).fill(0));
      for (let j = 0; j < labels.length; j++) if (labels[j] > 0) rows[labels[j] - 1][j] = 1;
      return Matrix.from(rows);
    },
    "one-row-too-low": (labels: Labels) => {
      const rows = Array.from({ length: 11 }, () => new Array(labels.length).fill(0));
      for (let j = 0; j < labels.length; j++) rows[labels[j] + 1][j] = 1;
      return Matrix.from(rows.slice(0, 10));
    },
    "one-row-shared": (labels: Labels) => {
      const rows = Array(10).fill(Array(labels.length).fill(0));
      for (let j = 0; j < labels.length; j++) rows[labels[j]][j] = 1;
      return Matrix.from(rows);
    },
    "too-few-rows": (labels: Labels) => {
      const count = Math.max(...Array.from(labels)) + 1;
      const rows = Array.from({ length: count }, () => new Array(labels.length).fill(0));
      for (let j = 0; j < labels.length; j++) rows[labels[j]][j] = 1;
      return Matrix.from(rows);
    },
    "label-instead-of-one": (labels: Labels) => {
      const rows = Array.from({ length: 10 }, () => new Array(labels.length).fill(0));
      for (let j = 0; j < labels.length; j++) rows[labels[j]][j] = labels[j];
      return Matrix.from(rows);
    },
    "ones-and-zeros-exchanged": (labels: Labels) => {
      const rows = Array.from({ length: 10 }, () => new Array(labels.length).fill(1));
      for (let j = 0; j < labels.length; j++) rows[labels[j]][j] = 0;
      return Matrix.from(rows);
    },
    "labels-as-they-are": (labels: Labels) => Matrix.from([[...Array.from(labels)]]),
    "all-zeros": (labels: Labels) => {
      const Y = Matrix.zeros(10, labels.length);
      for (let j = 0; j < labels.length; j++) Y.toArray()[labels[j]][j] = 1;
      return Y;
    },
    texts: (labels: Labels) => {
      const rows = Array.from({ length: 10 }, () => new Array(labels.length).fill("0"));
      for (let j = 0; j < labels.length; j++) rows[labels[j]][j] = "1";
      return rows;
    },
    "nine-rows": (labels: Labels) => {
      const rows = [];
      for (let k = 0; k < 9; k++) rows.push(Array.from(labels, (label) => label === k ? 1 : 0));
      return Matrix.from(rows);
    },
    "ten-columns": (labels: Labels) => {
      const rows = Matrix.zeros(10, 10).toArray();
      for (let j = 0; j < labels.length; j++) rows[labels[j]][j] = 1;
      return Matrix.from(rows);
    },
    "first-image-only": (labels: Labels) => {
      const rows = Matrix.zeros(10, labels.length).toArray();
      for (let j = 0; j < labels.length; j++) {
        rows[labels[j]][j] = 1;
        return Matrix.from(rows);
      }
    },
    "image-missing": (labels: Labels) => {
      const rows = Matrix.zeros(10, labels.length).toArray();
      for (let j = 0; j < labels.length - 1; j++) rows[labels[j]][j] = 1;
      return Matrix.from(rows);
    },
    "all-in-the-first-column": (labels: Labels) => {
      const rows = Matrix.zeros(10, labels.length).toArray();
      for (const label of Array.from(labels)) rows[label][0] = 1;
      return Matrix.from(rows);
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
    "b2-missing": ({ W1, b1, W2 }: Parameters, X: Matrix) => {
      const Z1 = add(matmul(W1, X), b1), A1 = relu(Z1), Z2 = matmul(W2, A1);
      return { Z1, A1, Z2, A2: softmax(Z2) };
    },
    "biases-missing": ({ W1, W2 }: Parameters, X: Matrix) => {
      const Z1 = matmul(W1, X), A1 = relu(Z1), Z2 = matmul(W2, A1);
      return { Z1, A1, Z2, A2: softmax(Z2) };
    },
    "biases-exchanged": ({ W1, b1, W2, b2 }: Parameters, X: Matrix) => {
      const Z1 = add(matmul(W1, X), b2), A1 = relu(Z1), Z2 = add(matmul(W2, A1), b1);
      return { Z1, A1, Z2, A2: softmax(Z2) };
    },
    "relu-missing": ({ W1, b1, W2, b2 }: Parameters, X: Matrix) => {
      const Z1 = add(matmul(W1, X), b1), Z2 = add(matmul(W2, Z1), b2);
      return { Z1, A1: Z1, Z2, A2: softmax(Z2) };
    },
    "z2-from-z1": ({ W1, b1, W2, b2 }: Parameters, X: Matrix) => {
      const Z1 = add(matmul(W1, X), b1), A1 = relu(Z1), Z2 = add(matmul(W2, Z1), b2);
      return { Z1, A1, Z2, A2: softmax(Z2) };
    },
    "softmax-missing": ({ W1, b1, W2, b2 }: Parameters, X: Matrix) => {
      const Z1 = add(matmul(W1, X), b1), A1 = relu(Z1), Z2 = add(matmul(W2, A1), b2);
      return { Z1, A1, Z2, A2: Z2 };
    },
    "relu-at-the-end": ({ W1, b1, W2, b2 }: Parameters, X: Matrix) => {
      const Z1 = add(matmul(W1, X), b1), A1 = relu(Z1), Z2 = add(matmul(W2, A1), b2);
      return { Z1, A1, Z2, A2: relu(Z2) };
    },
    "softmax-in-the-middle": ({ W1, b1, W2, b2 }: Parameters, X: Matrix) => {
      const Z1 = add(matmul(W1, X), b1), A1 = softmax(Z1), Z2 = add(matmul(W2, A1), b2);
      return { Z1, A1, Z2, A2: softmax(Z2) };
    },
    "softmax-along-rows": ({ W1, b1, W2, b2 }: Parameters, X: Matrix) => {
      const Z1 = add(matmul(W1, X), b1), A1 = relu(Z1), Z2 = add(matmul(W2, A1), b2);
      return { Z1, A1, Z2, A2: transpose(softmax(transpose(Z2))) };
    },
    "softmax-twice": ({ W1, b1, W2, b2 }: Parameters, X: Matrix) => {
      const Z1 = add(matmul(W1, X), b1), A1 = relu(Z1), Z2 = add(matmul(W2, A1), b2);
      return { Z1, A1, Z2, A2: softmax(softmax(Z2)) };
    },
    "w1-twice": ({ W1, b1, b2 }: Parameters, X: Matrix) => {
      const Z1 = add(matmul(W1, X), b1), A1 = relu(Z1), Z2 = add(matmul(W1, A1), b2);
      return { Z1, A1, Z2, A2: softmax(Z2) };
    },
    "b1-twice": ({ W1, b1, W2 }: Parameters, X: Matrix) => {
      const Z1 = add(matmul(W1, X), b1), A1 = relu(Z1), Z2 = add(matmul(W2, A1), b1);
      return { Z1, A1, Z2, A2: softmax(Z2) };
    },
    "x-instead-of-a1": ({ W1, b1, W2, b2 }: Parameters, X: Matrix) => {
      const Z1 = add(matmul(W1, X), b1), A1 = relu(Z1), Z2 = add(matmul(W2, X), b2);
      return { Z1, A1, Z2, A2: softmax(Z2) };
    },
    "a2-only": ({ W1, b1, W2, b2 }: Parameters, X: Matrix) =>
      softmax(add(matmul(W2, relu(add(matmul(W1, X), b1))), b2)),
    "as-an-array": ({ W1, b1, W2, b2 }: Parameters, X: Matrix) => {
      const Z1 = add(matmul(W1, X), b1), A1 = relu(Z1), Z2 = add(matmul(W2, A1), b2);
      return [Z1, A1, Z2, softmax(Z2)];
    },
    "relu-and-softmax-missing": ({ W1, b1, W2, b2 }: Parameters, X: Matrix) => {
      const Z1 = add(matmul(W1, X), b1), Z2 = add(matmul(W2, Z1), b2);
      return { Z1, A1: Z1, Z2, A2: Z2 };
    },
    "softmax-of-the-hidden-layer": ({ W1, b1, W2, b2 }: Parameters, X: Matrix) => {
      const Z1 = add(matmul(W1, X), b1), A1 = relu(Z1), Z2 = add(matmul(W2, A1), b2);
      return { Z1, A1, Z2, A2: softmax(A1) };
    },
    "relu-derivative": ({ W1, b1, W2, b2 }: Parameters, X: Matrix) => {
      const Z1 = add(matmul(W1, X), b1), A1 = reluDerivative(Z1), Z2 = add(matmul(W2, A1), b2);
      return { Z1, A1, Z2, A2: softmax(Z2) };
    },
    "relu-on-z1": ({ W1, b1, W2, b2 }: Parameters, X: Matrix) => {
      const Z1 = relu(add(matmul(W1, X), b1)), Z2 = add(matmul(W2, Z1), b2);
      return { Z1, A1: Z1, Z2, A2: softmax(Z2) };
    },
    "relu-on-z2": ({ W1, b1, W2, b2 }: Parameters, X: Matrix) => {
      const Z1 = add(matmul(W1, X), b1), A1 = relu(Z1), Z2 = relu(add(matmul(W2, A1), b2));
      return { Z1, A1, Z2, A2: softmax(Z2) };
    },
    "names-exchanged": ({ W1, b1, W2, b2 }: Parameters, X: Matrix) => {
      const A1 = add(matmul(W1, X), b1), Z1 = relu(A1), A2 = add(matmul(W2, Z1), b2);
      return { Z1, A1, Z2: softmax(A2), A2 };
    },
    "weights-transposed": ({ W1, b1, W2, b2 }: Parameters, X: Matrix) => {
      const Z1 = add(matmul(W1, X), b1), A1 = relu(Z1), Z2 = add(matmul(transpose(W2), A1), b2);
      return { Z1, A1, Z2, A2: softmax(Z2) };
    },
    "factors-swapped": ({ W1, b1, W2, b2 }: Parameters, X: Matrix) => {
      const Z1 = add(matmul(X, W1), b1), A1 = relu(Z1), Z2 = add(matmul(A1, W2), b2);
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
    "sign-missing": (A2: Matrix, Y: Matrix) => {
      const logs = A2.toArray().flat().map(Math.log);
      return Y.toArray().flat().reduce((sum, y, k) => sum + y * logs[k], 0) / Y.cols;
    },
    "sign-and-mean-missing": (A2: Matrix, Y: Matrix) => {
      let sum = 0;
      for (let j = 0; j < Y.cols; j++) {
        for (let i = 0; i < Y.rows; i++) if (Y.get(i, j) === 1) sum += Math.log(A2.get(i, j));
      }
      return sum;
    },
    "absolute-difference": (A2: Matrix, Y: Matrix) =>
      subtract(A2, Y).toArray().flat().reduce((sum, d) => sum + Math.abs(d), 0) / Y.cols,
    "all-digits-counted": (A2: Matrix, Y: Matrix) =>
      -A2.toArray().flat().reduce((sum, p) => sum + Math.log(p), 0) / Y.cols,
    "wrong-digits-only": (A2: Matrix, Y: Matrix) => {
      let sum = 0;
      for (let j = 0; j < Y.cols; j++) {
        for (let i = 0; i < Y.rows; i++) if (Y.get(i, j) === 0) sum += Math.log(A2.get(i, j));
      }
      return -sum / Y.cols;
    },
    "largest-probability": (A2: Matrix, Y: Matrix) => {
      let sum = 0;
      for (const column of transpose(A2).toArray()) sum += Math.log(Math.max(...column));
      return -sum / Y.cols;
    },
    "small-number-added": (A2: Matrix, Y: Matrix) => {
      const logs = A2.toArray().flat().map((p) => Math.log(p + 1e-8));
      return -Y.toArray().flat().reduce((sum, y, k) => sum + y * logs[k], 0) / Y.cols;
    },
    "first-image-only": (A2: Matrix, Y: Matrix) => {
      let sum = 0;
      for (let j = 0; j < Y.cols; j++) {
        for (let i = 0; i < Y.rows; i++) if (Y.get(i, j) === 1) sum += Math.log(A2.get(i, j));
        return -sum / Y.cols;
      }
    },
    "last-image-only": (A2: Matrix, Y: Matrix) => {
      let sum = 0;
      for (let j = 0; j < Y.cols; j++) {
        for (let i = 0; i < Y.rows; i++) if (Y.get(i, j) === 1) sum = Math.log(A2.get(i, j));
      }
      return -sum / Y.cols;
    },
    "image-missing": (A2: Matrix, Y: Matrix) => {
      let sum = 0;
      for (let j = 1; j < Y.cols; j++) {
        for (let i = 0; i < Y.rows; i++) if (Y.get(i, j) === 1) sum += Math.log(A2.get(i, j));
      }
      return -sum / Y.cols;
    },
    "digit-missing": (A2: Matrix, Y: Matrix) => {
      let sum = 0;
      for (let j = 0; j < Y.cols; j++) {
        for (let i = 1; i < Y.rows; i++) if (Y.get(i, j) === 1) sum += Math.log(A2.get(i, j));
      }
      return -sum / Y.cols;
    },
    accuracy: (A2: Matrix, Y: Matrix) => accuracy(argmax(A2), argmax(Y)),
    "sum-instead-of-mean": (A2: Matrix, Y: Matrix) => {
      const logs = A2.toArray().flat().map(Math.log);
      return -Y.toArray().flat().reduce((sum, y, k) => sum + y * logs[k], 0);
    },
    "divided-by-digits": (A2: Matrix, Y: Matrix) => {
      const logs = A2.toArray().flat().map(Math.log);
      return -Y.toArray().flat().reduce((sum, y, k) => sum + y * logs[k], 0) / Y.rows;
    },
    "divided-by-all": (A2: Matrix, Y: Matrix) => {
      const logs = A2.toArray().flat().map(Math.log);
      return -Y.toArray().flat().reduce((sum, y, k) => sum + y * logs[k], 0) / logs.length;
    },
    "log-base-10": (A2: Matrix, Y: Matrix) => {
      const logs = A2.toArray().flat().map(Math.log10);
      return -Y.toArray().flat().reduce((sum, y, k) => sum + y * logs[k], 0) / Y.cols;
    },
    "log-base-2": (A2: Matrix, Y: Matrix) => {
      const logs = A2.toArray().flat().map(Math.log2);
      return -Y.toArray().flat().reduce((sum, y, k) => sum + y * logs[k], 0) / Y.cols;
    },
    "log-of-one-minus-p": (A2: Matrix, Y: Matrix) => {
      const logs = A2.toArray().flat().map((p) => Math.log(1 - p));
      return -Y.toArray().flat().reduce((sum, y, k) => sum + y * logs[k], 0) / Y.cols;
    },
    "wrong-digits-counted": (A2: Matrix, Y: Matrix) => {
      const p = A2.toArray().flat();
      const y = Y.toArray().flat();
      return -y.reduce((sum, y, k) => sum + Math.log(y === 1 ? p[k] : 1 - p[k]), 0) / Y.cols;
    },
    "log-missing": (A2: Matrix, Y: Matrix) => {
      const p = A2.toArray().flat();
      return -Y.toArray().flat().reduce((sum, y, k) => sum + y * p[k], 0) / Y.cols;
    },
    "log-of-the-mean": (A2: Matrix, Y: Matrix) => {
      const p = A2.toArray().flat();
      return -Math.log(Y.toArray().flat().reduce((sum, y, k) => sum + y * p[k], 0) / Y.cols);
    },
    "log-of-y": (A2: Matrix, Y: Matrix) => {
      const p = A2.toArray().flat();
      return -Y.toArray().flat().reduce((sum, y, k) => sum + p[k] * Math.log(y), 0) / Y.cols;
    },
    "squared-error": (A2: Matrix, Y: Matrix) => {
      const p = A2.toArray().flat();
      return Y.toArray().flat().reduce((sum, y, k) => sum + (y - p[k]) ** 2, 0) / Y.cols;
    },
    "per-image": (A2: Matrix, Y: Matrix) =>
      Array.from({ length: Y.cols }, (_, j) => {
        const i = Y.toArray().findIndex((row) => row[j] === 1);
        return -Math.log(A2.get(i, j));
      }),
    "one-by-one-matrix": (A2: Matrix, Y: Matrix) => {
      let sum = 0;
      for (let j = 0; j < Y.cols; j++) {
        for (let i = 0; i < Y.rows; i++) if (Y.get(i, j) === 1) sum -= Math.log(A2.get(i, j));
      }
      return Matrix.from([[sum / Y.cols]]);
    },
  },
};
