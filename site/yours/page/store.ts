/**
 * The reader's own files, kept in this browser: those that they have opened, and those that cells have
 * written. Nothing of them leaves it.
 *
 * @module
 */
import { createStore, del, entries, set, type UseStore } from "idb-keyval";
import type { Content } from "../../kernel/protocol.ts";

/** The browser's store for files, shared by all pages of the site. */
export class FileStore {
  readonly #files: UseStore | undefined;
  readonly #others: BroadcastChannel | undefined;
  /** What this page knows, also where the browser keeps nothing. */
  readonly #known = new Map<string, Content>();
  /** Called when files can't be kept: they are there until the page is closed. */
  onRefused: () => void = () => {};
  /** Called when a file is there, another one, or none any more: here or in another tab. */
  onChange: (path: string, content: Content | undefined) => void = () => {};
  readonly #opened: Promise<void>;

  constructor() {
    try {
      this.#files = createStore("glassnet", "files");
      this.#others = new BroadcastChannel("glassnet/files");
      this.#others.onmessage = ({ data: { path, content } }) => {
        this.#learn(path, content);
        this.onChange(path, content);
      };
    } catch {
      // A browser may forbid it, as in a private window. Then files last as long as the page.
    }
    this.#opened = this.#open();
  }

  /** The files by their paths, in alphabetical order. */
  async all(): Promise<ReadonlyMap<string, Content>> {
    await this.#opened;
    return new Map([...this.#known].toSorted(([a], [b]) => a < b ? -1 : 1));
  }

  /** Adds a file, or forgets it, and tells this page's kernel. */
  async put(path: string, content: Content | undefined): Promise<void> {
    const kept = this.keep(path, content);
    this.onChange(path, content);
    await kept;
  }

  /** Keeps a file that a cell has written, or forgets one that it has taken away. */
  async keep(path: string, content: Content | undefined): Promise<void> {
    await this.#opened;
    this.#learn(path, content);
    this.#others?.postMessage({ path, content });
    await this.#try((files) => content ? set(path, content, files) : del(path, files));
  }

  /** Forgets every file. */
  async clear(): Promise<void> {
    for (const path of (await this.all()).keys()) await this.put(path, undefined);
  }

  async #open(): Promise<void> {
    try {
      if (this.#files) {
        const kept = await entries<string, Content>(this.#files);
        for (const [path, content] of kept) this.#known.set(path, content);
      }
    } catch {
      // Nothing was kept, or it can't be reached; the first file that comes says so.
    }
  }

  #learn(path: string, content: Content | undefined): void {
    if (content) this.#known.set(path, content);
    else this.#known.delete(path);
  }

  async #try(work: (files: UseStore) => Promise<void>): Promise<void> {
    try {
      if (!this.#files) throw new Error("This browser keeps nothing.");
      await work(this.#files);
    } catch {
      this.onRefused();
    }
  }
}

/** The last part of a path. */
export function nameOf(path: string): string {
  return path.split("/").at(-1)!;
}

/** A size as a person reads it. */
export function sizeOf(content: Content): string {
  const bytes = content instanceof Blob ? content.size : content.length;
  if (bytes < 1000) return `${bytes} bytes`;
  return bytes < 1e6 ? `${Math.round(bytes / 1000)} kB` : `${(bytes / 1e6).toFixed(1)} MB`;
}
