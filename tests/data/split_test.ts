import { assertEquals, assertNotEquals, assertThrows } from "@std/assert";
import fc from "fast-check";
import type { Digits } from "../../lib/training/digits.ts";
import { ArgumentError } from "glassnet";
import { split } from "../../lib/data/split.ts";
import { Matrix } from "../../lib/matrix/matrix.ts";
import { Pixels } from "../../lib/matrix/pixels.ts";

/** Images of one pixel: image j is j dark and has the label j % 10. */
function digits(count: number): Digits {
  const bytes = Uint8Array.from({ length: count }, (_, j) => j);
  return { X: Pixels.fromBytes(bytes, 1).toMatrix(), labels: bytes.map((j) => j % 10), count };
}

const numbers = ({ X }: Digits) => X.toArray()[0].map((value) => Math.round(value * 255));

Deno.test("split() gives every image to one side, with its label", () => {
  fc.assert(fc.property(
    fc.integer({ min: 2, max: 250 }).chain((count) =>
      fc.tuple(fc.constant(count), fc.integer({ min: 1, max: count - 1 }), fc.integer())
    ),
    ([count, dev, seed]) => {
      const parts = split(digits(count), { dev, seed });
      assertEquals([parts.dev.count, parts.train.count], [dev, count - dev]);
      const all = [...numbers(parts.dev), ...numbers(parts.train)];
      assertEquals(all.toSorted((a, b) => a - b), Array.from({ length: count }, (_, j) => j));
      for (const part of [parts.dev, parts.train]) {
        assertEquals(part.X.cols, part.count);
        assertEquals([...part.labels!], numbers(part).map((j) => j % 10));
      }
    },
  ));
});

Deno.test("split() is the same for the same seed, and another for another", () => {
  const some = digits(100);
  const dev = (seed?: number) => numbers(split(some, { dev: 10, seed }).dev);
  assertEquals(dev(3), dev(3));
  assertEquals(dev(), dev(1));
  assertNotEquals(dev(3), dev(4));
  assertNotEquals(dev(3), numbers(some).slice(0, 10));
});

Deno.test("split() keeps images compact, and works without labels and on a plain matrix", () => {
  const { X, count } = digits(9);
  const compact = split({ X, count }, { dev: 2 });
  assertEquals([compact.train.labels, "labels" in compact.dev], [undefined, false]);
  assertEquals(compact.train.X.pixels?.count, 7);
  const plain = split({ X: Matrix.from(X.toArray()), count }, { dev: 2 });
  assertEquals(plain.train.X.toArray(), compact.train.X.toArray());
});

Deno.test("split() throws if dev does not leave both sides an image", () => {
  for (const dev of [-1, 0, 10, 11, 2.5, NaN, Infinity]) {
    const words =
      `whole number from 1 to 9, less than the 10 images that there are, but found ${dev}`;
    assertThrows(() => split(digits(10), { dev }), ArgumentError, words);
  }
  assertThrows(() => split(digits(10)), ArgumentError, "found 1000");
  assertThrows(() => split(digits(10), { dev: 1, seed: 0.5 }), ArgumentError, "seed");
});
