import { assertEquals, assertThrows } from "@std/assert";
import fc from "fast-check";
import { ArgumentError, Pixels, selectColumns } from "glassnet";

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

Deno.test("new Pixels() refuses arrays that do not fit together", () => {
  const right = { starts: [0, 2, 3], indices: [1, 3, 0], bytes: [9, 8, 7] };
  const make = (parts: Partial<typeof right>, size = 4) => {
    const { starts, indices, bytes } = { ...right, ...parts };
    const arrays = [Uint32Array.from(starts), Uint16Array.from(indices), Uint8Array.from(bytes)];
    return new Pixels(size, ...arrays as [Uint32Array, Uint16Array, Uint8Array]);
  };
  assertEquals(make({}).toMatrix().shape, "4 x 2");
  const wrong: [Partial<typeof right>, string][] = [
    [{ bytes: [9, 8] }, "3 indices and 2 bytes"],
    [{ starts: [1, 2, 3] }, "starts from 1 to 3, and 3 entries"],
    [{ starts: [0, 2, 2] }, "starts from 0 to 2, and 3 entries"],
    [{ starts: [0, 2, 1, 3] }, "image 1 ends before it begins"],
    [{ indices: [1, 4, 0] }, "the place 4 in image 0"],
    [{ indices: [3, 1, 0] }, "the place 1 in image 0"],
    [{ indices: [1, 1, 0] }, "the place 1 in image 0"], // one pixel twice
  ];
  for (const [parts, words] of wrong) assertThrows(() => make(parts), ArgumentError, words);
  assertThrows(() => make({}, 0), ArgumentError, "size expected a whole number from 1");
});

Deno.test("Pixels.fromBytes() refuses a part of an image", () => {
  assertThrows(() => Pixels.fromBytes(new Uint8Array(1000)), ArgumentError, "found 1000 bytes");
});
