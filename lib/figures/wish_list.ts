import { optionsOf } from "../arguments/options.ts";
import { requireWhole } from "../arguments/require.ts";
import { requireMatrix } from "../matrix/require_matrix.ts";
import type { Matrix } from "../matrix/matrix.ts";
import { blue, orange } from "../display/colors.ts";
import { axis, type Figure, figure, ink } from "./figure.ts";

/** Which column is drawn, and under which title. */
export interface WishListOptions {
  /**
   * The image: a column of the gradient.
   *
   * @default 0
   */
  column?: number;
  /**
   * What stands above the arrows.
   *
   * @default "What one image asks of each digit's sum"
   */
  title?: string;
}

/**
 * What one image asks of the sums in Z2: an arrow for each digit, up where its sum should grow and down
 * where it should shrink. An arrow is minus a number of the column of dZ2, since a step goes
 * against the gradient.
 *
 * @param gradient dZ2, or another gradient with a row for each digit
 * @throws {ArgumentError} if the gradient is not a Matrix, or has no such column
 *
 * @example
 * ```ts
 * import { Matrix, wishList } from "glassnet";
 * import { assertStringIncludes } from "@std/assert";
 *
 * const figure = wishList(Matrix.from([[0.2], [-0.9], [0.7]]));
 * assertStringIncludes(figure.layout.meta.alt, "1: up 0.9");
 * ```
 */
export function wishList(gradient: Matrix, options: WishListOptions = {}): Figure {
  requireMatrix("wishList", gradient);
  const { column, title } = optionsOf("wishList", options, {
    column: 0,
    title: "What one image asks of each digit's sum",
  });
  requireWhole("column", column, 0, gradient.cols - 1);
  const wishes = gradient.toArray().map((row) => Number((-row[column]).toPrecision(4)));
  const digits = wishes.map((_, digit) => digit);
  const colors = wishes.map((wish) => wish >= 0 ? blue : orange);
  const most = Math.max(...wishes.map(Math.abs), 1e-9);
  return figure({
    title,
    alt: `${title}. ` + wishes.map((wish, digit) =>
      `${digit}: ${wish >= 0 ? "up" : "down"} ${Number(Math.abs(wish).toPrecision(3))}`
    ).join(", ") + ".",
  }, [{
    type: "scatter",
    mode: "text",
    x: digits,
    y: wishes,
    text: wishes.map((wish) =>
      Math.abs(wish) < 0.005 ? "0" : wish.toFixed(2).replace("-", "−")
    ),
    textposition: wishes.map((wish) => wish >= 0 ? "top center" : "bottom center"),
    textfont: { size: 14, color: ink },
    hoverinfo: "skip",
  }], {
    width: 760,
    height: 380,
    showlegend: false,
    xaxis: axis("digit", { dtick: 1, range: [-0.6, wishes.length - 0.4], zeroline: false }),
    yaxis: axis("wish, −dZ2", {
      range: [-1.35 * most, 1.35 * most],
      zeroline: true,
      zerolinecolor: "#5c5c5c",
    }),
    annotations: digits.map((digit) => ({
      x: digit,
      y: wishes[digit],
      ax: digit,
      ay: 0,
      axref: "x" as const,
      ayref: "y" as const,
      text: "",
      arrowhead: 2,
      arrowwidth: 3,
      arrowsize: 0.7,
      arrowcolor: colors[digit],
    })),
  });
}
