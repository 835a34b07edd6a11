/**
 * Mistakes that are recognized in any exercise, by what they make of its right result. No exercise is
 * named here: whoever writes one gets all of these with it. An exercise's own mistakes come first,
 * and it may have its own sentence for one of these, by the name.
 *
 * @module
 */
import { Matrix } from "../matrix/matrix.ts";
import type { AnyFunction, Exercise } from "./exercise.ts";
import { compare, same } from "./compare.ts";
import { type Part, partsOf } from "./parts.ts";
import { nameFactor } from "./factor.ts";
import { about, at, type Make, type Recognized, type Result, type Trial } from "./made.ts";
import { changedArguments, changesOf } from "./mistakes_of_changed_arguments.ts";
import { isAlike, pairsOf } from "./pairs.ts";
import type { inPlaces } from "./relations_of_places.ts";
import { relation } from "./relations.ts";
import { again } from "./mistakes_of_arguments.ts";
import { partMistakes } from "./mistakes_of_parts.ts";
import { sumMistakes } from "./mistakes_of_sums.ts";
import { wholeMistakes } from "./mistakes_of_the_whole.ts";

/**
 * Whether a mistake does the same as the reader's function in every trial. Where it throws, it is enough
 * that the other throws too, if elsewhere the two gave the same numbers: the words differ with how the
 * elements were reached. Where only the reader's throws, a trial that is not promised says nothing.
 */
export function fits(
  trials: readonly Trial[],
  make: (trial: Trial, k: number) => unknown,
): boolean {
  let giveSame = false;
  for (const [k, trial] of trials.entries()) {
    const made = attempt(() => make(trial, k));
    const { found } = trial;
    if (trial.telling && "error" in found) continue;
    if ("value" in made !== "value" in found) return false;
    if (!("value" in made) || !("value" in found)) continue;
    if (!same(made.value, found.value)) return false;
    giveSame = true;
  }
  return giveSame;
}

/** What may come on top of another mistake. */
const seconds = new Set(["opposite-sign", "transposed"]);

function attempt(run: () => unknown): Result {
  try {
    return { value: run() };
  } catch (error) {
    return { error: error instanceof Error ? error.message : String(error) };
  }
}

/**
 * The first of the general mistakes that explains all that differs.
 *
 * @param second whether it is looked for beside another mistake: then only a few are tried, since many
 * pairs of mistakes look alike
 */
export function generalMistake(
  exercise: Exercise,
  trials: readonly Trial[],
  second = false,
): Recognized | undefined {
  // Where all is NaN or Infinity, many mistakes look alike.
  if (!trials.some(({ found }) => "value" in found && hasNumber(found.value))) return;
  const paths = differing(trials);
  if (second) {
    if (!paths) return;
    const one = partMistakes(exercise).filter(({ id }) => seconds.has(id)).find(({ make }) =>
      fits(
        trials,
        ({ args, expected }) => replaced(expected, paths, (part, path) => make(part, args, path)),
      )
    );
    const name = paths.join(" and ");
    if (one) return { id: one.id, says: one.says(name) };
    const factor = nameFactor(exercise, trials, (trial) => picked(trial, paths), true);
    return factor ? { id: "constant-factor", says: factor } : undefined;
  }
  const whole = wholeMistakes(exercise).find(({ make }) =>
    fits(trials, ({ args, expected }) => make(expected, args))
  );
  const general = whole ??
    (paths &&
      partMistakes(exercise).find(({ make }) =>
        fits(
          trials,
          ({ args, expected }) => replaced(expected, paths, (part, path) => make(part, args, path)),
        )
      )) ??
    [...again(exercise), ...sumMistakes(exercise)].find(({ make }) =>
      fits(trials, ({ args, expected }) => {
        const other = make(expected, args);
        return paths ? replaced(expected, paths, (_, path) => at(other, path)) : other;
      })
    );
  const name = paths?.join(" and ") ?? "";
  if (general) return { id: general.id, says: general.says(name) };
  const fails = trials.some(({ found, telling }) => "error" in found && !telling);
  const factor = paths && !fails && nameFactor(exercise, trials, (trial) => picked(trial, paths));
  if (factor) return { id: "constant-factor", says: about(name, factor) };
  const changed = changedArguments(exercise, trials.at(-1)!.args).find(({ make }) =>
    fits(trials, ({ args, expected }) => make(expected, args))
  );
  if (changed) return { id: changed.id, says: changed.says("") };
  return relation(exercise.argumentNames, trials, paths);
}

/**
 * Two mistakes at once: a known one and a general one on top of it, one made with changed arguments, or
 * changed arguments and a general mistake.
 */
export function twoMistakes(exercise: Exercise, trials: readonly Trial[]): Recognized | undefined {
  const answered = trials.filter(({ found }) => "value" in found && hasNumber(found.value));
  if (answered.length < trials.filter(({ telling }) => !telling).length) return;
  const more = (way: AnyFunction, some: readonly Trial[]) => {
    const made = attempt(() => some.map((trial) => ({ ...trial, expected: way(...trial.args) })));
    // A way may not fit the sizes of a trial.
    return "value" in made ? generalMistake(exercise, made.value as Trial[], true) : undefined;
  };
  // One trial first: some ways are slow, and most don't fit.
  const first = answered.slice(0, 1);
  const both = (id: string, one: string, other: string): Recognized => ({
    id,
    says: `These look like two mistakes. One: ${one} The other: ${other}`,
  });
  for (const { id, says, ways } of exercise.mistakes) {
    const way = ways.find((way) => more(way, first) && more(way, answered));
    const other = way && more(way, answered);
    if (other) return both(`${id} and ${other.id}`, says, other.says);
  }
  const changes = changesOf(exercise, trials.at(-1)!.args).filter(({ second }) => second);
  for (const { says: changed, change } of changes) {
    const changedWay = (way: AnyFunction): AnyFunction => (...args) => way(...change(args));
    const right = changedWay(exercise.right);
    const same = (way: AnyFunction, some: readonly Trial[]) =>
      fits(some, ({ args }) => way(...args));
    const one = `This is what comes out if ${changed}.`;
    const other = more(right, first) && more(right, answered);
    if (other) return both(`argument-changed and ${other.id}`, one, other.says);
    const known = exercise.mistakes.find(({ ways }) =>
      ways.some((way) => same(changedWay(way), first) && same(changedWay(way), answered))
    );
    if (known) return both(`${known.id} and argument-changed`, known.says, one);
  }
}

/** In which places the result is right and in which not. */
export function relationOfPlaces(
  trials: readonly Trial[],
  relation: typeof inPlaces,
): Recognized | undefined {
  const paths = differing(trials);
  const pairs = pairsOf(trials, paths);
  const said = pairs?.every(isAlike) ? relation(pairs) : undefined;
  return said && { id: said[0], says: about(paths!.join(" and "), said[1]) };
}

/** The recognized mistake with the exercise's own sentence, if it has one. */
export function inItsWords({ sentences }: Exercise, recognized: Recognized): Recognized {
  return { ...recognized, says: sentences.get(recognized.id) ?? recognized.says };
}

/** What a general mistake makes of the right result: for an exercise that has a sentence for it. */
export function madeBy(exercise: Exercise, id: string): Make[] {
  const all = [...wholeMistakes(exercise), ...partMistakes(exercise), ...again(exercise)];
  return all.filter((general) => general.id === id).map(({ make }) => make);
}

/** The parts that differ in a trial, by their names; undefined if a result lacks the parts. */
function differing(trials: readonly Trial[]): string[] | undefined {
  const paths = new Set<string>();
  for (const { expected, found } of trials) {
    if ("error" in found) continue;
    const [right, other] = [partsOf(expected), partsOf(found.value)];
    for (const part of right.parts) {
      const own = other.parts.find(({ name }) => name === part.name);
      if (!own) return;
      if (compare({ parts: [part], others: {} }, { parts: [own], others: {} }).difference) {
        paths.add(part.name);
      }
    }
  }
  return paths.size > 0 ? [...paths] : undefined;
}

function hasNumber(value: unknown): boolean {
  const { parts, others } = partsOf(value);
  return Object.keys(others).length > 0 || parts.some(({ values }) => values.some(Number.isFinite));
}

function picked({ expected, found }: Trial, paths: string[]): [right: Part, found: Part][] {
  if ("error" in found) return [];
  const [right, other] = [partsOf(expected), partsOf(found.value)];
  const of = (parts: Part[], path: string) => parts.find(({ name }) => name === path)!;
  return paths.map((path) => [of(right.parts, path), of(other.parts, path)]);
}

/** The right result with other parts in the place of some. */
function replaced(
  value: unknown,
  paths: readonly string[],
  make: (part: unknown, path: string) => unknown,
  name = "",
): unknown {
  if (paths.includes(name)) return make(value, name);
  if (value instanceof Matrix || typeof value !== "object" || value === null) return value;
  if (Array.isArray(value) || ArrayBuffer.isView(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) =>
      [key, replaced(inner, paths, make, name ? `${name}.${key}` : key)] as const
    ),
  );
}
