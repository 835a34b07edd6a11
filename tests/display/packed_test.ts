import { assertAlmostEquals, assertEquals } from "@std/assert";
import fc from "fast-check";
import { packed, type PackedNumbers, packNumbers } from "../../lib/display/packed.ts";

Deno.test("packNumbers() keeps whole numbers to the bit, in the smallest type", () => {
  for (
    const [low, high, dtype] of [
      [0, 255, "u1"],
      [-300, 300, "i2"],
      [-1e6, 1e6, "i4"],
    ] as const
  ) {
    fc.assert(fc.property(
      fc.array(fc.integer({ min: low, max: high }), { minLength: 30, maxLength: 60 }),
      (numbers) => {
        const list = [low, high, ...numbers];
        const result = packNumbers(list)!;
        assertEquals(result.dtype, dtype);
        assertEquals(unpack(result), list);
      },
    ));
  }
});

Deno.test("packNumbers() keeps numbers of 4 digits to 7 digits, and null as NaN", () => {
  const list = Array.from({ length: 40 }, (_, k) => k === 7 ? null : (k - 20) / 7);
  const result = packNumbers(list)!;
  assertEquals(result.dtype, "f4");
  unpack(result).forEach((value, k) => {
    if (list[k] === null) assertEquals(value, NaN);
    else assertAlmostEquals(value, list[k]!, 1e-6);
  });
});

Deno.test("packNumbers() keeps the shape of a table", () => {
  const table = Array.from({ length: 5 }, (_, i) => Array.from({ length: 9 }, (_, j) => i * j));
  const result = packNumbers(table)!;
  assertEquals(result.shape, "5, 9");
  assertEquals(unpack(result), table.flat());
});

Deno.test("packNumbers() leaves alone what is short, ragged, or holds more than numbers", () => {
  const long = Array.from({ length: 30 }, (_, k) => k);
  assertEquals(packNumbers([1, 2, 3]), undefined);
  assertEquals(packNumbers([...long, "text"]), undefined);
  assertEquals(packNumbers([long, [1]]), undefined);
  assertEquals(packNumbers([]), undefined);
  assertEquals(packNumbers("text"), undefined);
  assertEquals(packNumbers(undefined), undefined);
});

Deno.test("packed() packs the numbers of a trace and nothing else", () => {
  const long = Array.from({ length: 30 }, (_, k) => k);
  const trace = { type: "scatter", x: long, y: [1], name: "a", extra: long };
  const result = packed(trace);
  assertEquals(result, { ...trace, x: packNumbers(long) as unknown as number[] });
});

/** What Plotly makes of packed numbers. */
function unpack({ bdata, dtype }: PackedNumbers): number[] {
  const { buffer } = Uint8Array.fromBase64(bdata);
  const types = { u1: Uint8Array, i2: Int16Array, i4: Int32Array, f4: Float32Array };
  return [...new types[dtype](buffer)];
}
