import { assertEquals, assertStringIncludes } from "@std/assert";
import { Matrix } from "glassnet";
import { resultPictures } from "../../lib/exercises/result_pictures.ts";

/** The captions of the pictures of a result. */
const captions = (found: unknown, expected: unknown) =>
  resultPictures({ found, expected }).match(/(?<=<figcaption>)[^<]*/g);

const A = Matrix.from([[1, 2]]);
const B = Matrix.from([[3, 4]]);

Deno.test("resultPictures() draws the matrices that differ, or else the last two", () => {
  const expected = { a: A, b: A, c: A, d: A };
  assertEquals(captions({ ...expected, b: B }, expected), [
    "yours, b, 1 x 2",
    "the reference, 1 x 2",
    "yours - the reference, 1 x 2",
  ]);
  assertEquals(captions(expected, expected), [
    "yours, c, 1 x 2",
    "the reference, 1 x 2",
    "yours, d, 1 x 2",
    "the reference, 1 x 2",
  ]);
  const allWrong = { a: B, b: B, c: B, d: B };
  assertEquals(captions(allWrong, expected)!.map((caption) => caption.split(",")[1]), [
    ...[" a", " 1 x 2", " 1 x 2"],
    ...[" b", " 1 x 2", " 1 x 2"],
  ]);
  assertEquals(captions({ inner: { W1: B } }, { inner: { W1: A } })![0], "yours, inner.W1, 1 x 2");
});

Deno.test("resultPictures() draws nothing of another shape, and writes numbers", () => {
  assertEquals(resultPictures({ found: Matrix.zeros(2, 1), expected: A }), "");
  assertEquals(
    resultPictures({ found: 1.25, expected: 2.5 }),
    "<div>yours 1.25, the reference 2.5</div>",
  );
});

Deno.test("resultPictures() has one scale for both, from the wider one, and says what stripes are", () => {
  const scales = (found: Matrix) =>
    resultPictures({ found, expected: A }).match(/(?<=nowrap">)[^ ]* |(?<=> )[^ <]*(?=<\/div>)/g);
  assertEquals(scales(Matrix.from([[8, 2]]))!.map(Number), [-8, 8, -8, 8, -7, 7]);
  assertEquals(scales(Matrix.from([[1, 0]]))!.map(Number), [-2, 2, -2, 2, -2, 2]);
  const odd = resultPictures({ found: Matrix.from([[NaN, 2]]), expected: A });
  assertStringIncludes(odd, "striped: NaN or Infinity");
  assertEquals(odd.split("striped").length, 3, "yours and the difference");
});
