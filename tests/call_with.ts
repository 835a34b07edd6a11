/** Calls of exported functions with other arguments than the right ones. */
import * as glassnet from "glassnet";
import type { Call } from "../tools/fuzz/calls.ts";

/** The way to an argument or to a part of it: `[1, "crop", "rows"]`. */
export type Path = (string | number)[];

/** All arguments, and what they hold as far as they are plain objects and arrays. */
export function pathsIn(value: unknown, path: Path = []): Path[] {
  const inside = Array.isArray(value)
    ? value.slice(0, 2).map((element, i) => [i, element] as const)
    : value && Object.getPrototypeOf(value) === Object.prototype
    ? Object.entries(value)
    : [];
  return inside.flatMap(([key, part]) => {
    const here = [...path, key];
    return [here, ...(here.length < 4 ? pathsIn(part, here) : [])];
  });
}

/** The value with another one at the end of the path. */
export function replaced(value: unknown, [key, ...rest]: Path, by: unknown): unknown {
  const copy = Array.isArray(value) ? [...value] : { ...value as object };
  const part = (copy as Record<string | number, unknown>)[key];
  Object.assign(copy, { [key]: rest.length === 0 ? by : replaced(part, rest, by) });
  return copy;
}

/** Calls an exported function, and has its result show itself. */
export async function run(name: string, { call }: Call, args: unknown[]): Promise<unknown> {
  // deno-lint-ignore no-explicit-any
  const exported = (glassnet as any)[name];
  const result = await (call ?? exported)(...args);
  Deno.inspect(result); // shows itself
  // deno-lint-ignore no-explicit-any
  await (result as any)?.[Symbol.for("Jupyter.display")]?.();
  return result;
}

/** What a value shows in a notebook, by its types. */
export async function display(value: unknown): Promise<Record<string, unknown>> {
  // deno-lint-ignore no-explicit-any
  return await (value as any)?.[Symbol.for("Jupyter.display")]?.() ?? {};
}
