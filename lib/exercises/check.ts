import { ArgumentError } from "../arguments/argument_error.ts";
import { found } from "../arguments/found.ts";
import { optionsOf } from "../arguments/options.ts";
import { meantName } from "../arguments/other_names.ts";
import { CheckResult } from "./check_result.ts";
import type { Exercise, Question } from "./exercise.ts";
import { failIfGrading } from "./grading.ts";
import { inLanguage } from "./language.ts";
import { latest, registered, registeredAs, requireRegistered, tries } from "./registry.ts";
import { checkAll, type Checked } from "./run_pieces.ts";

/** What a check may be told besides the function. */
export interface CheckOptions {
  /**
   * What the function uses, by name. In a notebook the check finds it by itself; in a plain script
   * it can't see what the script has declared: `{ uses: { helper } }`.
   */
  uses?: Record<string, unknown>;
  /**
   * Whose function it is, for an exercise whose trials differ from student to student.
   *
   * @default {undefined}
   */
  student?: string;
}

/** The check of any exercise, by itself or by its name; and one for each name, such as `check.dW2`. */
export interface Check {
  (
    exercise: Exercise | Question | string,
    written: unknown,
    options?: CheckOptions,
  ): Promise<CheckResult>;
  /** The check of one exercise by its name. */
  readonly [name: string]: (written: never, options?: CheckOptions) => Promise<CheckResult>;
}

/** Checks what a reader has written for one of the exercises that are registered. */
export const check: Check = new Proxy(
  (exercise: unknown, written: unknown, options?: CheckOptions) => {
    const isObject = typeof exercise === "object" && exercise !== null;
    const one = requireRegistered(isObject ? (exercise as Exercise).name : exercise);
    return shownWhenDone(checked(one, written, options));
  },
  {
    get(target, name, receiver) {
      if (typeof name !== "string") return Reflect.get(target, name, receiver);
      const one = registeredAs(name);
      if (one) {
        return (written: unknown, options?: CheckOptions) =>
          shownWhenDone(checked(one, written, options));
      }
      // Languages and tools ask for then and toJSON, to see what they have before them.
      if (name === "then" || name === "toJSON") return undefined;
      if (Reflect.has(target, name)) return Reflect.get(target, name, receiver);
      const names = registered().map(({ name }) => name);
      const nearest = meantName(name, names);
      throw new ArgumentError(
        `There is no check.${name}.${
          nearest ? ` Did you mean check.${nearest}?` : ""
        } The checks are ${names.join(", ")}.`,
      );
    },
    ownKeys: (target) => [...Reflect.ownKeys(target), ...registered().map(({ name }) => name)],
    getOwnPropertyDescriptor: (target, name) =>
      Reflect.getOwnPropertyDescriptor(target, name) ??
        (typeof name === "string" && registeredAs(name)
          ? { value: check[name], enumerable: true, configurable: true }
          : undefined),
  },
) as unknown as Check;

/** The function that was checked last, as text, of each exercise. */
const sources = new Map<string, string>();

/**
 * After an error in its cell a function is still the old one, and so it is before the cell was run.
 * Neither can be seen from here; that nothing has changed can.
 */
function noteOn(name: string, { verdict, source }: Checked): string {
  const isSame = source !== undefined && sources.get(name) === source;
  if (source !== undefined) sources.set(name, source);
  return isSame && verdict !== "right"
    ? "This is the same function as at the last check. Have you changed it since? Then run its " +
      "cell, and if an error shows there, fix that first."
    : "";
}

async function checked(
  exercise: Exercise | Question,
  written: unknown,
  options: CheckOptions = {},
): Promise<CheckResult> {
  const { name } = exercise;
  if (exercise.kind === "question") {
    const judged = { ...exercise.judge(written), printed: "" };
    count(name, judged, latest.get(name)?.message === inLanguage(judged.message));
    return kept(new CheckResult(name, judged));
  }
  const { uses, student } = optionsOf(`check.${name}`, options, {
    uses: undefined,
    student: undefined,
  });
  if (student !== undefined && typeof student !== "string") {
    throw new ArgumentError(
      `check.${name} expected student to be a name, such as "ada", but found ${found(student)}.`,
    );
  }
  const [result] = await checkAll(exercise, [written], { uses, student });
  const note = noteOn(name, result);
  count(name, result, note !== "");
  return kept(new CheckResult(name, result, note));
}

/** Counts a try: something that was written, is not right, and is not what was checked before. */
function count(name: string, { verdict }: Checked, isSame: boolean): void {
  if (verdict === "right" || verdict === "unwritten" || isSame) return;
  tries.set(name, (tries.get(name) ?? 0) + 1);
}

/** Shows the result also where `await` was forgotten. */
function shownWhenDone(result: Promise<CheckResult>): Promise<CheckResult> {
  const display = Symbol.for("Jupyter.display");
  const shown = async () =>
    ((await result) as unknown as Record<symbol, () => Record<string, unknown>>)[display]();
  return Object.assign(result, { [display]: shown });
}

function kept(result: CheckResult): CheckResult {
  latest.set(result.piece, result);
  failIfGrading(result);
  return result;
}
