import { PIXELS, SIDE } from "../matrix/mnist.ts";

/**
 * The first name that does not number the pixels on, row after row of the picture, as `pixel1` to
 * `pixel784` do, and `1x1` to `28x28`. It is 784 if all 784 do.
 */
export function orderedNames(names: string[]): number {
  const wrong = names.findIndex((name, k) => name !== nameLike(names[0], k));
  return Math.min(wrong < 0 ? names.length : wrong, PIXELS);
}

/** What pixel `k` is called if the first is called so: its number is 0, 1, or 2 behind a label's 1. */
export function nameLike(first: string, k: number): string | undefined {
  const byPlace = /^(\D*)([01])(\D+)([01])$/.exec(first);
  if (byPlace) {
    const [, before, row, between, column] = byPlace;
    if (row !== column) return undefined;
    const from = Number(row);
    return `${before}${from + Math.floor(k / SIDE)}${between}${from + k % SIDE}`;
  }
  const byNumber = /^(\D*)([012])$/.exec(first);
  return byNumber ? `${byNumber[1]}${Number(byNumber[2]) + k}` : undefined;
}
