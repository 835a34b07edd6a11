import { assertAlmostEquals, assertEquals, assertRejects, assertThrows } from "@std/assert";
import {
  accelerate,
  ArgumentError,
  backward,
  type Digits,
  forward,
  initVelocity,
  Matrix,
  oneHot,
  type Parameters,
  ShapeError,
  train,
  update,
  type Velocity,
} from "glassnet";
import truth from "./fixtures/momentum.json" with { type: "json" };

const { iterations, alpha, mu } = truth;
const names = ["W1", "b1", "W2", "b2"] as const;
const digits: Digits = {
  X: Matrix.from(truth.X),
  labels: Uint8Array.from(truth.labels),
  count: truth.labels.length,
};
const parameters = Object.fromEntries(
  names.map((name) => [name, Matrix.from(truth.start[name])]),
) as unknown as Parameters;
const cosine = (k: number) => alpha / 2 * (1 + Math.cos(Math.PI * k / iterations));

function assertClose(actual: Matrix, expected: number[][]) {
  assertEquals(actual.shape, `${expected.length} x ${expected[0].length}`);
  actual.toArray().flat().forEach((x, k) => assertAlmostEquals(x, expected.flat()[k], 1e-12));
}

Deno.test("train() with momentum and a schedule makes the steps of PyTorch's SGD", async () => {
  const { history, parameters: end } = await train(digits, {
    parameters,
    iterations,
    momentum: mu,
    learningRate: cosine,
  });
  history.forEach(({ loss }, k) => assertAlmostEquals(loss, truth.losses[k], 1e-12));
  for (const name of names) assertClose(end[name], truth.end[name]);
});

Deno.test("accelerate() and update() make the steps of PyTorch's SGD", () => {
  const Y = oneHot(truth.labels);
  let now = parameters;
  let velocity: Velocity = initVelocity(now);
  for (const rate of truth.rates) {
    velocity = accelerate(velocity, backward(now, forward(now, digits.X), digits.X, Y), mu);
    now = update(now, velocity, rate);
  }
  for (const name of names) {
    assertClose(now[name], truth.end[name]);
    assertClose(velocity[`d${name}`], truth.velocity[`d${name}`]);
  }
});

Deno.test("accelerate() leaves the velocity and the gradients that it is given", () => {
  const { X } = digits;
  const gradients = backward(parameters, forward(parameters, X), X, oneHot(truth.labels));
  const velocity = accelerate(initVelocity(parameters), gradients, mu);
  const [before, dW1] = [velocity.dW1.toArray(), gradients.dW1.toArray()];
  accelerate(velocity, gradients, mu);
  assertEquals([velocity.dW1.toArray(), gradients.dW1.toArray()], [before, dW1]);
});

Deno.test("accelerate() without momentum gives the gradients to the bit", () => {
  const { X } = digits;
  const gradients = backward(parameters, forward(parameters, X), X, oneHot(truth.labels));
  const velocity = accelerate(initVelocity(parameters), gradients, 0);
  for (const name of names) assertEquals(velocity[`d${name}`].values, gradients[`d${name}`].values);
});

Deno.test("accelerate() throws if mu is out of range or a shape does not fit", () => {
  const velocity = initVelocity(parameters);
  for (const wrong of [1, -0.1, NaN, "0.9" as unknown as number]) {
    assertThrows(
      () => accelerate(velocity, velocity, wrong),
      ArgumentError,
      `momentum expected a number from 0 to less than 1, but found ${
        typeof wrong === "string" ? JSON.stringify(wrong) : wrong
      }.`,
    );
  }
  const turned = { ...velocity, dW1: Matrix.zeros(7, 5) };
  assertThrows(() => accelerate(velocity, turned, mu), ShapeError, "A is 5 x 7 and B is 7 x 5");
});

Deno.test("initVelocity() is zeros in the number format of the parameters", () => {
  const single = Object.fromEntries(
    names.map((name) => [name, Matrix.from(truth.start[name], "float32")]),
  ) as unknown as Parameters;
  for (const name of names) {
    const V = initVelocity(single)[`d${name}`];
    assertEquals([V.shape, V.dtype], [single[name].shape, "float32"]);
    assertEquals(V.values.some((v) => v !== 0), false);
  }
});

Deno.test("train() asks a schedule once an update, by the number of updates before", async () => {
  const asked: number[] = [];
  const steady = await train(digits, { iterations: 4, learningRate: 0.3, seed: 1 });
  const scheduled = await train(digits, {
    iterations: 4,
    seed: 1,
    learningRate: (iteration) => {
      asked.push(iteration);
      return 0.3;
    },
  });
  assertEquals(asked.filter((iteration, k) => iteration !== asked[k - 1]), [0, 1, 2, 3]);
  assertEquals(scheduled, steady);
});

Deno.test("train() refuses a momentum out of range", async () => {
  await assertRejects(() => train(digits, { momentum: 1 }), ArgumentError, "momentum expected");
});

Deno.test("train() that diverges names the learning rate of the last update", async () => {
  const learningRate = (iteration: number) => iteration < 2 ? 0.1 : 1e200;
  const { stopped } = await train(digits, { learningRate });
  assertEquals([stopped?.reason, stopped?.iteration], ["diverged", 3]);
  assertEquals(stopped?.message.includes("Try a learning rate of 1e+199"), true);
});
