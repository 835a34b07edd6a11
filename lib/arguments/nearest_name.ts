import { closestString } from "@std/text/closest-string";
import { levenshteinDistance } from "@std/text/levenshtein-distance";

/** The name that was meant, if one is near: more than half of the longer one is the same. */
export function nearestName(written: string, names: readonly string[]): string | undefined {
  const name = written.slice(0, 40);
  const nearest = closestString(name, [...names]);
  const distance = levenshteinDistance(name.toLowerCase(), nearest.toLowerCase());
  return distance < Math.max(name.length, nearest.length) / 2 ? nearest : undefined;
}
