/**
 * The page's side of the kernel: starts the worker, ends it when it does not obey, and begins anew.
 *
 * @module
 */
import { startWorker } from "../../lib/host/page_worker.ts";
import type { Content, FromKernel, Output, ToKernel } from "./protocol.ts";

/** A stop that is heard stops `train` within half a second; more than this is something else. */
const HEARD_MS = 2500;

/** An endless loop hears nothing. */
const DEAF_MS = 1500;

/** How a cell has ended. */
export interface Done {
  ok: boolean;
  count: number;
  /** True if the worker had to be ended: what the cells have declared is gone. */
  restarted: boolean;
}

/** What a page is told meanwhile. */
export interface KernelListener {
  /** A cell prints, shows or updates something. */
  output(id: string, output: Output): void;
  /** A cell has begun, the `count`th. */
  running?(id: string, count: number): void;
  /** Data is being fetched. */
  loading?(what: string, done: number, total: number): void;
  /** The cell `id` has written a file. */
  written?(path: string, bytes: Uint8Array<ArrayBuffer>, id: string): void;
  /** A cell has taken a file away. */
  removed?(path: string): void;
  /** The worker was ended, and a new one begins: cells have to be run again. */
  restarted?(): void;
}

/** What a kernel is started with. */
export interface KernelOptions {
  /** The address of `kernel.js`. */
  worker: string | URL;
  /** The notebook's folder, `/notebooks` or `/notebooks/exercises`. */
  folder: string;
  /** Maximum number of threads. */
  threads?: number;
  /** The reader's files that are there from the beginning. */
  files?: Promise<ReadonlyMap<string, Content>>;
  listener: KernelListener;
}

/** A cell that waits or runs. */
interface Run {
  id: string;
  source: string;
  others: string[];
  end: (done: Done) => void;
}

/**
 * A notebook's kernel. Cells run one after the other.
 *
 * ```ts ignore
 * const kernel = new Kernel({ worker: "../kernel/kernel.js", folder: "/notebooks", listener });
 * await kernel.ready;
 * const { ok } = await kernel.run("a", "1 + 1");
 * ```
 */
export class Kernel {
  readonly #options: KernelOptions;
  readonly #files = new Map<string, Content>();
  #filesOfBefore: Promise<ReadonlyMap<string, Content>>;
  readonly #waiting: Run[] = [];
  #running?: Run;
  #worker!: Worker;
  #deadline?: ReturnType<typeof setTimeout>;
  #count = 0;

  /** Settled when cells can run: with the number of threads, or with why they can't. */
  ready!: Promise<number>;
  #isReady!: { resolve: (threads: number) => void; reject: (error: Error) => void };

  constructor(options: KernelOptions) {
    this.#options = options;
    this.#filesOfBefore = options.files ?? Promise.resolve(new Map());
    this.#start();
  }

  /** Runs a cell after those that wait already. `others` are the notebook's other cells. */
  run(id: string, source: string, others: string[] = []): Promise<Done> {
    return new Promise((end) => {
      this.#waiting.push({ id, source, others, end });
      this.#next();
    });
  }

  /**
   * The stop button: cells that wait don't run, `train` stops and keeps what it reached. What does not
   * stop by itself is ended with all that the cells have declared.
   */
  stop(): void {
    this.#drop();
    if (!this.#running || this.#deadline !== undefined) return;
    this.#say({ type: "stop" });
    this.#giveItTime(DEAF_MS);
  }

  /** Begins anew: all that cells have declared is gone; the files stay. */
  restart(): void {
    this.#drop();
    this.#endWorker();
    this.#finish({ ok: false, count: this.#count, restarted: true });
    this.#start();
    this.#options.listener.restarted?.();
  }

  /** Gives the kernel a file, such as the reader's own train.csv. */
  async write(path: string, content: Content): Promise<void> {
    await this.#filesOfBefore;
    this.#files.set(path, content);
    this.#say({ type: "write", path, content });
  }

  /** Takes a file away. If the site has one of that path, it is there again. */
  async forget(path: string): Promise<void> {
    await this.#filesOfBefore;
    this.#files.delete(path);
    this.#say({ type: "forget", path });
  }

  /** Ends it for good. */
  close(): void {
    this.#drop();
    this.#endWorker();
  }

  #start(): void {
    const { worker, folder, threads } = this.#options;
    this.ready = new Promise((resolve, reject) => this.#isReady = { resolve, reject });
    this.ready.catch(() => {}); // Who does not ask is told by each cell.
    try {
      this.#worker = startWorker(new URL(worker, globalThis.location?.href));
    } catch (error) {
      return this.#isReady.reject(error as Error);
    }
    this.#worker.onmessage = ({ data }: MessageEvent<FromKernel>) => this.#hear(data);
    this.#worker.onerror = (event) => {
      event.preventDefault();
      const message = `The kernel could not start. ${event.message ?? ""}`.trim();
      this.#hear({ type: "failed", message });
    };
    const started = this.#worker;
    this.#filesOfBefore.then((before) => {
      if (this.#worker !== started) return;
      for (const [path, content] of before) this.#files.set(path, content);
      this.#filesOfBefore = Promise.resolve(new Map());
      this.#say({ type: "begin", folder, files: Object.fromEntries(this.#files), threads });
    });
  }

  #say(message: ToKernel): void {
    this.#worker?.postMessage(message);
  }

  #hear(message: FromKernel): void {
    const { listener } = this.#options;
    switch (message.type) {
      case "ready":
        this.#isReady.resolve(message.threads);
        return;
      case "failed":
        this.#isReady.reject(new Error(message.message));
        if (this.#running) this.#fail(this.#running, message.message);
        return;
      case "running":
        return listener.running?.(message.id, message.count);
      case "output":
        return listener.output(message.id, message.output);
      case "loading":
        return listener.loading?.(message.what, message.done, message.total);
      case "written":
        this.#files.set(message.path, message.bytes);
        return listener.written?.(message.path, message.bytes, this.#running?.id ?? "");
      case "removed":
        this.#files.delete(message.path);
        return listener.removed?.(message.path);
      case "stopping":
        if (message.heard && this.#deadline !== undefined) this.#giveItTime(HEARD_MS);
        return;
      case "done": {
        this.#count = message.count;
        this.#finish({ ok: message.ok, count: message.count, restarted: false });
        // As in Jupyter: after an error nothing more of what was asked for runs.
        if (!message.ok) this.#drop();
        return this.#next();
      }
    }
  }

  #next(): void {
    if (this.#running) return;
    const run = this.#waiting.shift();
    if (!run) return;
    this.#running = run;
    // Messages keep their order: it waits in the worker until that is ready.
    this.ready.then(() => {
      if (this.#running === run) {
        this.#say({ type: "run", id: run.id, source: run.source, others: run.others });
      }
    }, (error: Error) => this.#fail(run, error.message));
  }

  #finish(done: Done): void {
    clearTimeout(this.#deadline);
    this.#deadline = undefined;
    const run = this.#running;
    this.#running = undefined;
    run?.end(done);
  }

  /** Cells that wait don't run. */
  #drop(): void {
    for (const { end } of this.#waiting.splice(0)) {
      end({ ok: false, count: this.#count, restarted: false });
    }
  }

  #giveItTime(milliseconds: number): void {
    clearTimeout(this.#deadline);
    this.#deadline = setTimeout(() => {
      const run = this.#running;
      if (!run) return;
      this.#options.listener.output(run.id, {
        output_type: "error",
        ename: "Stopped",
        evalue: "This cell did not stop by itself, so its kernel was ended.",
        traceback: [
          "This cell did not stop by itself, so its kernel was ended.",
          "What the cells before have declared is gone: run them again from the top.",
        ],
      });
      this.restart();
    }, milliseconds);
  }

  #fail(run: Run, message: string): void {
    if (this.#running !== run) return;
    this.#options.listener.output(run.id, {
      output_type: "error",
      ename: "KernelError",
      evalue: message,
      traceback: [message],
    });
    this.#finish({ ok: false, count: this.#count, restarted: false });
    this.#drop();
  }

  #endWorker(): void {
    clearTimeout(this.#deadline);
    this.#deadline = undefined;
    this.#worker?.terminate();
  }
}
