import { assertEquals, assertLess, assertStringIncludes, assertThrows } from "@std/assert";
import {
  accuracyCurves,
  ArgumentError,
  type Figure,
  type HistoryEntry,
  lossCurves,
} from "glassnet";

const long = (length: number): HistoryEntry[] =>
  Array.from(
    { length },
    (_, iteration) => ({ iteration, loss: 1 / (iteration + 1), accuracy: 0.5 }),
  );
const trace = ({ data }: Figure, k = 0) =>
  data[k] as {
    x: number[];
    y: (number | null)[];
    name: string;
    line: { color: string; dash: string };
    marker: { symbol: string };
  };

Deno.test("lossCurves() gives each training a color, a dash and a marker of its own", () => {
  const figure = lossCurves({ a: long(3), b: long(3), c: long(3), d: long(3), e: long(3) });
  const looks = figure.data.map((_, k) => trace(figure, k));
  for (
    const look of [
      looks.map(({ line }) => line.color),
      looks.map(({ line }) => line.dash),
      looks.map(({ marker }) => marker.symbol),
    ]
  ) {
    assertEquals(new Set(look).size, 5);
  }
  assertEquals(looks.map(({ name }) => name), ["a", "b", "c", "d", "e"]);
});

Deno.test("lossCurves() thins a long training and keeps its first and last point", () => {
  for (const options of [{}, { logX: true }]) {
    const { x } = trace(lossCurves({ a: long(20001) }, options));
    assertLess(x.length, 401);
    assertEquals([x[0], x[x.length - 1]], [options.logX ? 1 : 0, 20000]);
    assertEquals(x, x.toSorted((a, b) => a - b));
  }
});

Deno.test("lossCurves() ends a curve if the loss is not finite, and says so", () => {
  const history = [...long(2), { iteration: 2, loss: Infinity, accuracy: 0.1 }];
  const figure = lossCurves({ wild: history });
  assertEquals(trace(figure).y, [1, 0.5, null]);
  assertStringIncludes(
    figure.layout.meta.alt,
    "wild: from 1 to 0.5 in 1 iteration, then not finite",
  );
});

Deno.test("accuracyCurves() draws the dev accuracy at the moments when it was measured", () => {
  const history = long(5).map((moment) =>
    moment.iteration % 2 ? moment : { ...moment, devAccuracy: 0.25 }
  );
  const figure = accuracyCurves({ batches: history });
  assertEquals(trace(figure, 0).x, [0, 1, 2, 3, 4]);
  assertEquals(trace(figure, 1).x, [0, 2, 4]);
});

Deno.test("lossCurves() and accuracyCurves() throw if there is no training or no history", () => {
  for (const curves of [lossCurves, accuracyCurves]) {
    assertThrows(() => curves({}), ArgumentError, 'such as { "alpha = 0.10": history }');
    assertThrows(() => curves({ a: [] }), ArgumentError, 'the history of "a"');
    assertThrows(
      () => curves({ a: { history: long(2) } as unknown as HistoryEntry[] }),
      ArgumentError,
      "an array of { iteration, loss, accuracy }",
    );
  }
});
