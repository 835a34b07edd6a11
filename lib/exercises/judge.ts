import { Matrix } from "../matrix/matrix.ts";
import { type Comparison, same } from "./compare.ts";
import type { Exercise } from "./exercise.ts";
import { type Habit, habitIn } from "./habits.ts";
import type { Result, Trial } from "./made.ts";
import { inWords } from "./parts.ts";
import type { Written } from "./program.ts";
import {
  besidesNaN,
  compared,
  fromSome,
  general,
  judgedBefore,
  knownMistake,
  two,
} from "./recognized.ts";
import type { Outcome, Run } from "./run_apart.ts";
import { failed, given, isExplained, unrecognized } from "./unrecognized.ts";
import type { Verdict } from "./verdicts.ts";
import { treeOf, unusedArguments } from "./syntax.ts";
import { decode, type Wire } from "./wire.ts";

/** What a check says. */
export interface Judgment {
  /** What is made of it. */
  verdict: Verdict;
  /** The recognized mistake's name. */
  mistake?: string;
  /** One or a few sentences. */
  message: string;
  /** The largest absolute difference from the reference; of a right one. */
  difference?: number;
  /** The results of a trial to look at: of a right one, and of a wrong one that has the right shape. */
  results?: { found: unknown; expected: unknown };
}

/** The trials of an exercise, as they go to another process. */
export interface Trials {
  /** The arguments: those of the telling trials, then those that the statement promises. */
  all: Wire[][];
  /** The number of telling ones. */
  telling: number;
}

/** Judges what a function did in the trials of an exercise. */
export function judge(
  exercise: Exercise,
  { all, telling }: Trials,
  { outcomes }: Run,
  written: Written = {},
): Judgment {
  const unwritten = outcomes.find((outcome) => outcome.kind === "threw" && outcome.piece);
  if (unwritten) return notWrittenYet(exercise, unwritten as Outcome & { kind: "threw" });
  const expected = all.map((args) => ran(exercise.right, args));
  const trialsOf = (some: readonly Outcome[]) =>
    some.map((outcome, k): Trial => ({
      args: all[k].map((arg) => decode(arg)),
      expected: valueOf(expected[k]),
      found: resultOf(outcome),
      telling: k < telling,
    }));
  const stopped = outcomes.findIndex(({ kind }) => ["left", "time", "memory"].includes(kind));
  if (stopped >= 0) {
    const { kind } = outcomes[stopped];
    const before = kind === "time" && judgedBefore(exercise, trialsOf(outcomes.slice(0, stopped)));
    return before || failed(endings[kind as keyof typeof endings]);
  }
  if (outcomes.length < all.length) return failed("It gave no answer.");

  const trials = trialsOf(outcomes);
  const comparisons = trials.map(compared);
  const changed = outcomes.findIndex((outcome) =>
    outcome.kind === "value" && outcome.changed.length > 0
  );
  const first = comparisons.findIndex((one, k) => k >= telling && (!one || one.difference));
  if (first < 0) {
    if (changed >= 0) return changedArgument(exercise, outcomes[changed]);
    return right(exercise, trials.at(-1)!, comparisons.slice(telling) as Comparison[]);
  }
  const results = worthALook(comparisons, trials);
  const habit = written.code === undefined ? undefined : habitIn(written.code, exercise.call);
  const known = knownMistake(exercise, trials) ?? general(exercise, trials);
  const said = certain(habit) ?? usesTheNotebooks(exercise, written, all[first]) ??
    (known && { ...known, results }) ??
    asMatrix(trials[first]) ?? withOperator(trials[first]) ??
    (changed >= 0 && changed <= first ? changedArgument(exercise, outcomes[changed]) : undefined) ??
    takesOthers(exercise, written, outcomes[first]) ?? besidesNaN(exercise, trials) ??
    two(exercise, trials) ?? fromSome(exercise, trials, comparisons);
  if (said) return said;
  const judgment = unrecognized(exercise, all[first], outcomes[first], comparisons[first]);
  const guess = habit && !(habit.isWeak && isExplained(outcomes[first]))
    ? ` A guess from the code: ${habit.says}`
    : "";
  return { ...judgment, message: judgment.message + guess, results };
}

/** What the code shows that can only be wrong. */
function certain(habit?: Habit): Judgment | undefined {
  if (habit?.id) return { verdict: "mistake", mistake: habit.id, message: habit.says };
}

function right(exercise: Exercise, last: Trial, comparisons: Comparison[]): Judgment {
  const difference = Math.max(...comparisons.map(({ largest }) => largest));
  return {
    verdict: "right",
    message:
      `${exercise.name} is right on all ${comparisons.length} trials: the largest difference from ` +
      `the reference is ${difference === 0 ? "0" : difference.toExponential(0)}.`,
    difference,
    results: { found: valueOf(last.found), expected: last.expected },
  };
}

/** The last trial whose result differs, if it has the right shape there. */
function worthALook(
  comparisons: readonly (Comparison | undefined)[],
  trials: readonly Trial[],
): Judgment["results"] {
  const k = comparisons.findLastIndex((one) => one?.difference);
  if (k < 0 || comparisons[k]!.difference!.problem !== "value") return;
  const { expected, found } = trials[k];
  if (!("value" in found) || typeof expected === "number") return;
  return { found: found.value, expected };
}

/** A function that takes X, Y or m from the notebook in place of its arguments. */
function usesTheNotebooks(
  { argumentNames, call }: Exercise,
  { uses = [], code = "" }: Written,
  args: Wire[],
): Judgment | undefined {
  const tree = treeOf(code);
  const unused = tree ? unusedArguments(tree) : [];
  const suspects = unused.length > 0 ? uses : uses.filter((name) =>
    argumentNames.includes(name) ||
    /^(X|Y|labels|m|digits|train|dev|A[12]|Z[12]|d?[WbZ][12])$/.test(name)
  );
  if (!suspects.length) return;
  const names = suspects.join(" and ");
  const instead = unused.length > 0 ? `, and not ${unused.join(" and ")}` : "";
  return {
    verdict: "mistake",
    mistake: "uses-the-notebook",
    message: `It uses ${names} of the notebook${instead}. The check called it with other values, ` +
      `${given(argumentNames, args)}: ${call} must use what it is given` +
      (suspects.includes("m") ? ", and take the number of images from it, such as X.cols." : "."),
  };
}

/** A function that takes more arguments than it gets. */
function takesOthers(
  { argumentNames, call }: Exercise,
  { takes = 0 }: Written,
  outcome: Outcome,
): Judgment | undefined {
  const [wanted, gets] = [takes, argumentNames.length];
  if (wanted <= gets || outcome.kind !== "threw") return;
  return failed(
    `It takes ${wanted} arguments, and is called with ${gets}: ${call}. What you need may come in ` +
      `one object, to be taken apart first.`,
  );
}

/** What a function gives for arguments, which are made anew for it. */
export function ran(way: (...args: never[]) => unknown, args: Wire[]): Result {
  try {
    return { value: way(...args.map((arg) => decode(arg)) as never[]) };
  } catch (error) {
    return { error: error instanceof Error ? error.message : String(error) };
  }
}

function resultOf(outcome: Outcome): Result {
  if (outcome.kind === "value") return { value: decode(outcome.value) };
  return { error: outcome.kind === "threw" ? outcome.message : outcome.kind };
}

function valueOf(result: Result): unknown {
  if ("error" in result) throw new Error(result.error);
  return result.value;
}

const endings = {
  left:
    "It ended the process in which it ran: with Deno.exit, or by something that took the process " +
    "down. A piece only returns its result.",
  time: "It did not come to an end and was stopped. Look at the loops: does each one's condition " +
    "become false at some time, and does its counter change in the right direction?",
  memory:
    "It took too much memory and was stopped. Look for a loop that adds to an array and does not " +
    "end, or for sizes that are far too large.",
};

/** What is said where a reader has not begun. */
export function ownStub(piece: string): string {
  return `Your lines go where throw notWritten("${piece}") stands. Are they there already? Then run ` +
    "their cell first.";
}

function notWrittenYet(
  { name }: Exercise,
  { piece: stub, message }: Outcome & { kind: "threw" },
): Judgment {
  return {
    verdict: "unwritten",
    message: stub === name
      ? ownStub(stub)
      : `${name} uses ${stub}, and ${message} Write ${stub} first.`,
  };
}

function changedArgument({ argumentNames }: Exercise, outcome: Outcome): Judgment {
  const changed = (outcome as { changed: number[] }).changed.map((k) => argumentNames[k]);
  return {
    verdict: "mistake",
    mistake: "changes-argument",
    message:
      `It changes its argument ${changed.join(" and ")}. Whoever called it still needs the old ` +
      "one: make something new and leave what was given as it is.",
  };
}

/** An array where a Matrix is expected. */
function asMatrix({ expected, found }: Trial): Judgment | undefined {
  if (!("value" in found)) return;
  for (const [name, wanted, got] of pairsOf(expected, found.value)) {
    if (!(wanted instanceof Matrix) || !Array.isArray(got) && !ArrayBuffer.isView(got)) continue;
    const what = name ? `${name} is` : "This is";
    return {
      verdict: "mistake",
      mistake: "not-a-matrix",
      message: `${what} ${inWords(got)}, not a Matrix.${verdictOnNumbers(wanted, got)} Return a ` +
        "Matrix: Matrix.from(rows) makes one of an array of rows.",
    };
  }
}

/** Signs such as + and > between matrices, which the matrices themselves refuse. */
function withOperator({ found }: Trial): Judgment | undefined {
  if (!("error" in found) || !/ not work with matrices\. /.test(found.error)) return;
  return { verdict: "mistake", mistake: "operator-on-a-matrix", message: found.error };
}

/** The result and the reference, or their parts of one name. */
function pairsOf(expected: unknown, found: unknown): (readonly [string, unknown, unknown])[] {
  if (expected instanceof Matrix) return [["", expected, found]];
  if (typeof found !== "object" || found === null) return [];
  return Object.entries(expected as object).map(([name, part]) =>
    [name, part, (found as Record<string, unknown>)[name]] as const
  );
}

function verdictOnNumbers(expected: Matrix, rows: unknown): string {
  try {
    return same(expected, Matrix.from(rows as number[][])) ? " Its numbers are right." : "";
  } catch {
    return ""; // What is no table of numbers has no right ones.
  }
}
