import { ArgumentError } from "../../arguments/argument_error.ts";
import { MOST_NUMBERS } from "../../arguments/require.ts";
import { type ArrayFormat, type ArrayOf, arrayTypes } from "./arrays.ts";
import type { Kernels } from "./kernels.ts";
import { plainKernels } from "./plain_kernels.ts";

/** What a new array is part of: the memory it lies in, and the kernels that work on it. */
export interface Place {
  /** What does the work there. */
  readonly kernels: Kernels;
  /** Room for `length` numbers. It may hold numbers of an earlier use. */
  take<Format extends ArrayFormat>(format: Format, length: number): ArrayOf<Format>;
}

/** Outside of a training every array is new, and the plain kernels do the work. */
const ordinary: Place = {
  kernels: plainKernels,
  take: <Format extends ArrayFormat>(format: Format, length: number) =>
    new arrayTypes[format](length) as ArrayOf<Format>,
};

let place = ordinary;

/** Runs `work` in a place, and goes back to the one before, also after an error. */
export function inPlace<T>(where: Place, work: () => T): T {
  const outer = place;
  place = where;
  try {
    return work();
  } finally {
    place = outer;
  }
}

/** Runs `work` outside of any training: what it makes is its own and stays as it is. */
export function outsideScratch<T>(work: () => T): T {
  return inPlace(ordinary, work);
}

/** Whether kernels were chosen, as in a training. */
export function hasChosenKernels(): boolean {
  return place !== ordinary;
}

/** The kernels that do the work now. */
export function kernels(): Kernels {
  return place.kernels;
}

/**
 * Room for `length` numbers. It may hold numbers of an earlier use, so fill all of it.
 *
 * @throws {ArgumentError} if they are more than a computer in a classroom has room for
 */
export function allocate<Format extends ArrayFormat>(
  format: Format,
  length: number,
): ArrayOf<Format> {
  if (!(length <= MOST_NUMBERS)) {
    throw new ArgumentError(
      `A matrix expected at most ${MOST_NUMBERS} numbers, 2 GB, but found ${length}. Are the sizes right?`,
    );
  }
  return place.take(format, length);
}
