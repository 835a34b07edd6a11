import { assert, assertEquals, assertLess, assertMatch } from "@std/assert";
import { curveSvg, LossCurve } from "../../lib/notebook/loss_curve.ts";

/** A curve after the first reports of a training. */
function curveOf(iterations: number, losses: number[]): LossCurve {
  const curve = new LossCurve(iterations);
  losses.forEach((loss, iteration) => curve.add({ iteration, loss }));
  return curve;
}

const falling = (count: number) => Array.from({ length: count }, (_, k) => 4 / (1 + k));

Deno.test("LossCurve keeps every point of a short training", () => {
  assertEquals(curveOf(3, [4, 2, 1]).drawn(), [
    { iteration: 0, loss: 4 },
    { iteration: 1, loss: 2 },
    { iteration: 2, loss: 1 },
  ]);
});

Deno.test("LossCurve keeps evenly spread points of a long training, and the last", () => {
  const iterations = curveOf(1000, falling(977)).drawn().map(({ iteration }) => iteration);
  assertEquals(iterations.slice(0, 4), [0, 10, 20, 30]);
  assertEquals(iterations.slice(-2), [970, 976]);
  assertLess(curveOf(1e4, falling(10_001)).drawn().length, 103);
});

Deno.test("LossCurve takes the last report again, and losses that are no number, for nothing", () => {
  const curve = curveOf(10, [4, 3]);
  const before = [...curve.drawn()];
  curve.add({ iteration: 1, loss: 3 });
  curve.add({ iteration: 2, loss: Infinity });
  curve.add({ iteration: 3, loss: NaN });
  assertEquals(curve.drawn(), before);
});

Deno.test("curveSvg() goes from the left to where the training is, from the top down", () => {
  const svg = curveSvg(curveOf(4, [4, 2, 1]));
  // 640 wide and 72 high; a loss of 0 would lie at 69, the largest lies at 3.
  assertMatch(svg, /<path d="M0,3L160,36L320,52.5" stroke-width="2"/);
  assertMatch(svg, /<path d="M320,52.5h0" stroke-width="7"/);
});

Deno.test("curveSvg() says what it shows, and holds no text that could be left over", () => {
  const svg = curveSvg(curveOf(4, [4, 2, 1]));
  assertMatch(svg, /aria-label="Loss curve: from 4.0000 at iteration 0 to 1.0000 at iteration 2"/);
  assertEquals(svg.replaceAll(/<[^>]*>/g, ""), "");
});

Deno.test("curveSvg() has no NaN, whatever the losses are", () => {
  for (const losses of [[0, 0, 0], [2], [1e300, 1e308], [1, 5, 2]]) {
    const svg = curveSvg(curveOf(5, losses));
    assert(svg.startsWith("<svg") && !/NaN|Infinity|undefined/.test(svg), svg);
  }
  assertEquals(curveSvg(curveOf(0, [2])), "");
  assertEquals(curveSvg(curveOf(5, [])), "");
});
