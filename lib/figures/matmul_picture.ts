import { optionsOf } from "../arguments/options.ts";
import { requireWhole } from "../arguments/require.ts";
import { matmul } from "../matrix/matmul.ts";
import type { Matrix } from "../matrix/matrix.ts";
import { numberText } from "../matrix/number_text.ts";
import { blue, green, orange } from "../display/colors.ts";
import { type Figure, figure, hiddenAxis, ink } from "./figure.ts";

/** Which number of the product is explained. */
export interface MatmulPictureOptions {
  /**
   * The row of A.
   *
   * @default 0
   */
  row?: number;
  /**
   * The column of B.
   *
   * @default 0
   */
  column?: number;
  /**
   * What stands above the picture.
   *
   * @default "Row 0 of A and column 0 of B make (AB)[0, 0]", with the chosen row and column
   */
  title?: string;
}

/**
 * A product of two small matrices, drawn so that each number of AB is where its row of A and its column
 * of B meet: B is above AB, and A is to the left of it.
 *
 * @param A the left matrix, with at most 6 rows and columns
 * @param B the right matrix, with at most 6 rows and columns
 * @throws {ShapeError} if the shapes do not fit
 * @throws {ArgumentError} if a matrix is larger, or there is no such row or column
 *
 * @example
 * ```ts
 * import { Matrix, matmulPicture } from "glassnet";
 * import { assertStringIncludes } from "@std/assert";
 *
 * const figure = matmulPicture(Matrix.from([[1, 2]]), Matrix.from([[3], [4]]));
 * assertStringIncludes(figure.layout.meta.alt, "1 times 3 plus 2 times 4 is 11");
 * ```
 */
export function matmulPicture(
  A: Matrix,
  B: Matrix,
  options: MatmulPictureOptions = {},
): Figure {
  const { row, column, title: given } = optionsOf("matmulPicture", options, {
    row: 0,
    column: 0,
    title: undefined,
  });
  const AB = matmul(A, B);
  requireWhole("row", row, 0, A.rows - 1);
  requireWhole("column", column, 0, B.cols - 1);
  requireWhole("the longest side", Math.max(A.rows, A.cols, B.cols), 1, 6);
  const title = given ??
    `Row ${row} of A and column ${column} of B make (AB)[${row}, ${column}]`;
  const terms = Array.from(
    { length: A.cols },
    (_, k) => `${numberText(A.get(row, k))} times ${numberText(B.get(k, column))}`,
  );
  const gap = 0.6;
  // x to the right and y down, in cells; the product's corner is at 0, 0.
  const cells = [
    { name: "A", matrix: A, x: -A.cols - gap, y: 0, color: blue, isOn: (i: number) => i === row },
    {
      ...{ name: "B", matrix: B, x: 0, y: -B.rows - gap, color: orange },
      isOn: (_: number, j: number) => j === column,
    },
    {
      ...{ name: "AB", matrix: AB, x: 0, y: 0, color: green },
      isOn: (i: number, j: number) => i === row && j === column,
    },
  ];
  const width = A.cols + gap + B.cols;
  const height = B.rows + gap + A.rows;
  const size = Math.min(58, 480 / Math.max(width, height));
  return figure(
    {
      title,
      alt: `${title}: ${terms.join(" plus ")} is ${numberText(AB.get(row, column))}.`,
    },
    [{ type: "scatter", x: [], y: [] }],
    {
      showlegend: false,
      width: Math.max(480, Math.round(size * width + 80)),
      height: Math.round(size * height + 100),
      margin: { l: 40, r: 20, t: 70, b: 16 },
      xaxis: hiddenAxis([-A.cols - gap - 0.6, B.cols + 0.2]),
      yaxis: { ...hiddenAxis([A.rows + 0.2, -B.rows - gap - 0.2]), scaleanchor: "x" },
      shapes: cells.flatMap(({ matrix, x, y, color, isOn }) =>
        matrix.toArray().flatMap((numbers, i) =>
          numbers.map((_, j) => ({
            type: "rect" as const,
            ...{ x0: x + j, x1: x + j + 1, y0: y + i, y1: y + i + 1 },
            line: { color: "#b4b4b4", width: 1 },
            fillcolor: isOn(i, j) ? color : "#ffffff",
            opacity: isOn(i, j) ? 0.3 : 1,
            layer: "below" as const,
          }))
        )
      ),
      annotations: cells.flatMap(({ name, matrix, x, y, isOn }) => [
        ...matrix.toArray().flatMap((numbers, i) =>
          numbers.map((value, j) =>
            letters(
              x + j + 0.5,
              y + i + 0.5,
              isOn(i, j) ? `<b>${numberText(value)}</b>` : numberText(value),
            )
          )
        ),
        name === "B"
          ? letters(x - 0.35, y + matrix.rows / 2, `<b>${name}</b>`)
          : letters(x - 0.3, y + matrix.rows / 2, name === "A" ? `<b>${name}</b>` : ""),
      ]),
    },
  );
}

function letters(x: number, y: number, text: string) {
  return { x, y, text, showarrow: false, font: { size: 17, color: ink } };
}
