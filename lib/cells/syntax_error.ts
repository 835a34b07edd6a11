import { placeIn } from "./place_map.ts";
import { pythonIn } from "./python.ts";
import { unclosed } from "./unclosed.ts";

/** A cell that is not TypeScript. The message shows the line, and a mark under the place. */
export class CellSyntaxError extends SyntaxError {
  override name = "CellSyntaxError";

  /** @param message what is wrong, the line, and the mark */
  constructor(message: string, readonly line: number, readonly column: number) {
    super(message);
  }

  /**
   * What sucrase or acorn says of a cell, in the form in which Deno's kernel says it.
   *
   * @param error theirs, which ends with the place, such as `(2:5)`
   * @param source the cell
   * @param js what they have read
   * @param before how many characters of the first line are not the reader's own
   * @throws what was not meant as such an error
   */
  static from(error: unknown, source: string, js: string, before: number): CellSyntaxError {
    const { message, pos, loc } = error as { message: string; pos?: number; loc?: Loc };
    if (loc === undefined && pos === undefined) throw error;
    let offset = pos ?? offsetOf(js, loc!);
    const open = js.slice(offset).trim() === "" ? unclosed(js) : undefined;
    // The end of the cell is where it is noticed; the bracket is what has to be looked at.
    if (open) offset = open.offset;
    const { line, column } = placeIn(source.split("\n"), js, offset, before);
    const shown = source.split("\n")[line - 1].slice(line === 1 ? before : 0);
    const said = message.replace(/^Error transforming \S+: /, "").replace(/ \(\d+:\d+\)$/, "");
    const number = String(line);
    const text = [
      open
        ? `A ${open.missing} is missing: this ${open.bracket} is never closed.`
        : said === "Unexpected token"
        ? unexpected(js, offset)
        : said,
      `${" ".repeat(number.length)} |`,
      `${number} | ${shown}`,
      `${" ".repeat(number.length)} | ${" ".repeat(column - 1)}~`,
    ];
    const python = open ? undefined : pythonIn(shown);
    if (python) text.push(python);
    return new CellSyntaxError(text.join("\n"), line, column);
  }
}

/** Lines count from 1, columns from 0. */
interface Loc {
  line: number;
  column: number;
}

function offsetOf(text: string, { line, column }: Loc): number {
  const ahead = text.split("\n").slice(0, line - 1);
  return ahead.reduce((sum, { length }) => sum + length + 1, column);
}

function unexpected(js: string, offset: number): string {
  const token = /^(?:[\w$]+|\S)/.exec(js.slice(offset))?.[0];
  return token ? `Unexpected ${token}` : "Unexpected end of the line or the cell";
}
