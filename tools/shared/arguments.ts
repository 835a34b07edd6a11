/**
 * The arguments of a task: checked in one way, and explained by `--help`.
 *
 * @module
 */
import { parseArgs } from "node:util";
import { nearestName } from "../../lib/arguments/nearest_name.ts";
import { Advice, Help } from "./task.ts";

/** An option: a switch, unless it takes a text or a whole number. */
export interface Option {
  /** What it does, in a few words. */
  help: string;
  /** What stands for its value in the help: "FOLDER". */
  text?: string;
  /** The same for a whole number: "N". */
  number?: string;
  /** @default 1 */
  least?: number;
  most?: number;
}

/** What a task does and takes. */
export interface Usage<Options extends Record<string, Option>> {
  /** Its name: `deno task NAME`. */
  task: string;
  /** What it does, in a sentence. */
  does: string;
  options?: Options;
  /** The arguments without dashes, such as "PART..."; without this, none are accepted. */
  words?: { name: string; help: string; choices?: readonly string[] };
}

/** The values of options: undefined for a text or number that was not given. */
export type Values<Options extends Record<string, Option>> = {
  [Name in keyof Options]: Options[Name] extends { number: string } ? number | undefined
    : Options[Name] extends { text: string } ? string | undefined
    : boolean;
};

/**
 * Reads a task's arguments.
 *
 * @throws {Advice} if one is unknown or has a wrong value
 * @throws {Help} for `--help`
 */
export function readArguments<const Options extends Record<string, Option>>(
  args: string[],
  usage: Usage<Options>,
): { values: Values<Options>; words: string[] } {
  const options: Record<string, Option> = { ...usage.options, help: { help: "show this text" } };
  const { values: given, positionals: words } = parse(args, usage.task, options);
  if (given.help) throw new Help(helpOn(usage, options));

  const choices = usage.words ? usage.words.choices ?? words : [];
  const unknown = words.find((word) => !choices.includes(word));
  if (unknown !== undefined) {
    throw new Advice(
      `deno task ${usage.task} does not take "${unknown}"${instead(unknown, choices)}`,
    );
  }
  const values = Object.entries(options).map(([name, option]) => {
    const value = given[name];
    if (typeof value !== "string") return [name, isSwitch(option) ? value === true : value];
    return [name, option.number ? wholeNumber(`--${name}`, value, option) : value];
  });
  return { values: Object.fromEntries(values), words };
}

/** Of some files' names, those that contain one of the words; all of them if there are no words. */
export function chosenBy(words: string[], names: string[]): string[] {
  const chosen = names.filter((name) => !words.length || words.some((word) => name.includes(word)));
  if (chosen.length) return chosen;
  throw new Advice(
    `No notebook's name contains "${words.join('" or "')}". The notebooks are ${names.join(", ")}.`,
  );
}

function parse(args: string[], task: string, options: Record<string, Option>) {
  const types = Object.fromEntries(
    Object.entries(options).map(([name, option]) => {
      return [name, { type: isSwitch(option) ? "boolean" as const : "string" as const }];
    }),
  );
  try {
    return parseArgs({ args, options: types, allowPositionals: true });
  } catch (error) {
    const { message } = error as Error;
    const unknown = /^Unknown option '([^']+)'/.exec(message)?.[1];
    const names = Object.keys(options).map((name) => `--${name}`);
    throw new Advice(
      unknown === undefined
        ? `${message.split(/\. |\n/)[0]}. deno task ${task} --help shows what it takes.`
        : `deno task ${task} has no option ${unknown}${instead(unknown, names)}`,
    );
  }
}

function isSwitch({ text, number }: Option): boolean {
  return text === undefined && number === undefined;
}

/** The end of a sentence about an unknown name. */
function instead(unknown: string, names: readonly string[]): string {
  const nearest = nearestName(unknown, names);
  if (nearest) return `; did you mean ${nearest}?`;
  return names.length ? `. It takes ${names.join(", ")}.` : ": --help shows what it takes.";
}

function wholeNumber(name: string, text: string, { least = 1, most }: Option): number {
  const number = Number(text);
  if (/^\d{1,15}$/.test(text) && number >= least && number <= (most ?? Infinity)) return number;
  const range = most === undefined ? `of at least ${least}` : `from ${least} to ${most}`;
  throw new Advice(`${name} expects a whole number ${range}, but got "${text}".`);
}

function helpOn(
  { task, does, words }: Usage<Record<string, Option>>,
  options: Record<string, Option>,
): string {
  const rows = Object.entries(options).map(([name, { help, text, number }]) => {
    return [`--${name} ${text ?? number ?? ""}`, help];
  });
  if (words) rows.unshift([words.name, words.help]);
  const width = Math.max(...rows.map(([name]) => name.length));
  return [
    `deno task ${task}${words ? ` ${words.name}` : ""} [options]`,
    `\n${does}\n`,
    ...rows.map(([name, help]) => `  ${name.padEnd(width)}  ${help}`),
  ].join("\n");
}
