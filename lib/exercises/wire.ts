import { Matrix } from "../matrix/matrix.ts";
import { columns } from "../matrix/columns.ts";

/** A value as it goes from one process to the other, as JSON. */
export type Wire = null | boolean | string | number | Wire[] | { [key: string]: Wire };

/** So many numbers are taken along; more is most likely the wrong variable. */
const mostNumbers = 2_000_000;

/** Deeper than this is most likely a circle. */
const deepest = 20;

/** A value that can't go from one process to the other. */
export class WireError extends TypeError {
  override name = "WireError";
}

/**
 * A value as JSON that comes out of {@linkcode decode} as it was: numbers to the bit, also NaN, Infinity
 * and -0, matrices, typed arrays, arrays and plain objects.
 *
 * @param special is asked first, for what only the caller knows how to send
 * @throws {WireError} if something in it can't be sent; the message says what
 */
export function encode(
  value: unknown,
  special: (value: object) => Wire | undefined = () => undefined,
): Wire {
  let numbers = 0;
  const count = (more: number, what: string) => {
    numbers += more;
    if (numbers > mostNumbers) throw new WireError(`${what} of ${numbers} numbers or more`);
  };
  const visit = (value: unknown, depth: number): Wire => {
    switch (typeof value) {
      case "number":
        return number(value);
      case "string":
        count(value.length / 8, "a text");
        return value;
      case "boolean":
        return value;
      case "undefined":
        return { $: "undefined" };
      case "bigint":
        return { $: "bigint", text: String(value) };
      case "symbol":
        throw new WireError("a symbol");
    }
    if (value === null) return null;
    return object(value!, depth);
  };
  const object = (value: object, depth: number): Wire => {
    const sent = special(value);
    if (sent !== undefined) return sent;
    if (depth > deepest) throw new WireError("an object that contains itself");
    if (typeof value === "function") throw new WireError("a function");
    if (value instanceof Promise) throw new WireError("a promise");
    if (value instanceof Matrix) {
      const { rows, cols } = value;
      count(rows * cols, `a ${rows} x ${cols} matrix`);
      return { $: "Matrix", rows, cols, dtype: value.dtype, values: list(columns(value)) };
    }
    if (ArrayBuffer.isView(value) && Symbol.iterator in value) {
      const array = value as Float64Array;
      count(array.length, "an array");
      return { $: "array", type: array.constructor.name, values: list(array) };
    }
    if (Array.isArray(value)) {
      count(value.length, "an array");
      return Array.from(value, (element) => visit(element, depth + 1));
    }
    const entries = Object.entries(value).map(([key, inner]) => [key, visit(inner, depth + 1)]);
    return { $: "object", entries };
  };
  return visit(value, 0);
}

/** A number, or its name where JSON has no way to write it. */
function number(value: number): Wire {
  return Number.isFinite(value) && !Object.is(value, -0)
    ? value
    : { $: "number", text: Object.is(value, -0) ? "-0" : String(value) };
}

function list(values: ArrayLike<number>): Wire[] {
  return Array.from(values, number);
}

const typedArrays: Record<string, { from(values: number[]): unknown }> = {
  Float64Array,
  Float32Array,
  Int32Array,
  Uint32Array,
  Int16Array,
  Uint16Array,
  Int8Array,
  Uint8Array,
  Uint8ClampedArray,
};

/** The value that {@linkcode encode} was given. */
export function decode(
  wire: Wire,
  special: (wire: { [key: string]: Wire }) => unknown = () => undefined,
): unknown {
  const visit = (wire: Wire): unknown => {
    if (typeof wire !== "object" || wire === null) return wire;
    if (Array.isArray(wire)) return wire.map(visit);
    const numbers = () => (wire.values as Wire[]).map((value) => visit(value) as number);
    switch (wire.$) {
      case "undefined":
        return undefined;
      case "number":
        return Number(wire.text);
      case "bigint":
        return BigInt(wire.text as string);
      case "Matrix": {
        const Type = wire.dtype === "float32" ? Float32Array : Float64Array;
        return new Matrix(wire.rows as number, wire.cols as number, Type.from(numbers()));
      }
      case "array":
        return (typedArrays[wire.type as string] ?? Float64Array).from(numbers());
      case "object":
        return Object.fromEntries(
          (wire.entries as [string, Wire][]).map(([key, inner]) => [key, visit(inner)]),
        );
      default:
        return special(wire);
    }
  };
  return visit(wire);
}
