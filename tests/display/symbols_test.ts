import { assertEquals } from "@std/assert";
import { initParameters, oneHot, Pixels } from "glassnet";
import {
  expectedShape,
  impliedSizes,
  isPerImage,
  kindOf,
  matrixNames,
  meanings,
  symbols,
} from "../../lib/display/symbols.ts";
import { trainingStep } from "../../lib/step/training_step.ts";

const X = Pixels.fromBytes(new Uint8Array(784 * 5)).toMatrix();
const parameters = initParameters({ hidden: 7 });
const step = trainingStep(parameters, X, oneHot([3, 7, 1, 0, 7]), 0.1);

Deno.test("the table of matrices has the names and shapes of a training step", () => {
  assertEquals(matrixNames.toSorted(), Object.keys(step).toSorted());
  const sizes = impliedSizes(step);
  assertEquals(sizes, { inputs: 784, hidden: 7, classes: 10, images: 5 });
  for (const name of matrixNames) {
    assertEquals(expectedShape(meanings[name], sizes), step[name].shape, name);
    assertEquals(isPerImage(name), step[name].cols === sizes.images, name);
  }
});

Deno.test("a gradient and an updated parameter have the shape of what they belong to", () => {
  for (const name of matrixNames) {
    const { gradientOf, updateOf } = meanings[name];
    const whose = gradientOf ?? updateOf;
    if (whose) assertEquals(step[name].shape, step[whose].shape, name);
    assertEquals(gradientOf, name.startsWith("d") ? name.slice(1) : undefined);
    assertEquals(updateOf, name.startsWith("new") ? name.slice(4) : undefined);
  }
  assertEquals(symbols, matrixNames.filter((name) => !name.startsWith("new")));
  assertEquals(matrixNames.filter((name) => kindOf(name) === "pixels"), ["X"]);
});
