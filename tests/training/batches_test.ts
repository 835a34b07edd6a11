import { assertEquals, assertNotEquals } from "@std/assert";
import { Matrix } from "glassnet";
import { batches } from "../../lib/training/batches.ts";

const X = Matrix.from([[0, 1, 2, 3, 4, 5, 6]]);
const labels = Uint8Array.of(0, 1, 2, 3, 4, 5, 6);

function take(count: number, size: number, seed: number): number[][] {
  const all = batches(X, labels, { size, seed });
  return Array.from({ length: count }, () => {
    const batch = all.next().value;
    assertEquals([...batch.labels], batch.X.toArray()[0], "labels go with their images");
    return [...batch.labels];
  });
}

Deno.test("batches() goes through all images once an epoch, the last batch is what is left", () => {
  const epoch = take(3, 3, 1);
  assertEquals(epoch.map((batch) => batch.length), [3, 3, 1]);
  assertEquals(epoch.flat().sort(), [0, 1, 2, 3, 4, 5, 6]);
});

Deno.test("batches() shuffles every epoch anew, and the same for the same seed", () => {
  const [first, second] = [take(3, 3, 1).flat(), take(6, 3, 1).slice(3).flat()];
  assertEquals(second.toSorted(), [0, 1, 2, 3, 4, 5, 6]);
  assertNotEquals(first, second);
  assertEquals(take(6, 3, 1), take(6, 3, 1));
  assertNotEquals(take(3, 3, 1), take(3, 3, 2));
});

Deno.test("batches() of all images keeps their order", () => {
  assertEquals(take(2, 7, 1), [[0, 1, 2, 3, 4, 5, 6], [0, 1, 2, 3, 4, 5, 6]]);
});
