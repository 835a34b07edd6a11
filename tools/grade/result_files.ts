/**
 * Writes the results without overwriting those of an earlier grading.
 *
 * @module
 */
import { dirname, join } from "node:path";
import { exists, writeWhole } from "../shared/project.ts";
import { Advice } from "../shared/task.ts";
import type { ResultTexts } from "./result_texts.ts";

/**
 * Makes sure before the long work that results can be written to a folder, which need not exist yet.
 *
 * @throws {Advice} if they can't
 */
export async function requireWritable(folder: string): Promise<void> {
  let place = folder;
  while (!await exists(place) && dirname(place) !== place) place = dirname(place);
  if (!(await Deno.stat(place)).isDirectory) {
    throw new Advice(
      `The results can't go to ${folder}, since ${place} is a file: name another folder with --out.`,
    );
  }
  try {
    await Deno.remove(await Deno.makeTempFile({ dir: place }));
  } catch (error) {
    const { message } = error as Error;
    throw new Advice(
      `Nothing can be written to ${place} (${message}): name another folder with --out.`,
    );
  }
}

/**
 * Writes `grades.csv`, `grades.html`, the other tables, and the folder `feedback`. If one of the first two
 * is there already, all get the next free number, as in `grades-2.csv`.
 *
 * @returns the paths, and the names of the earlier files that stay
 */
export async function writeResults(
  folder: string,
  text: ResultTexts,
): Promise<{ csv: string; page: string; feedback: string; earlier: string[] }> {
  await Deno.mkdir(folder, { recursive: true });
  const earlier: string[] = [];
  for (let n = 1;; n++) {
    const numbered = (name: string) => n === 1 ? name : `${name}-${n}`;
    const name = numbered("grades");
    const feedback = join(folder, numbered("feedback"));
    const [csv, page] = [join(folder, `${name}.csv`), join(folder, `${name}.html`)];
    if (!await reserve(csv)) {
      earlier.push(name);
      continue;
    }
    if (!await reserve(page)) {
      await Deno.remove(csv);
      earlier.push(name);
      continue;
    }
    for (const [name, page] of Object.entries(text.feedback)) {
      await writeWhole(join(feedback, `${name}.html`), page);
    }
    for (const [name, table] of Object.entries(text.tables)) {
      await writeWhole(join(folder, `${numbered(name)}.csv`), table);
    }
    await writeWhole(csv, text.csv);
    await writeWhole(page, text.page);
    return { csv, page, feedback, earlier };
  }
}

/** Makes an empty file, unless the name is taken; another grading may be looking for one as well. */
async function reserve(path: string): Promise<boolean> {
  try {
    (await Deno.open(path, { createNew: true, write: true })).close();
    return true;
  } catch (error) {
    if (error instanceof Deno.errors.AlreadyExists) return false;
    throw error;
  }
}
