/**
 * A teacher's own exercises, for the site: docs/writing-an-exercise.md makes their folder.
 *
 * @module
 */
import { join } from "node:path";
import { exerciseNames, studentText } from "../tools/exercises/exercises.ts";
import { loadExercises, requireLaws } from "../tools/exercises/own_exercises.ts";

/** Exercises with their notebooks. */
export interface OwnExercises {
  /** The students' notebooks, by their names. */
  notebooks: Map<string, string>;
  /** The paths of the modules that their cells import. */
  modules: string[];
}

/**
 * Reads a folder of exercises. The notebooks are made of those in `source/`, so that no solution gets
 * into the site.
 *
 * @throws {Advice} if an exercise would judge wrongly, or there is none
 */
export async function readOwn(folder: string): Promise<OwnExercises> {
  const files = await loadExercises(folder);
  await requireLaws(files);
  const sources = join(folder, "source");
  const notebooks = new Map<string, string>();
  for (const name of await exerciseNames(sources)) {
    notebooks.set(name, await studentText(join(sources, name)));
  }
  return { notebooks, modules: files.map(({ name }) => join(folder, name)) };
}
