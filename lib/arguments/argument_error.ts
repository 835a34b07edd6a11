/** A function was given an argument that it does not work on. */
export class ArgumentError extends TypeError {
  /** `"ArgumentError"`. */
  override name = "ArgumentError";
}
