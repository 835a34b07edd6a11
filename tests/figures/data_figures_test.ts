import { assertEquals, assertStringIncludes, assertThrows } from "@std/assert";
import fc from "fast-check";
import { ArgumentError, classBalance, Matrix, pixelHistogram } from "glassnet";
import { count, percent, round } from "../../lib/display/numbers.ts";
import { someDigits } from "./some_digits.ts";

Deno.test("pixelHistogram() counts every pixel once", () => {
  for (const images of [1, 7, 40]) {
    const { y } = pixelHistogram(someDigits(images)).data[0] as { y: number[] };
    assertEquals(y.length, 17);
    assertEquals(y.reduce((sum, n) => sum + n), 784 * images);
  }
});

Deno.test("pixelHistogram() gives the same for images in full and in compact form", () => {
  const digits = someDigits(5);
  const full = { ...digits, X: Matrix.from(digits.X.toArray()) };
  assertEquals(pixelHistogram(full), pixelHistogram(digits));
});

Deno.test("classBalance() counts every digit", () => {
  const { y } = classBalance(someDigits(25)).data[0] as { y: number[] };
  assertEquals(y, [3, 3, 3, 3, 3, 2, 2, 2, 2, 2]);
});

Deno.test("classBalance() draws its line at a tenth of all images", () => {
  for (const images of [7, 25, 90]) {
    const { shapes, annotations } = classBalance(someDigits(images)).layout;
    assertEquals([shapes![0].y0, shapes![0].y1, annotations![0].y], Array(3).fill(images / 10));
  }
});

Deno.test("classBalance() throws if there are no labels", () => {
  const { X, count } = someDigits(2);
  assertThrows(() => classBalance({ X, count }), ArgumentError, "those of test.csv have none");
});

Deno.test("round() keeps 4 significant digits and turns what is not finite into null", () => {
  assertEquals([round(0.123456), round(-98765.4), round(NaN), round(Infinity)], [
    0.1235,
    -98770,
    null,
    null,
  ]);
  fc.assert(fc.property(
    fc.double({ min: -1e300, max: 1e300, noNaN: true }),
    (x) => Math.abs(round(x)! - x) <= Math.abs(x) * 5.1e-4,
  ));
});

Deno.test("percent() never says 0% or 100% of what is not", () => {
  assertEquals([0, 0.0001, 0.012, 0.5, 0.973, 0.9996, 1].map((share) => percent(share)), [
    "0%",
    "under 0.1%",
    "1.2%",
    "50%",
    "97%",
    "over 99.9%",
    "100%",
  ]);
  assertStringIncludes(percent(NaN), "?");
});

Deno.test("count() sets the thousands apart", () => {
  assertEquals([count(7), count(41000), count(32144000)], ["7", "41,000", "32,144,000"]);
});
