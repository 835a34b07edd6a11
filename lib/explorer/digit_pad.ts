import { percent } from "../display/numbers.ts";
import { argmax } from "../training/metrics.ts";
import { Pixels } from "../matrix/pixels.ts";
import { forward } from "../network/forward.ts";
import type { Parameters } from "../network/parameters.ts";
import { imageOf } from "./drawing.ts";
import { packParameters } from "./explorer.ts";
import type { Stroke } from "./ink.ts";
import { PageDisplay } from "./page_display.ts";
import { Painting } from "./painting.ts";

/** A 7, as someone may draw it: the example in the still picture. */
const seven: Stroke = [[0.3, 0.25], [0.7, 0.25], [0.62, 0.42], [0.52, 0.6], [0.45, 0.8]]
  .map(([x, y]) => ({ x, y }));

/**
 * A pad in the page to draw a digit on, with the mouse, a finger, a pen or the keyboard, large or small.
 * The drawing is scaled and centred as MNIST's images were, and Z1, A1, Z2 and A2 answer at once, with the
 * parameters that were given. Undo, or Ctrl+Z, takes back the last stroke. The arrow keys move the pen, two
 * of them at once for a slanted line, and Space or Enter puts it down or lifts it.
 *
 * @throws {ArgumentError} if the parameters are not a network's
 * @throws {ShapeError} if W1 does not have 784 columns
 *
 * @example
 * ```ts
 * import { digitPad, initParameters } from "glassnet";
 * import { assertStringIncludes } from "@std/assert";
 *
 * assertStringIncludes(digitPad(initParameters()).html, "<script>");
 * ```
 */
export function digitPad(parameters: Parameters): PageDisplay {
  const packed = packParameters("digitPad", parameters);
  const image = Pixels.fromBytes(imageOf([seven])!).toMatrix();
  const { Z1, A1, Z2, A2 } = forward(parameters, image);
  const digit = argmax(A2)[0];
  const painting = new Painting(470, 200);
  const top = 36;
  painting.write("X", 16, 12);
  painting.matrix("X", image, 0, 16, top, 5);
  const layers = { Z1, A1, Z2, A2 };
  (["Z1", "A1", "Z2", "A2"] as const).forEach((name, k) => {
    const left = 200 + k * 60;
    painting.write(name, left, 12);
    painting.matrix(name, layers[name], 0, left, top, Math.min(14, 140 / layers[name].rows));
  });
  return new PageDisplay({ kind: "pad", parameters: packed }, {
    painting,
    alt:
      `A drawn 7 as 28 x 28 pixels, and what the layers Z1, A1, Z2 and A2 answer: the network says ` +
      `${digit} with ${percent(A2.get(digit, 0))}.`,
    caption:
      "An example of what the pad shows: a drawn 7 and the answers of the four layers. Run the " +
      "cell to draw a digit of your own.",
  });
}
