import { ArgumentError } from "../arguments/argument_error.ts";
import { optionsOf } from "../arguments/options.ts";
import { requireObject, requireWhole } from "../arguments/require.ts";
import { requireMatrix } from "../matrix/require_matrix.ts";
import {
  expectedShape,
  impliedSizes,
  isPerImage,
  type MatrixSymbol,
  meanings,
  type Sizes,
  symbols,
} from "../display/symbols.ts";
import type { Matrix } from "../matrix/matrix.ts";
import type { Displayable } from "../display/displayable.ts";
import { table } from "./table.ts";

/**
 * The table of shapes: for each matrix its symbol, the shape that it should have with m for the
 * number of images, the same with the actual number, and the shape that it has. A matrix with
 * another shape is marked.
 *
 * @param matrices by their symbols: X, W1, b1, Z1, A1, W2, b2, Z2, A2, Y and the gradients
 * @param sizes the sizes; those of X, W1, W2 and Y if they are left out
 * @throws {ArgumentError} if a symbol is not one of these, or there is none
 *
 * @example
 * ```ts
 * import { initParameters, Matrix, shapeTable } from "glassnet";
 * import { assertStringIncludes } from "@std/assert";
 *
 * const { W1 } = initParameters();
 * const table = shapeTable({ W1, dW1: Matrix.zeros(10, 10) });
 * assertStringIncludes(table.bundle["text/plain"], "no: it is 10 x 10");
 * ```
 */
export function shapeTable(
  matrices: Partial<Record<MatrixSymbol, Matrix>>,
  sizes: Partial<Sizes> = {},
): Displayable {
  requireObject("shapeTable", "the matrices as an object, such as { W1, X }", matrices);
  for (const [symbol, A] of Object.entries(matrices)) {
    if (!symbols.includes(symbol as MatrixSymbol)) {
      throw new ArgumentError(
        `shapeTable expected the symbols ${symbols.join(", ")}, but found ${symbol}.`,
      );
    }
    requireMatrix("shapeTable", A);
  }
  const actual = optionsOf("shapeTable's sizes", sizes, impliedSizes(matrices));
  for (const [name, size] of Object.entries(sizes)) requireWhole(name, size, 1, 1e9);
  const given = symbols.filter((symbol) => matrices[symbol]);
  return table(
    given.map((symbol) => {
      const meaning = meanings[symbol];
      const expected = expectedShape(meaning, actual);
      const found = matrices[symbol]!.shape;
      return {
        matrix: symbol,
        "what it holds": meaning.what,
        "in symbols": expectedShape(meaning, { ...actual, images: "m" }),
        "in numbers": expected,
        "as expected": found === expected ? "yes" : `no: it is ${found}`,
      };
    }),
    {
      caption: given.some(isPerImage) ? `m = ${actual.images} images` : "",
      marked: (row) => row["as expected"] !== "yes",
    },
  );
}
