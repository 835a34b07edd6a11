/**
 * A helping thread: does pieces of the jobs that the main thread gives out, until it is told to end.
 *
 * @module
 */

/// <reference no-default-lib="true" />
/// <reference lib="deno.worker" />

import { CLOSED, INSIDE, LEFT, openWorkshop, STARTED, takePieces, TICKET } from "./job.ts";

/** How often to look for a new job before going to sleep: some 50 microseconds. */
const LOOKS = 2000;

self.onmessage = ({ data: { module, memory } }: MessageEvent) => {
  const workshop = openWorkshop(module, memory);
  const { words } = workshop;
  Atomics.add(words, STARTED, 1);
  for (;;) {
    // Read first: if it has changed by the time of `wait`, there is something new, and nobody sleeps.
    const ticket = Atomics.load(words, TICKET);
    if (Atomics.load(words, CLOSED)) break;
    let looks = 0;
    while (Atomics.load(words, LEFT) <= 0 && looks < LOOKS) looks++;
    if (looks === LOOKS) Atomics.wait(words, TICKET, ticket);
    // The main thread goes on only when nobody is inside, so a piece once taken gets done.
    Atomics.add(words, INSIDE, 1);
    takePieces(workshop);
    Atomics.sub(words, INSIDE, 1);
    Atomics.notify(words, INSIDE);
  }
  self.close();
};
