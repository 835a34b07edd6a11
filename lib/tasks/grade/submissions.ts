/**
 * Finds the students' notebooks in a folder.
 *
 * @module
 */
import { join } from "node:path";
import { Advice } from "../task.ts";

/** A notebook that a student handed in, or the reason why there is none. */
export interface Submission {
  /** Who handed it in: the name of the student's folder, or of the file where there is none. */
  student: string;
  /** Where it is, seen from the folder of all submissions. */
  path: string;
  /** What is in the way of reading it, if something is. */
  problem?: string;
}

/** nbgrader has `<student>/<assignment>/<notebook>.ipynb`; nobody has more levels than that. */
const deepest = 3;

/**
 * All notebooks below `folder`, sorted by student: `<student>.ipynb`, `<student>/<notebook>.ipynb` as
 * Moodle packs them, `<student>/<assignment>/<notebook>.ipynb` as nbgrader does. A student's folder
 * without a notebook is told too.
 *
 * @throws {Advice} if there is no such folder, or nothing in it
 */
export async function findSubmissions(folder: string): Promise<Submission[]> {
  const found: Submission[] = [];
  for (const { name, isDirectory, isFile, isSymlink } of await entries(folder)) {
    if (isDirectory) {
      const notebooks = await notebooksIn(folder, name, studentOf(name), deepest - 1);
      const nothing = {
        student: studentOf(name),
        path: name,
        problem: "no notebook was handed in",
      };
      found.push(...notebooks.length ? notebooks : [nothing]);
    } else if (isNotebook(name)) {
      found.push(submission(studentOf(name.replace(/\.ipynb$/i, "")), name, isFile, isSymlink));
    }
  }
  if (!found.length) {
    throw new Advice(
      `There is no notebook in ${folder}: name the folder that holds <student>.ipynb or ` +
        "<student>/<notebook>.ipynb.",
    );
  }
  const order = new Intl.Collator("en", { numeric: true });
  return found.sort((a, b) => order.compare(a.student, b.student) || order.compare(a.path, b.path));
}

async function notebooksIn(
  folder: string,
  under: string,
  student: string,
  levels: number,
): Promise<Submission[]> {
  const found: Submission[] = [];
  for (const { name, isDirectory, isFile, isSymlink } of await entries(join(folder, under))) {
    const path = join(under, name);
    if (isDirectory && levels > 1) {
      found.push(...await notebooksIn(folder, path, student, levels - 1));
    } else if (!isDirectory && isNotebook(name)) {
      found.push(submission(student, path, isFile, isSymlink));
    }
  }
  return found;
}

function submission(
  student: string,
  path: string,
  isFile: boolean,
  isSymlink: boolean,
): Submission {
  if (isFile) return { student, path };
  // A link in a handed in archive may lead anywhere.
  return { student, path, problem: isSymlink ? "it is a link, and no file" : "it is no file" };
}

async function entries(folder: string): Promise<Deno.DirEntry[]> {
  const all: Deno.DirEntry[] = [];
  try {
    for await (const entry of Deno.readDir(folder)) {
      // Checkpoints, what a Mac packs into an archive, other hidden things.
      if (!entry.name.startsWith(".") && entry.name !== "__MACOSX") all.push(entry);
    }
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) {
      throw new Advice(`There is no folder ${folder}: name the one that holds the notebooks.`);
    }
    if (error instanceof Deno.errors.NotADirectory) {
      throw new Advice(`${folder} is a file: name the folder that holds the notebooks.`);
    }
    throw error;
  }
  return all;
}

function isNotebook(name: string): boolean {
  return /\.ipynb$/i.test(name);
}

/** Moodle names a student's folder `Name_12345_assignsubmission_file_`, and a file the same way. */
function studentOf(name: string): string {
  return name.replace(/_assignsubmission_(file|onlinetext)(_.*)?$/, "");
}
