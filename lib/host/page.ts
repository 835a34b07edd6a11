/**
 * Glassnet in a page: in the worker that runs a notebook's cells, and in those that it starts. Whoever
 * imports this module runs there; a page's bundle has it in place of `deno.ts`.
 *
 * @module
 */
import { md5 } from "@noble/hashes/legacy.js";
import { bytesToHex } from "@noble/hashes/utils.js";
import { crc32 } from "./crc32.ts";
import { type Notebook, useHost } from "./host.ts";
import { runApart } from "./page_apart.ts";
import { PageFiles } from "./page_files.ts";
import { startWorker } from "./page_worker.ts";

/** What a page's worker tells Glassnet about the place. */
export interface Page {
  readonly files: PageFiles;
  /**
   * Maximum number of threads.
   *
   * @default 1
   */
  processors: number;
  /** The notebook that is shown. */
  notebook?: Notebook;
  /** How the console shows a value. */
  inspect: (value: unknown) => string;
  /** Calls what the stop button stops. Returns whether there is anything. */
  stop(): boolean;
}

const listeners = new Set<() => void>();

/** The page in which this runs. */
export const page: Page = {
  files: new PageFiles(),
  processors: 1,
  inspect: String,
  stop() {
    for (const stop of listeners) stop();
    return listeners.size > 0;
  },
};

/** A module of lib that is a worker: the bundler leaves each beside this one's script. */
function addressOf(module: string): URL {
  return new URL(module.replace(/\.ts$/, ".js"), new URL("./", import.meta.url));
}

useHost({
  files: page.files,

  get processors() {
    return page.processors;
  },
  startWorker: (module) => startWorker(addressOf(module)),
  runApart: (module, work, limits, hear) => runApart(addressOf(module), work, limits, hear),

  notebook: () => page.notebook,
  onStop(stop) {
    listeners.add(stop);
    return () => listeners.delete(stop);
  },
  terminal: () => undefined,
  environment: () => undefined,
  inspect: (value) => page.inspect(value),

  crc32,
  md5: (bytes) => bytesToHex(md5(bytes)),
});
