/** A function was given an argument that it does not work on. */
export class ArgumentError extends TypeError {
  /** `"ArgumentError"`. */
  override name = "ArgumentError";

  /**
   * Makes the error. A question in the message, as in "is an await missing?", is its own full stop.
   *
   * @param message what was expected, what was found, and what to do
   */
  constructor(message?: string, options?: ErrorOptions) {
    super(message?.replace(/\?\.(?=\s|$)/g, "?"), options);
  }
}
