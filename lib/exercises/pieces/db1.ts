import type { Piece } from "../piece.ts";
import { biasGradient } from "./bias_gradient.ts";
import { stepOf } from "./step_of.ts";

/** The piece `db1`. */
export const db1: Piece = biasGradient({
  name: "db1",
  error: "dZ1",
  gives: "db1, hidden x 1, the shape of b1",
  real: (digits) => [[stepOf(digits).dZ1]],
});
