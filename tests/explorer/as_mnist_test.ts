import { fileURLToPath } from "node:url";
import { assert, assertAlmostEquals, assertEquals } from "@std/assert";
import fc from "fast-check";
import { readDigits } from "glassnet";
import { asMnist } from "../../lib/explorer/as_mnist.ts";
import { fromBase64 } from "../../lib/explorer/packing.ts";
import centred from "./fixtures/centred.json" with { type: "json" };

Deno.test("asMnist() scales and centres as NumPy and SciPy do", () => {
  for (const { ink, image, places } of centred.cases) {
    const drawing = Float64Array.from(fromBase64(ink), (byte) => byte / 255);
    const found = asMnist(drawing, centred.side)!;
    const dark = [...found.keys()].filter((p) => found[p] > 0);
    assert(dark.every((p) => places.includes(p)));
    places.forEach((p, k) => assertAlmostEquals(found[p], image[k], 0.5001));
  }
});

Deno.test("asMnist() gives every image of MNIST back, drawn four times as large elsewhere", async () => {
  const { X, count } = await readDigits(
    fileURLToPath(new URL("../../data/sample.csv", import.meta.url)),
  );
  const side = 140;
  let same = 0;
  for (let j = 0; j < count; j++) {
    const image = X.pixels!.image(j);
    const ink = new Float64Array(side * side);
    for (let y = 0; y < 112; y++) {
      for (let x = 0; x < 112; x++) {
        // Moved by 9 down and 23 to the right, which must not matter.
        ink[(y + 9) * side + x + 23] = image[(y >> 2) * 28 + (x >> 2)] / 255;
      }
    }
    if (asMnist(ink, side)!.every((byte, p) => byte === image[p])) same++;
  }
  // One in some thousands was centred by another pixel.
  assert(same >= count - 2, `${same} of ${count}`);
});

Deno.test("asMnist() has no image of an empty drawing", () => {
  assertEquals(asMnist(new Float64Array(100), 10), undefined);
});

Deno.test("asMnist() keeps all ink within 28 x 28 and 20 cells at most, whatever is drawn", () => {
  fc.assert(fc.property(
    fc.array(fc.tuple(fc.nat(39), fc.nat(39)), { minLength: 1, maxLength: 30 }),
    (dots) => {
      const ink = new Float64Array(1600);
      for (const [y, x] of dots) ink[y * 40 + x] = 1;
      const image = asMnist(ink, 40)!;
      const places = [...image.keys()].filter((p) => image[p] > 0);
      const extent = (coordinates: number[]) =>
        Math.max(...coordinates) - Math.min(...coordinates) + 1;
      const rows = extent(places.map((p) => Math.floor(p / 28)));
      const cols = extent(places.map((p) => p % 28));
      assert(Math.max(rows, cols) <= 20 && Math.max(rows, cols) >= 19);
    },
  ));
});
