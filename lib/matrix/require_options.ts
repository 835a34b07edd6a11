import { closestString } from "@std/text/closest-string";
import { levenshteinDistance } from "@std/text/levenshtein-distance";
import { found, MatrixError, requireObject } from "./errors.ts";

/**
 * Throws where options are no object, or one of them is unknown: most likely it is misspelt, and its
 * default would be taken in silence. A notebook's cells are not type-checked.
 *
 * @param call the function, for the message
 * @param options what it was given
 * @param names all options that it has
 * @throws {MatrixError} that names the nearest of them
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
    throw new MatrixError(`${call} has no option ${shown}${instead(name.slice(0, 40), names)}`);
  }
  const { title } = options as { title?: unknown };
  if (title !== undefined && typeof title !== "string") {
    throw new MatrixError(`${call} expected the title to be a text, but found ${found(title)}.`);
  }
}

/** The option that was meant, if one is near: more than half of the longer name is the same. */
function instead(name: string, names: readonly string[]): string {
  const nearest = closestString(name, [...names]);
  const distance = levenshteinDistance(name.toLowerCase(), nearest.toLowerCase());
  return distance < Math.max(name.length, nearest.length) / 2
    ? `; did you mean ${nearest}?`
    : `. Its options are ${names.join(", ")}.`;
}
