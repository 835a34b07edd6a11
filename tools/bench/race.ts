import { say } from "../shared/task.ts";
import { Contestant, type Turn } from "./contestant.ts";

/** A participant in a race: how it is started, and how many units of work it does in a turn. */
export interface Entry {
  name: string;
  command: string;
  args: string[];
  units: number;
}

/** The result of a race: for each contestant the median milliseconds of a unit in each round. */
export interface Outcome {
  times: Map<string, number[]>;
  /** Those that could not take part, and why. */
  absent: { name: string; reason: string }[];
}

/**
 * Lets contestants take turns, round after round, so that whatever else the machine does is fair to all:
 * only times of the same round are compared. The first turns are for warming up: V8 optimizes a kernel
 * only after it has run for a while.
 *
 * @param tolerance how far their results may be from the first one's
 * @throws {Error} if one did different work from the first one
 */
export async function race(
  entries: Entry[],
  rounds: number,
  tolerance: number,
): Promise<Outcome> {
  const absent: Outcome["absent"] = [];
  const present: { entry: Entry; contestant: Contestant }[] = [];
  for (const entry of entries) {
    const contestant = await Contestant.start(entry.name, entry.command, entry.args);
    if (contestant instanceof Contestant) present.push({ entry, contestant });
    else absent.push(contestant);
  }
  const times = new Map(present.map(({ entry }) => [entry.name, [] as number[]]));
  try {
    const first = await Promise.resolve(present[0]?.contestant.turn(1));
    for (const { contestant } of present.slice(1)) {
      compare(first!, await contestant.turn(1), contestant.name, tolerance);
    }
    for (const { entry, contestant } of present) await contestant.turn(4 * entry.units);
    for (let round = 0; round < rounds; round++) {
      for (let k = 0; k < present.length; k++) {
        // Each round begins with another one, so that none always runs after the same neighbor.
        const { entry, contestant } = present[(k + round) % present.length];
        const { ms } = await contestant.turn(entry.units);
        times.get(entry.name)!.push(median(ms));
        // Some libraries' threads stay awake for a moment after their work.
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
      say(`  round ${round + 1} of ${rounds}`);
    }
  } finally {
    for (const { contestant } of present) await contestant.end();
  }
  return { times, absent };
}

function compare(expected: Turn, found: Turn, name: string, tolerance: number): void {
  const off = Math.max(...expected.check.map((x, i) => Math.abs(x - found.check[i])));
  if (!(off <= tolerance)) {
    throw new Error(`${name} does different work: its b2 is off by ${off} after one turn.`);
  }
}

/** The median of some numbers. */
export function median(numbers: number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** `a / b` round by round; empty if b is. */
export function ratios(a: number[], b: number[]): number[] {
  return b.length === 0 ? [] : a.map((x, round) => x / b[round]);
}
