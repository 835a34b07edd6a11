import { assertEquals, assertThrows } from "@std/assert";
import { accuracyDots, ArgumentError } from "glassnet";

const figure = accuracyDots({
  "reference run": { test: 0.8275, training: 0.8267 },
  "128 hidden units": { test: 0.9766, training: 0.9998 },
});

Deno.test("accuracyDots() draws each kind by a symbol of its own, and writes the first", () => {
  const [test, training] = figure.data as unknown as {
    x: number[];
    y: string[];
    text?: string[];
    textposition?: string[];
    marker: { symbol: string; color: string };
  }[];
  assertEquals(test.x, [0.8275, 0.9766]);
  assertEquals(test.y, ["reference run", "128 hidden units"]);
  // On the side where there is no other dot.
  assertEquals(test.text, ["  82.8%", "97.7%  "]);
  assertEquals(test.textposition, ["middle right", "middle left"]);
  assertEquals(training.text, undefined);
  assertEquals(test.marker.symbol === training.marker.symbol, false);
  assertEquals(test.marker.color === training.marker.color, false);
});

Deno.test("accuracyDots() shows all dots, the first row on top, and says them in words", () => {
  const [from, to] = figure.layout.xaxis!.range as number[];
  assertEquals(from, 0.8);
  assertEquals(to > 1, true);
  assertEquals(figure.layout.yaxis!.autorange, "reversed");
  assertEquals(
    figure.layout.meta.alt,
    "Dots. reference run: test 82.8%, training 82.7%. 128 hidden units: test 97.7%, training 100.0%.",
  );
});

Deno.test("accuracyDots() throws if there is nothing to draw, or a number is no accuracy", () => {
  assertThrows(() => accuracyDots({}), ArgumentError, "accuracies by name");
  assertThrows(() => accuracyDots({ a: { test: 93 } }), ArgumentError, 'but found 93 for "test"');
  assertThrows(() => accuracyDots({ a: { test: NaN } }), ArgumentError, "but found NaN");
});
