import { assertEquals } from "@std/assert";
import { Matrix } from "glassnet";
import { addedBytes } from "../../site/playground/added.ts";

Deno.test("what training has added: one picture a unit, 128 where nothing changed, the most at an end", () => {
  const first = Matrix.zeros(2, 784);
  const rows = first.toArray();
  rows[0][5] = 0.5;
  rows[1][5] = -0.25;
  rows[1][783] = -0.5;
  const added = addedBytes(Matrix.from(rows), first.values);
  const expected = new Uint8Array(2 * 784).fill(128);
  expected[5] = 255;
  expected[784 + 5] = 64;
  expected[784 + 783] = 0;
  assertEquals(added, expected);
  rows[0][0] = NaN;
  assertEquals(addedBytes(Matrix.from(rows), first.values), new Uint8Array(2 * 784).fill(128));
});
