import { ArgumentError } from "../arguments/argument_error.ts";
import { found } from "../arguments/found.ts";
import { optionsOf } from "../arguments/options.ts";
import { requireObject } from "../arguments/require.ts";
import { blue, green, orange } from "../display/colors.ts";
import { meaningOf, type Sizes } from "../display/symbols.ts";
import type { Matrix } from "../matrix/matrix.ts";
import { requireMatrix } from "../matrix/require_matrix.ts";
import {
  type Figure,
  figure,
  type FigureOptions,
  hiddenAxis,
  ink,
  type Note,
  note,
} from "./figure.ts";

/**
 * An equation with its matrices drawn as rectangles. The sides are lettered with their sizes; sides
 * that count the same thing have the same color, which shows which sizes must agree. Where two sizes of
 * a product, a sum or a difference don't agree, both sides are red and the mark says so. A length
 * grows with the logarithm of the size: ten times as many are drawn only a little longer.
 *
 * @param equation the equation as it is written in the notebooks, such as `"Z1 = W1 X + b1"` or
 * `"dW1 = 1/m dZ1 X^T"`
 * @param matrices the matrices by their symbols; what is not among them is drawn as text
 * @throws {ArgumentError} if no matrix occurs in the equation
 *
 * @example
 * ```ts
 * import { initParameters, Matrix, matmul, shapePicture } from "glassnet";
 * import { assertEquals } from "@std/assert";
 *
 * const { W1 } = initParameters();
 * const X = Matrix.zeros(784, 5);
 * const figure = shapePicture("Z1 = W1 X", { Z1: matmul(W1, X), W1, X });
 * assertEquals(
 *   figure.layout.meta.alt,
 *   "Shapes in Z1 = W1 X: Z1 is 10 x 5, W1 is 10 x 784, X is 784 x 5.",
 * );
 * ```
 */
export function shapePicture(
  equation: string,
  matrices: Record<string, Matrix>,
  options: FigureOptions = {},
): Figure {
  const { title } = optionsOf("shapePicture", options, { title: undefined });
  requireObject("shapePicture", "the matrices as an object, such as { Z1, W1, X }", matrices);
  for (const A of Object.values(matrices)) requireMatrix("shapePicture", A);
  if (typeof equation !== "string") {
    throw new ArgumentError(
      `shapePicture expected an equation as text, but found ${found(equation)}.`,
    );
  }
  const parts = split(equation, matrices);
  const boxes = parts.filter((part) => typeof part !== "string");
  if (boxes.length === 0) {
    throw new ArgumentError(
      `shapePicture expected an equation with at least one of ${
        Object.keys(matrices).join(", ") || "the matrices"
      }, but found "${equation}".`,
    );
  }
  const clashes = clashesOf(parts);
  const height = Math.max(...boxes.map(({ rows }) => length(rows.size)));
  const shapes: Shape[] = [];
  const annotations: Note[] = [];
  let x = 10;
  for (const part of parts) {
    const clash = clashes.find(({ before }) => before === part);
    if (clash) {
      const words = `${clash.sizes[0]} ≠ ${clash.sizes[1]}`;
      const width = 24 + words.length * 9;
      annotations.push(note(`<b>${words}</b>`, x + width / 2, 0, 17, { color: clashColor }));
      x += width;
    }
    if (typeof part === "string") {
      const width = 12 + part.length * 9;
      annotations.push(note(part, x + width / 2, 0, 18));
      x += width;
    } else {
      shapes.push(...rectangle(part, x + labelWidth));
      annotations.push(...letters(part, x + labelWidth));
      x += labelWidth + length(part.columns.size) + 8;
    }
  }

  const margin = { l: 10, r: 10, t: 44, b: 10 };
  const room = { above: 30, below: 34 };
  const width = Math.max(x + 10, 440);
  return figure(
    {
      title: title ?? raised(equation),
      alt: `Shapes in ${equation}: ` +
        boxes.map(({ name, rows, columns }) => `${name} is ${rows.size} x ${columns.size}`)
          .join(", ") +
        "." + clashes.map(({ sizes: [a, b] }) => ` They clash: ${a} is not ${b}.`).join(""),
    },
    [{ type: "scatter", x: [], y: [] }],
    {
      width: width + margin.l + margin.r,
      height: height + room.above + room.below + margin.t + margin.b,
      margin,
      xaxis: hiddenAxis([0, width]),
      yaxis: hiddenAxis([-height / 2 - room.below, height / 2 + room.above]),
      shapes,
      annotations,
    },
  );
}

type Shape = NonNullable<Figure["layout"]["shapes"]>[number];

/** One side of a matrix: how many, and the color of what it counts. */
interface Side {
  size: number;
  color: string;
}

interface Box {
  name: string;
  rows: Side;
  columns: Side;
}

const labelWidth = 48;

const colors: Record<keyof Sizes | 1, string> = {
  inputs: blue,
  hidden: green,
  classes: orange,
  images: "#a8518a",
  1: ink,
};

/** For sides that should be the same size and are not. */
const clashColor = "#c62828";

/** Two sizes that should be one, and the matrix that the second belongs to. */
interface Clash {
  sizes: [number, number];
  before: Box;
}

/**
 * Finds what does not fit: in a product, the columns of the left matrix and the rows of the right one; in a
 * sum or difference, both sizes, unless the right side is a single column, which is repeated. The
 * sides that clash get the color of a clash.
 */
function clashesOf(parts: (string | Box)[]): Clash[] {
  const clashes: Clash[] = [];
  const compare = (a: Side, b: Side, before: Box) => {
    if (a.size === b.size) return;
    a.color = b.color = clashColor;
    clashes.push({ sizes: [a.size, b.size], before });
  };
  let left: Box | undefined;
  let sign = "";
  for (const part of parts) {
    if (typeof part === "string") {
      sign += part;
      continue;
    }
    if (left && sign === "") {
      compare(left.columns, part.rows, part);
      // From here on the product stands for both.
      left = { name: "", rows: left.rows, columns: part.columns };
    } else if (left && /^[+-]/.test(sign)) {
      compare(left.rows, part.rows, part);
      if (part.columns.size !== 1) compare(left.columns, part.columns, part);
    } else left = part;
    sign = "";
  }
  return clashes;
}

/** The equation as texts and matrices, in order; `X^T` is X with its sides swapped. */
function split(equation: string, matrices: Record<string, Matrix>): (string | Box)[] {
  const parts: (string | Box)[] = [];
  for (
    const [, word, transposed] of equation.matchAll(
      /([A-Za-z]+\d?|[^A-Za-z]+?(?=[A-Za-z]|$))(\^T)?/g,
    )
  ) {
    const A = Object.hasOwn(matrices, word) ? matrices[word] : undefined;
    if (!A) {
      const last = parts.length - 1;
      if (typeof parts[last] === "string") parts[last] += word;
      else parts.push(word);
      continue;
    }
    const meaning = meaningOf(word);
    const rows = { size: A.rows, color: meaning ? colors[meaning.rows] : ink };
    const columns = { size: A.cols, color: meaning ? colors[meaning.columns] : ink };
    parts.push(
      transposed
        ? { name: `${word}^T`, rows: columns, columns: rows }
        : { name: word, rows, columns },
    );
  }
  return parts.map((part) => typeof part === "string" ? part.trim() : part).filter(Boolean);
}

/** X^T with its T raised, as Plotly writes it. */
function raised(words: string): string {
  return words.replaceAll("^T", "<sup>T</sup>");
}

/** How long a side is drawn, in screen pixels. */
function length(size: number): number {
  return Math.round(14 + 26 * Math.log10(size));
}

/** A matrix with its left side at x, centred on 0: four sides in the colors of what they count. */
function rectangle({ rows, columns }: Box, x: number): Shape[] {
  const [left, right] = [x, x + length(columns.size)];
  const [top, bottom] = [length(rows.size) / 2, -length(rows.size) / 2];
  return [
    {
      type: "rect",
      x0: left,
      x1: right,
      y0: bottom,
      y1: top,
      fillcolor: "#f3f3f3",
      line: { width: 0 },
    },
    line(left, top, left, bottom, rows.color),
    line(right, top, right, bottom, rows.color),
    line(left, top, right, top, columns.color),
    line(left, bottom, right, bottom, columns.color),
  ];
}

/** Its sizes at the left and above, and its name inside, or below if it is too narrow. */
function letters({ name, rows, columns }: Box, x: number): Note[] {
  const width = length(columns.size);
  const middle = x + width / 2;
  const top = length(rows.size) / 2;
  const inside = width >= name.length * 11;
  return [
    note(`${rows.size}`, x - 5, 0, 15, { color: rows.color, xanchor: "right" }),
    note(`${columns.size}`, middle, top + 2, 15, { color: columns.color, yanchor: "bottom" }),
    note(`<b>${raised(name)}</b>`, middle, inside ? 0 : -top - 2, 17, {
      yanchor: inside ? "middle" : "top",
    }),
  ];
}

function line(x0: number, y0: number, x1: number, y1: number, color: string): Shape {
  return { type: "line", x0, y0, x1, y1, line: { color, width: 4 } };
}
