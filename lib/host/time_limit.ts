/** How long a function has run: by the clock, and what it took of the processors. Milliseconds. */
export interface Moment {
  clock: number;
  /** Undefined if it can't be read, as in a page. */
  processor?: number;
}

/** A function that waits takes less of a processor than this share, and one that computes takes more. */
const WAITING = 0.05;

/** So long may a function wait for what never comes. */
const LONGEST_WAIT = 15_000;

/** So many milliseconds between two looks count at most. */
const LONGEST_LOOK = 100;

/**
 * Whether a piece of work has taken too long. What counts is the time of the processor, since in a busy
 * class the clock runs on while a function waits for its turn. A function that waits for what never
 * comes takes no processor's time, and is over after {@linkcode LONGEST_WAIT}.
 *
 * A page can't read the processor's time of a worker. There each look counts, and if one comes late, it
 * counts no more than {@linkcode LONGEST_LOOK}: on a machine so busy that the page itself comes late, the
 * work gets as much more time.
 */
export class TimeLimit {
  #begin: Moment = { clock: 0 };
  #latest: Moment = { clock: 0 };
  #counted = 0;
  /** Since when it has been waiting. */
  #awake: Moment = { clock: 0 };

  /** @param most milliseconds for one piece of work */
  constructor(readonly most: number) {}

  /** A piece of work begins. */
  begin(now: Moment): void {
    this.#begin = this.#latest = this.#awake = now;
    this.#counted = 0;
  }

  /** Looks at the time; true if the piece of work has taken too long. */
  isOver(now: Moment): boolean {
    this.#counted += Math.min(LONGEST_LOOK, now.clock - this.#latest.clock);
    this.#latest = now;
    const { clock, processor } = now;
    if (processor === undefined) return this.#counted > this.most;
    // Collecting garbage takes other threads' time too: by the clock alone nothing is over sooner.
    const isSpent = processor - this.#begin.processor! > this.most;
    if (isSpent && clock - this.#begin.clock > this.most) return true;
    const waited = clock - this.#awake.clock;
    const share = (processor - this.#awake.processor!) / waited;
    if (share > WAITING) this.#awake = now;
    return waited > LONGEST_WAIT && share <= WAITING;
  }
}
