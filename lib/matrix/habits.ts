import { ArgumentError } from "../arguments/argument_error.ts";

/** What other libraries have on their matrices and arrays, and what to write here. `*` is the name itself. */
const habits: readonly [names: string, instead: string][] = [
  ["T t transpose transposed permute swapaxes", "transpose(A)"],
  ["dot matmul mm mmul", "matmul(A, B)"],
  ["add plus", "add(A, B)"],
  ["subtract sub minus", "subtract(A, B)"],
  ["multiply mul mult times hadamard", "multiply(A, B), or scale(A, 2) with a number"],
  ["pow power square", "multiply(A, A) for squares"],
  ["scale divide div neg negative", "scale(A, 2), scale(A, 1 / 2) or scale(A, -1)"],
  ["relu reluDerivative softmax argmax", "*(A)"],
  ["columns columnCount numCols nCols ncols ncol width", "A.cols, the number of columns"],
  ["rowCount numRows nRows nrows nrow height", "A.rows, the number of rows"],
  ["length size count len", "A.rows and A.cols, the numbers of rows and columns"],
  ["ndim dim", 'A.shape, such as "10 x 784": a Matrix always has rows and columns'],
  ["astype", 'Matrix.from(A.toArray(), "float32")'],
  ["sum", "sumColumns(A), which adds up each row, or a loop over A.toArray()"],
  [
    "mean max min std var prod any all norm cumsum",
    "A.toArray().flat(), and add up or compare its numbers",
  ],
  [
    "map forEach reduce filter some every find slice flat flatMap flatten ravel entries join apply " +
    "includes indexOf keys head array elements",
    "A.toArray(), an array of rows, for one",
  ],
  ["row getRow iloc loc", "A.toArray()[i] for one row"],
  ["col column getCol getColumn", "A.toArray().map((row) => row[j]) for one column"],
  [
    "push append concat concatenate hstack vstack set fill sort reverse",
    "Matrix.from(rows), from arrays: a Matrix never changes",
  ],
  [
    "reshape view squeeze unsqueeze expand repeat tile resize",
    "Matrix.from(rows), from an array of rows",
  ],
  ["tolist toList toarray to_array asarray numpy to2DArray", "A.toArray()"],
  ["copy clone detach", "A itself: it never changes, so it needs no copy"],
  ["item at", "A.get(i, j)"],
  ["print", "console.log(A), or A as the last line of the cell"],
  ["equals allclose array_equal", "JSON.stringify(A) === JSON.stringify(B)"],
  ["clip", "Matrix.from(A.toArray().map((row) => row.map((a) => Math.max(0, a))))"],
  ["exp log sqrt abs tanh round", "Matrix.from(A.toArray().map((row) => row.map(Math.*)))"],
  ["sigmoid", "Matrix.from(A.toArray().map((row) => row.map((a) => 1 / (1 + Math.exp(-a)))))"],
  [
    "grad requires_grad zero_grad backward",
    "backward(parameters, activations, X, Y), which gives all gradients",
  ],
  ["device cuda cpu to", "A itself: all matrices are in the memory of this computer"],
];

const instead = new Map<string, string>(
  habits.flatMap(([names, text]) =>
    names.split(" ").map((name) => [name, text.replace("*", name)] as const)
  ),
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
  return /^(-?\d+|NaN|undefined)$/.test(name);
}

function refuseRows(): never {
  throw new ArgumentError("A Matrix is not an array. Write A.toArray(), which gives its rows.");
}

/** A matrix where JavaScript wants a number or adds up: it has no operators for matrices. */
export function refuseOperator(hint: string): never {
  throw new ArgumentError(
    hint === "number"
      ? "Signs such as - and * and functions such as Math.max do not work with matrices. Write " +
        "subtract(A, B), scale(A, 2), multiply(A, B) or matmul(A, B), multiply(A, A) for A ** 2, or take " +
        "single numbers with A.get(i, j)."
      : "A + B and A == B do not work with matrices. Write add(A, B), or A.get(i, j) + B.get(i, j) for single " +
        "numbers. In a text, write `${A}`.",
  );
}
