import { add, matmul, Matrix, type Parameters, relu, softmax, transpose } from "glassnet";
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
