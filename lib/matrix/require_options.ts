import { found, MatrixError, requireObject } from "./errors.ts";
import { nearestName } from "./nearest_name.ts";

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
    const nearest = nearestName(name, names);
    throw new MatrixError(
      `${call} has no option ${shown}` +
        (nearest ? `; did you mean ${nearest}?` : `. Its options are ${names.join(", ")}.`),
    );
  }
  const { title } = options as { title?: unknown };
  if (title !== undefined && typeof title !== "string") {
    throw new MatrixError(`${call} expected the title to be a text, but found ${found(title)}.`);
  }
}
