import { ArgumentError } from "../arguments/argument_error.ts";
import { found } from "../arguments/found.ts";
import { nearestName } from "../arguments/nearest_name.ts";
import { german } from "./de.ts";
import type { Exercise } from "./exercise.ts";

/**
 * Sentences of another language by the English ones. `{}` stands for what differs, and `{1}` in the other
 * language for the first of these, `{2}` for the second.
 */
export type Sentences = Readonly<Record<string, string>>;

/** What an exercise says in another language. What is left out is said in English. */
export interface Translation {
  /**
   * What the function gives.
   *
   * @default {undefined}
   */
  gives?: string;
  /**
   * The sentences of its mistakes, by their names.
   *
   * @default {{}}
   */
  mistakes?: Readonly<Record<string, string>>;
  /**
   * The hints, in their order.
   *
   * @default {[]}
   */
  hints?: readonly string[];
}

/** An English sentence as a pattern, and what is said for it. */
interface Entry {
  pattern: RegExp;
  says: string;
  length: number;
}

const languages = new Map<string, Map<string, Entry>>([["en", new Map()]]);
let current = "en";
/** What had to be said in English. */
const unsaid = new Set<string>();

/** What differs does not go beyond its sentence. */
const differs = '((?:(?![.?] [A-Z"]).)+?)';

function entry(english: string, says: string): Entry {
  const fixed = english.split("{}").map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  const pattern = new RegExp(`^${fixed.join(differs)}(?=\\s|$)`);
  // What leads in another sentence comes first: it is no part of what differs in that one.
  const leads = english.endsWith(":") ? 1000 : 0;
  return { pattern, says, length: english.replaceAll("{}", "").length + leads };
}

function add(language: string, sentences: Sentences): void {
  const entries = languages.get(language) ?? new Map<string, Entry>();
  languages.set(language, entries);
  for (const [english, says] of Object.entries(sentences)) {
    entries.set(english, entry(english, says));
  }
}

add("de", german);

/**
 * Chooses the language of checks, hints and `done`. What nobody has translated is said in English.
 *
 * @param code `"en"`, `"de"`, or another one for which {@linkcode translate} was called
 * @returns the language that is spoken from now on
 * @throws {ArgumentError} if nothing is said in it
 *
 * @example
 * ```ts
 * import { check, language, type Matrix } from "glassnet";
 * import { assertEquals } from "@std/assert";
 *
 * language("de");
 * const result = await check.relu((Z: Matrix) => Z);
 * assertEquals(result.message, "Das ist Z selbst: Die Zahlen unter 0 sind noch da.");
 * language("en");
 * ```
 */
export function language(code: string): string {
  if (typeof code !== "string" || !languages.has(code)) {
    const names = [...languages.keys()];
    throw new ArgumentError(
      `language expected ${names.map((name) => JSON.stringify(name)).join(" or ")}, but found ${
        found(code)
      }.`,
    );
  }
  return current = code;
}

/**
 * Says the sentences of an exercise in another language: a file beside the exercise calls it.
 *
 * @param exercise the exercise
 * @param code the language, such as `"de"`
 * @param translation its sentences; what is left out is said in English
 * @throws {ArgumentError} if the exercise has no such mistake, or not so many hints
 *
 * @example
 * ```ts
 * import { exercise, hint, language, type Matrix, scale, translate } from "glassnet";
 * import { assertEquals } from "@std/assert";
 *
 * const half = exercise({
 *   name: "half",
 *   call: "half(A)",
 *   gives: "A / 2",
 *   right: (A: Matrix) => scale(A, 0.5),
 *   hints: ["How large is half of 3?"],
 *   trials: ({ X }) => [[X]],
 * });
 * translate(half, "de", { hints: ["Wie groß ist die Hälfte von 3?"] });
 * language("de");
 * assertEquals(hint("half", 1).text, "Tipp 1 von 1: Wie groß ist die Hälfte von 3?");
 * language("en");
 * ```
 */
export function translate(exercise: Exercise, code: string, translation: Translation): void {
  const refuse = (expected: string, value: unknown) => {
    throw new ArgumentError(`translate expected ${expected}, but found ${found(value)}.`);
  };
  if (Object(exercise).kind !== "function") refuse("an exercise as argument 1", exercise);
  if (typeof code !== "string" || !/^[a-z]{2}(-[A-Z]{2})?$/.test(code)) {
    refuse('a language such as "de" as argument 2', code);
  }
  if (typeof translation !== "object" || translation === null) {
    refuse("an object with sentences as argument 3", translation);
  }
  const { gives, mistakes = {}, hints = [] } = translation;
  if (hints.length > exercise.hints.length) {
    refuse(`at most ${exercise.hints.length} hints, as many as ${exercise.name} has`, hints);
  }
  const english = sentencesOf(exercise);
  for (const id of Object.keys(mistakes)) {
    if (english.has(id)) continue;
    const nearest = nearestName(id, [...english.keys()]);
    throw new ArgumentError(
      `${exercise.name} has no mistake ${JSON.stringify(id)}.` +
        (nearest ? ` Did you mean ${JSON.stringify(nearest)}?` : ""),
    );
  }
  add(code, {
    ...Object.fromEntries(Object.entries(mistakes).map(([id, says]) => [english.get(id)!, says])),
    ...Object.fromEntries(hints.map((says, k) => [exercise.hints[k], says])),
    ...(gives === undefined ? {} : { [exercise.gives]: gives }),
  });
}

/** The sentences of an exercise that nobody has translated, each with its name. */
export function untranslated(exercise: Exercise, code: string): string[] {
  const entries = languages.get(code) ?? new Map();
  const hints = exercise.hints.map((hint, k) => [`hint ${k + 1}`, hint] as const);
  return [["gives", exercise.gives] as const, ...sentencesOf(exercise), ...hints]
    .filter(([, says]) => !entries.has(says))
    .map(([name, says]) => `${name}: ${says}`);
}

function sentencesOf({ mistakes, sentences }: Exercise): Map<string, string> {
  return new Map([...mistakes.map(({ id, says }) => [id, says] as const), ...sentences]);
}

/** What had to be said in English since the last time, because nobody has translated it. */
export function saidInEnglish(): string[] {
  const all = [...unsaid];
  unsaid.clear();
  return all;
}

/** A text in the language that was chosen, sentence by sentence. */
export function inLanguage(text: string): string {
  if (current === "en") return text;
  const entries = [...languages.get(current)!.values()].sort((a, b) => b.length - a.length);
  let result = "";
  let rest = text;
  while (rest) {
    const space = /^\s*/.exec(rest)![0];
    rest = rest.slice(space.length);
    result += space;
    const [length, says] = next(rest, entries);
    result += says;
    rest = rest.slice(length);
  }
  return result;
}

/** How much of a text is said next, and what is said for it. */
function next(text: string, entries: readonly Entry[]): [length: number, says: string] {
  for (const { pattern, says } of entries) {
    const match = pattern.exec(text);
    if (!match) continue;
    const filled = says.replace(/\{(\d)\}/g, (_, k) => phrase(match[Number(k)], entries));
    return [match[0].length, filled];
  }
  // Behind "In W1:" a sentence begins with a small letter.
  if (/^[a-z]/.test(text)) {
    const large = text[0].toUpperCase() + text.slice(1);
    const known = entries.some(({ pattern }) => pattern.test(large));
    if (known) return next(large, entries);
  }
  const sentence = /^.*?(?:[.?](?=\s)|$)/m.exec(text)![0] || text;
  unsaid.add(sentence);
  return [sentence.length, sentence];
}

/** A part of a sentence: in the other language if it is known as a whole. */
function phrase(text: string, entries: readonly Entry[]): string {
  for (const { pattern, says } of entries) {
    const match = pattern.exec(text);
    if (match?.[0] === text) {
      return says.replace(/\{(\d)\}/g, (_, k) => phrase(match[Number(k)], entries));
    }
  }
  return text;
}
