/**
 * A long sum is cut into this many pieces, each added up by itself, and the pieces' sums are then
 * added in order. The number is the same on every machine, so every machine gets the same bits,
 * whoever adds up which piece.
 */
export const PIECES = 16;

/** Sums shorter than this stay in one piece. */
export const SHORTEST_CUT = 2048;

/** Whether a sum of `length` terms is cut. */
export function isLong(length: number): boolean {
  return length >= SHORTEST_CUT;
}

/** The ends of the pieces of `length` terms: piece k runs from `ends[k]` to `ends[k + 1]`. */
export function cut(length: number): number[] {
  if (!isLong(length)) return [0, length];
  const size = Math.ceil(length / PIECES);
  return Array.from({ length: PIECES + 1 }, (_, k) => Math.min(k * size, length));
}
