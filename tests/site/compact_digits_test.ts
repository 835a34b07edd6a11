import { assertEquals, assertThrows } from "@std/assert";
import fc from "fast-check";
import { readDigits } from "../../lib/data/read_digits.ts";
import "../../lib/host/deno.ts";
import { Pixels } from "../../lib/matrix/pixels.ts";
import { csvRows, decodeDigits, encodeDigits } from "../../site/kernel/compact_digits.ts";

/** Images of a few dark pixels each. */
const images = fc.array(
  fc.dictionary(fc.nat(783).map(String), fc.integer({ min: 1, max: 255 }), { maxKeys: 20 }),
  { maxLength: 8 },
);

function pixelsOf(images: { [pixel: string]: number }[]): Pixels {
  const entries = images.map((image) =>
    Object.entries(image).map(([p, byte]) => [Number(p), byte])
  );
  const starts = [0];
  for (const image of entries) starts.push(starts.at(-1)! + image.length);
  return new Pixels(
    784,
    Uint32Array.from(starts),
    Uint16Array.from(entries.flat(), ([p]) => p),
    Uint8Array.from(entries.flat(), ([, byte]) => byte),
  );
}

Deno.test("digits come out of the compact form as they were", () => {
  const property = fc.property(images, fc.boolean(), (images, hasLabels) => {
    const pixels = pixelsOf(images);
    const labels = hasLabels && images.length > 0
      ? new Uint8Array(images.length).fill(7)
      : undefined;
    const decoded = decodeDigits(encodeDigits({ pixels, labels, csvBytes: 123 }));
    assertEquals(decoded, { pixels, labels, csvBytes: 123 });
  });
  fc.assert(property, { seed: 7, numRuns: 100 });
});

Deno.test("digits that have not all arrived are refused", () => {
  const whole = encodeDigits({
    pixels: pixelsOf([{ 5: 9 }]),
    labels: Uint8Array.of(3),
    csvBytes: 1,
  });
  for (
    const bytes of [
      whole.slice(0, -1),
      whole.slice(0, 20),
      new Uint8Array(),
      whole.map(() => 0),
    ]
  ) {
    assertThrows(() => decodeDigits(bytes), Error, "incomplete");
  }
});

Deno.test("the CSV that is made of the digits is the one that they come from", async () => {
  for (const name of ["sample.csv", "sample_test.csv"]) {
    const csv = new URL(`../../data/${name}`, import.meta.url);
    const { X, labels } = await readDigits(csv);
    const text = await Deno.readTextFile(csv);
    const compact = encodeDigits({ pixels: X.pixels!, labels, csvBytes: text.length });
    assertEquals([...csvRows(decodeDigits(compact))].join("") === text, true, name);
  }
});
