import { assert, assertEquals } from "@std/assert";
import fc from "fast-check";
import { squeeze, unsqueeze, zerosIn } from "../../lib/data/squeeze.ts";

Deno.test("squeeze() loses nothing, wherever the text is cut into pieces", () => {
  const value = fc.oneof(
    { weight: 6, arbitrary: fc.constant("0") },
    fc.constantFrom("00", "05", "10", "255", "", "x", "0.0", '"0"'),
  );
  fc.assert(
    fc.property(fc.array(value, { minLength: 1 }), fc.nat(), (row, cut) => {
      const text = row.join();
      const at = cut % (text.length + 1);
      const squeezed = squeeze(text.slice(0, at)) + squeeze(text.slice(at));
      assertEquals(unsqueeze(squeezed.split(",")), row);
    }),
    { numRuns: 2000 },
  );
});

Deno.test("squeeze() makes one value of many zeros", () => {
  const squeezed = squeeze("5" + ",0".repeat(100) + ",7").split(",");
  assertEquals(squeezed.length, 3);
  assertEquals(squeezed.map(zerosIn), [0, 100, 0]);
});

Deno.test("squeeze() lets nobody else write a run of zeros", () => {
  assert(squeeze("1,\x005,2").split(",").every((value) => zerosIn(value) === 0));
});
