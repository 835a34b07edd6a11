import { ArgumentError } from "../arguments/argument_error.ts";
import { found } from "../arguments/found.ts";
import { optionsOf } from "../arguments/options.ts";
import { inLanguage } from "./language.ts";
import { tries as triesOf } from "./registry.ts";

/** When hints open. */
export interface HintRule {
  /**
   * The day, or the day and the time on the reader's clock, before which no hint opens:
   * `"2026-12-01"` or `"2026-12-01 10:30"`.
   *
   * @default {undefined}
   */
  from?: string;
  /**
   * How many tries each hint costs: with 2, the first opens after two tries of its exercise, the
   * second after four. A try is a check of something new that was not right.
   *
   * @default {0}
   */
  tries?: number;
}

let current: { from?: string; tries: number } = { tries: 0 };

/**
 * Sets when hints open, for all cells with hints that run from then on. Without it, every hint can be
 * opened at once. A closed hint says what is missing, and its cell has to be run again.
 *
 * It helps those who want to try first, and keeps no secret: the hints are in the library. Tries are
 * counted since the kernel was started.
 *
 * @param rule from when on, and after how many tries
 * @throws {ArgumentError} if the date is no date, or the tries are no whole number
 *
 * @example
 * ```ts
 * import { hints, openHints } from "glassnet";
 * import { assertStringIncludes } from "@std/assert";
 *
 * openHints({ tries: 2 });
 * assertStringIncludes(hints("dW2").text, "Hint 1 of 3 opens after 2 tries of dW2.");
 * openHints({});
 * ```
 */
export function openHints(rule: HintRule): void {
  const { from, tries } = optionsOf("openHints", rule, { from: undefined, tries: 0 });
  if (from !== undefined && Number.isNaN(timeOf(from))) {
    throw new ArgumentError(
      `openHints expected from to be a day such as "2026-12-01" or "2026-12-01 10:30", but found ${
        found(from)
      }.`,
    );
  }
  if (!Number.isInteger(tries) || tries < 0) {
    throw new ArgumentError(
      `openHints expected tries to be a whole number from 0, but found ${found(tries)}.`,
    );
  }
  current = { from, tries };
}

/** The time of a day, or of a day and a time, on the reader's clock; NaN for anything else. */
function timeOf(text: unknown): number {
  const [, day, time = "00:00"] = /^(\d{4}-\d\d-\d\d)(?:[ T](\d\d:\d\d))?$/.exec(String(text)) ??
    [];
  const date = new Date(`${day}T${time}`);
  // 31 February would be a day in March.
  return day?.endsWith(String(date.getDate()).padStart(2, "0")) ? date.getTime() : NaN;
}

/** How many hints of an exercise are open, and what is missing for the next one. */
export interface Opened {
  open: number;
  /** Whether they have to be earned, so that it says something how many are open. */
  earned: boolean;
  /** Why the next one is closed; empty if all are open. */
  closed: string;
}

/** Which of an exercise's hints are open now. */
export function openedHints(name: string, all: number): Opened {
  const { from, tries } = current;
  const made = triesOf.get(name) ?? 0;
  const open = tries ? Math.min(all, Math.floor(made / tries)) : all;
  const earned = tries > 0;
  if (from !== undefined && Date.now() < timeOf(from)) {
    const closed = `The hints open on ${from.replace("T", " ")}. Run this cell again then.`;
    return { open: 0, earned, closed: inLanguage(closed) };
  }
  if (open === all) return { open, earned, closed: "" };
  const cost = (open + 1) * tries;
  const next = `Hint ${open + 1} of ${all} opens after ${
    cost === 1 ? "1 try" : `${cost} tries`
  } of ${name}.`;
  const soFar = `So far: ${made}. A try is a check of a function that you have changed and that ` +
    "is not right yet. Run this cell again then.";
  return { open, earned, closed: inLanguage(`${next} ${soFar}`) };
}
