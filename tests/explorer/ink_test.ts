import { assert, assertAlmostEquals, assertEquals } from "@std/assert";
import fc from "fast-check";
import { inkSide, paintStrokes, penRadius } from "../../lib/explorer/ink.ts";

const sum = (ink: Float64Array) => ink.reduce((total, dark) => total + dark, 0);

Deno.test("paintStrokes() paints nothing without strokes", () => {
  assertEquals(sum(paintStrokes([])), 0);
});

Deno.test("paintStrokes() makes a touch a dot, as large as the pen", () => {
  const radius = penRadius * inkSide;
  assertAlmostEquals(sum(paintStrokes([[{ x: 0.5, y: 0.5 }]])), Math.PI * radius ** 2, radius);
});

Deno.test("paintStrokes() paints a line as long and as wide as it was drawn", () => {
  const ink = paintStrokes([[{ x: 0.2, y: 0.5 }, { x: 0.8, y: 0.5 }]]);
  const radius = penRadius * inkSide;
  assertAlmostEquals(sum(ink), 0.6 * inkSide * 2 * radius + Math.PI * radius ** 2, inkSide / 10);
  assertEquals([ink[100 * inkSide + 100], ink[130 * inkSide + 100]], [1, 0]);
});

Deno.test("paintStrokes() does not care for the order or the direction of strokes", () => {
  const [a, b] = [{ x: 0.3, y: 0.2 }, { x: 0.6, y: 0.9 }];
  const c = { x: 0.9, y: 0.1 };
  const other = paintStrokes([[c, b], [b, a]]);
  paintStrokes([[a, b], [b, c]]).forEach((dark, k) => assertAlmostEquals(dark, other[k], 1e-9));
});

Deno.test("paintStrokes() leaves out what lies beside the pad", () => {
  const ink = paintStrokes([[{ x: -3, y: 0.5 }, { x: -2, y: 4 }]]);
  assert(sum(ink) === 0 && ink.length === inkSide ** 2);
});

Deno.test("paintStrokes() is as dark as the nearest point of the line is near, whatever the line", () => {
  const place = fc.double({ min: 0, max: 1, noNaN: true });
  const point = fc.record({ x: place, y: place });
  fc.assert(
    fc.property(point, point, (from, to) => {
      const ink = paintStrokes([[from, to]]);
      // The nearest of many points on it, found by trying them all.
      const points = Array.from({ length: 401 }, (_, k) => [
        inkSide * (from.x + (to.x - from.x) * k / 400),
        inkSide * (from.y + (to.y - from.y) * k / 400),
      ]);
      for (let cell = 17; cell < ink.length; cell += 97) {
        const [x, y] = [cell % inkSide + 0.5, Math.floor(cell / inkSide) + 0.5];
        const distance = Math.min(...points.map(([px, py]) => Math.hypot(x - px, y - py)));
        const dark = Math.min(1, Math.max(0, penRadius * inkSide + 0.5 - distance));
        assertAlmostEquals(ink[cell], dark, 0.1);
      }
    }),
    { numRuns: 10 },
  );
});
