import { add, matmul, Matrix, multiply, scale, subtract, transpose } from "glassnet";
import { rowMistakes } from "./row_mistakes.ts";
import type { Students } from "./students.ts";

export const mistakes: Students = {
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
    reshaped: (A: Matrix) => {
      const numbers = A.toArray().flat();
      const rows = [];
      for (let i = 0; i < A.cols; i++) rows.push(numbers.slice(i * A.rows, (i + 1) * A.rows));
      return Matrix.from(rows);
    },
    rotated: (A: Matrix) => {
      const rows = A.toArray();
      return Matrix.from(rows[0].map((_, j) => rows.map((row) => row[j]).reverse()));
    },
    "other-diagonal": (A: Matrix) => {
      const rows = A.toArray();
      return Matrix.from(rows[0].map((_, j) => rows.map((row) => row[j]).reverse()).reverse());
    },
    "indices-not-exchanged": (A: Matrix) => {
      const rows: number[][] = [];
      for (let i = 0; i < A.cols; i++) {
        rows.push([]);
        for (let j = 0; j < A.rows; j++) rows[i].push(A.get(i, j));
      }
      return Matrix.from(rows);
    },
    "old-shape": (A: Matrix) => {
      const rows: number[][] = [];
      for (let i = 0; i < A.rows; i++) {
        rows.push([]);
        for (let j = 0; j < A.cols; j++) rows[i].push(A.get(j, i));
      }
      return Matrix.from(rows);
    },
    ...rowMistakes({ args: ["A"], rows: "A.cols", cols: "A.rows", element: "A.get(j, i)" }),
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
    "first-column-only": (A: Matrix, B: Matrix) => {
      const rows = A.toArray();
      for (let i = 0; i < B.rows; i++) {
        for (let j = 0; j < B.cols; j++) rows[i][j] += B.get(i, j);
      }
      return Matrix.from(rows);
    },
    "column-left-out": (A: Matrix, B: Matrix) => A.cols !== B.cols ? A : add(A, B),
    "first-number-everywhere": (A: Matrix, B: Matrix) => {
      if (A.cols === B.cols) return add(A, B);
      const b = B.get(0, 0);
      return Matrix.from(A.toArray().map((row) => row.map((a) => a + b)));
    },
    "along-the-row": (A: Matrix, B: Matrix) => {
      if (A.cols === B.cols) return add(A, B);
      const b = B.toArray().flat();
      return Matrix.from(A.toArray().map((row) => row.map((a, j) => a + b[j])));
    },
    subtracted: (A: Matrix, B: Matrix) => B.cols === 1 ? add(A, scale(B, -1)) : subtract(A, B),
    multiplied: (A: Matrix, B: Matrix) =>
      A.cols === B.cols
        ? multiply(A, B)
        : Matrix.from(A.toArray().map((row, i) => row.map((a) => a * B.get(i, 0)))),
    "first-column-of-b-always": (A: Matrix, B: Matrix) =>
      Matrix.from(A.toArray().map((row, i) => row.map((a) => a + B.get(i, 0)))),
    "first-row-of-b-always": (A: Matrix, B: Matrix) =>
      Matrix.from(A.toArray().map((row) => row.map((a, j) => a + B.get(0, j)))),
    "as-large-as-b": (A: Matrix, B: Matrix) => {
      const rows: number[][] = [];
      for (let i = 0; i < B.rows; i++) {
        rows.push([]);
        for (let j = 0; j < B.cols; j++) rows[i].push(A.get(i, j) + B.get(i, j));
      }
      return Matrix.from(rows);
    },
    "b-only": (A: Matrix, B: Matrix) =>
      Matrix.from(A.toArray().map((row, i) => row.map((_, j) => B.get(i, B.cols === 1 ? 0 : j)))),
    joined: (A: Matrix, B: Matrix) =>
      Matrix.from(A.toArray().map((row, i) => row.concat(B.toArray()[i]))),
    ...rowMistakes({
      args: ["A", "B"],
      rows: "A.rows",
      cols: "A.cols",
      element: "A.get(i, j) + B.get(i, B.cols === 1 ? 0 : j)",
    }),
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
    "factors-swapped": (A: Matrix, B: Matrix) => matmul(B, A),
    transposed: (A: Matrix, B: Matrix) => matmul(transpose(B), transpose(A)),
    "along-a-row-of-b": (A: Matrix, B: Matrix) => {
      const [a, b] = [A.toArray(), B.toArray()];
      return Matrix.from(a.map((_, i) =>
        b[0].map((_, j) => {
          let sum = 0;
          for (let k = 0; k < A.cols; k++) sum += a[i][k] * b[j][k];
          return sum;
        })
      ));
    },
    "down-a-column-of-a": (A: Matrix, B: Matrix) => {
      const C = Array.from({ length: A.rows }, () => new Array(B.cols).fill(0));
      for (let i = 0; i < A.rows; i++) {
        for (let j = 0; j < B.cols; j++) {
          for (let k = 0; k < A.cols; k++) C[i][j] += A.get(k, i) * B.get(k, j);
        }
      }
      return Matrix.from(C);
    },
    "last-product-only": (A: Matrix, B: Matrix) => {
      const C = Array.from({ length: A.rows }, () => new Array(B.cols).fill(0));
      for (let i = 0; i < A.rows; i++) {
        for (let j = 0; j < B.cols; j++) {
          for (let k = 0; k < A.cols; k++) C[i][j] = A.get(i, k) * B.get(k, j);
        }
      }
      return Matrix.from(C);
    },
    "last-product-missing": (A: Matrix, B: Matrix) => {
      const C = Array.from({ length: A.rows }, () => new Array(B.cols).fill(0));
      for (let i = 0; i < A.rows; i++) {
        for (let j = 0; j < B.cols; j++) {
          for (let k = 0; k < A.cols - 1; k++) C[i][j] += A.get(i, k) * B.get(k, j);
        }
      }
      return Matrix.from(C);
    },
    "first-product-missing": (A: Matrix, B: Matrix) => {
      const C = Array.from({ length: A.rows }, () => new Array(B.cols).fill(0));
      for (let i = 0; i < A.rows; i++) {
        for (let j = 0; j < B.cols; j++) {
          for (let k = 1; k < A.cols; k++) C[i][j] += A.get(i, k) * B.get(k, j);
        }
      }
      return Matrix.from(C);
    },
    "sum-never-reset": (A: Matrix, B: Matrix) => {
      const rows: number[][] = [];
      let sum = 0;
      for (let i = 0; i < A.rows; i++) {
        rows.push([]);
        for (let j = 0; j < B.cols; j++) {
          for (let k = 0; k < B.rows; k++) sum += A.get(i, k) * B.get(k, j);
          rows[i].push(sum);
        }
      }
      return Matrix.from(rows);
    },
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
    "products-multiplied": (A: Matrix, B: Matrix) => {
      const rows: number[][] = [];
      for (let i = 0; i < A.rows; i++) {
        rows.push([]);
        for (let j = 0; j < B.cols; j++) {
          let product = 1;
          for (let k = 0; k < B.rows; k++) product *= A.get(i, k) + B.get(k, j);
          rows[i].push(product);
        }
      }
      return Matrix.from(rows);
    },
    "added-not-multiplied": (A: Matrix, B: Matrix) => {
      const C = Array.from({ length: A.rows }, () => new Array(B.cols).fill(0));
      for (let i = 0; i < A.rows; i++) {
        for (let j = 0; j < B.cols; j++) {
          for (let k = 0; k < A.cols; k++) C[i][j] += A.get(i, k) + B.get(k, j);
        }
      }
      return Matrix.from(C);
    },
    "sum-begins-at-one": (A: Matrix, B: Matrix) => {
      const C = Array.from({ length: A.rows }, () => new Array(B.cols).fill(1));
      for (let i = 0; i < A.rows; i++) {
        for (let j = 0; j < B.cols; j++) {
          for (let k = 0; k < A.cols; k++) C[i][j] += A.get(i, k) * B.get(k, j);
        }
      }
      return Matrix.from(C);
    },
    "k-missing": (A: Matrix, B: Matrix) => {
      const C = Array.from({ length: A.rows }, () => new Array(B.cols).fill(0));
      for (let i = 0; i < A.rows; i++) {
        for (let j = 0; j < B.cols; j++) {
          for (let k = 0; k < A.cols; k++) C[i][j] += A.get(i, k) * B.get(i, j);
        }
      }
      return Matrix.from(C);
    },
    "wrong-number-of-products": (A: Matrix, B: Matrix) => {
      const C = Array.from({ length: A.rows }, () => new Array(B.cols).fill(0));
      for (let i = 0; i < A.rows; i++) {
        for (let j = 0; j < B.cols; j++) {
          for (let k = 0; k < A.rows; k++) C[i][j] += A.get(i, k) * B.get(k, j);
        }
      }
      return Matrix.from(C);
    },
    "as-large-as-a-factor": (A: Matrix, B: Matrix) => {
      const C = Array.from({ length: A.rows }, () => new Array(A.cols).fill(0));
      for (let i = 0; i < A.rows; i++) {
        for (let j = 0; j < A.cols; j++) {
          for (let k = 0; k < A.cols; k++) C[i][j] += A.get(i, k) * B.get(k, j);
        }
      }
      return Matrix.from(C);
    },
    "pushed-in-the-inner-loop": (A: Matrix, B: Matrix) => {
      const rows: number[][] = [];
      for (let i = 0; i < A.rows; i++) {
        rows.push([]);
        for (let j = 0; j < B.cols; j++) {
          let sum = 0;
          for (let k = 0; k < A.cols; k++) {
            sum += A.get(i, k) * B.get(k, j);
            rows[i].push(sum);
          }
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
    ...rowMistakes({
      args: ["A", "B"],
      rows: "A.rows",
      cols: "B.cols",
      element: "matmul(A, B).get(i, j)",
    }),
  },
};
