import { ArgumentError } from "./argument_error.ts";
import { found } from "./found.ts";
import { howItIs, meantName } from "./other_names.ts";
import { requireObject } from "./require.ts";

/** Every option of a function with its default; `undefined` for one that has none. */
export type Defaults<Options> = {
  [Name in keyof Required<Options>]: Options[Name] | undefined;
};

/** Options with their defaults filled in. */
export type Filled<Options, Values> = {
  [Name in keyof Required<Options>]: undefined extends Values[Name & keyof Values] ? Options[Name]
    : Exclude<Options[Name], undefined>;
};

/**
 * The options that a function was given, with the defaults of those that were left out. An option
 * that is not in `defaults` is refused: most likely it is misspelt, and would silently have its
 * default. A notebook's cells are not type-checked.
 *
 * @param call the function, for the message
 * @param options what it was given
 * @param defaults all options that it has, each with its default
 * @throws {ArgumentError} that names the nearest of them, or if the options are not an object
 *
 * @example
 * ```ts
 * import { optionsOf } from "./options.ts";
 * import { assertEquals, assertThrows } from "@std/assert";
 *
 * function draw(options: { size?: number; title?: string } = {}) {
 *   return optionsOf("draw", options, { size: 28, title: undefined });
 * }
 *
 * assertEquals(draw({ title: "a 7" }), { size: 28, title: "a 7" });
 * assertThrows(() => draw({ sise: 3 } as never), Error, "did you mean size?");
 * ```
 */
export function optionsOf<Options extends object, const Values extends Defaults<Options>>(
  call: string,
  options: Options,
  defaults: Values,
): Filled<Options, Values> {
  requireOptions(call, options, Object.keys(defaults) as (keyof Options & string)[]);
  const filled: Record<string, unknown> = { ...defaults };
  for (const [name, value] of Object.entries(options)) {
    if (value !== undefined) filled[name] = value;
  }
  return filled as Filled<Options, Values>;
}

/**
 * Refuses what is not an object, and an option that is not one of `names`.
 *
 * @throws {ArgumentError} that names the one that is meant: what another library calls so, or the nearest
 */
export function requireOptions<Options extends object>(
  call: string,
  options: Options,
  names: readonly (keyof Options & string)[],
): void {
  requireObject(call, `its options as an object, such as { ${names[0]}: ... }`, options);
  for (const name of Object.keys(options)) {
    if (names.includes(name as keyof Options & string)) continue;
    const shown = /^\w{1,40}$/.test(name) ? name : found(name);
    const meant = meantName(name, names);
    const problem = `${call} has no option ${shown}`;
    throw new ArgumentError(
      meant
        ? `${problem}; did you mean ${meant}?${difference(name, meant)}`
        : [`${problem}.`, howItIs(name), `Its options are ${names.join(", ")}.`]
          .filter(Boolean).join(" "),
    );
  }
  const { title } = options as { title?: unknown };
  if (title !== undefined && typeof title !== "string") {
    throw new ArgumentError(`${call} expected the title to be a text, but found ${found(title)}.`);
  }
}

/** What an option does differently from the one of another library that was written. */
function difference(written: string, meant: string): string {
  if (meant === "iterations" && /epoch/i.test(written)) {
    return " An iteration is one update; with batchSize an epoch is count / batchSize of them.";
  }
  if (meant === "dev" && /size|split/i.test(written)) {
    return " It takes the number of images to hold out, not a share of them.";
  }
  return "";
}
