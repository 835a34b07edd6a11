import type { Piece } from "../piece.ts";
import { biasGradient } from "./bias_gradient.ts";
import { stepOf } from "./step_of.ts";

/** The piece `db2`. */
export const db2: Piece = biasGradient({
  name: "db2",
  error: "dZ2",
  gives: "db2, 10 x 1, the shape of b2",
  real: (digits) => [[stepOf(digits).dZ2]],
});
