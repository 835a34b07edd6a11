/** A function was given an argument that it does not work on. */
export class ArgumentError extends TypeError {
  override name = "ArgumentError";
}
