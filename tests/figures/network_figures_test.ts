import { assertAlmostEquals, assertEquals, assertStringIncludes, assertThrows } from "@std/assert";
import fc from "fast-check";
import {
  architecture,
  ArgumentError,
  initParameters,
  Matrix,
  ShapeError,
  shapePicture,
  softmaxBars,
  weightImages,
} from "glassnet";

const { W1, b1 } = initParameters();

Deno.test("architecture() names every matrix with its shape", () => {
  const texts = (options = {}) =>
    architecture(options).layout.annotations!.map(({ text }) => text).join("\n");
  for (const shape of ["<b>X</b>  784 x m", "<b>W1</b>  10 x 784", "<b>b2</b>  10 x 1"]) {
    assertStringIncludes(texts(), shape);
  }
  assertStringIncludes(texts({ hidden: 128, images: 41000 }), "<b>A1</b>  128 x 41000");
});

Deno.test("architecture() draws one circle a unit up to 10 units, and 10 for more", () => {
  const circles = (hidden: number) =>
    (architecture({ hidden }).data[3] as { x: unknown[] }).x.length;
  assertEquals([1, 3, 10, 11, 128].map(circles), [1, 3, 10, 10, 10]);
});

Deno.test("weightImages() shows each row of W1 as a picture", () => {
  const { data, layout } = weightImages(W1, { units: [7] });
  const z = (data[0] as { z: number[][] }).z;
  const { x0, y0 } = layout.shapes![0];
  for (const p of [0, 27, 28, 405, 783]) {
    const cell = z[Number(y0) + 0.5 + Math.floor(p / 28)][Number(x0) + 0.5 + p % 28];
    assertAlmostEquals(cell, W1.get(7, p), 1e-3);
  }
});

Deno.test("weightImages() throws if there are not 784 columns or a unit is missing", () => {
  assertThrows(
    () => weightImages(b1),
    ShapeError,
    "784 columns, one for each pixel, but found 10 x 1",
  );
  assertThrows(() => weightImages(W1, { units: [10] }), ArgumentError, "There is no row 10");
});

Deno.test("softmaxBars() shows probabilities that sum to 1", () => {
  fc.assert(fc.property(
    fc.array(fc.double({ min: -50, max: 50, noNaN: true }), { minLength: 1, maxLength: 10 }),
    (z) => {
      const right = softmaxBars(z).data[1] as { x: number[] };
      assertAlmostEquals(right.x.reduce((sum, p) => sum + p, 0), 1, 1e-3);
    },
  ));
});

Deno.test("softmaxBars() throws if a sum is not finite", () => {
  assertThrows(() => softmaxBars([1, NaN]), ArgumentError, "found [1, NaN]");
  assertThrows(() => softmaxBars([]), ArgumentError, "finite numbers");
});

Deno.test("shapePicture() draws the matrices in the order of the equation, transposed ones too", () => {
  const X = Matrix.zeros(784, 41);
  const dZ1 = Matrix.zeros(10, 41);
  const { layout } = shapePicture("dW1 = 1/m dZ1 X^T", { dW1: W1, dZ1, X });
  assertEquals(
    layout.meta.alt,
    "Shapes in dW1 = 1/m dZ1 X^T: dW1 is 10 x 784, dZ1 is 10 x 41, X^T is 41 x 784.",
  );
  const words = layout.annotations!.map(({ text }) => text);
  assertStringIncludes(words.join(" "), "= 1/m");
  assertEquals(layout.shapes!.filter(({ type }) => type === "rect").length, 3);
});

Deno.test("shapePicture() gives sides that count the same thing the same color", () => {
  const { layout } = shapePicture("W1 X", { W1, X: Matrix.zeros(784, 784) });
  const colors = layout.annotations!.filter(({ text }) => text === "784")
    .map(({ font }) => font?.color);
  // W1's columns and X's rows count pixels, X's columns count images.
  assertEquals(colors[0], colors[1]);
  assertEquals(colors[1] === colors[2], false);
});

Deno.test("shapePicture() marks sizes that clash: both sides and the sign between them in red, and in words", () => {
  const red = "#c62828";
  const marks = (equation: string, matrices: Record<string, Matrix>) => {
    const { annotations, meta } = shapePicture(equation, matrices).layout;
    return {
      red: annotations!.filter(({ font }) => font?.color === red).map(({ text }) => text),
      words: meta.alt.match(/They clash: .*?\./g) ?? [],
    };
  };
  const X = Matrix.zeros(784, 41);
  assertEquals(marks("W1 X", { W1, X }), { red: [], words: [] });
  assertEquals(marks("W1 X", { W1: Matrix.zeros(10, 10), X }), {
    red: ["10", "<b>10 ≠ 784</b>", "784"],
    words: ["They clash: 10 is not 784."],
  });
  // A column is repeated, as add does it.
  const Z1 = Matrix.zeros(10, 41);
  assertEquals(marks("Z1 + b1", { Z1, b1 }), { red: [], words: [] });
  assertEquals(marks("Z1 - W1", { Z1, W1 }).words, ["They clash: 41 is not 784."]);
});

Deno.test("shapePicture() throws if the equation names no matrix", () => {
  assertThrows(() => shapePicture("E = m c^2", { W1 }), ArgumentError, "at least one of W1");
});
