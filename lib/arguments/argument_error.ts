/** Something that a function was given is not what it works on. */
export class ArgumentError extends TypeError {
  override name = "ArgumentError";
}
