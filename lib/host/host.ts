/**
 * What differs between Deno and a page: files, threads, the notebook, running a function apart. The
 * rest of lib asks {@linkcode host} for it, and the door chooses which it is: `mod.ts` imports
 * `deno.ts`, a page's bundle has `page.ts` in its place, and `core.ts` needs neither.
 *
 * @module
 */

/** A place where Glassnet runs. */
export interface Host {
  /** Its files. */
  readonly files: Files;

  /** How many processors there are to share the work of a training. */
  readonly processors: number;
  /**
   * Starts a module of lib as a worker, such as `"matrix/kernels/helper.ts"`. Undefined if it can't
   * be started without asking somebody for permission.
   */
  startWorker(module: string): Worker | undefined;
  /**
   * Runs a module of lib as a worker with nothing in reach that could be harmed, and ends it when it
   * is through, when it takes too long or too much memory, and when nobody waits for it any more.
   *
   * The worker gets `work` as its one message. It posts objects as JSON: `{"done":true}` when it is
   * through, and one with `begins` before each piece of work that may take `limits.time`.
   *
   * @param hear is given each message but the last
   * @returns how it ended
   * @throws {Error} if it can't be started
   */
  runApart(
    module: string,
    work: string,
    limits: Limits,
    hear: (message: string) => void,
  ): Promise<Ending>;

  /** The notebook that this is a kernel of, if it is one. */
  notebook(): Notebook | undefined;
  /**
   * Calls `stop` when the stop button is pressed, instead of ending all that runs.
   *
   * @returns gives the button back
   */
  onStop(stop: () => void): () => void;
  /** Writes on the terminal that somebody is looking at, beside the output. Undefined without one. */
  terminal(): ((text: string) => void) | undefined;
  /** An environment variable. Undefined also if it is not permitted to look. */
  environment(name: string): string | undefined;
  /** A value as the console shows it. */
  inspect(value: unknown): string;

  /** The CRC-32 of bytes that follow others with the CRC-32 `before`. */
  crc32(bytes: Uint8Array, before: number): number;
  /** The MD5 of bytes, in hexadecimal digits. */
  md5(bytes: Uint8Array): string;
}

/**
 * Files by their paths. Errors are distinguished by their names: `"NotFound"`, `"AlreadyExists"`, and
 * `"NotCapable"` for what is not permitted. What can't be written besides says so in its name or code.
 */
export interface Files {
  /** The folder of the project's own data. */
  readonly data: string;
  /** The path of a URL. */
  pathOf(url: URL): string;
  /** The path of a file in a folder. */
  join(folder: string, name: string): string;

  /** True if anything has this path: a file, a folder, or a link to nowhere. */
  exists(path: string): Promise<boolean>;
  /** What is there. */
  stat(path: string): Promise<{ isFile: boolean; isDirectory: boolean; size: number }>;
  /** Opens a file for reading. */
  open(path: string): Promise<OpenFile>;
  /** A file's whole content. */
  read(path: string): Promise<Uint8Array<ArrayBuffer>>;
  /**
   * Writes a file that is all there afterwards, or not there at all.
   *
   * @param write is given a function that adds bytes at the end
   * @param options `replace: false` leaves a file alone that is already there, and throws;
   * `lasting: false` saves the time to have it reach the disk, which only a power cut makes a difference
   */
  write(
    path: string,
    write: (add: (bytes: Uint8Array) => Promise<void>) => Promise<void>,
    options: { replace: boolean; lasting?: boolean },
  ): Promise<void>;
  /**
   * Takes a lock on a path, which lasts until it is given back or the process ends.
   *
   * @returns undefined if somebody else has it
   */
  lock(path: string): Promise<AsyncDisposable | undefined>;

  /**
   * Whether the host vouches for it that a CSV is the one that its cache was made of. If not, the
   * CSV's content decides.
   */
  vouchesFor(csv: string): boolean;
  /** The labels of a CSV that has none, if the host has them. */
  labelsOf(csv: string): Promise<Uint8Array | undefined>;
}

/** A file that is open for reading. */
export interface OpenFile extends Disposable {
  /** Reads the next bytes. Returns how many they were, null at the end. */
  read(buffer: Uint8Array): Promise<number | null>;
  /** Goes on reading `offset` bytes from the beginning. */
  seek(offset: number, from: 0): Promise<number>;
  stat(): Promise<{ size: number }>;
  close(): void;
}

/** How much a function that runs apart may use. */
export interface Limits {
  /** Milliseconds of a processor for one piece of work; of the clock where nothing else can be read. */
  time: number;
  /** Bytes of all that runs with it. */
  memory: number;
  /**
   * Milliseconds until the first word. No start takes longer.
   *
   * @default 30_000
   */
  start?: number;
}

/** How what ran apart has ended: by itself, or for what reason before its time. */
export type Ending = "done" | "left" | "time" | "memory";

/** The part of Deno's side of Jupyter that Glassnet uses. */
export interface Notebook {
  /** Sends a message to whoever shows the notebook. */
  broadcast(type: string, content: Record<string, unknown>): Promise<void>;
  /** Shows a value; `raw` if it is a bundle of formats itself. */
  display(value: unknown, options?: { raw?: boolean }): Promise<void>;
}

/** Whether an error says that there is no such file or folder. */
export function isMissing(error: unknown): boolean {
  return error instanceof Error && error.name === "NotFound";
}

/** An error that says what is missing for `what`. */
function needsHost(what: string): Error {
  return new Error(
    `${what} needs Deno or a page of Glassnet, and this is the core alone. Import "glassnet" there.`,
  );
}

/** The host of the core: one thread, no files, nobody to show anything to. */
const bare: Host = {
  get files(): never {
    throw needsHost("A file");
  },
  processors: 1,
  startWorker: () => undefined,
  runApart: () => Promise.reject(needsHost("Running a function apart")),
  notebook: () => undefined,
  onStop: () => () => {},
  terminal: () => undefined,
  environment: () => undefined,
  inspect: String,
  crc32() {
    throw needsHost("A checksum");
  },
  md5() {
    throw needsHost("A checksum");
  },
};

let current = bare;

/** Where this runs. */
export function host(): Host {
  return current;
}

/** Says where this runs. The doors do that, before anything else. */
export function useHost(chosen: Host): void {
  current = chosen;
}
