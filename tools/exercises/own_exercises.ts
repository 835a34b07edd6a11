/**
 * The exercises in a folder of somebody's own: `tanh.ts` and the like, each of which registers itself.
 *
 * @module
 */
import { basename, join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Exercise } from "../../lib/exercises/exercise.ts";
import { brokenLaws } from "../../lib/exercises/laws.ts";
import "../../lib/mod.ts";
import { exists } from "../shared/project.ts";
import { Advice } from "../shared/task.ts";

/** A file of exercises. */
export interface OwnFile {
  /** Its name, such as `tanh.ts`. */
  name: string;
  /** What it exports, by the names of its exports. */
  exercises: [exported: string, Exercise][];
}

/**
 * Loads every `.ts` file of a folder; each registers its exercises.
 *
 * @throws {Advice} if there are none, or if one can't be loaded
 */
export async function loadExercises(folder: string): Promise<OwnFile[]> {
  if (!await exists(folder)) {
    throw new Advice(`There is no folder ${folder}. Name the one that holds your exercises.`);
  }
  const files: OwnFile[] = [];
  for await (const { name, isFile } of Deno.readDir(folder)) {
    if (!isFile || !name.endsWith(".ts") || name.endsWith("_test.ts")) continue;
    let exported: Record<string, unknown>;
    try {
      exported = await import(pathToFileURL(join(folder, name)).href);
    } catch (error) {
      throw new Advice(`${join(basename(folder), name)}: ${(error as Error).message}`);
    }
    const exercises = Object.entries(exported).filter((entry): entry is [string, Exercise] =>
      (entry[1] as Exercise | undefined)?.kind === "function"
    );
    files.push({ name, exercises });
  }
  if (!files.some(({ exercises }) => exercises.length > 0)) {
    throw new Advice(
      `${folder} exports no exercise. An exercise is a .ts file with export const tanh = ` +
        "exercise({ ... }): docs/writing-an-exercise.md leads through one.",
    );
  }
  return files.sort((a, b) => a.name < b.name ? -1 : 1);
}

/**
 * Refuses exercises that would judge wrongly.
 *
 * @throws {Advice} that says what is wrong with which
 */
export async function requireLaws(files: OwnFile[]): Promise<void> {
  const broken: string[] = [];
  for (const { name, exercises } of files) {
    for (const [, exercise] of exercises) {
      const sentences = await brokenLaws(exercise);
      broken.push(...sentences.map((sentence) => `${name}, ${exercise.name}: ${sentence}`));
    }
  }
  if (broken.length > 0) throw new Advice(broken.join("\n"));
}

/** An exercise without its solution. */
export interface OwnStub extends Pick<Exercise, "name" | "notebook" | "call" | "gives" | "hints"> {
  /** The name under which its file exports it. */
  exported: string;
}

/**
 * A file of exercises without its solutions: what stands in for it while a student's notebook is run
 * for grading.
 */
export function stubsOf({ exercises }: OwnFile): OwnStub[] {
  return exercises.map(([exported, { name, notebook, call, gives, hints }]) => ({
    ...{ exported, name, notebook, call, gives, hints },
  }));
}
