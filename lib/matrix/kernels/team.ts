import { host } from "../../host/host.ts";
import {
  ARGUMENTS,
  CLOSED,
  INSIDE,
  KERNEL,
  LEFT,
  MOST_ARGUMENTS,
  openWorkshop,
  PIECE_COUNT,
  STARTED,
  STEP,
  takePieces,
  TICKET,
  TOTAL,
  type Workshop,
} from "./job.ts";

/** How often to look whether the helpers are done before going to sleep. */
const LOOKS = 20000;

/**
 * The main thread and its helpers. Helpers join in as soon as they have started; until then, and
 * where none can be had, the main thread does the work alone, with the same result.
 */
export class Team {
  readonly #workshop: Workshop;
  readonly #helpers: Worker[] = [];
  readonly #message: { module: WebAssembly.Module; memory: WebAssembly.Memory };
  #missing: number;

  /** @param threads the main thread and its helpers; those start with the first work to share */
  constructor(module: WebAssembly.Module, memory: WebAssembly.Memory, threads: number) {
    this.#workshop = openWorkshop(module, memory);
    this.#missing = threads - 1;
    this.#message = { module, memory };
  }

  /** Starts a helper. One that can't start is one that never joins in. */
  #startHelper(): void {
    const helper = host().startWorker("matrix/kernels/helper.ts");
    if (!helper) return;
    helper.onerror = (event) => event.preventDefault();
    this.#helpers.push(helper);
    try {
      helper.postMessage(this.#message);
    } catch {
      // A page may share memory with its workers only if its server allows it.
    }
  }

  /** The threads that work now: the main one and the helpers that have started. */
  get threads(): number {
    return 1 + Atomics.load(this.#workshop.words, STARTED);
  }

  /**
   * Runs a kernel over `total` columns in so many pieces, and returns when all are done.
   *
   * @param step how many bytes behind one another the pieces write their results
   * @param args what the kernel gets after `from` and `to`
   */
  run(kernel: number, total: number, pieces: number, step: number, args: number[]): void {
    const { words } = this.#workshop;
    words[KERNEL] = kernel;
    words[TOTAL] = total;
    words[PIECE_COUNT] = pieces;
    words[STEP] = step;
    for (let k = 0; k < MOST_ARGUMENTS; k++) words[ARGUMENTS + k] = args[k] ?? 0;
    Atomics.store(words, LEFT, pieces);
    if (pieces > 1) {
      for (; this.#missing > 0; this.#missing--) this.#startHelper();
      Atomics.add(words, TICKET, 1);
      Atomics.notify(words, TICKET);
    }
    takePieces(this.#workshop);
    // All pieces are taken; those that helpers took are done when no helper is inside.
    for (let looks = 0; Atomics.load(words, INSIDE) > 0; looks++) {
      if (looks > LOOKS) Atomics.wait(words, INSIDE, Atomics.load(words, INSIDE), 1);
    }
  }

  /** Sends the helpers home. */
  close(): void {
    const { words } = this.#workshop;
    Atomics.store(words, CLOSED, 1);
    Atomics.add(words, TICKET, 1);
    Atomics.notify(words, TICKET);
    for (const helper of this.#helpers) helper.terminate();
  }
}
