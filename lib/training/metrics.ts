import { ArgumentError } from "../arguments/argument_error.ts";
import { found, numbersOfTexts } from "../arguments/found.ts";
import { requireList, requireWhole } from "../arguments/require.ts";
import { ShapeError } from "../matrix/shape_error.ts";
import { refuseAxis, requireMatrix } from "../matrix/require_matrix.ts";
import { columns } from "../matrix/columns.ts";
import { allocate, kernels } from "../matrix/kernels/running.ts";
import { Matrix } from "../matrix/matrix.ts";
import { CLASSES } from "../matrix/mnist.ts";

/**
 * The row of each column's largest number: for A2 the digit that each image most likely is. Of equal
 * numbers the first wins.
 *
 * @param A 10 x m
 * @returns m row numbers
 * @throws {ShapeError} if A has more than 256 rows
 *
 * @example
 * ```ts
 * import { argmax, Matrix } from "glassnet";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals([...argmax(Matrix.from([[0.1, 0.8], [0.9, 0.2]]))], [1, 0]);
 * ```
 */
export function argmax(A: Matrix): Uint8Array {
  requireMatrix("argmax", A);
  refuseAxis("argmax", arguments, 0);
  if (A.rows > 256) {
    throw new ShapeError(`argmax expected at most 256 rows, one a digit, but found ${A.shape}.`);
  }
  const rows = allocate("uint8", A.cols);
  kernels().argmax(rows, columns(A), A.rows);
  return rows;
}

/**
 * The share of predictions that are right, 0 to 1.
 *
 * @param predictions m digits
 * @param labels the m true digits
 * @throws {ShapeError} if there are not as many of both, or none
 *
 * @example
 * ```ts
 * import { accuracy } from "glassnet";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(accuracy([7, 2, 1, 0], [7, 2, 1, 4]), 0.75);
 * ```
 */
export function accuracy(predictions: ArrayLike<number>, labels: ArrayLike<number>): number {
  requirePairs("accuracy", predictions, labels);
  let right = 0;
  for (let j = 0; j < labels.length; j++) if (predictions[j] === labels[j]) right++;
  return right / labels.length;
}

/**
 * How often each digit was taken for each: element (i, j) counts the images of an i that were
 * seen as a j. 10 x 10; the right ones are on the diagonal.
 *
 * @param predictions m digits
 * @param labels the m true digits
 * @throws {ShapeError} if there are not as many of both, or none
 * @throws {ArgumentError} if one of them is not a digit
 *
 * @example
 * ```ts
 * import { confusionMatrix } from "glassnet";
 * import { assertEquals } from "@std/assert";
 *
 * const confusion = confusionMatrix([9, 4, 4], [4, 4, 4]);
 * assertEquals([confusion.get(4, 4), confusion.get(4, 9)], [2, 1]);
 * ```
 */
export function confusionMatrix(
  predictions: ArrayLike<number>,
  labels: ArrayLike<number>,
  classes: number = CLASSES,
): Matrix {
  requirePairs("confusionMatrix", predictions, labels);
  requireWhole("classes", classes, 1, 2 ** 8);
  const counts = Array.from({ length: classes }, () => new Array<number>(classes).fill(0));
  for (let j = 0; j < labels.length; j++) {
    for (const digit of [labels[j], predictions[j]]) {
      if (!Number.isInteger(digit) || counts[digit] === undefined) {
        throw new ArgumentError(
          `confusionMatrix expected digits from 0 to ${classes - 1}, but image ${j} has ${
            found(digit)
          }.`,
        );
      }
    }
    counts[labels[j]][predictions[j]]++;
  }
  return Matrix.from(counts);
}

function requirePairs(
  call: string,
  predictions: ArrayLike<number>,
  labels: ArrayLike<number>,
): void {
  for (const [name, list] of Object.entries({ predictions, labels })) {
    requireList(call, name, list);
    if (Array.isArray(list)) requireNumbers(call, name, list);
  }
  if (predictions.length !== labels.length || labels.length === 0) {
    throw new ShapeError(
      `${call} expected one prediction for each label, but found ${predictions.length}` +
        ` predictions and ${labels.length} labels.`,
    );
  }
}

/** Texts would never be equal to numbers: "7" is not 7. */
function requireNumbers(call: string, name: string, list: readonly unknown[]): void {
  const odd = list.findIndex((element) => typeof element !== "number");
  if (odd < 0) return;
  throw new ArgumentError(
    `${call} expected ${name} to be numbers, but ${name}[${odd}] is ${found(list[odd])}.` +
      numbersOfTexts(name, list[odd]),
  );
}
