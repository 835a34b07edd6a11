/** What every exported function does with arguments that make no sense. */
import { assert, assertEquals } from "@std/assert";
import fc from "fast-check";
import * as glassnet from "glassnet";
import { apart, type Call, calls } from "../tools/fuzz/calls.ts";
import { pathsIn, replaced, run } from "./call_with.ts";
import { inFolder } from "../tools/fuzz/in_folder.ts";
import { nonsense, OwnMatrix } from "../tools/fuzz/nonsense.ts";

const { Matrix, Pixels, ArgumentError, DataError } = glassnet;

Deno.test("every export is called with nonsense, or it is said why not", () => {
  const known = new Set([...Object.keys(calls), ...Object.keys(apart)]);
  assertEquals(Object.keys(glassnet).filter((name) => !known.has(name)), []);
});

/** Freezes all that can be frozen. */
function frozen<T>(value: T): T {
  if (typeof value !== "object" || value === null || ArrayBuffer.isView(value)) return value;
  if (value instanceof AbortSignal) return value;
  Object.values(value).forEach(frozen);
  return Object.freeze(value);
}

/** Whether NaN is anywhere in a result. */
function hasNaN(value: unknown, depth = 0): boolean {
  if (typeof value === "number") return Number.isNaN(value);
  if (typeof value !== "object" || value === null || depth > 6) return false;
  if (value instanceof Matrix) return !value.pixels && hasNaN(value.values);
  if (value instanceof Pixels) return false;
  if (ArrayBuffer.isView(value)) return (value as Float64Array).some?.(Number.isNaN) ?? false;
  return Object.values(value).some((part) => hasNaN(part, depth + 1));
}

/** What JavaScript itself says when it meets what it did not expect. */
const javascript =
  /Cannot (read|use|set|convert|destructure|mix|delete)|is not (iterable|a function|a constructor|defined)|Invalid (typed )?array|allocation failed|call stack|must be an instance|undefined\b.*\bto object|out of memory|invalid length|not callable|Unexpected|toFixed|toPrecision|invalid input|private/i;

/** What is wrong with an error, if anything is. */
function complaint(error: unknown): string | undefined {
  const known = error instanceof ArgumentError || error instanceof DataError;
  if (!known) return `throws ${error}`;
  const { message } = error as Error;
  if (javascript.test(message)) return `throws what JavaScript says: ${message}`;
  if (
    !/[Ee]xpected|[Tt]here is no|needs|has no option|is of another|must (be|have)|differ|already|is a folder|cannot be/
      .test(
        message,
      )
  ) {
    return `says neither what was expected nor what there is: ${message}`;
  }
  if (message.length > 700) return `says too much: ${message}`;
}

/** Calls it; gives what is wrong with what it does, if anything is. */
async function finding(name: string, call: Call, args: unknown[]): Promise<string | undefined> {
  try {
    const result = await run(name, call, args);
    if (hasNaN(result)) return "gives NaN";
  } catch (error) {
    return complaint(error);
  }
}

for (const [name, call] of Object.entries(calls)) {
  Deno.test(`${name}: right arguments work, frozen too, and stay as they were`, () =>
    inFolder(async () => {
      assert(!hasNaN(await run(name, call, call.args())), "gives NaN");
      const args = frozen(call.args());
      const before = Deno.inspect(args, { depth: 9, iterableLimit: Infinity });
      await run(name, call, args);
      assertEquals(Deno.inspect(args, { depth: 9, iterableLimit: Infinity }), before);
    }));

  Deno.test(`${name}: nonsense is refused in a sentence, or works`, () =>
    inFolder(async () => {
      const findings: string[] = [];
      const paths = pathsIn(call.args());
      for (const path of paths) {
        for (const [what, make] of Object.entries(nonsense)) {
          if (call.fine?.includes(`${what} as ${path.join(".")}`)) continue;
          const args = replaced(call.args(), path, make()) as unknown[];
          const found = await finding(name, call, args);
          if (found) findings.push(`${what} as ${path.join(".")}: ${found}`);
        }
      }
      for (let n = 0; n < call.args().length; n++) {
        const found = await finding(name, call, call.args().slice(0, n));
        if (found) findings.push(`${n} arguments: ${found}`);
      }
      if (findings.length === 0) {
        await fc.assert(
          fc.asyncProperty(
            fc.array(
              fc.tuple(fc.constantFrom(...paths), fc.constantFrom(...Object.keys(nonsense))),
              {
                minLength: 2,
                maxLength: 3,
              },
            ),
            async (changes) => {
              // A part of what has become nonsense itself is nonsense of its own kind.
              let args: unknown = call.args();
              for (const [path, what] of changes) {
                if (call.fine?.includes(`${what} as ${path.join(".")}`)) return;
                try {
                  args = replaced(args, path, nonsense[what]());
                } catch {
                  return;
                }
              }
              assertEquals(await finding(name, call, args as unknown[]), undefined);
            },
          ),
          { numRuns: 30, seed: 1 },
        );
      }
      assert(findings.length === 0, findings.join("\n"));
    }));
}

Deno.test("a matrix of a class of one's own is a matrix", () => {
  const own = new OwnMatrix(2, 1, Float64Array.of(3, 4));
  assertEquals(glassnet.add(own, own).toArray(), [[6], [8]]);
});
