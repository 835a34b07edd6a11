/** What the page and the worker that looks at a file say to each other. */

/** A file that the reader has chosen, and the folder of the page's notebook. */
export interface ToReader {
  name: string;
  content: Blob;
  folder: string;
}

/** What the file is. */
export type FromReader =
  | { type: "loading"; done: number; total: number }
  /** It is good: where cells find it, what was read in it as a sentence, and the cache beside it. */
  | { type: "good"; path: string; said: string; cache?: Uint8Array<ArrayBuffer> }
  /** It is not, and why. */
  | { type: "wrong"; message: string };
