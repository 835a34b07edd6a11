import type { Piece } from "../piece.ts";
import { stepOf } from "./step_of.ts";
import { weightGradient } from "./weight_gradient.ts";

/** The piece `dW1`. */
export const dW1: Piece = weightGradient({
  name: "dW1",
  error: "dZ1",
  input: "X",
  gives: "dW1, hidden x 784, the shape of W1",
  real: (digits) => {
    const { dZ1, X } = stepOf(digits);
    return [[dZ1, X]];
  },
});
