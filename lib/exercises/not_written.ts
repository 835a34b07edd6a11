/** A piece of an exercise that the reader has not written yet. */
export class NotWrittenError extends Error {
  /** What kind of error this is. */
  override name = "NotWrittenError";

  /** Says that a piece is not written yet. */
  constructor(
    /** The name of the piece, such as `"dW2"`. */
    readonly piece: string,
  ) {
    super(`${piece} is not written yet.`);
  }
}

/**
 * What a stub does until somebody writes it: it says so.
 *
 * @param piece the piece's name, such as `"dW2"`
 * @throws {NotWrittenError} always
 *
 * @example
 * ```ts
 * import { type Matrix, notWritten } from "glassnet";
 * import { assertThrows } from "@std/assert";
 *
 * function relu(Z: Matrix): Matrix {
 *   return notWritten("relu");
 * }
 * assertThrows(() => relu(undefined as never), Error, "relu is not written yet");
 * ```
 */
export function notWritten(piece: string): never {
  throw new NotWrittenError(piece);
}
