import { DataError } from "./errors.ts";
import { fileKind } from "./file_kinds.ts";

/**
 * Refuses a file that is no CSV at all.
 *
 * @param head the first 64 KB of the file, or all of it
 * @throws {DataError} if it is packed, binary, or has no lines
 */
export function refuseOtherFormats(head: Uint8Array, file: string): void {
  const refuse = (what: string): never => {
    throw new DataError(`expected a CSV file that begins with a header. ${what}`, {
      ...{ file, line: 1, column: 1 },
    });
  };
  const kind = fileKind(head);
  if (kind) refuse(`This is ${kind.is}. ${kind.toDigits}`);
  // Within the header, that is: a stray byte in a row is reported with its line and column.
  if (head.subarray(0, 1024).includes(0)) refuse("This is a binary file. Is it the right one?");
  // The header takes 7 KB. More without a line end would have to be held in memory in one piece.
  if (head.length >= 65536 && !head.includes(0x0a) && !head.includes(0x0d)) {
    refuse(
      "The first 64 KB of this file hold no line end. If it has a column for each image, exchange rows and " +
        "columns first.",
    );
  }
}
