/**
 * A sign of life during a long step.
 *
 * @module
 */

/** Shows what a step is doing: every second in a terminal, every five seconds in a log. */
export class Progress {
  #started = Date.now();
  #latest = "";
  #terminal = Deno.stdout.isTerminal();
  #timer: ReturnType<typeof setInterval>;

  constructor(readonly step: string) {
    this.#timer = setInterval(() => this.#show(), this.#terminal ? 1000 : 5000);
    console.log(`${step} ...`);
  }

  /** What the step is doing right now. */
  now(doing: string): void {
    this.#latest = doing;
  }

  /** Ends the step with a line that says how long it took. */
  end(outcome = "done"): void {
    clearInterval(this.#timer);
    this.#clear();
    console.log(`  ${this.#seconds()} s: ${outcome}`);
  }

  #show(): void {
    const line = `  ${this.#seconds()} s: ${this.#latest || "still working"}`;
    if (!this.#terminal) return console.log(line);
    const { columns } = Deno.consoleSize();
    this.#clear();
    Deno.stdout.writeSync(new TextEncoder().encode(line.slice(0, columns - 1)));
  }

  #clear(): void {
    // Back to the line's start, and erase it.
    if (this.#terminal) Deno.stdout.writeSync(new TextEncoder().encode("\r\x1b[K"));
  }

  #seconds(): number {
    return Math.round((Date.now() - this.#started) / 1000);
  }
}
