import { ArgumentError } from "../arguments/argument_error.ts";
import { found, foundInstead } from "../arguments/found.ts";
import { Matrix } from "./matrix.ts";

/** Throws if an argument is not a matrix, and says what it is. */
export function requireMatrix(call: string, ...args: unknown[]): void {
  args.forEach((arg, position) => {
    if (arg instanceof Matrix) return;
    throw new ArgumentError(
      `${call} expected a Matrix as argument ${position + 1}, but found ${
        foundInstead(arg, "Matrix")
      }.${hint(arg)}`,
    );
  });
}

/** Throws if one of the named arguments is not a matrix, and says what it is. */
export function requireNamedMatrices(call: string, args: Record<string, unknown>): void {
  for (const [name, arg] of Object.entries(args)) {
    if (arg instanceof Matrix) continue;
    throw new ArgumentError(
      `${call} expected ${name} to be a Matrix, but found ${foundInstead(arg, "Matrix")}.${
        hint(arg)
      }`,
    );
  }
}

/** Returns an object whose named parts are matrices, such as W1 and b1 of the parameters. */
export function requireMatrices<Name extends string>(
  call: string,
  what: string,
  value: Record<Name, Matrix>,
  ...names: Name[]
): Record<Name, Matrix> {
  for (const name of names) {
    const part: unknown = value?.[name];
    if (part instanceof Matrix) continue;
    const given = found(value);
    const isIncomplete = given === "an object" || given === what;
    const instead = isIncomplete
      ? `${found(part)} as ${name}`
      : what === "parameters"
      ? foundInstead(value, what)
      : given;
    throw new ArgumentError(
      `${call} expected ${what} with the matrices ${names.join(", ")}, but found ${instead}.` +
        ((value as unknown) instanceof Matrix ? together(what, names) : ""),
    );
  }
  return value;
}

/** What to do with matrices that were given one by one. */
function together(what: string, names: string[]): string {
  if (what === "activations") return " They are what forward(parameters, X) gives, as a whole.";
  if (what === "gradients") {
    return " They are what backward(parameters, activations, X, Y) gives, as a whole.";
  }
  return ` They go together, in one object: { ${names.join(", ")} }.`;
}

function hint(arg: unknown): string {
  return Array.isArray(arg) || ArrayBuffer.isView(arg)
    ? " Matrix.from(rows) makes one of an array of rows, oneHot(labels) one of labels."
    : "";
}
