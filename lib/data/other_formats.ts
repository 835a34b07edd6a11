import { DataError } from "./errors.ts";

/** How the files begin that are put in a CSV's place by mistake, and what to do with each. */
const beginnings: [bytes: number[], what: string][] = [
  [[0x1f, 0x8b], "This is a gzip archive. Unpack it first."],
  [[0x50, 0x4b, 0x03, 0x04], "This is a zip archive. Unpack it first."],
  [[0x37, 0x7a, 0xbc, 0xaf], "This is a 7z archive. Unpack it first."],
  [
    [0x00, 0x00, 0x08],
    "This is one of the original MNIST files. `deno task data` makes CSVs of them.",
  ],
  [[0xff, 0xfe], "This text is stored as UTF-16. Store it as UTF-8."],
  [[0xfe, 0xff], "This text is stored as UTF-16. Store it as UTF-8."],
  [[0x3c], "This is a web page, perhaps one that asks you to sign in. Download the file again."],
];

/**
 * Refuses a file that is no CSV at all.
 *
 * @param head the first 64 KB of the file, or all of it
 * @throws {DataError} if it is packed, binary, or has no lines
 */
export function refuseOtherFormats(head: Uint8Array, file: string): void {
  const place = { file, line: 1, column: 1 };
  const expected = "expected a CSV file that begins with a header.";
  for (const [bytes, what] of beginnings) {
    if (bytes.every((byte, i) => head[i] === byte)) {
      throw new DataError(`${expected} ${what}`, place);
    }
  }
  // Within the header, that is: a stray byte in a row is reported with its line and column.
  if (head.subarray(0, 1024).includes(0)) {
    throw new DataError(`${expected} This is a binary file. Is it the right one?`, place);
  }
  // The header takes 7 KB. More without a line end would have to be held in memory in one piece.
  if (head.length >= 65536 && !head.includes(0x0a) && !head.includes(0x0d)) {
    throw new DataError(`${expected} The first 64 KB of this file hold no line end.`, place);
  }
}
