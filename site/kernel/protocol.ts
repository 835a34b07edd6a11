/**
 * The messages between a page and the worker that runs its cells. The page's side is
 * `client.ts`: it starts the worker, ends it when it does not obey, and begins anew.
 *
 * One cell runs at a time. The page sends `run`; the worker answers with any number of `output`,
 * then one `done` with the same `id`. Everything is plain data that `postMessage` can copy.
 *
 * @module
 */
import type { Output } from "../../lib/cells/output.ts";

export type { Output };

/** A file's content: bytes, or a file that stays where the browser has it. */
export type Content = Uint8Array<ArrayBuffer> | Blob;

/** What the page tells the worker. */
export type ToKernel =
  /** The first message: where things are. Addresses are relative to the worker's own. */
  | {
    type: "begin";
    /** The folder of the notebook, in the worker's own files: `/notebooks` or `/notebooks/exercises`. */
    folder: string;
    /** Files that an earlier session or the reader has left, by their full path. */
    files?: { [path: string]: Content };
    /**
     * Maximum number of threads; 1 where memory can't be shared.
     *
     * @default as many as the processor has, and never more than work
     */
    threads?: number;
  }
  /** Run one cell. `id` is the page's own, such as the cell's; `others` are the notebook's other cells. */
  | { type: "run"; id: string; source: string; others?: string[] }
  /** The stop button. `train` stops and keeps what it reached. */
  | { type: "stop" }
  /** A file that the reader has chosen, by its full path, such as `/data/train.csv`. */
  | { type: "write"; path: string; content: Content }
  /** A file that is there no more; the site's own of that path is there again. */
  | { type: "forget"; path: string };

/** What the worker tells the page. */
export type FromKernel =
  /** The worker can run cells. `threads` is how many it uses. */
  | { type: "ready"; threads: number }
  /** The worker can't start, and why, as a sentence for the reader. */
  | { type: "failed"; message: string }
  /** A cell began to run; it is the `count`th, as in `[3]`. */
  | { type: "running"; id: string; count: number }
  /** Something that a cell prints, shows, or updates. */
  | { type: "output"; id: string; output: Output }
  /** A cell is through. With `ok: false` an error was among its outputs. */
  | { type: "done"; id: string; ok: boolean; count: number }
  /** The answer to `stop`: whether something listens, and will stop by itself. */
  | { type: "stopping"; heard: boolean }
  /** How far a file of data has been fetched, in bytes, for a progress bar. */
  | { type: "loading"; what: string; done: number; total: number }
  /** A cell has written a file; the page keeps it, since the worker may be ended. */
  | { type: "written"; path: string; bytes: Uint8Array<ArrayBuffer> }
  /** A cell has taken a file away. */
  | { type: "removed"; path: string };
