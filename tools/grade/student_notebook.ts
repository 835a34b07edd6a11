/**
 * Reads a notebook that anything may have happened to.
 *
 * @module
 */

import { ordinal } from "./cell_in_words.ts";

/** A cell of a notebook, as far as the grading looks at it. */
export interface Cell {
  /** Its place among all cells, counted from 1. */
  number: number;
  isCode: boolean;
  source: string;
  /** The exercise that it belongs to, and as what, where it still says so. */
  piece?: string;
  role?: "answer" | "check";
}

/** A file that is no readable notebook. The message says why, as a clause for a sentence. */
export class Damaged extends Error {
  override name = "Damaged";
}

/** Much more than a notebook with all its outputs has. */
const largest = 30_000_000;

/**
 * The cells of a notebook.
 *
 * @throws {Damaged} if the file is empty, cut off, too large, no JSON, or no notebook
 */
export async function readNotebook(path: string): Promise<Cell[]> {
  const { size } = await Deno.stat(path);
  if (size === 0) throw new Damaged("the file is empty");
  if (size > largest) {
    throw new Damaged(
      `the file has ${megabytes(size)} MB, more than the ${megabytes(largest)} MB that are read`,
    );
  }
  return cellsOf(await Deno.readFile(path));
}

function megabytes(bytes: number): number {
  return Math.ceil(bytes / 1e6);
}

/** The cells in a notebook's bytes; see {@linkcode readNotebook}. */
export function cellsOf(bytes: Uint8Array): Cell[] {
  const notebook = parse(textOf(bytes));
  if (!isRecord(notebook)) throw new Damaged("it is JSON, but no notebook");
  if (Array.isArray(notebook.worksheets)) {
    throw new Damaged("it is a notebook of a format from before 2015: open and save it in Jupyter");
  }
  if (!Array.isArray(notebook.cells)) throw new Damaged("it is JSON, but no notebook: no cells");
  if (!notebook.cells.length) throw new Damaged("the notebook has no cells");
  return notebook.cells.map((cell, k) => {
    const source = isRecord(cell) ? sourceOf(cell.source) : undefined;
    if (!isRecord(cell) || source === undefined) {
      throw new Damaged(
        `its ${ordinal(k + 1)} cell, counted with the text cells, is no cell: it has no text`,
      );
    }
    const mark = isRecord(cell.metadata) ? cell.metadata.glassnet : undefined;
    return { number: k + 1, isCode: cell.cell_type === "code", source, ...markOf(mark) };
  });
}

function textOf(bytes: Uint8Array): string {
  // An archive, or an office document, under a notebook's name.
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) throw new Damaged("it is a zip file, no notebook");
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw new Damaged("it is no text (or no UTF-8), so no notebook");
  }
}

function parse(text: string): unknown {
  const start = text.trimStart();
  if (!start) throw new Damaged("the file is empty");
  if (start.startsWith("<")) throw new Damaged("it is a web page, no notebook");
  try {
    return JSON.parse(text);
  } catch (error) {
    const said = (error as Error).message;
    // What breaks off is no error before its last character.
    const place = Number(/at position (\d+)/.exec(said)?.[1] ?? text.length);
    if (start.startsWith("{") && place >= text.trimEnd().length) {
      throw new Damaged("the file breaks off in the middle: it was not handed in whole");
    }
    throw new Damaged(`it is no JSON, so no notebook (${said.slice(0, 100)})`);
  }
}

/** A cell's text is one string, or an array of lines. */
function sourceOf(source: unknown): string | undefined {
  if (typeof source === "string") return source;
  if (Array.isArray(source) && source.every((line) => typeof line === "string")) {
    return source.join("");
  }
}

function markOf(mark: unknown): Pick<Cell, "piece" | "role"> {
  if (!isRecord(mark) || typeof mark.piece !== "string") return {};
  if (mark.role !== "answer" && mark.role !== "check") return {};
  return { piece: mark.piece, role: mark.role };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
