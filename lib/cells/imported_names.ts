import { meantName } from "../arguments/other_names.ts";

/**
 * Refuses to import what a module does not have. Deno's kernel gives undefined for it, and the error
 * comes later, or never.
 *
 * @throws {SyntaxError} that names what may be meant
 */
export function requireExports(from: string, module: object, names: readonly string[]): void {
  const missing = names.find((name) => !(name in module));
  if (missing === undefined) return;
  const meant = meantName(missing, Object.keys(module));
  throw new SyntaxError(
    `"${from}" has no ${missing} to import.${meant ? ` Did you mean ${meant}?` : ""}`,
  );
}
