import { ArgumentError } from "./argument_error.ts";

/**
 * The promise that an asynchronous function gives. What it will have is refused as long as nothing has
 * awaited it: it would be undefined, and the error far away.
 *
 * @param call the function, for the message
 * @param names what its result has
 */
export function awaited<Result>(
  call: string,
  promise: Promise<Result>,
  ...names: (keyof Result & string)[]
): Promise<Result> {
  for (const name of names) {
    Object.defineProperty(promise, name, {
      get() {
        promise.catch(() => {}); // What is wrong is said here.
        throw new ArgumentError(
          `${call} gives a promise, which has no ${name}: is an await missing?`,
        );
      },
    });
  }
  return promise;
}
