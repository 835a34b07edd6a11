// A cell may declare names like these; here they stay the engine's.
const { performance, queueMicrotask, setTimeout } = globalThis;

/** Sends one of Jupyter's messages. */
export type Send = (type: string, content: object, more?: object) => Promise<void>;

interface Waiting {
  type: string;
  content: object;
  more?: object;
  /** When it has been sent, if somebody waits for that. */
  sent?: PromiseWithResolvers<void>;
}

type WaitingText = Waiting & { content: { name: string; text: string } };

/** A text longer than this many characters goes in another message. */
const longest = 2 ** 16;

/** Messages that may go at once after a rest. */
const atOnce = 32;

/** Messages that may go at once when nothing can wait. With those before them a turn still has room for all. */
const atOnceInNeed = 80;

/** Milliseconds until ten more may go. */
const tick = 10;

/**
 * A kernel's messages, on their way out in order.
 *
 * Deno's kernel loses messages in silence: in one turn of the event loop all after about 128, and
 * some thousands if they come faster than Jupyter takes them. So texts are joined, and what is
 * too much at once goes a little later.
 */
export class Outbox {
  readonly #send: Send;
  #waiting: Waiting[] = [];
  /** The text that others are added to. It is the last that waits. */
  #text?: WaitingText;
  #allowed = atOnce;
  #ticking = false;
  /** When this turn of the event loop began, as far as is known. */
  #turn = 0;
  #latest = 0;

  /** @param send gives a message to the kernel */
  constructor(send: Send) {
    this.#send = send;
  }

  /** Sends a text a moment later, together with what follows it. */
  print(name: "stdout" | "stderr", text: string): void {
    const last = this.#text;
    if (last?.content.name === name && last.content.text.length + text.length <= longest) {
      last.content.text += text;
    } else {
      this.#text = { type: "stream", content: { name, text } };
      this.#waiting.push(this.#text);
      if (this.#waiting.length === 1) this.#goSoon();
    }
    if (this.#waiting.length > 1 || this.#isLate()) this.#go();
  }

  /** Sends a message behind all that wait. */
  post(type: string, content: object, more?: object): Promise<void> {
    const sent = Promise.withResolvers<void>();
    this.#text = undefined;
    this.#waiting.push({ type, content, more, sent });
    this.#go();
    return sent.promise;
  }

  /** Waits until all that was given has been sent. */
  async empty(): Promise<void> {
    this.#go();
    const last = this.#waiting.at(-1);
    if (last) await (last.sent ??= Promise.withResolvers()).promise;
  }

  /** Sends what waits at once, as far as there is room for it, with the texts of a stream joined. */
  flush(): void {
    const joined: Waiting[] = [];
    for (const message of this.#waiting) {
      const last = joined.at(-1);
      if (isText(last) && isText(message) && last.content.name === message.content.name) {
        last.content.text += message.content.text;
        last.sent ??= message.sent;
      } else joined.push(message);
    }
    this.#waiting = joined;
    this.#text = undefined;
    this.#allowed = Math.max(this.#allowed, Math.min(joined.length, atOnceInNeed));
    this.#go();
  }

  #goSoon(): void {
    queueMicrotask(() => this.#go());
    if (!this.#ticking) this.#turn = this.#latest = performance.now();
  }

  #go(): void {
    if (this.#isLate()) this.#allowed = Math.max(1, this.#allowed);
    const going = this.#waiting.splice(0, this.#allowed);
    if (going.length === 0) return;
    if (this.#waiting.length === 0) this.#text = undefined;
    this.#allowed -= going.length;
    this.#latest = performance.now();
    if (!this.#ticking) this.#tick();
    for (const { type, content, more, sent } of going) {
      const done = this.#send(type, content, more);
      if (sent) done.then(sent.resolve, sent.reject);
    }
  }

  #tick(): void {
    this.#ticking = true;
    setTimeout(() => {
      this.#allowed = Math.min(atOnce, this.#allowed + 10);
      this.#turn = performance.now();
      this.#ticking = this.#allowed < atOnce;
      if (this.#ticking) this.#tick();
      this.#go();
    }, tick);
  }

  /**
   * True now and then in a long computation, in which no timer runs: so that it is not silent, a message
   * goes all the same. They become ever rarer, since there is room for some hundred.
   */
  #isLate(): boolean {
    const now = performance.now();
    return now - this.#latest > Math.max(100, (now - this.#turn) / 10);
  }
}

function isText(message: Waiting | undefined): message is WaitingText {
  return message?.type === "stream";
}
