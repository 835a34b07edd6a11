import { assert, assertEquals, assertLess } from "@std/assert";
import { inflateSync } from "node:zlib";
import { palettePng } from "../../tools/notebooks/palette_png.ts";

Deno.test("palettePng() keeps up to 256 colors as they are", () => {
  const rgba = pixels(16, 16, (k) => [k, 255 - k, (7 * k) % 256]);
  const picture = decoded(palettePng(16, 16, rgba));
  assertEquals([picture.width, picture.height, picture.palette.length], [16, 16, 256]);
  assertEquals(picture.rgba, rgba);
});

Deno.test("palettePng() stays close if there are more colors, and keeps the most common one", () => {
  // Half of it white, the rest 2048 shades of blue and orange
  const rgba = pixels(64, 64, (k) => k < 2048 ? [255, 255, 255] : [k % 256, 128, 255 - k % 251]);
  const picture = decoded(palettePng(64, 64, rgba));
  assertLess(picture.palette.length, 257);
  assertEquals(picture.rgba.subarray(0, 4 * 2048), rgba.subarray(0, 4 * 2048));
  const far = rgba.reduce((most, value, k) => Math.max(most, Math.abs(value - picture.rgba[k])), 0);
  assertLess(far, 24);
  assert(far > 0, "More than 256 colors can't all be there");
});

Deno.test("palettePng() writes rows of any width", () => {
  const rgba = pixels(3, 2, (k) => [40 * k, 0, 0]);
  assertEquals(decoded(palettePng(3, 2, rgba)).rgba, rgba);
});

function pixels(width: number, height: number, color: (k: number) => number[]): Uint8Array {
  const count = width * height;
  return Uint8Array.from(Array.from({ length: count }, (_, k) => [...color(k), 255]).flat());
}

/** Reads what {@linkcode palettePng} writes, and nothing else. */
function decoded(file: Uint8Array) {
  const chunks: Record<string, Uint8Array> = {};
  const view = new DataView(file.buffer);
  for (let at = 8; at < file.length;) {
    const length = view.getUint32(at);
    const type = new TextDecoder().decode(file.subarray(at + 4, at + 8));
    chunks[type] = file.subarray(at + 8, at + 8 + length);
    at += length + 12;
  }
  const header = new DataView(chunks.IHDR.buffer, chunks.IHDR.byteOffset);
  const [width, height] = [header.getUint32(0), header.getUint32(4)];
  assertEquals([...chunks.IHDR.subarray(8)], [8, 3, 0, 0, 0]);
  const palette = Array.from(
    { length: chunks.PLTE.length / 3 },
    (_, k) => [...chunks.PLTE.subarray(3 * k, 3 * k + 3)],
  );
  const lines = new Uint8Array(inflateSync(chunks.IDAT));
  const rgba = pixels(width, height, (k) => {
    const y = Math.floor(k / width);
    assertEquals(lines[y * (1 + width)], 0);
    return palette[lines[y * (1 + width) + 1 + k % width]];
  });
  return { width, height, palette, rgba };
}
