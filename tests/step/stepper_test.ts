import { assert, assertEquals, assertStringIncludes, assertThrows } from "@std/assert";
import {
  ArgumentError,
  backward,
  forward,
  initParameters,
  Matrix,
  oneHot,
  Pixels,
  ShapeError,
  stepper,
  update,
} from "glassnet";
import { equations } from "../../lib/step/equations.ts";

const names = ["Z1", "A1", "Z2", "A2", "dZ2", "dW2", "db2", "dZ1", "dW1", "db1"] as const;
const parameterNames = ["W2", "b2", "W1", "b1"] as const;

/** Images with dark pixels here and there. */
function images(count: number): Matrix {
  const bytes = Uint8Array.from(
    { length: 784 * count },
    (_, k) => k * k % 7 < 2 ? k * 37 % 256 : 0,
  );
  return Pixels.fromBytes(bytes).toMatrix();
}

const X = images(5);
const Y = oneHot([3, 7, 1, 0, 7]);
const parameters = initParameters({ seed: 6 });

Deno.test("stepper() gives the bits of forward, backward and update, for an image and a batch", () => {
  for (const dtype of ["float64", "float32"] as const) {
    for (const count of [1, 5]) {
      const start = initParameters({ seed: 6, dtype });
      const X = images(count);
      const Y = oneHot([3, 7, 1, 0, 7].slice(0, count), 10, dtype);
      const activations = forward(start, X);
      const gradients = backward(start, activations, X, Y);
      const expected = { ...activations, ...gradients };
      const after = update(start, gradients, 0.3);
      const { values, before } = stepper(start, X, Y, 0.3).run();
      for (const name of names) assertEquals(values[name]!.values, expected[name].values);
      for (const name of parameterNames) {
        assertEquals(values[name]!.values, after[name].values);
        assertEquals(before[name].values, start[name].values);
      }
    }
  }
});

Deno.test("stepper() walks the fourteen forwards and back", () => {
  const walk = stepper(parameters, X, Y, 0.1);
  const order = [...names, ...parameterNames];
  assertEquals(walk.step, undefined);
  assertEquals(order.map(() => walk.next().name), order);
  assertEquals(order.slice(1).map(() => walk.back().name), order.slice(0, -1).reverse());
  assertEquals(walk.goTo("dW1").number, 9);
  assertEquals(walk.next().name, "db1");
  assertEquals(walk.run().steps.map(({ name }) => name), order);
  assertEquals(walk.step?.name, "b1");
});

Deno.test("stepper() knows at each step what has been computed, and no more", () => {
  const walk = stepper(parameters, X, Y, 0.1);
  assertEquals(Object.keys(walk.next().values), ["X", "Y", "W1", "b1", "W2", "b2", "Z1"]);
  const { values } = walk.goTo("dZ1");
  assertEquals([values.dZ1?.shape, values.dW1], ["10 x 5", undefined]);
  assertEquals(values.W2, parameters.W2);
  assertEquals(walk.goTo("W2").values.W2 === parameters.W2, false);
});

Deno.test("stepper() says what is wrong, and stays where it is", () => {
  const walk = stepper(parameters, X, Y, 0.1);
  assertThrows(() => walk.back(), ArgumentError, "no step before Z1");
  assertEquals(walk.step, undefined);
  walk.goTo("Z1");
  assertThrows(() => walk.back(), ArgumentError, "no step before Z1");
  assertThrows(
    // @ts-expect-error there is no dW9
    () => walk.goTo("dW9"),
    ArgumentError,
    'There is no step "dW9". The fourteen are Z1,',
  );
  assertThrows(() => walk.image(5), ArgumentError, "There is no image 5: X has 5 images, 0 to 4.");
  assertThrows(() => walk.image(-1), ArgumentError, "There is no image -1");
  assertThrows(() => walk.image(0.5), ArgumentError, "There is no image 0.5");
  assertThrows(() => walk.step?.at(10, 0), ArgumentError, "There is no row 10");
  assertThrows(() => walk.watch("W1", 0, 784), ArgumentError, "There is no column 784");
  // @ts-expect-error Z1 is no parameter
  assertThrows(() => walk.watch("Z1", 0, 0), ArgumentError, "one of the parameters");
  assertEquals(walk.step?.name, "Z1");
  assertEquals(walk.step?.toString().includes("watched"), false);
  walk.goTo("b1");
  assertThrows(() => walk.next(), ArgumentError, "no step after b1");
  assertEquals(walk.step?.name, "b1");
});

Deno.test("stepper() throws if it is given something else", () => {
  // @ts-expect-error no parameters
  assertThrows(() => stepper({}, X, Y, 0.1), ArgumentError, "W1, b1, W2, b2");
  assertThrows(() => stepper(parameters, X, oneHot([1]), 0.1), ShapeError, "Y to be 10 x 5");
  const fewRows = Matrix.zeros(4, 5);
  assertThrows(() => stepper(parameters, X, fewRows, 0.1), ShapeError, "Y to be 10 x 5");
  assertThrows(() => stepper(parameters, Matrix.zeros(3, 5), Y, 0.1), ShapeError, "matmul");
  assertThrows(() => stepper(parameters, X, Y, NaN), ArgumentError, "learningRate");
  // @ts-expect-error labels are not a matrix
  assertThrows(() => stepper(parameters, X, [1, 2], 0.1), ArgumentError, "Y to be a Matrix");
});

Deno.test("a step's line of code is the line of lib/network", () => {
  for (const { code, file, step } of equations) {
    const source = Deno.readTextFileSync(new URL(`../../lib/network/${file}`, import.meta.url));
    const lines = source.split("\n").map((line) => line.trim());
    assertEquals(lines.filter((line) => line === code).length, 1, `${step}: ${code}`);
  }
});

Deno.test("a step shows formula, shapes, code, heat map and one element written out", () => {
  const walk = stepper(parameters, X, Y, 0.1);
  for (const { step: name } of equations) {
    const step = walk.goTo(name);
    const { "text/html": html, "text/plain": text } = step.bundle;
    const plain = html.replace(/<[^>]*>/g, "");
    for (const shown of [step.code, step.shape, `${step.number} of 14`]) {
      assertStringIncludes(plain, shown);
      assertStringIncludes(text, shown.replace(step.shape, `(${step.shape})`));
    }
    assertStringIncludes(html, "outline:2px solid"); // the matrix of the moment
    assertStringIncludes(html, '<img class="glassnet-picture" src="data:image/png;base64,');
    assertStringIncludes(html, 'alt="Heat map of');
    assertEquals(/<script|<style| on\w+=/.test(html), false);
    const { row, col } = step.element;
    assertStringIncludes(plain, `[${row}, ${col}] = `);
  }
  const html = walk.goTo("dW1").bundle["text/html"];
  for (const shape of ["10 x 784", "10 x 5", "5 x 784"]) assertStringIncludes(html, shape);
});

Deno.test("a step at an element names what it was made of", () => {
  const step = stepper(parameters, X, Y, 0.1).goTo("dW1").at(3, 405);
  const text = step.toString();
  assertStringIncludes(text, "dW1[3, 405] = 1/5 (");
  assertStringIncludes(text, "row 3 of dZ1, row 405 of X");
  assertEquals(step.writtenOut.value, step.result.get(3, 405));
});

Deno.test("image() chooses the image from which the element is taken", () => {
  const walk = stepper(parameters, X, Y, 0.1);
  for (const image of [0, 4]) {
    assertEquals(walk.image(image).goTo("Z1").element.col, image);
    assertEquals(walk.goTo("dZ2").element.col, image);
  }
});

Deno.test("watch() follows one number through the step", () => {
  const walk = stepper(parameters, X, Y, 0.5);
  const watch = walk.watch("W1", 3, 405);
  const dW1 = walk.run().values.dW1!.get(3, 405);
  assertEquals(watch.before, parameters.W1.get(3, 405));
  assertEquals(watch.gradient, dW1);
  assertEquals(watch.after, parameters.W1.get(3, 405) - 0.5 * dW1);
  const line = (name: "Z1" | "dW1" | "W1") => walk.goTo(name).toString().split("watched  ")[1];
  assertEquals(line("Z1").includes("dW1"), false);
  assert(line("dW1").includes("dW1[3, 405] = ") && !line("dW1").includes("new"));
  assertStringIncludes(line("W1"), "new W1[3, 405] = ");
  assertEquals(watch.bundle["text/plain"], line("W1"));
});

Deno.test("watch() follows several numbers, each on a line of its own", () => {
  const walk = stepper(parameters, X, Y, 0.5);
  const watches = [walk.watch("W1", 3, 405), walk.watch("b2", 4, 0), walk.watch("W1", 0, 1)];
  const { "text/html": html, "text/plain": text } = walk.goTo("b1").bundle;
  assertEquals(text.split("\nwatched  ").slice(1), watches.map(String));
  assertEquals(html.split("<div>watched: ").length - 1, watches.length);
});

Deno.test("run() shows all fourteen", () => {
  const run = stepper(parameters, X, Y, 0.1).run();
  const html = run.bundle["text/html"];
  assertEquals(html.split("<summary>").length - 1, 14);
  assert(html.length < 400_000, `${html.length}`);
});
