/** A function was given an argument that it does not work on. */
export class ArgumentError extends TypeError {
  /** `"ArgumentError"`. */
  override name = "ArgumentError";

  /** @param message a question in it, as in "is an await missing?", is its own full stop */
  constructor(message?: string, options?: ErrorOptions) {
    super(message?.replace(/\?\.(?=\s|$)/g, "?"), options);
  }
}
