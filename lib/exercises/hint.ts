import { ArgumentError } from "../arguments/argument_error.ts";
import { found } from "../arguments/found.ts";
import { Displayable, escape } from "../display/displayable.ts";
import { inLanguage } from "./language.ts";
import { requireRegistered } from "./registry.ts";

/** Hints that show themselves: closed in a notebook until they are clicked, as text in a terminal. */
export class Hint extends Displayable {
  /**
   * Something to read that is closed at first.
   *
   * @param html what a notebook shows
   * @param text what a terminal shows
   */
  constructor(readonly html: string, readonly text: string) {
    super({ "text/html": html, "text/plain": text });
  }
}

/** An exercise, or its name. */
export type ExerciseOrName = string | { readonly name: string };

/**
 * One of the hints for an exercise, closed until it is clicked. Of the three for each of Glassnet's own,
 * the first asks, the second says which formula, the third nearly says the line.
 *
 * @param exercise the exercise, or its name
 * @param number which hint, from 1
 * @throws {ArgumentError} if there is no such exercise or hint
 *
 * @example
 * ```ts
 * import { hint } from "glassnet";
 * import { assertStringIncludes } from "@std/assert";
 *
 * assertStringIncludes(hint("dW2", 1).text, "dW2 has the shape of W2");
 * ```
 */
export function hint(exercise: ExerciseOrName, number: number): Hint {
  const texts = textsOf(exercise);
  const text = Number.isInteger(number) ? texts[number - 1] : undefined;
  if (!text) {
    const numbers = texts.map((_, k) => k + 1).join(", ").replace(/, (\d+)$/, " or $1");
    throw new ArgumentError(`hint expected the number ${numbers}, but found ${found(number)}.`);
  }
  const heading = inLanguage(`Hint ${number} of ${texts.length}`);
  return new Hint(
    details(
      heading,
      `<p style="white-space: pre-line">${escape(text)}</p>`,
    ),
    `${heading}: ${text}`,
  );
}

/**
 * The hints for an exercise, one inside the other: each is seen when the one before was opened. It
 * needs no script.
 *
 * @param exercise the exercise, or its name
 * @throws {ArgumentError} if there is no such exercise
 *
 * @example
 * ```ts
 * import { hints, show } from "glassnet";
 *
 * await show(hints("softmax"));
 * ```
 */
export function hints(exercise: ExerciseOrName): Hint {
  const texts = textsOf(exercise);
  const html = texts.reduceRight<string>(
    (inner, text, k) =>
      details(
        inLanguage(`Hint ${k + 1} of ${texts.length}`),
        `<p style="white-space: pre-line">${escape(text)}</p>${inner}`,
      ),
    "",
  );
  return new Hint(
    html,
    texts.map((text, k) => `${inLanguage(`Hint ${k + 1}`)}: ${text}`).join("\n"),
  );
}

function details(summary: string, inside: string): string {
  return `<details style="margin: 4px 0 4px 12px"><summary style="cursor: pointer">${summary}` +
    `</summary>${inside}</details>`;
}

function textsOf(exercise: ExerciseOrName): readonly string[] {
  const isObject = typeof exercise === "object" && exercise !== null;
  return requireRegistered(isObject ? exercise.name : exercise).hints.map(inLanguage);
}
