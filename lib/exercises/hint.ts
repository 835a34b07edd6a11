import { ArgumentError } from "../arguments/argument_error.ts";
import { found } from "../arguments/found.ts";
import { type Bundle, Displayable, escape } from "../display/displayable.ts";
import { inLanguage } from "./language.ts";
import { type Opened, openedHints } from "./open_hints.ts";
import { requireRegistered } from "./registry.ts";

/** Hints that show themselves: closed in a notebook until they are clicked, as text in a terminal. */
export class Hint extends Displayable {
  /**
   * Something to read that is closed at first.
   *
   * @param html what a notebook shows
   * @param text what a terminal shows
   * @param more what else a notebook keeps, by its format
   */
  constructor(readonly html: string, readonly text: string, more: Bundle = {}) {
    super({ "text/html": html, "text/plain": text, ...more });
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
  const { name, texts } = hintsOf(exercise);
  if (!Number.isInteger(number) || !texts[number - 1]) {
    const numbers = texts.map((_, k) => k + 1).join(", ").replace(/, (\d+)$/, " or $1");
    throw new ArgumentError(`hint expected the number ${numbers}, but found ${found(number)}.`);
  }
  const opened = openedHints(name, texts.length);
  if (number > opened.open) return new Hint(paragraph(opened.closed), opened.closed);
  const heading = headingOf(number, texts.length);
  const text = texts[number - 1];
  return new Hint(
    details(heading, paragraph(text)),
    `${heading}: ${text}`,
    kept(name, { ...opened, open: number }),
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
  const { name, texts } = hintsOf(exercise);
  const opened = openedHints(name, texts.length);
  const { open, closed } = opened;
  const html = texts.slice(0, open).reduceRight(
    (inner, text, k) => details(headingOf(k + 1, texts.length), paragraph(text) + inner),
    closed && paragraph(closed),
  );
  const lines = texts.slice(0, open).map((text, k) => `${inLanguage(`Hint ${k + 1}`)}: ${text}`);
  return new Hint(html, [...lines, closed].filter(Boolean).join("\n"), kept(name, opened));
}

/** For the teacher: how many hints a notebook has shown, if they had to be earned. */
function kept(piece: string, { open, earned }: Opened): Bundle {
  return earned && open ? { "application/vnd.glassnet.hints+json": { piece, open } } : {};
}

function headingOf(number: number, all: number): string {
  return inLanguage(`Hint ${number} of ${all}`);
}

function paragraph(text: string): string {
  return `<p style="white-space: pre-line">${escape(text)}</p>`;
}

function details(summary: string, inside: string): string {
  return `<details style="margin: 4px 0 4px 12px"><summary style="cursor: pointer">${summary}` +
    `</summary>${inside}</details>`;
}

function hintsOf(exercise: ExerciseOrName): { name: string; texts: readonly string[] } {
  const isObject = typeof exercise === "object" && exercise !== null;
  const { name, hints } = requireRegistered(isObject ? exercise.name : exercise);
  return { name, texts: hints.map(inLanguage) };
}
