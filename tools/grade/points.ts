import { nearestName } from "../../lib/arguments/nearest_name.ts";
import { Advice } from "../shared/task.ts";
import type { Exercise } from "./exercise.ts";

/** What each piece counts if it is right. */
export type Points = ReadonlyMap<string, number>;

/**
 * What the pieces count: `dW2=2,dZ1=0.5`, and 1 for all that are not named.
 *
 * @throws {Advice} if a piece or a number is none
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { pointsOf } from "./points.ts";
 *
 * const pieces = ["dZ2", "dW2"].map((name) => ({ name, answer: name }));
 * const exercise = { name: "04.ipynb", setup: "", pieces, checks: new Map() };
 * assertEquals([...pointsOf("dW2=2", [exercise])], [["dZ2", 1], ["dW2", 2]]);
 * ```
 */
export function pointsOf(list: string | undefined, exercises: Exercise[]): Points {
  const points = new Map(
    exercises.flatMap(({ pieces }) => pieces.map(({ name }): [string, number] => [name, 1])),
  );
  for (const part of list?.split(/[,\s]+/).filter(Boolean) ?? []) {
    const [, name = "", number = ""] = /^(\w+)=(\d+(?:\.\d+)?)$/.exec(part) ?? [];
    if (!number) {
      throw new Advice(`--points expects a list such as dW2=2,dZ1=3, but got "${part}".`);
    }
    if (!points.has(name)) {
      const nearest = nearestName(name, [...points.keys()]);
      throw new Advice(
        `--points: there is no piece ${name}.${nearest ? ` Did you mean ${nearest}?` : ""}`,
      );
    }
    points.set(name, Number(number));
  }
  return points;
}
