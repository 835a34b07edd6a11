/**
 * What each known mistake computes stays what it was: a wrong number in a mistake's code is one that
 * no student makes, so it would never be recognized again, and nobody would hear of it.
 *
 * After a change on purpose, `deno run -A tests/exercises/ways_test.ts` writes the fixture anew.
 */
import { assertEquals } from "@std/assert";
import { Matrix } from "glassnet";
import type { AnyFunction, Exercise } from "../../lib/exercises/exercise.ts";
import { ran } from "../../lib/exercises/judge.ts";
import { registered } from "../../lib/exercises/registry.ts";
import { trialsOf } from "../../lib/exercises/run_pieces.ts";

/** For each mistake, each of its ways in a line: a number for each trial. */
type Ways = Record<string, string[]>;

const fixture = new URL("fixtures/ways.json", import.meta.url);

/** All numbers of a value, in a fixed order. */
function numbersIn(value: unknown): number[] {
  if (typeof value === "number") return [value];
  if (value instanceof Matrix) return [value.rows, value.cols, ...value.toArray().flat()];
  if (ArrayBuffer.isView(value)) return [...value as Uint8Array];
  if (typeof value === "object" && value) {
    return Object.entries(value).sort(([a], [b]) => a < b ? -1 : 1).flatMap(([, x]) =>
      numbersIn(x)
    );
  }
  return [Number(value)];
}

/** A value in one number, to ten digits. */
function inShort(value: unknown): string {
  const numbers = numbersIn(value).map((x) =>
    Number.isNaN(x) ? 7.25 : Math.max(-1e9, Math.min(x, 1e9))
  );
  // The weights go up and down, so that two numbers in each other's places are noticed.
  const sum = numbers.reduce((sum, x, k) => sum + x * (1 + Math.abs(Math.sin(k + 1))), 0);
  return String(Number(sum.toPrecision(10)));
}

async function waysOf(exercise: Exercise): Promise<Ways> {
  const { all } = await trialsOf(exercise);
  const line = (way: AnyFunction) =>
    all.map((args) => {
      const result = ran(way, args);
      return "error" in result ? "throws" : inShort(result.value);
    }).join(" ");
  const known = exercise.mistakes.map(({ id, ways }) => [id, ways.map(line)]);
  return { right: [line(exercise.right)], ...Object.fromEntries(known) };
}

const exercises = registered().filter((one) => one.kind === "function");

if (import.meta.main) {
  const all: Record<string, Ways> = {};
  for (const one of exercises) all[one.name] = await waysOf(one);
  await Deno.writeTextFile(fixture, JSON.stringify(all, null, 1) + "\n");
} else {
  const all: Record<string, Ways> = JSON.parse(await Deno.readTextFile(fixture));
  for (const one of exercises) {
    Deno.test(`${one.name}: what each known mistake computes is what it was`, async () => {
      assertEquals(await waysOf(one), all[one.name]);
    });
  }
}
