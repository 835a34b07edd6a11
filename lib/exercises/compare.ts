import { Matrix } from "../matrix/matrix.ts";
import { type Part, type Parts, partsOf, shapeOf } from "./parts.ts";

/** Where a result differs from the reference for the first time. */
export interface Difference {
  /** The part's name; empty for the result itself. */
  part: string;
  problem: "missing" | "shape" | "value";
  /** In words: the shapes, or the two numbers. */
  expected: string;
  found: string;
  /** The two shapes. */
  shapes: readonly [expected: string, found: string];
  /** The element, where a number differs. */
  row?: number;
  col?: number;
  /** Whether it is not a number where one is expected. */
  isNaN?: boolean;
}

/** What a comparison gives. */
export interface Comparison {
  /** Undefined where the two are equal. */
  difference?: Difference;
  /** The largest absolute difference of two numbers. */
  largest: number;
  /** The same, as a share of the largest number of its part. */
  relative: number;
}

/** A share of the part's largest number that rounding and another order of adding up may make. */
const tolerance = 1e-10;

/** What rounding leaves of a sum that is 0, such as the one over all of dZ2. */
const negligible = 1e-13;

/** Compares a result with what it should be, number by number. What it holds beyond that is ignored. */
export function compare(expected: Parts, found: Parts): Comparison {
  let largest = 0;
  let relative = 0;
  let difference: Difference | undefined;
  for (const part of expected.parts) {
    const other = found.parts.find(({ name }) => name === part.name);
    const one = other
      ? comparePart(part, other)
      : { difference: missing(part, found), largest: 0, relative: 0 };
    largest = Math.max(largest, one.largest);
    relative = Math.max(relative, one.relative);
    difference ??= one.difference;
  }
  return { difference, largest, relative };
}

/** Whether two results are the same, both in all parts. */
export function same(a: unknown, b: unknown): boolean {
  const [one, other] = [partsOf(a), partsOf(b)];
  if (Object.keys(one.others).length || Object.keys(other.others).length) {
    return written(a) === written(b);
  }
  return one.parts.length === other.parts.length && !compare(one, other).difference;
}

/** A value as text, in which a matrix is something else than an array of its rows. */
function written(value: unknown): string {
  return JSON.stringify(value, function (this: Record<string, unknown>, key, inner) {
    return this[key] instanceof Matrix ? { matrix: inner } : inner;
  });
}

function missing(part: Part, found: Parts): Difference {
  const shape = shapeOf(part);
  const instead = found.others[part.name] ??
    (found.parts[0]?.name === "" ? `${shapeOf(found.parts[0])}` : "nothing");
  return {
    part: part.name,
    problem: "missing",
    expected: shape,
    found: instead,
    shapes: [shape, instead],
  };
}

function comparePart(expected: Part, found: Part): Comparison {
  const shapes = [shapeOf(expected), shapeOf(found)] as const;
  const part = expected.name;
  if (shapes[0] !== shapes[1]) {
    return {
      difference: { part, problem: "shape", expected: shapes[0], found: shapes[1], shapes },
      largest: 0,
      relative: 0,
    };
  }
  const size = expected.values.reduce(
    (most, value) => Number.isFinite(value) ? Math.max(most, Math.abs(value)) : most,
    0,
  ) || 1;
  let largest = 0;
  let first: number | undefined;
  expected.values.forEach((value, k) => {
    const other = found.values[k];
    if (Object.is(value, other) || value === other) return;
    const distance = Math.abs(value - other);
    largest = Math.max(largest, Number.isNaN(distance) ? Infinity : distance);
    if (!(distance <= Math.max(tolerance * size, negligible))) first ??= k;
  });
  const difference: Difference | undefined = first === undefined ? undefined : {
    part,
    problem: "value",
    expected: String(expected.values[first]),
    found: String(found.values[first]),
    shapes,
    row: Math.floor(first / expected.cols),
    col: first % expected.cols,
    isNaN: Number.isNaN(found.values[first]) && !Number.isNaN(expected.values[first]),
  };
  return { difference, largest, relative: largest / size };
}
