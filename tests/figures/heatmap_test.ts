import { assertEquals, assertStringIncludes, assertThrows } from "@std/assert";
import { ArgumentError, type Figure, heatmap, Matrix } from "glassnet";
import { someDigits } from "./some_digits.ts";

const trace = ({ data }: Figure) =>
  data[0] as { z: (number | null)[][]; zmin: number; zmax: number; texttemplate: string };

Deno.test("heatmap() centres signed numbers on 0 and colors the largest of either side most", () => {
  for (const numbers of [[-1, 3], [-5, 1], [-5, -1], [-5, 0]]) {
    const { zmin, zmax } = trace(heatmap(Matrix.from([numbers])));
    const most = Math.max(...numbers.map(Math.abs));
    assertEquals([zmin, zmax], [-most, most]);
  }
});

Deno.test("heatmap() starts at 0 if no number is negative", () => {
  const { zmin, zmax } = trace(heatmap(Matrix.from([[0, 3], [0.5, 2]])));
  assertEquals([zmin, zmax], [0, 3]);
});

Deno.test("heatmap() draws a matrix of zeros", () => {
  const { zmin, zmax } = trace(heatmap(Matrix.zeros(2, 2)));
  assertEquals([zmin, zmax], [0, 1]);
});

Deno.test("heatmap() gives a matrix of zeros and ones a legend of two entries in place of a scale", () => {
  const { colorbar, colorscale } = heatmap(Matrix.from([[0, 1], [1, 1]])).data[0] as {
    colorbar: { ticktext?: string[]; tickvals?: number[] };
    colorscale: [number, string][];
  };
  assertEquals(colorbar.ticktext, ["0", "1"]);
  assertEquals(new Set(colorscale.map(([, color]) => color)).size, 2);
  const [{ colorbar: scale }] = heatmap(Matrix.from([[0, 2]])).data as {
    colorbar: { ticktext?: string[] };
  }[];
  assertEquals(scale.ticktext, undefined);
});

Deno.test("heatmap() rounds to 4 significant digits and leaves a gap for one that is not finite", () => {
  const figure = heatmap(Matrix.from([[0.123456, NaN, Infinity, -2]]));
  assertEquals(trace(figure).z, [[0.1235, null, null, -2]]);
  assertStringIncludes(figure.layout.meta.alt, "and 2 are not finite");
});

Deno.test("heatmap() shows all of a 10 x 784 matrix, and the first columns of a wider one", () => {
  assertEquals(trace(heatmap(Matrix.zeros(10, 784))).z[0].length, 784);
  const wide = heatmap(Matrix.zeros(10, 41000), { symbol: "Z1" });
  assertEquals(trace(wide).z[0].length, 60);
  assertEquals(wide.layout.title?.text, "Z1, 10 x 41000: the first 60 of 41,000 columns");
  assertEquals(trace(heatmap(Matrix.zeros(10, 41000), { columns: 5 })).z[0].length, 5);
});

Deno.test("heatmap() keeps images as bytes", () => {
  const { X } = someDigits(50);
  const { z, zmax } = trace(heatmap(X, { symbol: "X" }));
  assertEquals([z.length, z[0].length, zmax], [784, 40, 255]);
  assertEquals(z.map((row) => row[3]), [...X.pixels!.image(3)]);
});

Deno.test("heatmap() names the axes by the symbol", () => {
  const { xaxis, yaxis } = heatmap(Matrix.zeros(10, 4), { symbol: "dZ1" }).layout;
  assertEquals([xaxis?.title?.text, yaxis?.title?.text], ["image", "hidden unit"]);
  const plain = heatmap(Matrix.zeros(10, 4), { symbol: "Q" }).layout;
  assertEquals([plain.xaxis?.title?.text, plain.yaxis?.title?.text], ["column", "row"]);
  assertEquals(plain.xaxis?.showticklabels, undefined);
  const single = heatmap(Matrix.zeros(10, 1), { symbol: "db2" }).layout;
  assertEquals([single.xaxis?.title?.text, single.xaxis?.showticklabels], ["", false]);
});

Deno.test("heatmap() writes whole numbers whole, and the numbers only if there is room", () => {
  assertEquals(trace(heatmap(Matrix.from([[1, 0], [0, 1]]))).texttemplate, "%{z}");
  assertEquals(trace(heatmap(Matrix.from([[0.5]]))).texttemplate, "%{z:.3f}");
  assertEquals(trace(heatmap(Matrix.from([[0.008]]))).texttemplate, "%{z:.5f}");
  assertEquals(trace(heatmap(Matrix.from([[0.0005]]))).texttemplate, "%{z:.1e}");
  assertEquals(trace(heatmap(Matrix.zeros(10, 60))).texttemplate, "");
});

Deno.test("heatmap() throws if A is no matrix, holds no finite number, or has not so many columns", () => {
  assertThrows(() => heatmap([[1]] as unknown as Matrix), ArgumentError, "expected a Matrix");
  assertThrows(() => heatmap(Matrix.from([[NaN]])), ArgumentError, "no finite number");
  assertThrows(
    () => heatmap(Matrix.zeros(2, 3), { columns: 4 }),
    ArgumentError,
    "columns to be a whole number from 1 to 3 for a 2 x 3 matrix, but found 4",
  );
  assertThrows(() => heatmap(Matrix.zeros(2, 3), { columns: 0 }), ArgumentError, "found 0");
  assertThrows(
    () => heatmap(Matrix.zeros(784, 100), { columns: 100 }),
    ArgumentError,
    "more make the notebook too large",
  );
});
