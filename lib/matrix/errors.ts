/** Something that a matrix function was given is not what it works on. */
export class MatrixError extends TypeError {
  override name = "MatrixError";
}

/** The shapes of two matrices, or of the rows of one, do not fit together. */
export class ShapeError extends MatrixError {
  override name = "ShapeError";
}

/** Throws where `i` is not one of `size` indices that count from 0. */
export function checkIndex(what: string, i: number, size: number, shape: string): void {
  if (!Number.isInteger(i) || i < 0 || i >= size) {
    throw new RangeError(
      `There is no ${what} ${i} in a ${shape} matrix: expected a whole number from 0 to ${
        size - 1
      }.`,
    );
  }
}

/** Throws where an argument is not a matrix, and says what it was. */
export function requireMatrix(call: string, ...args: unknown[]): void {
  args.forEach((arg, position) => {
    if (typeof arg !== "object" || arg === null || !("rowStride" in arg)) {
      const found = arg === null ? "null" : Array.isArray(arg) ? "an array" : `${typeof arg}`;
      const hint = Array.isArray(arg) ? " Matrix.from(...) makes one of an array of rows." : "";
      throw new MatrixError(
        `${call} expected a Matrix as argument ${position + 1}, but found ${found}.${hint}`,
      );
    }
  });
}
