import { type ArrayFormat, type ArrayOf, arrayTypes } from "./arrays.ts";
import type { Kernels, Room } from "./kernels.ts";
import { plainKernels } from "./plain_kernels.ts";
import { inPlace, type Place } from "./running.ts";

/**
 * Buffers that are used again. A training loop asks for the same arrays in the same order in every
 * iteration, so the k-th request of a turn gets the k-th buffer of an earlier turn.
 */
export class Scratch implements Place {
  readonly #sets: { room: Room; array?: ArrayBufferView }[][];
  #turn = 0;
  #next = 0;

  /**
   * Buffers for one kind of turn.
   *
   * @param turns the number of turns until what a turn made is overwritten
   * @param kernels what does the work of a turn
   */
  constructor(turns: number, readonly kernels: Kernels = plainKernels) {
    this.#sets = Array.from({ length: turns }, () => []);
  }

  /**
   * Runs `work` with every new matrix in a used buffer, and returns its result. Turns may be nested:
   * the innermost gives the buffers.
   */
  turn<T>(work: () => T): T {
    this.#turn = (this.#turn + 1) % this.#sets.length;
    this.#next = 0;
    return inPlace(this, work);
  }

  /** The next buffer of this turn. */
  take<Format extends ArrayFormat>(format: Format, length: number): ArrayOf<Format> {
    const set = this.#sets[this.#turn];
    const k = this.#next++;
    const Type = arrayTypes[format];
    const byteLength = length * Type.BYTES_PER_ELEMENT;
    let slot = set[k];
    if (slot?.array instanceof Type && slot.array.length === length) {
      return slot.array as ArrayOf<Format>;
    }
    // One that has been too small once gets room to spare, so that it does not happen often.
    if (!slot) slot = set[k] = { room: this.kernels.room(byteLength) };
    else if (slot.room.byteLength < byteLength) {
      slot.room = this.kernels.room(Math.ceil(byteLength * 1.5));
    }
    const array = new Type(slot.room.buffer as ArrayBuffer, slot.room.byteOffset, length);
    slot.array = array;
    return array as ArrayOf<Format>;
  }
}
