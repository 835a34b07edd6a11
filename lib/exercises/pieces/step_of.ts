import type { Digits } from "../../training/digits.ts";
import { oneHot } from "../../network/one_hot.ts";
import { backward, type Gradients } from "../../network/backward.ts";
import { type Activations, forward } from "../../network/forward.ts";
import { initParameters, type Parameters } from "../../network/parameters.ts";
import type { Matrix } from "../../matrix/matrix.ts";

/** Every matrix of one training step on real digits. */
export function stepOf(
  { X, labels }: Digits,
): Parameters & Activations & Gradients & { X: Matrix; Y: Matrix } {
  const parameters = initParameters({ seed: 5 });
  const activations = forward(parameters, X);
  const Y = oneHot(labels!);
  return { ...parameters, ...activations, X, Y, ...backward(parameters, activations, X, Y) };
}
