/**
 * A long sum is cut into this many pieces, each added up by itself, and the pieces' sums are then
 * added in order. The number is the same on every machine, so every machine gets the same bits,
 * whichever thread adds up which piece.
 */
export const PIECES = 16;

/** Sums shorter than this stay in one piece. */
export const SHORTEST_CUT = 2048;

/** Whether a sum of `length` terms is cut. */
export function isLong(length: number): boolean {
  return length >= SHORTEST_CUT;
}

/** Where piece `k` of `pieces` equal ones begins; `k = pieces` is the end of the last. */
export function pieceStart(length: number, pieces: number, k: number): number {
  return Math.min(Math.ceil(length / pieces) * k, length);
}

/** The ends of the pieces of a sum of `length` terms: piece k runs from `ends[k]` to `ends[k + 1]`. */
export function cut(length: number): number[] {
  const pieces = isLong(length) ? PIECES : 1;
  return Array.from({ length: pieces + 1 }, (_, k) => pieceStart(length, pieces, k));
}
