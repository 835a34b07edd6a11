import { assertEquals, assertThrows } from "@std/assert";
import fc from "fast-check";
import { ArgumentError, digitMosaic, type Figure, Matrix, ShapeError } from "glassnet";
import { someDigits } from "./some_digits.ts";

const digits = someDigits(30);

Deno.test("digitMosaic() keeps every pixel of every image at its place", () => {
  fc.assert(
    fc.property(
      fc.array(fc.nat(29), { minLength: 1, maxLength: 12 }),
      fc.integer({ min: 1, max: 12 }),
      (images, columns) => {
        const figure = digitMosaic(digits, { images, columns });
        assertEquals(tilesOf(figure), images.map((j) => [...digits.X.pixels!.image(j)]));
      },
    ),
    { numRuns: 20 },
  );
});

Deno.test("digitMosaic() is one heat map with a caption for each image", () => {
  const { data, layout } = digitMosaic(digits, { images: [4, 2], captions: ["four", "two"] });
  assertEquals(data.map(({ type }) => type), ["heatmap"]);
  assertEquals(layout.annotations?.map(({ text }) => text), ["four", "two"]);
});

Deno.test("digitMosaic() writes the labels, or the numbers of the images if there are none", () => {
  const texts = ({ layout }: Figure) => layout.annotations?.map(({ text }) => text);
  assertEquals(texts(digitMosaic(digits, { images: [13] })), ["3"]);
  assertEquals(
    texts(digitMosaic({ X: digits.X, count: digits.count }, { images: [13] })),
    ["image 13"],
  );
});

Deno.test("digitMosaic() shows the first 20 by default", () => {
  assertEquals(digitMosaic(digits).layout.annotations?.length, 20);
  assertEquals(digitMosaic(someDigits(3)).layout.annotations?.length, 3);
});

Deno.test("digitMosaic() throws if an image or a caption is missing, or X holds no images", () => {
  assertThrows(
    () => digitMosaic(digits, { images: [30] }),
    ArgumentError,
    "There is no image 30: expected a whole number from 0 to 29",
  );
  assertThrows(() => digitMosaic(digits, { images: [-1] }), ArgumentError, "no image -1");
  assertThrows(() => digitMosaic(digits, { images: [0.5] }), ArgumentError, "no image 0.5");
  assertThrows(() => digitMosaic(digits, { images: [] }), ArgumentError, "at least one image");
  assertThrows(
    () => digitMosaic(digits, { images: [1, 2], captions: ["one"] }),
    ArgumentError,
    "a caption for each of the 2 images, but found 1",
  );
  assertThrows(
    () => digitMosaic({ X: Matrix.zeros(10, 5), count: 5 }),
    ShapeError,
    "columns of 784 pixels, but found a 10 x 5 matrix",
  );
  assertThrows(() => digitMosaic(digits, { columns: 0 }), ArgumentError, "columns");
});

/** The images of a mosaic, read back from where their frames are. */
function tilesOf({ data: [heat], layout }: Figure): unknown[][] {
  const z = (heat as { z: number[][] }).z;
  return layout.shapes!.map(({ x0, y0 }) =>
    Array.from(
      { length: 784 },
      (_, p) => z[Number(y0) + 0.5 + Math.floor(p / 28)][Number(x0) + 0.5 + p % 28],
    )
  );
}
