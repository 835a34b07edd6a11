import { ArgumentError } from "../arguments/argument_error.ts";
import { found } from "../arguments/found.ts";
import { meantName } from "../arguments/other_names.ts";
import type { CheckResult } from "./check_result.ts";
import type { Exercise, Question } from "./exercise.ts";

const all = new Map<string, Exercise | Question>();

/** Makes an exercise known. One of the same name is replaced, as when its cell is run again. */
export function register(one: Exercise | Question): void {
  all.set(one.name, one);
}

/** All exercises, in the order of the notebooks, and within one in that of their registration. */
export function registered(): (Exercise | Question)[] {
  return [...all.values()].sort((a, b) =>
    a.notebook < b.notebook ? -1 : a.notebook > b.notebook ? 1 : 0
  );
}

/** The exercise of this name, if there is one. */
export function registeredAs(name: string): Exercise | Question | undefined {
  return all.get(name);
}

/**
 * The exercise of this name.
 *
 * @throws {ArgumentError} that names the nearest, if there is none of this name
 */
export function requireRegistered(name: unknown): Exercise | Question {
  const one = typeof name === "string" ? all.get(name) : undefined;
  if (one) return one;
  const names = registered().map(({ name }) => name);
  const nearest = typeof name === "string" && meantName(name, names);
  throw new ArgumentError(
    `There is no exercise ${found(name)}.${nearest ? ` Did you mean "${nearest}"?` : ""} ` +
      `The exercises are ${names.join(", ")}.`,
  );
}

/** The latest check of each exercise in this process: in a notebook, since the kernel was started. */
export const latest = new Map<string, CheckResult>();

/** How often something new was checked that was not right, of each exercise in this process. */
export const tries = new Map<string, number>();
