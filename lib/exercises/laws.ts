import type { Exercise } from "./exercise.ts";
import { fits, madeBy } from "./general.ts";
import type { Result, Trial } from "./made.ts";
import { judge, type Judgment, ran, type Trials } from "./judge.ts";
import type { Outcome } from "./run_apart.ts";
import { trialsOf } from "./run_pieces.ts";
import { decode, encode } from "./wire.ts";

/**
 * What is wrong with an exercise, in sentences; none if all is well. The laws are the same for
 * every exercise:
 *
 * - the right function is right;
 * - every known mistake is recognized as itself, in each of its ways: so none of them is right, no two
 *   look alike in the trials, and none fails everywhere;
 * - a sentence without code belongs to a mistake that the check finds by itself;
 * - if the trials take a student's seed, they differ, and all of this is so for several students.
 */
export async function brokenLaws(exercise: Exercise): Promise<string[]> {
  const broken = brokenIn(exercise, await trialsOf(exercise));
  if (!exercise.varies || broken.length > 0) return broken;
  const others = await Promise.all(someStudents.map((name) => trialsOf(exercise, name)));
  if (new Set(others.map((trials) => JSON.stringify(trials))).size < others.length) {
    return ["The trials take a seed, and are the same for different students."];
  }
  return others.flatMap((trials, k) =>
    brokenIn(exercise, trials).map((sentence) => `For the student ${someStudents[k]}: ${sentence}`)
  );
}

/** Some names, and so some seeds: a law that holds for these holds for nearly all. */
const someStudents = ["ada", "ben", "cleo", "dan", "eve"];

function brokenIn(exercise: Exercise, trials: Trials): string[] {
  const { right, mistakes, sentences } = exercise;
  const broken: string[] = [];
  const { verdict, message } = judged(exercise, trials, right);
  if (verdict !== "right") broken.push(`The right function is not right: ${message}`);

  const ways = mistakes.flatMap(({ id, ways }) =>
    ways.map((way, k) => ({ id, name: `way ${k + 1} of ${id}`, results: resultsOf(way, trials) }))
  );
  const expected = resultsOf(right, trials);
  for (const { id, name, results } of ways) {
    const made = results.map((found, k): Trial => ({
      args: [],
      expected: undefined,
      found,
      telling: k < trials.telling,
    }));
    if (results.every((result) => "error" in result)) {
      broken.push(`${name} fails in every trial: nobody who makes it could be told.`);
    } else if (fits(made.slice(trials.telling), lookedUp(expected.slice(trials.telling)))) {
      broken.push(`${name} is right in every trial.`);
    } else {
      const taken = ways.find((other) => fits(made, lookedUp(other.results)))!;
      if (taken.id !== id) broken.push(`${name} looks like ${taken.name} in the trials.`);
    }
  }
  for (const id of sentences.keys()) {
    const makes = madeBy(exercise, id);
    if (makes.length === 0) {
      broken.push(`${id} has no code, and is no mistake that the check finds by itself.`);
    }
    for (const make of makes) {
      const way = (...args: unknown[]) => make(right(...args), args);
      const { mistake, message } = judged(exercise, trials, way);
      if (mistake !== id) broken.push(`${id} is judged as ${mistake}: ${message}`);
    }
  }
  return broken;
}

function resultsOf(way: (...args: never[]) => unknown, { all }: Trials): Result[] {
  return all.map((args) => ran(way, args));
}

function lookedUp(results: readonly Result[]): (trial: Trial, k: number) => unknown {
  return (_, k) => {
    const result = results[k];
    if ("error" in result) throw new Error(result.error);
    return result.value;
  };
}

/** Judges a function in this process, which is for functions of the exercise's own file. */
export function judged(
  exercise: Exercise,
  trials: Trials,
  written: (...args: never[]) => unknown,
): Judgment {
  const outcomes = trials.all.map((args): Outcome => {
    try {
      const value = written(...args.map((arg) => decode(arg)) as never[]);
      return { kind: "value", value: encode(value), changed: [] };
    } catch (error) {
      const { name, message } = error instanceof Error ? error : new Error(String(error));
      return { kind: "threw", name, message };
    }
  });
  return judge(exercise, trials, { outcomes, printed: "" });
}
