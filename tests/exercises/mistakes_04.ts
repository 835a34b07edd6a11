import {
  add,
  matmul,
  Matrix,
  multiply,
  relu,
  reluDerivative,
  scale,
  softmax,
  subtract,
  sumColumns,
  transpose,
} from "glassnet";
import type { Students } from "./students.ts";

export const mistakes: Students = {
  dZ2: {
    right: (A2: Matrix, Y: Matrix) =>
      Matrix.from(A2.toArray().map((row, i) => row.map((p, j) => p - Y.get(i, j)))),
    "opposite-sign": (A2: Matrix, Y: Matrix) => subtract(Y, A2),
    "divided-by-m": (A2: Matrix, Y: Matrix) => scale(subtract(A2, Y), 1 / A2.cols),
    "absolute-value": (A2: Matrix, Y: Matrix) =>
      Matrix.from(A2.toArray().map((row, i) => row.map((p, j) => Math.abs(p - Y.get(i, j))))),
    squared: (A2: Matrix, Y: Matrix) =>
      Matrix.from(A2.toArray().map((row, i) => row.map((p, j) => (p - Y.get(i, j)) ** 2))),
    doubled: (A2: Matrix, Y: Matrix) => scale(subtract(A2, Y), 2),
    "right-digit-only": (A2: Matrix, Y: Matrix) =>
      Matrix.from(A2.toArray().map((row, i) => row.map((p, j) => Y.get(i, j) === 1 ? p - 1 : 0))),
    "activation-derivative": (A2: Matrix, Y: Matrix) => {
      const slope = Matrix.from(A2.toArray().map((row) => row.map((p) => p * (1 - p))));
      return multiply(subtract(A2, Y), slope);
    },
    "slope-at-a2": (A2: Matrix, Y: Matrix) =>
      Matrix.from(A2.toArray().map((row, i) => row.map((p, j) => -Y.get(i, j) / p))),
    product: (A2: Matrix, Y: Matrix) => multiply(A2, Y),
    transposed: (A2: Matrix, Y: Matrix) => subtract(transpose(A2), transpose(Y)),
    added: (A2: Matrix, Y: Matrix) => add(A2, Y),
    "one-of-the-two": (A2: Matrix, Y: Matrix) => Y && A2,
    "softmax-again": (A2: Matrix, Y: Matrix) => subtract(softmax(A2), Y),
    summed: (A2: Matrix, Y: Matrix) => scale(sumColumns(subtract(A2, Y)), 1 / A2.cols),
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
    "times-m": (dZ2: Matrix, A1: Matrix) => scale(matmul(dZ2, transpose(A1)), A1.cols),
    "one-over-m-twice": (dZ2: Matrix, A1: Matrix) =>
      scale(scale(matmul(dZ2, transpose(A1)), 1 / A1.cols), 1 / A1.cols),
    "divided-by-the-rows": (dZ2: Matrix, A1: Matrix) =>
      scale(matmul(dZ2, transpose(A1)), 1 / dZ2.rows),
    "divided-by-the-inputs": (dZ2: Matrix, A1: Matrix) =>
      scale(matmul(dZ2, transpose(A1)), 1 / A1.rows),
    "divided-by-all": (dZ2: Matrix, A1: Matrix) =>
      scale(matmul(dZ2, transpose(A1)), 1 / dZ2.toArray().flat().length),
    transposed: (dZ2: Matrix, A1: Matrix) => scale(matmul(A1, transpose(dZ2)), 1 / A1.cols),
    "transposed-and-no-mean": (dZ2: Matrix, A1: Matrix) => matmul(A1, transpose(dZ2)),
    "input-not-transposed": (dZ2: Matrix, A1: Matrix) => scale(matmul(dZ2, A1), 1 / A1.cols),
    "error-transposed": (dZ2: Matrix, A1: Matrix) => scale(matmul(transpose(dZ2), A1), 1 / A1.cols),
    "opposite-sign": (dZ2: Matrix, A1: Matrix) => scale(matmul(dZ2, transpose(A1)), -1 / A1.cols),
    "first-image-only": (dZ2: Matrix, A1: Matrix) =>
      Matrix.from(dZ2.toArray().map((d) => A1.toArray().map((a) => d[0] * a[0]))),
    "m-is-fixed": (dZ2: Matrix, A1: Matrix) => scale(matmul(dZ2, transpose(A1)), 1 / 41000),
    "m-minus-one": (dZ2: Matrix, A1: Matrix) =>
      scale(matmul(dZ2, transpose(A1)), 1 / (A1.cols - 1)),
    "twice-or-half": (dZ2: Matrix, A1: Matrix) =>
      scale(matmul(dZ2, transpose(A1)), 1 / (2 * A1.cols)),
    "transposed-too-late": (dZ2: Matrix, A1: Matrix) =>
      scale(transpose(matmul(dZ2, A1)), 1 / A1.cols),
    "factors-swapped": (dZ2: Matrix, A1: Matrix) => scale(matmul(transpose(A1), dZ2), 1 / A1.cols),
    "element-by-element": (dZ2: Matrix, A1: Matrix) => scale(multiply(dZ2, A1), 1 / A1.cols),
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
    "one-over-m-missing": (dZ2: Matrix) => sumColumns(dZ2),
    "times-m": (dZ2: Matrix) => scale(sumColumns(dZ2), dZ2.cols),
    "one-over-m-twice": (dZ2: Matrix) => scale(scale(sumColumns(dZ2), 1 / dZ2.cols), 1 / dZ2.cols),
    "divided-by-the-rows": (dZ2: Matrix) => scale(sumColumns(dZ2), 1 / dZ2.rows),
    "divided-by-all": (dZ2: Matrix) => scale(sumColumns(dZ2), 1 / (dZ2.rows * dZ2.cols)),
    "sum-over-the-units": (dZ2: Matrix) => scale(sumColumns(transpose(dZ2)), 1 / dZ2.cols),
    "as-a-row": (dZ2: Matrix) =>
      Matrix.from([dZ2.toArray().map((row) => row.reduce((sum, d) => sum + d, 0) / dZ2.cols)]),
    "opposite-sign": (dZ2: Matrix) => scale(sumColumns(dZ2), -1 / dZ2.cols),
    "m-is-fixed": (dZ2: Matrix) => scale(sumColumns(dZ2), 1 / 41000),
    "m-minus-one": (dZ2: Matrix) => scale(sumColumns(dZ2), 1 / (dZ2.cols - 1)),
    "twice-or-half": (dZ2: Matrix) => scale(sumColumns(dZ2), 2 / dZ2.cols),
    "sum-never-reset": (dZ2: Matrix) => {
      let sum = 0;
      return Matrix.from(
        dZ2.toArray().map((row) => {
          for (const d of row) sum += d;
          return [sum / dZ2.cols];
        }),
      );
    },
    "last-image-only": (dZ2: Matrix) =>
      Matrix.from(
        dZ2.toArray().map((row) => {
          let sum = 0;
          for (const d of row) sum = d;
          return [sum / dZ2.cols];
        }),
      ),
    "image-missing": (dZ2: Matrix) =>
      Matrix.from(
        dZ2.toArray().map((row) => {
          let sum = 0;
          for (let j = 1; j < row.length; j++) sum += row[j];
          return [sum / dZ2.cols];
        }),
      ),
    "first-unit-only": (dZ2: Matrix) => {
      for (const row of dZ2.toArray()) {
        let sum = 0;
        for (const d of row) sum += d;
        return Matrix.from([[sum / dZ2.cols]]);
      }
    },
    "repeated-for-each-image": (dZ2: Matrix) =>
      Matrix.from(
        dZ2.toArray().map((row) => {
          const mean = row.reduce((sum, d) => sum + d, 0) / dZ2.cols;
          return row.map(() => mean);
        }),
      ),
    "signs-lost": (dZ2: Matrix) => scale(sumColumns(multiply(dZ2, dZ2)), 1 / dZ2.cols),
    "first-image-only": (dZ2: Matrix) => Matrix.from(dZ2.toArray().map((row) => [row[0]])),
    "not-summed": (dZ2: Matrix) => scale(dZ2, 1 / dZ2.cols),
  },
  dZ1: {
    right: (W2: Matrix, dZ2: Matrix, Z1: Matrix) => {
      const error = matmul(transpose(W2), dZ2).toArray();
      return Matrix.from(error.map((row, i) => row.map((d, j) => Z1.get(i, j) > 0 ? d : 0)));
    },
    "w2-not-transposed": (W2: Matrix, dZ2: Matrix, Z1: Matrix) =>
      multiply(matmul(W2, dZ2), reluDerivative(Z1)),
    "relu-derivative-missing": (W2: Matrix, dZ2: Matrix) => matmul(transpose(W2), dZ2),
    "both-missing": (W2: Matrix, dZ2: Matrix) => matmul(W2, dZ2),
    "derivative-at-zero": (W2: Matrix, dZ2: Matrix, Z1: Matrix) => {
      const error = matmul(transpose(W2), dZ2).toArray();
      return Matrix.from(error.map((row, i) => row.map((d, j) => Z1.get(i, j) >= 0 ? d : 0)));
    },
    "derivative-of-the-error": (W2: Matrix, dZ2: Matrix) => relu(matmul(transpose(W2), dZ2)),
    "derivative-of-dz2": (W2: Matrix, dZ2: Matrix) =>
      multiply(matmul(transpose(W2), dZ2), reluDerivative(dZ2)),
    "derivative-of-w2": (W2: Matrix, dZ2: Matrix) => matmul(transpose(reluDerivative(W2)), dZ2),
    "derivative-before-w2": (W2: Matrix, dZ2: Matrix, Z1: Matrix) =>
      matmul(transpose(W2), multiply(dZ2, reluDerivative(Z1))),
    "derivative-inverted": (W2: Matrix, dZ2: Matrix, Z1: Matrix) => {
      const error = matmul(transpose(W2), dZ2).toArray();
      return Matrix.from(error.map((row, i) => row.map((d, j) => Z1.get(i, j) > 0 ? 0 : d)));
    },
    "relu-instead-of-derivative": (W2: Matrix, dZ2: Matrix, Z1: Matrix) =>
      multiply(matmul(transpose(W2), dZ2), relu(Z1)),
    "times-z1": (W2: Matrix, dZ2: Matrix, Z1: Matrix) => multiply(matmul(transpose(W2), dZ2), Z1),
    "sigmoid-derivative": (W2: Matrix, dZ2: Matrix, Z1: Matrix) => {
      const A1 = relu(Z1).toArray();
      const slope = Matrix.from(A1.map((row) => row.map((a) => a * (1 - a))));
      return multiply(matmul(transpose(W2), dZ2), slope);
    },
    "divided-by-m": (W2: Matrix, dZ2: Matrix, Z1: Matrix) =>
      scale(multiply(matmul(transpose(W2), dZ2), reluDerivative(Z1)), 1 / dZ2.cols),
    "opposite-sign": (W2: Matrix, dZ2: Matrix, Z1: Matrix) =>
      multiply(matmul(scale(transpose(W2), -1), dZ2), reluDerivative(Z1)),
    transposed: (W2: Matrix, dZ2: Matrix, Z1: Matrix) =>
      multiply(matmul(transpose(dZ2), W2), transpose(reluDerivative(Z1))),
    "derivative-only": (
      W2: Matrix,
      dZ2: Matrix,
      Z1: Matrix,
    ) => (W2 && dZ2 ? reluDerivative(Z1) : W2),
    "w2-missing": (_W2: Matrix, dZ2: Matrix, Z1: Matrix) => multiply(dZ2, reluDerivative(Z1)),
    "matmul-instead-of-multiply": (W2: Matrix, dZ2: Matrix, Z1: Matrix) =>
      matmul(matmul(transpose(W2), dZ2), reluDerivative(Z1)),
    "multiply-instead-of-matmul": (W2: Matrix, dZ2: Matrix, Z1: Matrix) =>
      multiply(multiply(transpose(W2), dZ2), reluDerivative(Z1)),
    "factors-swapped": (W2: Matrix, dZ2: Matrix, Z1: Matrix) =>
      multiply(matmul(dZ2, transpose(W2)), reluDerivative(Z1)),
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
    "times-m": (dZ1: Matrix, X: Matrix) => scale(matmul(dZ1, transpose(X)), X.cols),
    "one-over-m-twice": (dZ1: Matrix, X: Matrix) =>
      scale(scale(matmul(dZ1, transpose(X)), 1 / X.cols), 1 / X.cols),
    "divided-by-the-rows": (dZ1: Matrix, X: Matrix) =>
      scale(matmul(dZ1, transpose(X)), 1 / dZ1.rows),
    "divided-by-the-inputs": (dZ1: Matrix, X: Matrix) =>
      scale(matmul(dZ1, transpose(X)), 1 / X.rows),
    "divided-by-all": (dZ1: Matrix, X: Matrix) =>
      scale(matmul(dZ1, transpose(X)), 1 / dZ1.toArray().flat().length),
    transposed: (dZ1: Matrix, X: Matrix) => scale(matmul(X, transpose(dZ1)), 1 / X.cols),
    "transposed-and-no-mean": (dZ1: Matrix, X: Matrix) => matmul(X, transpose(dZ1)),
    "input-not-transposed": (dZ1: Matrix, X: Matrix) => scale(matmul(dZ1, X), 1 / X.cols),
    "error-transposed": (dZ1: Matrix, X: Matrix) => scale(matmul(transpose(dZ1), X), 1 / X.cols),
    "opposite-sign": (dZ1: Matrix, X: Matrix) => scale(matmul(dZ1, transpose(X)), -1 / X.cols),
    "first-image-only": (dZ1: Matrix, X: Matrix) =>
      Matrix.from(dZ1.toArray().map((d) => X.toArray().map((a) => d[0] * a[0]))),
    "m-is-fixed": (dZ1: Matrix, X: Matrix) => scale(matmul(dZ1, transpose(X)), 1 / 41000),
    "m-minus-one": (dZ1: Matrix, X: Matrix) => scale(matmul(dZ1, transpose(X)), 1 / (X.cols - 1)),
    "twice-or-half": (dZ1: Matrix, X: Matrix) => scale(matmul(dZ1, transpose(X)), 1 / (2 * X.cols)),
    "transposed-too-late": (dZ1: Matrix, X: Matrix) => scale(transpose(matmul(dZ1, X)), 1 / X.cols),
    "factors-swapped": (dZ1: Matrix, X: Matrix) => scale(matmul(transpose(X), dZ1), 1 / X.cols),
    "element-by-element": (dZ1: Matrix, X: Matrix) => scale(multiply(dZ1, X), 1 / X.cols),
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
    "one-over-m-missing": (dZ1: Matrix) => sumColumns(dZ1),
    "times-m": (dZ1: Matrix) => scale(sumColumns(dZ1), dZ1.cols),
    "one-over-m-twice": (dZ1: Matrix) => scale(scale(sumColumns(dZ1), 1 / dZ1.cols), 1 / dZ1.cols),
    "divided-by-the-rows": (dZ1: Matrix) => scale(sumColumns(dZ1), 1 / dZ1.rows),
    "divided-by-all": (dZ1: Matrix) => scale(sumColumns(dZ1), 1 / (dZ1.rows * dZ1.cols)),
    "sum-over-the-units": (dZ1: Matrix) => scale(sumColumns(transpose(dZ1)), 1 / dZ1.cols),
    "as-a-row": (dZ1: Matrix) =>
      Matrix.from([dZ1.toArray().map((row) => row.reduce((sum, d) => sum + d, 0) / dZ1.cols)]),
    "opposite-sign": (dZ1: Matrix) => scale(sumColumns(dZ1), -1 / dZ1.cols),
    "m-is-fixed": (dZ1: Matrix) => scale(sumColumns(dZ1), 1 / 41000),
    "m-minus-one": (dZ1: Matrix) => scale(sumColumns(dZ1), 1 / (dZ1.cols - 1)),
    "twice-or-half": (dZ1: Matrix) => scale(sumColumns(dZ1), 2 / dZ1.cols),
    "sum-never-reset": (dZ1: Matrix) => {
      let sum = 0;
      return Matrix.from(
        dZ1.toArray().map((row) => {
          for (const d of row) sum += d;
          return [sum / dZ1.cols];
        }),
      );
    },
    "last-image-only": (dZ1: Matrix) =>
      Matrix.from(
        dZ1.toArray().map((row) => {
          let sum = 0;
          for (const d of row) sum = d;
          return [sum / dZ1.cols];
        }),
      ),
    "image-missing": (dZ1: Matrix) =>
      Matrix.from(
        dZ1.toArray().map((row) => {
          let sum = 0;
          for (let j = 1; j < row.length; j++) sum += row[j];
          return [sum / dZ1.cols];
        }),
      ),
    "first-unit-only": (dZ1: Matrix) => {
      for (const row of dZ1.toArray()) {
        let sum = 0;
        for (const d of row) sum += d;
        return Matrix.from([[sum / dZ1.cols]]);
      }
    },
    "repeated-for-each-image": (dZ1: Matrix) =>
      Matrix.from(
        dZ1.toArray().map((row) => {
          const mean = row.reduce((sum, d) => sum + d, 0) / dZ1.cols;
          return row.map(() => mean);
        }),
      ),
    "signs-lost": (dZ1: Matrix) => scale(sumColumns(multiply(dZ1, dZ1)), 1 / dZ1.cols),
    "first-image-only": (dZ1: Matrix) => Matrix.from(dZ1.toArray().map((row) => [row[0]])),
    "not-summed": (dZ1: Matrix) => scale(dZ1, 1 / dZ1.cols),
  },
};
