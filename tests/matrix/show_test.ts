import { assertEquals, assertLess, assertStringIncludes } from "@std/assert";
import fc from "fast-check";
import { Matrix, Pixels, transpose } from "glassnet";
import { showAsHtml, showAsText } from "../../lib/matrix/show.ts";
import { numberText } from "../../lib/matrix/number_text.ts";
import { matrixOf } from "./random_matrix.ts";

const images = Pixels.fromBytes(
  Uint8Array.from({ length: 784 * 30 }, (_, k) => (k % 784) % 256),
).toMatrix();

Deno.test("showAsText() writes whole numbers whole", () => {
  assertEquals(
    showAsText(Matrix.from([[1, 2, 3], [4, 5, -60]])),
    "Matrix 2 x 3\n  1  2    3\n  4  5  -60",
  );
});

Deno.test("showAsText() sets the decimal points below each other", () => {
  assertEquals(
    showAsText(Matrix.from([[0.5, -12.3456], [0, 1e-9]])),
    "Matrix 2 x 2\n  0.50  -12.35\n     0    0.00",
  );
});

Deno.test("showAsText() writes a number that rounds to 0 without a sign", () => {
  assertEquals(showAsText(Matrix.from([[123.4, -0.00001]])), "Matrix 1 x 2\n  123.4  0.0");
});

Deno.test("showAsText() writes very small and very large numbers with an exponent", () => {
  assertEquals(showAsText(Matrix.from([[1.5e-7, -2e-9]])), "Matrix 1 x 2\n  1.500e-7  -2.000e-9");
  assertEquals(showAsText(Matrix.from([[1.25e9, 0.5]])), "Matrix 1 x 2\n  1.250e+9  5.000e-1");
});

Deno.test("showAsText() shows NaN and Infinity", () => {
  assertEquals(showAsText(Matrix.from([[NaN, -Infinity, 1]])), "Matrix 1 x 3\n  NaN  -Infinity  1");
});

Deno.test("showAsText() leaves out the middle and numbers what is left", () => {
  const A = Matrix.from(Array.from({ length: 20 }, (_, i) => [i, -i]));
  assertEquals(showAsText(A).split("\n"), [
    "Matrix 20 x 2",
    "        [0]  [1]",
    "   [0]    0    0",
    "   [1]    1   -1",
    "   [2]    2   -2",
    "   [3]    3   -3",
    "   [4]    4   -4",
    "     ⋮    ⋮    ⋮",
    "  [15]   15  -15",
    "  [16]   16  -16",
    "  [17]   17  -17",
    "  [18]   18  -18",
    "  [19]   19  -19",
  ]);
});

Deno.test("showAsText() shows the middle of images, whose first and last pixels are white", () => {
  const [title, , ...lines] = showAsText(images).split("\n");
  assertEquals(title, "Matrix 784 x 30");
  const shown = lines.map((line) => line.match(/^ +\[(\d+)\]/)?.[1]).filter(Boolean).map(Number);
  assertEquals(shown, [0, 402, 403, 404, 405, 406, 407, 408, 409, 783]);
  const across = showAsText(transpose(images)).split("\n")[1].match(/\d+/g)!.map(Number);
  assertEquals(across, [0, 401, 402, 403, 404, 405, 406, 407, 408, 409, 410, 783]);
});

Deno.test("showAsHtml() and showAsText() never expand the images", () => {
  class Guarded extends Pixels {
    override expand(): Float64Array {
      throw new Error("expanded");
    }
  }
  const { size, starts, indices, bytes } = images.pixels!;
  const X = new Guarded(size, starts, indices, bytes).toMatrix();
  for (const A of [X, transpose(X)]) {
    assertStringIncludes(showAsText(A), A.shape);
    assertStringIncludes(showAsHtml(A), A.shape);
  }
});

Deno.test("showAsText() says every element of a small matrix to 4 digits of the largest", () => {
  fc.assert(fc.property(matrixOf(3, 4), (A) => {
    const most = Math.max(...A.toArray().flat().map(Math.abs));
    const rows = showAsText(A).split("\n").slice(1).map((line) => line.trim().split(/ +/));
    A.toArray().forEach((row, i) =>
      row.forEach((element, j) =>
        assertLess(Math.abs(Number(rows[i][j]) - element), most * 1e-3 + 1e-12)
      )
    );
  }));
});

Deno.test("showAsHtml() shows at most 12 rows and 14 columns, the ellipses among them", () => {
  for (const A of [images, transpose(images), Matrix.zeros(10, 41000), Matrix.zeros(900, 900)]) {
    const html = showAsHtml(A);
    assertLess(html.split("<tr>").length - 2, 13);
    assertLess(html.match(/<thead>.*<\/thead>/)![0].split("<th>").length - 2, 15);
    assertLess(html.length, 9000);
  }
});

Deno.test("showAsHtml() colours by sign and size, white at 0, with dark letters", () => {
  const html = showAsHtml(Matrix.from([[-2, 0, 1, 2, NaN]]));
  const cells = [...html.matchAll(/background:(#\w+);color:(#\w+)">([^<]+)/g)];
  assertEquals(cells.map(([, , , text]) => text), ["-2", "0", "1", "2", "NaN"]);
  assertEquals(cells.map(([, background]) => background), [
    "#5aa0dc",
    "#ffffff",
    "#fac89e",
    "#f5913c",
    "#ff9ecf",
  ]);
  assertEquals(new Set(cells.map(([, , letters]) => letters)), new Set(["#111"]));
});

Deno.test("Matrix shows itself to Jupyter as HTML and text", () => {
  const A = Matrix.from([[1]]) as unknown as Record<symbol, () => Record<string, string>>;
  assertEquals(Object.keys(A[Symbol.for("Jupyter.display")]()), ["text/html", "text/plain"]);
});

Deno.test("showAsText() turns to exponents, decimals and gaps at these limits, not beside them", () => {
  const numbers = (...row: number[]) => showAsText(Matrix.from([row])).split("\n").at(-1)!.trim();
  assertEquals(numbers(1e7, 0.5), "1.000e+7  5.000e-1");
  assertEquals(numbers(9999999, 0.5), "9999999  1");
  assertEquals(numbers(0.001, 0.0005), "0.001000  0.000500");
  assertEquals(numbers(0.000999, 0), "9.990e-4  0");
  assertEquals(numbers(1000, 0.25), "1000  0");
  assertEquals(numbers(999.5, 0.25), "999.5  0.3");
  assertEquals(numbers(1, 0.25), "1.000  0.250");
  assertEquals(
    [1e15, 999999999999999, 1e-4, 0.0000999].map((value) =>
      numberText(value, 4, { whole: true, large: Infinity })
    ),
    [
      "1000000000000000",
      "999999999999999",
      "0.0001",
      "9.99e-5",
    ],
  );
  const gaps = (rows: number, cols: number) =>
    [...showAsText(Matrix.zeros(rows, cols))].filter((sign) => sign === "…").length;
  assertEquals([gaps(1, 12), gaps(1, 13)].map(Boolean), [false, true]);
});
