import { assertAlmostEquals, assertEquals, assertNotEquals, assertThrows } from "@std/assert";
import { ArgumentError, initParameters } from "glassnet";
import truth from "./fixtures/parameters.json" with { type: "json" };

Deno.test("initParameters() draws what NumPy draws from the same seed, to the bit", () => {
  for (const { seed, hidden, ...expected } of truth) {
    const { W1, b1, W2, b2 } = initParameters({ seed, hidden });
    assertEquals([W1.get(0, 0), W1.get(0, 1), W1.get(hidden - 1, 783)], expected.W1);
    assertEquals(b1.toArray().flat(), expected.b1);
    assertEquals(W2.toArray(), expected.W2);
    assertEquals(b2.toArray().flat(), expected.b2);
  }
});

Deno.test("initParameters() gives the same for the same seed, and other for another", () => {
  for (const init of ["uniform", "he"] as const) {
    assertEquals(initParameters({ seed: 5, init }), initParameters({ seed: 5, init }));
    assertNotEquals(
      initParameters({ seed: 5, init }).W1.get(0, 0),
      initParameters({ seed: 6, init }).W1.get(0, 0),
    );
  }
});

Deno.test("initParameters() by He has biases of 0 and weights of variance 2 / columns", () => {
  const { W1, b1, W2, b2 } = initParameters({ init: "he", hidden: 200, seed: 1 });
  assertEquals([...b1.values, ...b2.values].every((b) => b === 0), true);
  for (const W of [W1, W2]) {
    const variance = W.toArray().flat().reduce((sum, w) => sum + w * w, 0) / W.values.length;
    assertAlmostEquals(variance * W.cols, 2, 0.15);
  }
});

Deno.test("initParameters() rounds float32 from the same draws", () => {
  const single = initParameters({ seed: 3, dtype: "float32" });
  assertEquals(single.W1.dtype, "float32");
  assertEquals(single.W1.get(4, 7), Math.fround(initParameters({ seed: 3 }).W1.get(4, 7)));
});

Deno.test("initParameters() throws if an option is out of range", () => {
  assertThrows(
    () => initParameters({ hidden: 0 }),
    ArgumentError,
    "hidden expected a whole number",
  );
  assertThrows(() => initParameters({ seed: -1 }), ArgumentError, "seed expected a whole number");
  assertThrows(() => initParameters({ seed: 1.5 }), ArgumentError, "but found 1.5");
  // @ts-expect-error: not one of the two
  assertThrows(() => initParameters({ init: "xavier" }), ArgumentError, 'but found "xavier"');
  // @ts-expect-error: not one of the two
  assertThrows(() => initParameters({ dtype: "int8" }), ArgumentError, 'but found "int8"');
});
