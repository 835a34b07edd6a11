/** A place in a cell as an editor counts: the first line is 1, the first column is 1. */
export interface Place {
  line: number;
  column: number;
}

/**
 * A text that is put together from pieces of a cell's JavaScript and from other pieces, and that knows
 * where each piece stood in the cell.
 */
export class PlaceMap {
  text = "";
  readonly #source: string[];
  readonly #js: string;
  readonly #before: number;
  readonly #copies: { out: number; js: number; length: number }[] = [];

  /**
   * @param source the cell as it was written
   * @param js its JavaScript, on the same lines, with less on each of them
   * @param before how many characters of the first line are not the reader's own
   */
  constructor(source: string, js: string, before: number) {
    this.#source = source.split("\n");
    this.#js = js;
    this.#before = before;
  }

  /** Adds a text of our own. */
  add(text: string): void {
    this.text += text;
  }

  /** Adds what stands in the JavaScript from `start` to `end`. */
  copy(start: number, end: number): void {
    this.#copies.push({ out: this.text.length, js: start, length: end - start });
    this.text += this.#js.slice(start, end);
  }

  /** Where a place in the text stood in the cell, or the nearest one before. Both count from 1. */
  placeOf(line: number, column: number): Place | undefined {
    const lines = this.text.split("\n");
    const at = lines.slice(0, line - 1).reduce((sum, { length }) => sum + length + 1, column - 1);
    const copy = this.#copies.findLast(({ out, length }) => out <= at && length > 0);
    if (!copy) return undefined;
    return placeIn(
      this.#source,
      this.#js,
      copy.js + Math.min(at - copy.out, copy.length),
      this.#before,
    );
  }
}

/** Where a character of a cell's JavaScript stood in the cell. */
export function placeIn(source: string[], js: string, offset: number, before: number): Place {
  const ahead = js.slice(0, offset).split("\n");
  const line = Math.min(ahead.length, source.length);
  const column = aligned(source[line - 1], js.split("\n")[ahead.length - 1], ahead.at(-1)!.length);
  return { line, column: column + 1 - (line === 1 ? Math.min(before, column) : 0) };
}

/** The JavaScript of a line is the line without its types, so the same characters come in the same order. */
function aligned(source: string, js: string, column: number): number {
  let at = 0;
  for (let i = 0; i < column; i++) {
    const found = source.indexOf(js[i], at);
    if (found < 0) return column;
    at = found + 1;
  }
  // Past the types that stand right here.
  const here = js[column] === undefined ? at : source.indexOf(js[column], at);
  return here < 0 ? at : here;
}
