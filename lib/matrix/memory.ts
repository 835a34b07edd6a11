import { ArgumentError } from "../arguments/argument_error.ts";
import { MOST_NUMBERS } from "../arguments/require.ts";
import type { Kernels, Room } from "./kernels/kernels.ts";

/** The number format of a matrix: 8 bytes and about 16 digits, or 4 bytes and about 7. */
export type Dtype = "float64" | "float32";

/** The numbers of a matrix in memory. */
export type Values = Float64Array | Float32Array;

/** The number format of an array. */
export function dtypeOf(values: Values): Dtype {
  return values instanceof Float64Array ? "float64" : "float32";
}

/** Rounds the result of one operation to a number format. JavaScript itself computes in float64. */
export const rounding: Record<Dtype, (x: number) => number> = {
  float64: (x) => x,
  float32: Math.fround,
};

/** byte / 255 for each of the 256 bytes, so that the inner loops look up instead of divide. */
export const scaledBytes = {
  float64: Float64Array.from({ length: 256 }, (_, byte) => byte / 255),
  float32: Float32Array.from({ length: 256 }, (_, byte) => byte / 255),
};

/** The format of a result: float32 only where both sides are, as in NumPy. */
export function commonDtype(a: Dtype, b: Dtype): Dtype {
  return a === "float32" && b === "float32" ? "float32" : "float64";
}

/** The arrays that buffers are given out as. */
type ArrayType = {
  float64: Float64Array;
  float32: Float32Array;
  uint32: Uint32Array;
  uint16: Uint16Array;
  uint8: Uint8Array;
};

const arrayTypes = {
  float64: Float64Array,
  float32: Float32Array,
  uint32: Uint32Array,
  uint16: Uint16Array,
  uint8: Uint8Array,
};

/**
 * Buffers that are used again. A training loop asks for the same arrays in the same order at
 * every iteration, so the k-th request of a turn is served by the k-th buffer of an earlier
 * turn.
 */
export class Scratch {
  readonly #sets: { room: Room; array?: ArrayBufferView }[][];
  #turn = 0;
  #next = 0;

  /**
   * @param turns how many turns there are until what a turn made is overwritten
   * @param kernels what does the work of a turn, the plain kernels unless told
   */
  constructor(turns: number, readonly kernels?: Kernels) {
    this.#sets = Array.from({ length: turns }, () => []);
  }

  /**
   * Runs `work` with every new matrix in a used buffer, and gives what it returns. Turns may be
   * nested: the innermost serves.
   */
  turn<T>(work: () => T): T {
    this.#turn = (this.#turn + 1) % this.#sets.length;
    this.#next = 0;
    return within(this, work);
  }

  /** The next buffer of this turn. */
  take<K extends keyof ArrayType>(type: K, length: number): ArrayType[K] {
    const set = this.#sets[this.#turn];
    const k = this.#next++;
    const Type = arrayTypes[type];
    const byteLength = length * Type.BYTES_PER_ELEMENT;
    let slot = set[k];
    if (slot?.array instanceof Type && slot.array.length === length) {
      return slot.array as ArrayType[K];
    }
    // One that has been too small once gets room to spare, so that it does not happen often.
    if (!slot) slot = set[k] = { room: this.#room(byteLength) };
    else if (slot.room.byteLength < byteLength) {
      slot.room = this.#room(Math.ceil(byteLength * 1.5));
    }
    const array = new Type(slot.room.buffer as ArrayBuffer, slot.room.byteOffset, length);
    slot.array = array;
    return array as ArrayType[K];
  }

  #room(byteLength: number): Room {
    return this.kernels?.room(byteLength) ??
      { buffer: new ArrayBuffer(byteLength), byteOffset: 0, byteLength };
  }
}

let active: Scratch | undefined;

function within<T>(scratch: Scratch | undefined, work: () => T): T {
  const outer = active;
  active = scratch;
  try {
    return work();
  } finally {
    active = outer;
  }
}

/** Runs `work` outside of any turn: what it makes is its own. */
export function outsideScratch<T>(work: () => T): T {
  return within(undefined, work);
}

/** The kernels of this turn; outside of any, none are chosen. */
export function activeKernels(): Kernels | undefined {
  return active?.kernels;
}

/**
 * Room for `length` numbers. It may hold numbers of an earlier use: whoever asks fills all of it.
 *
 * @throws {ArgumentError} if they would be more than a machine in a class has room for
 */
export function allocate<K extends keyof ArrayType>(type: K, length: number): ArrayType[K] {
  if (!(length <= MOST_NUMBERS)) {
    throw new ArgumentError(
      `A matrix expected at most ${MOST_NUMBERS} numbers, 2 GB, but found ${length}. Are the sizes right?`,
    );
  }
  return active ? active.take(type, length) : new arrayTypes[type](length) as ArrayType[K];
}
