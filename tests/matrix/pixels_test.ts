import { assertEquals } from "@std/assert";
import fc from "fast-check";
import { Pixels, selectColumns } from "glassnet";

const someImages = fc.integer({ min: 1, max: 12 }).chain((size) =>
  fc.array(fc.constantFrom(0, 0, 0, 1, 128, 255), { minLength: size, maxLength: size * 5 }).map(
    (bytes) => ({
      size,
      bytes: Uint8Array.from(bytes.slice(0, bytes.length - bytes.length % size)),
    }),
  )
);

Deno.test("Pixels.fromBytes() keeps every pixel", () => {
  fc.assert(fc.property(someImages, ({ size, bytes }) => {
    const pixels = Pixels.fromBytes(bytes, size);
    assertEquals(pixels.count, bytes.length / size);
    assertEquals(pixels.expand(), Float64Array.from(bytes, (byte) => byte / 255));
    for (let j = 0; j < pixels.count; j++) {
      assertEquals(pixels.image(j), bytes.slice(j * size, (j + 1) * size));
      for (let p = 0; p < size; p++) assertEquals(pixels.get(p, j), bytes[j * size + p] / 255);
    }
  }));
});

Deno.test("Pixels keeps only what is not 0", () => {
  const { indices, bytes, starts } = Pixels.fromBytes(Uint8Array.of(0, 7, 0, 0, 0, 0, 9, 1), 4);
  assertEquals([...indices], [1, 2, 3]);
  assertEquals([...bytes], [7, 9, 1]);
  assertEquals([...starts], [0, 1, 3]);
});

Deno.test("selectColumns() of images gives those images, compact", () => {
  fc.assert(fc.property(
    someImages,
    fc.array(fc.nat(), { minLength: 1, maxLength: 8 }),
    ({ size, bytes }, wanted) => {
      const X = Pixels.fromBytes(bytes, size).toMatrix();
      const chosen = wanted.map((n) => n % X.cols);
      const some = selectColumns(X, chosen);
      assertEquals(some.pixels instanceof Pixels, true);
      const rows = X.toArray();
      assertEquals(some.toArray(), rows.map((row) => chosen.map((j) => row[j])));
    },
  ));
});
