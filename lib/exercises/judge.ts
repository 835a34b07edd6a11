import { Matrix } from "../matrix/matrix.ts";
import { compare, type Comparison, same } from "./compare.ts";
import { inWords, partsOf } from "./parts.ts";
import { argumentNames, failed, unrecognized } from "./unrecognized.ts";
import type { Piece } from "./piece.ts";
import type { Outcome, Run } from "./run_apart.ts";
import { decode, type Wire } from "./wire.ts";

/** The five answers of a check. */
export type Verdict = "right" | "mistake" | "wrong" | "unwritten" | "failed";

/** What the check says of a piece. */
export interface Judgment {
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

/** A result or an error. */
type Result = { value: unknown } | { error: string };

/** Judges what a function did in the trials of a piece. */
export function judge(piece: Piece, trials: Wire[][], { outcomes }: Run): Judgment {
  const unwritten = outcomes.find((outcome) => outcome.kind === "threw" && outcome.piece);
  if (unwritten) return notWrittenYet(piece, unwritten as Outcome & { kind: "threw" });
  const stopped = outcomes.findIndex(({ kind }) => ["left", "time", "memory"].includes(kind));
  if (stopped >= 0) {
    const { kind } = outcomes[stopped];
    const before = kind === "time" ? judgedBefore(piece, trials, outcomes, stopped) : undefined;
    return before ?? failed(endings[kind as keyof typeof endings]);
  }
  if (outcomes.length < trials.length) return failed("It gave no answer.");

  const expected = trials.map((args) => ran(piece.right, args));
  const found = outcomes.map(resultOf);
  const comparisons = found.map((result, k) => compared(expected[k], result));
  const changed = outcomes.findIndex(({ kind, ...rest }) =>
    kind === "value" && (rest as { changed: number[] }).changed.length > 0
  );
  if (comparisons.every((one) => one && !one.difference)) {
    if (changed >= 0) return changedArgument(piece, outcomes[changed]);
    const difference = Math.max(...comparisons.map((one) => one!.largest));
    return {
      verdict: "right",
      message:
        `${piece.name} is right on all ${trials.length} trials: the largest difference from ` +
        `the reference is ${difference === 0 ? "0" : difference.toExponential(0)}.`,
      difference,
      results: {
        found: (found.at(-1) as { value: unknown }).value,
        expected: (expected.at(-1) as { value: unknown }).value,
      },
    };
  }
  const results = worthALook(comparisons, expected, found);
  const known = knownMistake(piece, trials, found);
  if (known) return { ...known, results };
  const first = comparisons.findIndex((one) => !one || one.difference);
  const otherThanMatrix = asMatrix(expected[first], found[first]) ??
    asNumber(expected[first], found[first]);
  if (otherThanMatrix) return otherThanMatrix;
  if (changed >= 0 && changed <= first) return changedArgument(piece, outcomes[changed]);
  return { ...unrecognized(piece, trials[first], outcomes[first], comparisons[first]), results };
}

/** The last trial whose result differs, if it has the right shape there. */
function worthALook(
  comparisons: (Comparison | undefined)[],
  expected: Result[],
  found: Result[],
): Judgment["results"] {
  const k = comparisons.findLastIndex((one) => one?.difference);
  if (k < 0 || comparisons[k]!.difference!.problem !== "value") return;
  const [one, other] = [found[k], expected[k]];
  if (!("value" in one) || !("value" in other) || typeof other.value === "number") return;
  return { found: one.value, expected: other.value };
}

function knownMistake(piece: Piece, trials: Wire[][], found: Result[]): Judgment | undefined {
  for (const { id, says, ways } of piece.wrong) {
    if (ways.some((way) => matches((trial) => ran(way, trials[trial]), found))) {
      return { verdict: "mistake", mistake: id, message: says };
    }
  }
}

/** What the trials before one that took too long say: they are the smaller ones. */
function judgedBefore(
  piece: Piece,
  trials: Wire[][],
  outcomes: Outcome[],
  stopped: number,
): Judgment | undefined {
  // One alone says too little about which mistake it was.
  if (stopped < 2) return;
  const found = outcomes.slice(0, stopped).map(resultOf);
  const isRight = found.every((result, k) => {
    const comparison = compared(ran(piece.right, trials[k]), result);
    return comparison && !comparison.difference;
  });
  return isRight
    ? failed(
      "It is right with the smaller matrices, but with the largest it did not come to an end and " +
        "was stopped. Is something done again and again that could be done once, such as toArray() " +
        "inside a loop?",
    )
    : knownMistake(piece, trials, found);
}

/** What a way gives for arguments, which are made anew for it. */
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

function compared(expected: Result, found: Result): Comparison | undefined {
  if ("error" in expected) throw new Error(expected.error);
  return "error" in found ? undefined : compare(partsOf(expected.value), partsOf(found.value));
}

/**
 * Whether a way does the same as the reader's function in every trial. Where it throws, it is enough that
 * the other throws too, if elsewhere the two gave the same numbers: the words differ with how
 * the elements were reached.
 */
export function matches(way: (trial: number) => Result, found: Result[]): boolean {
  let giveSame = false;
  for (const [trial, other] of found.entries()) {
    const result = way(trial);
    if ("value" in result !== "value" in other) return false;
    if (!("value" in result) || !("value" in other)) continue;
    if (!same(result.value, other.value)) return false;
    giveSame = true;
  }
  return giveSame;
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
  piece: Piece,
  { piece: stub, message }: Outcome & { kind: "threw" },
): Judgment {
  return {
    verdict: "unwritten",
    message: stub === piece.name
      ? ownStub(stub)
      : `${piece.name} uses ${stub}, and ${message} Write ${stub} first.`,
  };
}

function changedArgument(piece: Piece, outcome: Outcome): Judgment {
  const names = argumentNames(piece);
  const changed = (outcome as { changed: number[] }).changed.map((k) => names[k]);
  return {
    verdict: "mistake",
    mistake: "changes-argument",
    message:
      `It changes its argument ${changed.join(" and ")}. Whoever called it still needs the old ` +
      "one: make something new and leave what was given as it is.",
  };
}

/** An array where a Matrix is expected. */
function asMatrix(expected: Result, found: Result): Judgment | undefined {
  if (!("value" in expected) || !("value" in found)) return;
  const pairs = pairsOf(expected.value, found.value);
  for (const [name, wanted, got] of pairs) {
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

/** NaN where a Matrix is expected: what `A - B` and `Math.max(0, A)` give. */
function asNumber(expected: Result, found: Result): Judgment | undefined {
  if (!("value" in expected) || !("value" in found)) return;
  for (const [name, wanted, got] of pairsOf(expected.value, found.value)) {
    if (!(wanted instanceof Matrix) || !Number.isNaN(got)) continue;
    return {
      verdict: "mistake",
      mistake: "operator-on-a-matrix",
      message:
        `${name || "This"} is NaN, not a Matrix. Signs such as - and * and functions such as ` +
        "Math.max work with single numbers. For whole matrices there are subtract, multiply, matmul " +
        "and scale.",
    };
  }
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
