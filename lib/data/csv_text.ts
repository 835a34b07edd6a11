import { squeeze } from "./squeeze.ts";

/** Ten times the length of any row that a spreadsheet or a script would write. */
const LONGEST_ROW = 65536;

/** No number holds this character, nor a name, so it has the row that it stands in refused. */
const WRONG = "\ufffd";

/**
 * The text of a CSV file, piece after piece, as `CsvParseStream` should get it: runs of zeros
 * squeezed, line ends written as `\n` (a file may have `\r\n`, or `\r` as on an old Mac), and each
 * blank line between others written as `""`, which the parser reports as a row where it would skip a
 * blank line. So row n of the parser is line n of the file. Line ends after the last row are dropped.
 *
 * A row that takes more than 64 KB, and one whose quotation marks are still open at the end of the
 * file, end in a character that has them refused, so that nothing needs to be held in memory.
 *
 * @param pieces the file's bytes; a piece is not needed any more when the next one is asked for
 */
export async function* csvText(pieces: AsyncIterator<Uint8Array>): AsyncGenerator<string, void> {
  const decoder = new TextDecoder(); // drops a BOM
  const row = new RowLength();
  // Line ends at the end of a piece wait for what follows. The file begins as if after a line end.
  let waiting = "\n";
  for (let ended = false; !ended;) {
    const { done, value: bytes } = await pieces.next();
    ended = done === true;
    // At the end this gives WRONG for a letter that was cut off.
    const text = waiting + decoder.decode(bytes, { stream: !ended });
    const end = endOfContent(text);
    // Thousands of line ends are wrong if anything follows, and what is wrong is in the first few.
    waiting = text.slice(end, end + 1000);
    // A piece ends with no line end, so no \r\n is ever cut in two.
    const content = text.slice(0, end).replaceAll(/\r\n?/g, "\n");
    if (end > 0) yield squeeze(markBlankLines(content));
    row.add(content);
    if (row.length > LONGEST_ROW) return yield WRONG;
  }
  if (row.isOpen) yield `\n${WRONG}`;
}

/** Where the line ends begin that a text ends with. */
function endOfContent(text: string): number {
  let end = text.length;
  while (end > 0 && (text[end - 1] === "\n" || text[end - 1] === "\r")) end--;
  return end;
}

function markBlankLines(text: string): string {
  return text.includes("\n\n") ? text.replaceAll(/\n(?=\n)/g, '\n""') : text;
}

/** How long the last row is that has begun. A line end within quotation marks does not end it. */
class RowLength {
  /** Its characters so far. */
  length = 0;
  /** Whether a quotation mark is open. */
  isOpen = false;

  /** Takes in the next piece of text. */
  add(text: string): void {
    let from = 0;
    let rowStart = -1;
    for (let quote; (quote = text.indexOf('"', from)) >= 0; from = quote + 1) {
      const lineEnd = text.slice(from, quote).lastIndexOf("\n");
      if (!this.isOpen && lineEnd >= 0) rowStart = from + lineEnd;
      this.isOpen = !this.isOpen;
    }
    if (!this.isOpen) rowStart = Math.max(rowStart, text.lastIndexOf("\n"));
    this.length = rowStart < 0 ? this.length + text.length : text.length - rowStart;
  }
}
