import {
  assert,
  assertAlmostEquals,
  assertEquals,
  assertStringIncludes,
  assertThrows,
} from "@std/assert";
import {
  ArgumentError,
  crossEntropy,
  forward,
  initParameters,
  lossSlice,
  oneHot,
  type Parameters,
  ShapeError,
  sliceWalk,
  train,
} from "glassnet";
import { Matrix } from "glassnet";
import { someDigits } from "./some_digits.ts";

const digits = someDigits(12);
const Y = oneHot(digits.labels!);
const networks = [1, 2, 3].map((seed) => initParameters({ seed }));
const slice = lossSlice(digits, networks);
const numbers = ({ W1, b1, W2, b2 }: Parameters) => [W1, b1, W2, b2].flatMap((A) => [...A.values]);
const lossOf = (network: Parameters) => crossEntropy(forward(network, digits.X).A2, Y);

Deno.test("on a slice, the three networks are as far apart as they are", () => {
  const places = networks.map((network) => slice.place(network, 0));
  for (const [a, b] of [[0, 1], [0, 2], [1, 2]]) {
    const [from, to] = [numbers(networks[a]), numbers(networks[b])];
    const far = Math.hypot(...from.map((number, k) => number - to[k]));
    const drawn = Math.hypot(places[a].x - places[b].x, places[a].y - places[b].y);
    assertAlmostEquals(drawn, far, 1e-9 * far);
  }
});

Deno.test("the map's losses are those of the networks at its places", () => {
  // Half way between the first two networks lies on the plane.
  const half: Parameters = Object.fromEntries((["W1", "b1", "W2", "b2"] as const).map((name) => {
    const [A, B] = networks.map((network) => network[name]);
    return [name, new Matrix(A.rows, A.cols, A.values.map((a, k) => (a + B.values[k]) / 2))];
  })) as never;
  const exact = lossSlice(digits, [half, networks[1], networks[2]]);
  const { x: [left, right], y: [low, high], losses } = exact;
  const side = losses.length;
  const at = (x: number, y: number) => {
    const [u, v] = [
      (x - left) / (right - left) * (side - 1),
      (y - low) / (high - low) * (side - 1),
    ];
    const [i, j] = [Math.floor(u), Math.floor(v)];
    const [s, t] = [u - i, v - j];
    const row = (j: number) => losses[j][i] * (1 - s) + losses[j][i + 1] * s;
    return row(j) * (1 - t) + row(j + 1) * t;
  };
  for (const network of [half, networks[1], networks[2]]) {
    const { x, y } = exact.place(network, 0);
    // Between the places of the grid the loss is not straight.
    assertAlmostEquals(at(x, y), lossOf(network), 0.15);
  }
  assert(losses.flat().every(Number.isFinite));
});

Deno.test("sliceWalk() records where a training is, and the figure draws it", async () => {
  const walk = sliceWalk(slice, "plain");
  const { history, parameters } = await train(digits, {
    iterations: 5,
    learningRate: 0.5,
    seed: 1,
    onProgress: walk,
  });
  const places = slice.walks.plain;
  assertEquals(places.map(({ loss }) => loss), history.map(({ loss }) => loss));
  assertEquals([places[0].x, places[0].y], [0, 0]);
  assertEquals(places[5], slice.place(parameters, history[5].loss));
  const { data, layout } = slice.figure({ title: "A walk" });
  assertEquals(data.map(({ type }) => type), ["contour", "scatter"]);
  assertStringIncludes(layout.meta.alt, "A walk: a map of the loss");
  assertStringIncludes(layout.meta.alt, "plain goes from loss");
  // A second training under the same name begins anew.
  await train(digits, { iterations: 2, seed: 1, onProgress: walk });
  assertEquals(slice.walks.plain.length, 3);
});

Deno.test("lossSlice() says what it needs", () => {
  assertThrows(() => lossSlice(digits, networks.slice(0, 2)), ArgumentError, "but found 2");
  const [first, second] = networks;
  assertThrows(() => lossSlice(digits, [first, second, first]), ArgumentError, "on a line");
  const wider = initParameters({ hidden: 12 });
  assertThrows(() => lossSlice(digits, [first, second, wider]), ShapeError, "12 x 784");
  assertThrows(() => slice.place(wider, 0), ShapeError, "has no place");
  assertThrows(() => sliceWalk({} as never, "plain"), ArgumentError, "what lossSlice made");
});
