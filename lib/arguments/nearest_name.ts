/** The name that was meant, if one is near: more than half of the longer one is the same. */
export function nearestName(written: string, names: readonly string[]): string | undefined {
  const name = written.slice(0, 40).toLowerCase();
  const edits = names.map((candidate) => distance(name, candidate.toLowerCase()));
  const least = Math.min(...edits);
  const nearest = names[edits.indexOf(least)];
  return nearest !== undefined && least < Math.max(name.length, nearest.length) / 2
    ? nearest
    : undefined;
}

/**
 * How many letters must be inserted, deleted or replaced to turn one text into another (V. Levenshtein,
 * 1966). Not from a package: `deno task lab` asks for it before any package is there.
 */
function distance(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, j) => j);
  for (let i = 1; i <= from.length; i++) {
    const next = [i];
    for (let j = 1; j <= to.length; j++) {
      const replaced = row[j - 1] + (from[i - 1] === to[j - 1] ? 0 : 1);
      next.push(Math.min(replaced, row[j] + 1, next[j - 1] + 1));
    }
    row = next;
  }
  return row.at(-1)!;
}
