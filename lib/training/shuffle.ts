import { uniformInt } from "pure-rand/distribution/uniformInt";
import { requireWhole } from "../arguments/require.ts";
import { mersenne } from "pure-rand/generator/mersenne";

/**
 * The numbers 0 to `count - 1` in a random order, every order as likely as any other (Fisher and Yates'
 * shuffle, in Durstenfeld's form of 1964).
 *
 * @param count how many numbers
 * @param seed the same seed gives the same order
 * @throws {ArgumentError} if one of them is not a whole number in range
 *
 * @example
 * ```ts
 * import { shuffled } from "glassnet";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals([...shuffled(5, 1)].sort(), [0, 1, 2, 3, 4]);
 * assertEquals(shuffled(5, 1), shuffled(5, 1));
 * ```
 */
export function shuffled(count: number, seed: number): Uint32Array {
  requireWhole("count", count, 0, 2 ** 26);
  requireWhole("seed", seed, -(2 ** 53), 2 ** 53);
  const random = mersenne(seed);
  const order = Uint32Array.from({ length: count }, (_, i) => i);
  for (let i = count - 1; i > 0; i--) {
    const j = uniformInt(random, 0, i);
    [order[i], order[j]] = [order[j], order[i]];
  }
  return order;
}
