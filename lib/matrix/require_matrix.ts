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
      }.${hint(arg)}${ofNumber(call, arg)}`,
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

/**
 * Refuses NumPy's axis, if it is not the one along which a function works.
 *
 * @param given what stands behind the Matrix; behind it `map` gives an array, too
 * @param own the axis along which it works
 */
export function refuseAxis(call: string, given: IArguments, own: 0 | 1): void {
  if (given.length !== 2) return;
  const axis = Object(given[1]).axis ?? given[1];
  if (axis !== 1 - own) return;
  throw new ArgumentError(
    `${call} has no axis: it always works along NumPy's axis ${own}, ` +
      (own === 1 ? "row by row" : "column by column") +
      `. For axis ${axis} write ${call}(transpose(A)).`,
  );
}

/** What to do with matrices that were given one by one. */
function together(what: string, names: string[]): string {
  if (what === "activations") return " They are what forward(parameters, X) gives, as a whole.";
  if (what === "gradients") {
    return " They are what backward(parameters, activations, X, Y) gives, as a whole.";
  }
  return ` They go together, in one object: { ${names.join(", ")} }.`;
}

/** What to do with a number in a matrix's place, which NumPy takes. */
function ofNumber(call: string, arg: unknown): string {
  if (typeof arg !== "number") return "";
  return call === "multiply" || call === "matmul"
    ? " scale(A, 2) multiplies by a number."
    : call === "add" || call === "subtract"
    ? " To add a number to every element: Matrix.from(A.toArray().map((row) => row.map((a) => a + 1)))."
    : "";
}

function hint(arg: unknown): string {
  return Array.isArray(arg) || ArrayBuffer.isView(arg)
    ? " Matrix.from(rows) makes one of an array of rows, oneHot(labels) one of labels."
    : "";
}
