/**
 * Reads a notebook to which anything may have happened.
 *
 * @module
 */

import { ordinal } from "./cell_in_words.ts";

/** The part of a cell that grading uses. */
export interface Cell {
  /** Its place among all cells, counted from 1. */
  number: number;
  isCode: boolean;
  source: string;
  /** The piece that it belongs to, and its role there, if it still says so. */
  piece?: string;
  role?: "answer" | "check";
  /** The checks in its stored outputs. */
  shown?: Shown[];
  /** The hints in its stored outputs, of exercises where they have to be earned. */
  hints?: { piece: string; open: number }[];
}

/** A check as a notebook shows it. Whoever wrote the notebook can have written it, too. */
export interface Shown {
  piece: string;
  verdict: string;
  message: string;
}

/** A file that is not a readable notebook. The message says why, as part of a sentence. */
export class Damaged extends Error {
  override name = "Damaged";
}

/** The maximum size of a file in bytes, much more than a notebook with all its outputs has. */
const largest = 30_000_000;

/** The maximum number of cells, many times that of an exercise. */
const mostCells = 2000;

/**
 * The cells of a notebook.
 *
 * @throws {Damaged} if the file is empty, cut off, too large, not JSON, or not a notebook
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
  if (!isRecord(notebook)) throw new Damaged("it is JSON, but not a notebook");
  if (Array.isArray(notebook.worksheets)) {
    throw new Damaged("it is a notebook of a format from before 2015: open and save it in Jupyter");
  }
  if (!Array.isArray(notebook.cells)) {
    throw new Damaged("it is JSON, but not a notebook: it has no cells");
  }
  if (!notebook.cells.length) throw new Damaged("the notebook has no cells");
  if (notebook.cells.length > mostCells) {
    throw new Damaged(`the notebook has ${notebook.cells.length} cells, more than ${mostCells}`);
  }
  return notebook.cells.map((cell, k) => {
    const source = isRecord(cell) ? sourceOf(cell.source) : undefined;
    if (!isRecord(cell) || source === undefined) {
      throw new Damaged(
        `its ${ordinal(k + 1)} cell, counted with the text cells, is not a cell: it has no text`,
      );
    }
    const mark = isRecord(cell.metadata) ? cell.metadata.glassnet : undefined;
    const shown = shownChecks(cell.outputs);
    const hints = shownHints(cell.outputs);
    return {
      number: k + 1,
      isCode: cell.cell_type === "code",
      source,
      ...markOf(mark),
      ...(shown.length ? { shown } : {}),
      ...(hints.length ? { hints } : {}),
    };
  });
}

/** The checks that a cell's stored outputs show. */
function shownChecks(outputs: unknown): Shown[] {
  return shownAs("application/vnd.glassnet.check+json", outputs)
    .map(({ piece, verdict, message }) => ({
      piece: textIn(piece, 60),
      verdict: textIn(verdict, 60),
      message: textIn(message, 1000),
    }));
}

/** The hints that a cell's stored outputs show. */
function shownHints(outputs: unknown): { piece: string; open: number }[] {
  return shownAs("application/vnd.glassnet.hints+json", outputs)
    .map(({ piece, open }) => ({ piece: textIn(piece, 60), open: Number(open) }))
    .filter(({ open }) => Number.isInteger(open) && open > 0 && open < 100);
}

/** What a cell's stored outputs have in a format of Glassnet's. */
function shownAs(format: string, outputs: unknown): Record<string, unknown>[] {
  if (!Array.isArray(outputs)) return [];
  return outputs.map((output) =>
    isRecord(output) && isRecord(output.data) ? output.data[format] : undefined
  ).filter(isRecord);
}

function textIn(value: unknown, most: number): string {
  return typeof value === "string" ? value.slice(0, most) : "";
}

function textOf(bytes: Uint8Array): string {
  const kind = kindOf(bytes);
  if (kind) throw new Damaged(`it is ${kind}, not a notebook`);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw new Damaged("it is not text (or not UTF-8), so not a notebook");
  }
}

/** The kind of a file by its first bytes, if it is one that people hand in by mistake. */
function kindOf(bytes: Uint8Array): string | undefined {
  const starts: [string, string][] = [
    ["PK", "a zip file (or an office document)"],
    ["%PDF", "a PDF"],
    ["\x89PNG", "a picture"],
    ["\xff\xd8\xff", "a picture"],
    ["7z\xbc\xaf", "a 7z archive"],
    ["Rar!", "a RAR archive"],
    ["\x1f\x8b", "a packed archive"],
  ];
  const first = String.fromCharCode(...bytes.subarray(0, 8));
  return starts.find(([start]) => first.startsWith(start))?.[1];
}

function parse(text: string): unknown {
  const start = text.trimStart();
  if (!start) throw new Damaged("the file is empty");
  if (/^(<{7}|={7}|>{7})/m.test(text)) {
    throw new Damaged("it has the marks of a merge conflict, such as <<<<<<<: resolve it first");
  }
  if (start.startsWith("<")) throw new Damaged("it is a web page, not a notebook");
  if (/^(import|export|function|const|let|class|\/\/|\/\*)/.test(start)) {
    throw new Damaged("it is the text of a program, not a notebook");
  }
  try {
    return JSON.parse(text);
  } catch (error) {
    const said = (error as Error).message;
    // A text that breaks off has no error before its last character.
    const place = Number(/at position (\d+)/.exec(said)?.[1] ?? text.length);
    if (start.startsWith("{") && place >= text.trimEnd().length) {
      throw new Damaged("the file breaks off in the middle: only a part was handed in");
    }
    throw new Damaged(`it is not JSON, so not a notebook (${said.slice(0, 100)})`);
  }
}

/** A cell's text: one string, or an array of lines. */
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
