/** A file or a set of digits is not what was expected; the message says where and what to do. */
export class DataError extends Error {
  override name = "DataError";
}
