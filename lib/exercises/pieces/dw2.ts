import type { Piece } from "../piece.ts";
import { stepOf } from "./step_of.ts";
import { weightGradient } from "./weight_gradient.ts";

/** The piece `dW2`. */
export const dW2: Piece = weightGradient({
  name: "dW2",
  error: "dZ2",
  input: "A1",
  gives: "dW2, 10 x hidden, the shape of W2",
  real: (digits) => {
    const { dZ2, A1 } = stepOf(digits);
    return [[dZ2, A1]];
  },
});
