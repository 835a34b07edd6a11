import type { Output, StreamOutput } from "../../lib/cells/output.ts";

// A cell may declare names like these; here they stay the browser's.
const { clearTimeout, performance, setTimeout } = globalThis;

/** An output, and the cell that it belongs to. */
export type Send = (id: string, output: Output) => void;

/** Messages that may go at once after a rest. */
const atOnce = 32;

/** Milliseconds until one more may go. */
const tick = 10;

/** A text longer than this many characters is not added to. */
const longest = 2 ** 16;

/**
 * The outputs of cells on their way to the page. Lines that are printed without a pause are joined: a
 * message for each of thousands would keep the page from drawing. The first ones go at once, so that a
 * long computation shows what it printed before.
 */
export class JoinedTexts {
  readonly #send: Send;
  #waiting?: { id: string; output: StreamOutput };
  #timer?: ReturnType<typeof setTimeout>;
  #allowed = atOnce;
  #latest = 0;

  /** @param send gives a message to the page */
  constructor(send: Send) {
    this.#send = send;
  }

  /** Sends an output behind those that were given before it. */
  add(id: string, output: Output): void {
    if (output.output_type !== "stream") {
      this.flush();
      return this.#send(id, output);
    }
    const last = this.#waiting;
    const { name, text } = output;
    const isMore = last?.id === id && last.output.name === name &&
      last.output.text.length + text.length <= longest;
    if (isMore) last.output.text += text;
    else {
      this.flush();
      this.#waiting = { id, output: { ...output } };
    }
    const now = performance.now();
    this.#allowed = Math.min(atOnce, this.#allowed + (now - this.#latest) / tick);
    this.#latest = now;
    if (this.#allowed >= 1) {
      this.#allowed--;
      this.flush();
    } else this.#timer ??= setTimeout(() => this.flush(), tick);
  }

  /** Sends what waits. */
  flush(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const waiting = this.#waiting;
    this.#waiting = undefined;
    if (waiting) this.#send(waiting.id, waiting.output);
  }
}
