import { meantName } from "../arguments/other_names.ts";

/**
 * Refuses to import what a module does not have. Deno's kernel gives undefined for it, and the error
 * comes later, or never.
 *
 * @throws {SyntaxError} that names what may be meant
 */
export function requireExports(from: string, module: object, names: readonly string[]): void {
  for (const name of names) {
    if (!(name in module) && !mayBeType(name, module)) throw missingExport(from, module, name);
  }
}

function missingExport(from: string, module: object, name: string): SyntaxError {
  const names = Object.keys(module);
  if (name === "default") {
    const one = names.find((name) => /^[a-z]/.test(name));
    return new SyntaxError(
      `"${from}" has no default to import. Import by name, as in: import { ${one} } from "${from}".`,
    );
  }
  const meant = meantName(name, names);
  return new SyntaxError(
    `"${from}" has no ${name} to import.${meant ? ` Did you mean ${meant}?` : ""}`,
  );
}

/** A type is gone when cells run: nothing but its name tells it from a class that is misspelt. */
function mayBeType(name: string, module: object): boolean {
  const classes = Object.keys(module).filter((name) => /^[A-Z]/.test(name));
  const meant = meantName(name, classes);
  const isNear = meant?.[0] === name[0] && Math.abs(meant.length - name.length) <= 1;
  return /^[A-Z]/.test(name) && !isNear;
}
