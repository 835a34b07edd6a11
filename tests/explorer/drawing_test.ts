import { assert, assertEquals } from "@std/assert";
import fc from "fast-check";
import { readDigits } from "glassnet";
import { fileURLToPath } from "node:url";
import { imageOf } from "../../lib/explorer/drawing.ts";
import { penRadius, type Stroke } from "../../lib/explorer/ink.ts";
import paths from "../browser/pointer_paths.json" with { type: "json" };

const strokesOf = (path: number[][][]): Stroke[] =>
  path.map((stroke) => stroke.map(([x, y]) => ({ x, y })));

Deno.test("imageOf() makes the same image of a drawing, however large and wherever it is", () => {
  const place = fc.double({ min: 0, max: 1, noNaN: true });
  fc.assert(fc.property(
    fc.constantFrom(...Object.values(paths)).map(strokesOf),
    fc.record({ size: fc.double({ min: 0.2, max: 1, noNaN: true }), left: place, top: place }),
    (strokes, { size, left, top }) => {
      const moved = strokes.map((stroke) =>
        stroke.map(({ x, y }) => ({
          x: (x * size) + left * (1 - size),
          y: (y * size) + top * (1 - size),
        }))
      );
      // A place may be rounded to the next millionth.
      const [a, b] = [imageOf(strokes)!, imageOf(moved)!];
      assert(a.every((byte, p) => Math.abs(byte - b[p]) <= 1));
    },
  ));
});

Deno.test("imageOf() has no image of an empty pad, of a touch, nor of what the pen's tip covers", () => {
  assertEquals(imageOf([]), undefined);
  assertEquals(imageOf([[]]), undefined);
  const dot = (size: number): Stroke[] => [[{ x: 0.3, y: 0.6 }], [
    { x: 0.3, y: 0.6 },
    { x: 0.3 + size * 2 * penRadius, y: 0.6 },
  ]];
  assertEquals(imageOf([dot(0)[0]]), undefined);
  assertEquals(imageOf(dot(0.99)), undefined);
  assert(imageOf(dot(1.01)));
});

Deno.test("imageOf() draws lines about as wide as MNIST's", async () => {
  const sample = fileURLToPath(new URL("../../data/sample.csv", import.meta.url));
  const { X, labels, count } = await readDigits(sample);
  const inkOf = (image: Uint8Array) => image.reduce((sum, byte) => sum + byte, 0);
  for (const digit of ["0", "1", "7"] as const) {
    const inks = [...Array(count).keys()].filter((j) => labels![j] === Number(digit))
      .map((j) => inkOf(X.pixels!.image(j))).sort((a, b) => a - b);
    const middle = [inks[Math.floor(inks.length / 4)], inks[Math.floor(inks.length * 3 / 4)]];
    const ink = inkOf(imageOf(strokesOf(paths[digit]))!);
    assert(ink >= middle[0] && ink <= middle[1], `${digit}: ${ink}, not within ${middle}`);
  }
});
