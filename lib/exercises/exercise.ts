import { ArgumentError } from "../arguments/argument_error.ts";
import { found } from "../arguments/found.ts";
import type { Digits } from "../training/digits.ts";
import type { Judgment } from "./judge.ts";
import { register } from "./registry.ts";

/** A function of the exercise's arguments: a wrong way to write it. */
export type Way<Args extends unknown[]> = (...args: Args) => unknown;

/**
 * A known mistake: the sentence for the student, and the ways in which the mistake is made, as code.
 * A sentence alone is said where the check finds a mistake of this name by itself, such as
 * `"transposed"` or `"opposite-sign"`: see `general.ts` for these names.
 */
export type Known<Args extends unknown[]> =
  | string
  | readonly [says: string, ...ways: (Way<Args> | readonly Way<Args>[])[]];

/** A function of any arguments. */
// deno-lint-ignore no-explicit-any
export type AnyFunction = (...args: any[]) => unknown;

/** A function's arguments. What never is makes TypeScript read `[A, B]` as two arguments, not as a list. */
export type Arguments<Right extends AnyFunction> = Parameters<Right> | [never];

/** What an exercise is made of. */
export interface ExerciseForm<Right extends AnyFunction> {
  /** The name of the function that the reader writes, such as `"dW2"`. */
  name: string;
  /**
   * The number of the notebook that it belongs to, such as `"04"`.
   *
   * @default {"own"}
   */
  notebook?: string;
  /** How it is called: `"dW2(dZ2, A1)"`. */
  call: string;
  /** What it gives, with its shape. */
  gives: string;
  /** The right function. The types of everything else follow from its arguments. */
  right: Right;
  /**
   * The known mistakes by their names, such as `"one-over-m-missing"`. A sentence says what is wrong and
   * where to look, and not the solution. The first one that fits is said.
   *
   * @default {{}}
   */
  mistakes?: { readonly [name: string]: Known<Parameters<Right>> };
  /** Hints, each saying more than the one before. */
  hints: readonly string[];
  /**
   * The arguments of each trial. A function is right if it is right in all of them, so they must be what
   * the statement promises. The last one is the most telling to look at.
   *
   * @param digits 20 real ones
   * @param seed a whole number for each student, 0 without a name: trials that take it differ from student
   * to student, and grading takes it from the name of the student's folder
   */
  trials(digits: Digits, seed: number): readonly Arguments<Right>[];
  /**
   * The arguments of further trials, which the statement does not promise, such as other sizes. They
   * tell mistakes apart; no function is wrong because of them.
   *
   * @default {() => []}
   */
  telling?(digits: Digits, seed: number): readonly Arguments<Right>[];
}

/** A known mistake of an exercise. */
export interface KnownMistake {
  /** Its name, such as `"one-over-m-missing"`. */
  id: string;
  /** One or two sentences: what is wrong, and where to look. */
  says: string;
  /** The mistake as code; several where it can be made in several ways. */
  // deno-lint-ignore no-explicit-any
  ways: readonly Way<any[]>[];
}

/** An exercise: a function that the reader writes, and all that a check knows about it. */
// deno-lint-ignore no-explicit-any
export interface Exercise<Args extends unknown[] = any[]> {
  /** What the reader gives. */
  readonly kind: "function";
  /** Its name, such as `"dW2"`. */
  readonly name: string;
  /** The number of the notebook that it belongs to. */
  readonly notebook: string;
  /** How the function is called: `"dW2(dZ2, A1)"`. */
  readonly call: string;
  /** What it gives, with its shape. */
  readonly gives: string;
  /** The arguments' names, as the call has them. */
  readonly argumentNames: readonly string[];
  /** The reference. */
  readonly right: (...args: Args) => unknown;
  /** Its known mistakes, in the order in which they are tried. */
  readonly mistakes: readonly KnownMistake[];
  /** Its own sentences for mistakes that the check finds by itself, by their names. */
  readonly sentences: ReadonlyMap<string, string>;
  /** Each says more than the one before. */
  readonly hints: readonly string[];
  /** Whether the trials differ from student to student. */
  readonly varies: boolean;
  /** The arguments of each trial. */
  trials(digits: Digits, seed: number): readonly Args[];
  /** The arguments of further trials, which the statement does not promise. */
  telling(digits: Digits, seed: number): readonly Args[];
}

/**
 * Makes an exercise and registers it: from then on `check`, `hints`, `done` and the grading know it.
 * The mistakes need no types of their own, since the right function has them.
 *
 * @param form what it is made of; `docs/writing-an-exercise.md` leads through one
 * @throws {ArgumentError} if something of it is missing or could not be shown to a student
 *
 * @example
 * ```ts
 * import { check, exercise, type Matrix, scale } from "glassnet";
 * import { assertEquals } from "@std/assert";
 *
 * const twice = exercise({
 *   name: "twice",
 *   call: "twice(A)",
 *   gives: "2 A, as large as A",
 *   right: (A: Matrix) => scale(A, 2),
 *   mistakes: { halved: ["A was divided by 2. Multiply by it.", (A) => scale(A, 1 / 2)] },
 *   hints: ["How large is twice 3?"],
 *   trials: ({ X }) => [[X]],
 * });
 * const result = await check(twice, (A: Matrix) => scale(A, 0.5));
 * assertEquals(result.message, "A was divided by 2. Multiply by it.");
 * ```
 */
export function exercise<Right extends AnyFunction>(
  form: ExerciseForm<Right>,
): Exercise<Parameters<Right>> {
  requireForm(form);
  const { name, notebook = "own", call, gives, right, mistakes = {}, hints } = form;
  const all = Object.entries(mistakes);
  const made: Exercise<Parameters<Right>> = {
    kind: "function",
    name,
    notebook,
    call,
    gives,
    argumentNames: argumentNames(call),
    right,
    mistakes: all.flatMap(([id, known]) => {
      if (typeof known === "string") return [];
      const [says, ...ways] = known;
      return [{ id, says, ways: ways.flat() as Way<unknown[]>[] }];
    }),
    sentences: new Map(
      all.flatMap(([id, known]) => typeof known === "string" ? [[id, known] as const] : []),
    ),
    hints,
    varies: form.trials.length > 1 || (form.telling?.length ?? 0) > 1,
    trials: (digits, seed) => form.trials(digits, seed) as Parameters<Right>[],
    telling: (digits, seed) => (form.telling?.(digits, seed) ?? []) as Parameters<Right>[],
  };
  register(made as unknown as Exercise);
  return made;
}

/** The names of the arguments in a call: `{ iterations, learningRate }` is called options. */
function argumentNames(call: string): string[] {
  return call.slice(call.indexOf("(") + 1, -1).replace(/\{[^}]*\}/, "options").split(/,\s*/);
}

function requireForm<Right extends AnyFunction>(form: ExerciseForm<Right>): void {
  const { name, call, gives, right, mistakes = {}, hints, trials } = Object(form) as typeof form;
  const refuse = (expected: string, value: unknown) => {
    throw new ArgumentError(
      `exercise expected ${expected}, but found ${found(value)}.`,
    );
  };
  if (typeof name !== "string" || !/^[A-Za-z_]\w*$/.test(name)) {
    refuse('a name such as "dW2", that of the function to write', name);
  }
  const of = `the exercise ${name}`;
  if (typeof call !== "string" || !call.startsWith(`${name}(`) || !call.endsWith(")")) {
    refuse(`call in ${of} to be how it is called, such as "${name}(A)"`, call);
  }
  if (typeof gives !== "string") refuse(`gives in ${of} to say what it gives, in words`, gives);
  if (typeof right !== "function") refuse(`right in ${of} to be the right function`, right);
  if (typeof trials !== "function") {
    refuse(`trials in ${of} to be a function that gives the arguments of each trial`, trials);
  }
  if (!Array.isArray(hints) || !hints.every((hint) => typeof hint === "string" && hint)) {
    refuse(`hints in ${of} to be an array of texts`, hints);
  }
  for (const [id, known] of Object.entries(mistakes as Record<string, Known<unknown[]>>)) {
    if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(id)) {
      refuse(`the mistakes of ${of} to have names such as "sign-missing"`, id);
    }
    const [says, ...ways] = typeof known === "string" ? [known] : Object(known) as unknown[];
    if (typeof says !== "string" || !/[.?]$/.test(says)) {
      refuse(`a sentence for the mistake ${id} of ${of}, with its full stop`, says);
    }
    if (typeof known === "string") continue;
    const wrong = ways.flat().find((way) => typeof way !== "function");
    if (!ways.length || wrong !== undefined) {
      refuse(`the mistake ${id} of ${of} to be made by functions, after its sentence`, wrong);
    }
  }
}

/** An exercise whose answer is no function: what is asked, and how an answer is judged. */
export interface Question {
  /** What the reader gives. */
  readonly kind: "question";
  /** Its name, such as `"dW2"`. */
  readonly name: string;
  /** The number of the notebook that it belongs to. */
  readonly notebook: string;
  /** Each says more than the one before. */
  readonly hints: readonly string[];
  /** Judges what the reader has answered, whatever it is. */
  judge(answer: unknown): Judgment;
}

/** Makes an exercise whose answer is no function, and registers it. */
export function question(form: Omit<Question, "kind">): Question {
  const made: Question = { kind: "question", ...form };
  register(made);
  return made;
}
