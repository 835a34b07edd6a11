import { refuseOtherFormats } from "./other_formats.ts";
import { squeeze } from "./squeeze.ts";

/**
 * The text of a CSV file, piece after piece, as `CsvParseStream` should get it: runs of zeros
 * squeezed, and each blank line between others written as `""`, which the parser reports as a
 * row where it would skip a blank line. So row n of the parser is line n of the file. Line ends
 * after the last row are dropped.
 *
 * @param path the file
 * @param onBytes is given each piece of the file as it is read
 * @throws {DataError} if the file is no CSV at all
 */
export async function* csvText(
  path: string,
  onBytes: (bytes: Uint8Array<ArrayBuffer>) => void,
): AsyncGenerator<string, void> {
  using file = await Deno.open(path);
  const decoder = new TextDecoder(); // drops a BOM
  const buffer = new Uint8Array(65536);
  // Line ends at the end of a piece wait for what follows. The file begins as if after a line end.
  let waiting = "\n";
  let lineLength = 0;
  for (let first = true;; first = false) {
    const length = await file.read(buffer);
    if (length === null) break;
    const bytes = buffer.subarray(0, length);
    if (first) refuseOtherFormats(bytes, path);
    onBytes(bytes);
    const text = waiting + decoder.decode(bytes, { stream: true });
    const end = endOfContent(text);
    waiting = text.slice(end);
    if (end > 0) yield squeeze(markBlankLines(text.slice(0, end)));
    // Ten times the length of any right row: it is refused, so the rest need not be held in memory.
    const lineStart = text.lastIndexOf("\n");
    lineLength = lineStart < 0 ? lineLength + text.length : text.length - lineStart;
    if (lineLength > 65536) return;
  }
}

/** Where the line ends begin that a text ends with. */
function endOfContent(text: string): number {
  let end = text.length;
  while (end > 0 && (text[end - 1] === "\n" || text[end - 1] === "\r")) end--;
  return end;
}

function markBlankLines(text: string): string {
  if (!text.includes("\n\n") && !text.includes("\n\r\n")) return text;
  return text.replace(/\n(?=\r?\n)/g, '\n""');
}
