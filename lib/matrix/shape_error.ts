import { ArgumentError } from "../arguments/argument_error.ts";

/** The shapes of two matrices, or of the rows of one, do not fit together. */
export class ShapeError extends ArgumentError {
  /** `"ShapeError"`. */
  override name = "ShapeError";
}
