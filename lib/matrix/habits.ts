import { ArgumentError } from "../arguments/argument_error.ts";

/** What other libraries have on their matrices and arrays, and what to write here. */
const habits: readonly [names: string, instead: string][] = [
  ["T t transpose transposed", "transpose(A)"],
  ["dot matmul mm mmul", "matmul(A, B)"],
  ["add plus", "add(A, B)"],
  ["subtract sub minus", "subtract(A, B)"],
  ["multiply mul times hadamard", "multiply(A, B), or scale(A, 2) with a number"],
  ["scale divide div", "scale(A, 2), or scale(A, 1 / 2)"],
  ["columns column col columnCount numCols nCols ncols width", "A.cols, the number of columns"],
  ["row rowCount numRows nRows nrows height", "A.rows, the number of rows"],
  ["length size count", "A.rows and A.cols, the numbers of rows and columns"],
  ["ndim dim", 'A.shape, such as "10 x 784": a Matrix always has rows and columns'],
  ["astype", 'Matrix.from(A.toArray(), "float32")'],
  ["sum", "sumColumns(A), which adds up each row, or a loop over A.toArray()"],
  ["argmax", "argmax(A), the row of each column's largest number"],
  ["mean max min std", "A.toArray().flat(), and add up or compare its numbers"],
  [
    "map forEach reduce filter some every slice flat flatMap flatten ravel entries join",
    "A.toArray(), an array of rows, for one",
  ],
  ["push concat set fill sort", "Matrix.from(rows), from arrays: a Matrix never changes"],
  ["reshape view", "Matrix.from(rows), from an array of rows"],
  ["tolist toList toarray to_array numpy to2DArray", "A.toArray()"],
  ["copy clone", "A itself: it never changes, so it needs no copy"],
  ["item at", "A.get(i, j)"],
  ["exp log sqrt abs", "Matrix.from(A.toArray().map((row) => row.map(Math.exp)))"],
];

const instead = new Map<string, string>(
  habits.flatMap(([names, text]) => names.split(" ").map((name) => [name, text] as const)),
);

/**
 * Explains what a class of matrices does not have, as soon as it is read. Without this it would be
 * undefined, and the error far away, or none. It stands behind the class's own prototype: what the
 * class has is found before it, as fast as without it, and nobody who lists the properties meets it.
 */
export function explainHabits(prototype: object): void {
  const behind = new Proxy({}, {
    get(target, name, receiver) {
      // Inspectors read it, too: only who goes over the rows is told.
      if (name === Symbol.iterator) return refuseRows;
      if (typeof name === "string") explain(name);
      return Reflect.get(target, name, receiver);
    },
    set(target, name, value, receiver) {
      if (typeof name === "string" && isIndex(name)) {
        throw new ArgumentError(
          `A Matrix never changes, so A[${name}] can't be set. Put the numbers into arrays, and make ` +
            "the Matrix of them at the end: Matrix.from(rows).",
        );
      }
      return Reflect.set(target, name, value, receiver);
    },
  });
  Object.setPrototypeOf(prototype, behind);
}

function explain(name: string): void {
  if (isIndex(name)) {
    throw new ArgumentError(
      `A Matrix has no A[${name}]. Write A.get(i, j) for one number, or A.toArray()[i] for a row.`,
    );
  }
  const text = instead.get(name);
  if (text) throw new ArgumentError(`A Matrix has no ${name}. Write ${text}.`);
}

/** Also `A[i, j]`, which is `A[j]`. */
function isIndex(name: string): boolean {
  return /^(\d+|NaN|undefined)$/.test(name);
}

function refuseRows(): never {
  throw new ArgumentError("A Matrix is not an array. Write A.toArray(), which gives its rows.");
}

/** A matrix where JavaScript wants a number or adds up: it has no operators for matrices. */
export function refuseOperator(hint: string): never {
  throw new ArgumentError(
    hint === "number"
      ? "Signs such as - and * and functions such as Math.max do not work with matrices. Write " +
        "subtract(A, B), scale(A, 2), multiply(A, B) or matmul(A, B), or take single numbers with " +
        "A.get(i, j)."
      : "A + B and A == B do not work with matrices. Write add(A, B), or A.get(i, j) + B.get(i, j) for single " +
        "numbers. In a text, write `${A}`.",
  );
}
