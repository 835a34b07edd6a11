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

/**
 * Buffers that are used again. A training loop asks for the same arrays in the same order at
 * every iteration, so the k-th request of a turn is served by the k-th buffer of an earlier
 * turn.
 */
export class Scratch {
  readonly #sets: Values[][];
  #turn = 0;
  #next = 0;

  /** @param turns how many turns there are until what a turn made is overwritten */
  constructor(turns: number) {
    this.#sets = Array.from({ length: turns }, () => []);
  }

  /**
   * Runs `work` with every new matrix in a used buffer, and gives what it returns. Turns may be
   * nested: the innermost serves.
   */
  turn<T>(work: () => T): T {
    const outer = active;
    this.#turn = (this.#turn + 1) % this.#sets.length;
    this.#next = 0;
    active = this;
    try {
      return work();
    } finally {
      active = outer;
    }
  }

  /** The next buffer of this turn. */
  take(dtype: Dtype, length: number): Values {
    const set = this.#sets[this.#turn];
    const k = this.#next++;
    const used = set[k];
    if (used?.length === length && dtypeOf(used) === dtype) return used;
    return set[k] = fresh(dtype, length);
  }
}

let active: Scratch | undefined;

function fresh(dtype: Dtype, length: number): Values {
  return dtype === "float64" ? new Float64Array(length) : new Float32Array(length);
}

/**
 * Room for `length` numbers. It may hold numbers of an earlier use: whoever asks fills all of it.
 */
export function allocate(dtype: Dtype, length: number): Values {
  return active ? active.take(dtype, length) : fresh(dtype, length);
}
