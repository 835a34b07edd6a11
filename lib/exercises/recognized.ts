import { compare, type Comparison } from "./compare.ts";
import type { Exercise } from "./exercise.ts";
import { fits, generalMistake, inItsWords, relationOfPlaces, twoMistakes } from "./general.ts";
import type { Judgment } from "./judge.ts";
import type { Trial } from "./made.ts";
import { partsOf } from "./parts.ts";
import { besideZeros, inPlaces } from "./relations_of_places.ts";
import { failed, given } from "./unrecognized.ts";
import { encode } from "./wire.ts";

/** A mistake that the exercise knows. */
export function knownMistake(exercise: Exercise, trials: readonly Trial[]): Judgment | undefined {
  for (const { id, says, ways } of exercise.mistakes) {
    if (ways.some((way) => fits(trials, ({ args }) => way(...args)))) {
      return { verdict: "mistake", mistake: id, message: says };
    }
  }
}

/** One that can be made in any exercise. */
export function general(exercise: Exercise, trials: readonly Trial[]): Judgment | undefined {
  const recognized = generalMistake(exercise, trials);
  if (!recognized) return;
  const { id, says } = inItsWords(exercise, recognized);
  return { verdict: "mistake", mistake: id, message: says };
}

/**
 * What a function does wrong beside giving NaN in some of the trials, which would hide it.
 */
export function besidesNaN(exercise: Exercise, trials: readonly Trial[]): Judgment | undefined {
  const hasNaN = ({ found }: Trial) =>
    "value" in found && partsOf(found.value).parts.some(({ values }) => values.some(Number.isNaN));
  const others = trials.filter((trial) => !hasNaN(trial));
  if (others.length === trials.length || others.every(({ telling }) => telling)) return;
  const known = knownMistake(exercise, others) ?? general(exercise, others);
  if (!known) return;
  const { args } = trials.find(hasNaN)!;
  return {
    ...known,
    message: `${known.message} And there is NaN in the result, called with ${
      given(exercise.argumentNames, args.map((arg) => encode(arg)))
    }: look for 0 / 0, for the logarithm of 0 times 0, and for Infinity - Infinity.`,
  };
}

/**
 * What explains a part of the trials: those that the statement promises, those that are wrong while the
 * others are right, or one alone. The last is a guess, and says so. Before it comes where the results are wrong.
 */
export function fromSome(
  exercise: Exercise,
  trials: readonly Trial[],
  comparisons: readonly (Comparison | undefined)[],
): Judgment | undefined {
  const called = (trial: Trial) =>
    `called with ${given(exercise.argumentNames, trial.args.map((arg) => encode(arg)))}`;
  const of = (some: readonly Trial[]) => {
    const numbers = some.flatMap(({ found }) => "value" in found ? partsOf(found.value).parts : [])
      .flatMap(({ values }) => values);
    // Few numbers are soon the same by chance.
    if (new Set(numbers).size < 4) return;
    return knownMistake(exercise, some) ?? general(exercise, some);
  };
  const promised = trials.filter(({ telling }) => !telling);
  const wrong = trials.filter(({ telling }, k) =>
    !telling && (!comparisons[k] || comparisons[k].difference)
  );
  const known = promised.length < trials.length ? of(promised) : undefined;
  if (known) return known;
  const partly = wrong.length < promised.length ? of(wrong) : undefined;
  if (partly) {
    return { ...partly, message: `${partly.message} That is so when ${called(wrong[0])}.` };
  }
  const where = places(exercise, trials, inPlaces);
  if (where) return where;
  for (const one of wrong) {
    const guess = of([one]);
    if (!guess) continue;
    return {
      ...guess,
      message: `${guess.message} That is a guess, from one trial: ${called(one)}.`,
    };
  }
  return places(exercise, trials, besideZeros);
}

/** A known mistake, and one more that can be made in any exercise. */
export function two(exercise: Exercise, trials: readonly Trial[]): Judgment | undefined {
  const both = twoMistakes(exercise, trials);
  return both && { verdict: "mistake", mistake: both.id, message: both.says };
}

/** Where it is wrong and where not, in all trials. */
function places(
  exercise: Exercise,
  trials: readonly Trial[],
  relation: typeof inPlaces,
): Judgment | undefined {
  const recognized = relationOfPlaces(trials, relation);
  if (!recognized) return;
  const { id, says } = inItsWords(exercise, recognized);
  return { verdict: "mistake", mistake: id, message: says };
}

/** What the trials before one that took too long say: they are the smaller ones. */
export function judgedBefore(exercise: Exercise, trials: readonly Trial[]): Judgment | undefined {
  // One alone says too little about which mistake it was.
  if (trials.length < 2) return;
  const isRight = trials.every((trial) => {
    const comparison = compared(trial);
    return comparison && !comparison.difference;
  });
  return isRight
    ? failed(
      "It is right with the smaller matrices, but with the largest it did not come to an end and " +
        "was stopped. Is something done again and again that could be done once, such as toArray() " +
        "inside a loop?",
    )
    : knownMistake(exercise, trials);
}

/** How far a result is from the right one; undefined if there is none. */
export function compared({ expected, found }: Trial): Comparison | undefined {
  return "error" in found ? undefined : compare(partsOf(expected), partsOf(found.value));
}
