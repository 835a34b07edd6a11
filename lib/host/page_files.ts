import type { Files, OpenFile } from "./host.ts";
import { BlobFile } from "./blob_file.ts";
import { MemoryFile } from "./memory_file.ts";

/** A file that a page has not fetched yet. */
export interface FetchedFile {
  /** Its size in bytes, if that takes less than its content. */
  size?(): Promise<number>;
  /** Its whole content. */
  load(): Promise<Uint8Array<ArrayBuffer>>;
  /** Its content bit by bit, for a file that is too large to be held. */
  open?(): Promise<OpenFile>;
}

/**
 * A page's files: those that a cell has written or the reader has chosen, which lie in memory, and those
 * of the site, which are fetched when they are first asked for.
 */
export class PageFiles implements Files {
  readonly data = "/data";
  /** The folder where relative paths begin. */
  folder = "/";
  /** Is told of every file that is written. */
  onWrite: (path: string, bytes: Uint8Array<ArrayBuffer>) => void = () => {};
  /** Is told of every file that is taken away. */
  onRemove: (path: string) => void = () => {};

  /** Finds the labels of a CSV that is not the site's own and has none, if it can. */
  findLabels: (csv: string) => Promise<Uint8Array | undefined> = () => Promise.resolve(undefined);

  readonly #files = new Map<string, Uint8Array<ArrayBuffer> | FetchedFile>();
  readonly #locked = new Set<string>();
  readonly #vouched = new Map<string, () => Promise<Uint8Array | undefined>>();

  /** Adds a file of the site. */
  provide(path: string, file: FetchedFile): void {
    this.#files.set(this.resolve(path), file);
  }

  /**
   * Says that a CSV's cache is the site's own, made of that very CSV.
   *
   * @param labels gives the labels of a CSV without any
   */
  vouch(csv: string, labels: () => Promise<Uint8Array | undefined>): void {
    this.#vouched.set(this.resolve(csv), labels);
  }

  /** Adds a file, which may stay where the browser has it. What is known of another one is forgotten. */
  put(path: string, content: Uint8Array<ArrayBuffer> | Blob): void {
    this.drop(path);
    this.#files.set(this.resolve(path), content instanceof Blob ? inBrowser(content) : content);
  }

  /** Takes a file away with what is known of it, and tells nobody. */
  drop(path: string): void {
    const full = this.resolve(path);
    for (const one of [full, `${full}.cache`]) this.#files.delete(one);
    this.#vouched.delete(full);
  }

  /** The full path. */
  resolve(path: string): string {
    const parts: string[] = [];
    for (const part of (path.startsWith("/") ? path : `${this.folder}/${path}`).split("/")) {
      if (part === "..") parts.pop();
      else if (part !== "" && part !== ".") parts.push(part);
    }
    return `/${parts.join("/")}`;
  }

  /** The names of the files in a folder. */
  namesIn(folder: string): string[] {
    const start = this.resolve(folder).replace(/\/?$/, "/");
    const inside = [...this.#files.keys()].filter((path) => path.startsWith(start));
    return [...new Set(inside.map((path) => path.slice(start.length).split("/")[0]))].sort();
  }

  /** Takes a file away. */
  remove(path: string): void {
    const full = this.resolve(path);
    if (!this.#files.delete(full)) throw notFound(path);
    this.onRemove(full);
  }

  pathOf(url: URL): string {
    return decodeURIComponent(url.pathname);
  }

  join(folder: string, name: string): string {
    return `${folder.replace(/\/+$/, "")}/${name}`;
  }

  exists(path: string): Promise<boolean> {
    return Promise.resolve(this.#files.has(this.resolve(path)) || this.namesIn(path).length > 0);
  }

  async stat(path: string): Promise<{ isFile: boolean; isDirectory: boolean; size: number }> {
    const file = this.#files.get(this.resolve(path));
    if (!file) {
      if (this.namesIn(path).length === 0) throw notFound(path);
      return { isFile: false, isDirectory: true, size: 0 };
    }
    const size = file instanceof Uint8Array ? file.length : await file.size?.();
    return { isFile: true, isDirectory: false, size: size ?? (await this.#load(path)).length };
  }

  async open(path: string): Promise<OpenFile> {
    const file = this.#files.get(this.resolve(path));
    if (file && !(file instanceof Uint8Array) && file.open) return await file.open();
    return new MemoryFile(await this.#load(path));
  }

  async read(path: string): Promise<Uint8Array<ArrayBuffer>> {
    return (await this.#load(path)).slice();
  }

  async write(
    path: string,
    write: (add: (bytes: Uint8Array) => Promise<void>) => Promise<void>,
    { replace }: { replace: boolean },
  ): Promise<void> {
    if (!replace && await this.exists(path)) {
      throw named("AlreadyExists", `${path} is there already.`);
    }
    if (this.namesIn(path).length > 0) throw named("IsADirectory", `${path} is a folder.`);
    const parts: Uint8Array<ArrayBuffer>[] = [];
    await write((bytes) => {
      parts.push(bytes.slice() as Uint8Array<ArrayBuffer>);
      return Promise.resolve();
    });
    const whole = new Uint8Array(await new Blob(parts).arrayBuffer());
    this.put(path, whole);
    this.onWrite(this.resolve(path), whole);
  }

  lock(path: string): Promise<AsyncDisposable | undefined> {
    const full = this.resolve(path);
    if (this.#locked.has(full)) return Promise.resolve(undefined);
    this.#locked.add(full);
    return Promise.resolve({
      [Symbol.asyncDispose]: () => {
        this.#locked.delete(full);
        return Promise.resolve();
      },
    });
  }

  vouchesFor(csv: string): boolean {
    return this.#vouched.has(this.resolve(csv));
  }

  labelsOf(csv: string): Promise<Uint8Array | undefined> {
    const full = this.resolve(csv);
    return this.#vouched.get(full)?.() ?? this.findLabels(full);
  }

  /** A file's content; what was fetched once stays. */
  async #load(path: string): Promise<Uint8Array<ArrayBuffer>> {
    const full = this.resolve(path);
    const file = this.#files.get(full);
    if (!file) throw notFound(path);
    if (file instanceof Uint8Array) return file;
    const bytes = await file.load();
    if (this.#files.get(full) === file) this.#files.set(full, bytes);
    return bytes;
  }
}

/** A file that the browser reads from the disk when it is asked for. */
function inBrowser(blob: Blob): FetchedFile {
  return {
    size: () => Promise.resolve(blob.size),
    load: async () => new Uint8Array(await blob.arrayBuffer()),
    open: () => Promise.resolve(new BlobFile(blob)),
  };
}

function notFound(path: string): Error {
  return named("NotFound", `There is no ${path} in this page.`);
}

function named(name: string, message: string): Error {
  return Object.assign(new Error(message), { name });
}
