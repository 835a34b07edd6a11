import { ArgumentError } from "../arguments/argument_error.ts";
import { found } from "../arguments/found.ts";
import { checkIndex, requireOneOf } from "../arguments/require.ts";
import { explainHabits, refuseOperator } from "./habits.ts";
import { type Dtype, dtypeOf, type Values } from "./kernels/format.ts";
import { allocate } from "./kernels/running.ts";
import type { SparseColumns } from "./kernels/sparse_columns.ts";
import { requireRows, requireSizes } from "./require_rows.ts";
import { ShapeError } from "./shape_error.ts";
import { showAsHtml, showAsText } from "./show.ts";

/**
 * A matrix of numbers: `rows` x `cols`, all float64 or all float32.
 *
 * The values lie column by column, so the numbers of one image, which are one column of X, Z1 or
 * A2, are neighbours. A transposed matrix is a view: it copies nothing, and its values lie row by
 * row. In both, element (i, j) is `values[i * rowStride + j * colStride]`.
 *
 * No operation changes a matrix: each makes a new one. The values are not copied, so don't write to
 * them. A matrix shows itself in a notebook as a table with its shape, and in a terminal as a short
 * text.
 *
 * @example
 * ```ts
 * import { Matrix } from "glassnet";
 * import { assertEquals } from "@std/assert";
 *
 * const A = Matrix.from([[1, 2, 3], [4, 5, 6]]);
 * assertEquals([A.rows, A.cols], [2, 3]);
 * assertEquals(A.get(1, 0), 4);
 * assertEquals(A.toArray(), [[1, 2, 3], [4, 5, 6]]);
 * ```
 */
export class Matrix {
  /** The sparse columns, if this is a matrix of images (X) or its transpose. */
  readonly pixels?: SparseColumns;
  readonly #values?: Values;

  /**
   * Wraps values that are already in memory. {@linkcode Matrix.from} and
   * {@linkcode Matrix.zeros} are the everyday ways to make a matrix.
   *
   * @param rows the number of rows
   * @param cols the number of columns
   * @param source the numbers column by column, or images as sparse columns
   * @param isTransposed true if the source is that of the transpose
   * @throws {ShapeError} if a size is not a whole number of at least 1, or the source does not have that many numbers
   * @throws {ArgumentError} if the source is neither of the two
   */
  constructor(
    readonly rows: number,
    readonly cols: number,
    source: Values | SparseColumns,
    readonly isTransposed = false,
  ) {
    requireSizes("new Matrix", rows, cols);
    const length = source instanceof Float64Array || source instanceof Float32Array
      ? (this.#values = source).length
      : (this.pixels = requirePixels(source)).size * source.count;
    if (length !== rows * cols) {
      throw new ShapeError(
        `new Matrix expected ${rows * cols} numbers for ${this.shape}, but found ${length}.`,
      );
    }
  }

  /**
   * The numbers in the order of memory. A matrix of images is expanded anew at every call,
   * in float64: 257 MB for all 41,000, so take a few columns with `selectColumns` if you need this.
   */
  get values(): Values {
    return this.#values ?? this.pixels!.expand();
  }

  /** `"float64"` or `"float32"`; images take the number format of the other matrix. */
  get dtype(): Dtype {
    return this.#values ? dtypeOf(this.#values) : "float64";
  }

  /** How far apart in `values` two neighbours in a column are. */
  get rowStride(): number {
    return this.isTransposed ? this.cols : 1;
  }

  /** How far apart in `values` two neighbours in a row are. */
  get colStride(): number {
    return this.isTransposed ? 1 : this.rows;
  }

  /** The shape as text: `"10 x 784"`. */
  get shape(): string {
    return `${this.rows} x ${this.cols}`;
  }

  /**
   * The number in row `i`, column `j`, both counted from 0.
   *
   * @throws {ArgumentError} if there is no such row or column
   */
  get(i: number, j: number): number {
    checkIndex("row", i, this.rows, this.shape);
    checkIndex("column", j, this.cols, this.shape);
    if (this.#values) return this.#values[i * this.rowStride + j * this.colStride];
    return this.isTransposed ? this.pixels!.get(j, i) : this.pixels!.get(i, j);
  }

  /** The numbers as an array of rows. */
  toArray(): number[][] {
    const { values, rowStride, colStride, cols } = this;
    return Array.from({ length: this.rows }, (_, i) => {
      const row: number[] = new Array(cols);
      for (let j = 0; j < cols; j++) row[j] = values[i * rowStride + j * colStride];
      return row;
    });
  }

  /**
   * A matrix from an array of rows.
   *
   * @throws {ShapeError} if the rows have different lengths, or there are none
   * @throws {ArgumentError} if an element is not a number
   *
   * @example
   * ```ts
   * import { Matrix } from "glassnet";
   * import { assertThrows } from "@std/assert";
   *
   * assertThrows(() => Matrix.from([[1, 2], [3]]), Error, "row 1 has 1");
   * ```
   */
  static from(rows: readonly ArrayLike<number>[], dtype: Dtype = "float64"): Matrix {
    requireRows(rows);
    requireOneOf("Matrix.from's dtype", dtype, "float64", "float32");
    const cols = rows[0].length;
    const values = allocate(dtype, rows.length * cols);
    for (let i = 0; i < rows.length; i++) {
      for (let j = 0; j < cols; j++) values[i + j * rows.length] = rows[i][j];
    }
    return new Matrix(rows.length, cols, values);
  }

  /**
   * A matrix of zeros.
   *
   * @throws {ShapeError} if a size is not a whole number of at least 1
   */
  static zeros(rows: number, cols: number, dtype: Dtype = "float64"): Matrix {
    requireSizes("Matrix.zeros", rows, cols);
    requireOneOf("Matrix.zeros's dtype", dtype, "float64", "float32");
    return new Matrix(rows, cols, allocate(dtype, rows * cols).fill(0));
  }

  /** What Jupyter shows: a heat-mapped table with the shape above it. */
  [Symbol.for("Jupyter.display")](): Record<string, string> {
    return { "text/html": showAsHtml(this), "text/plain": showAsText(this) };
  }

  /** The matrix in a text, as in `${A}`. Operators such as `A + B` and `2 * A` say what to write. */
  [Symbol.toPrimitive](hint: string): string {
    return hint === "string" ? showAsText(this) : refuseOperator(hint);
  }

  /** A short text of the matrix. */
  toString(): string {
    return showAsText(this);
  }

  /** The rows: what `JSON.stringify` writes. */
  toJSON(): number[][] {
    return this.toArray();
  }

  /** What `console.log` shows in Deno. */
  [Symbol.for("Deno.customInspect")](): string {
    return showAsText(this);
  }
}

explainHabits(Matrix.prototype);

function requirePixels(source: SparseColumns): SparseColumns {
  if (typeof source?.expand === "function") return source;
  throw new ArgumentError(
    `new Matrix expected a Float64Array, a Float32Array or Pixels, but found ${found(source)}. ` +
      "Matrix.from(...) makes a matrix of an array of rows.",
  );
}
