import { PIXELS, SIDE } from "../matrix/mnist.ts";

/**
 * The first name that does not number the pixels on, row after row of the picture, as `pixel1` to
 * `pixel784` do, and `1x1` to `28x28`. It is 784 if all 784 do.
 */
export function orderedNames(names: string[]): number {
  const ordered = [0, 1].map((from) => {
    const wrong = names.findIndex((name, k) => name !== nameLike(names[0], k, from));
    return wrong < 0 ? names.length : wrong;
  });
  return Math.min(Math.max(...ordered), PIXELS);
}

/** What pixel `k` is called if the first is called so, counting from 0 or 1. */
function nameLike(first: string, k: number, from: number): string | undefined {
  const byPlace = /^(\D*)([01])(\D+)([01])$/.exec(first);
  if (byPlace) {
    const [, before, row, between, column] = byPlace;
    if (Number(row) !== from || Number(column) !== from) return undefined;
    return `${before}${from + Math.floor(k / SIDE)}${between}${from + k % SIDE}`;
  }
  const byNumber = /^(\D*)([01])$/.exec(first);
  if (!byNumber || Number(byNumber[2]) !== from) return undefined;
  return `${byNumber[1]}${from + k}`;
}
