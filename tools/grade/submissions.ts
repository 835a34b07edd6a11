/**
 * Finds the students' notebooks in a folder.
 *
 * @module
 */
import { join } from "node:path";
import { Advice } from "../shared/task.ts";

/** A notebook that a student handed in, or the reason why there is none. */
export interface Submission {
  /** Who handed it in: the name of the student's folder, or of the file if there is no folder. */
  student: string;
  /** Its path relative to the folder of all submissions. */
  path: string;
  /** Why it can't be read, if it can't. */
  problem?: string;
}

const nothingHandedIn = "no notebook was handed in";

/** The maximum number of levels: nbgrader has `<student>/<assignment>/<notebook>.ipynb`. */
const deepest = 3;

/**
 * All notebooks below `folder`, sorted by student: `<student>.ipynb`, `<student>/<notebook>.ipynb` as
 * Moodle packs them, `<student>/<assignment>/<notebook>.ipynb` as nbgrader does. A student's folder
 * without a notebook is included, with its problem.
 *
 * @throws {Advice} if there is no such folder, or nothing in it
 */
export async function findSubmissions(folder: string): Promise<Submission[]> {
  const found: Submission[] = [];
  for (const { name, isDirectory, isFile, isSymlink } of await topOf(folder)) {
    if (isDirectory) {
      found.push(...await fromStudent(folder, name));
    } else if (isNotebook(name)) {
      found.push(submission(studentOf(name.replace(/\.ipynb$/i, "")), name, isFile, isSymlink));
    }
  }
  // If no folder has a notebook, these are not students' folders.
  if (found.every(({ problem }) => problem === nothingHandedIn)) {
    throw new Advice(
      `There is no notebook in ${folder}: name the folder that holds <student>.ipynb or ` +
        "<student>/<notebook>.ipynb.",
    );
  }
  const order = new Intl.Collator("en", { numeric: true });
  return found.sort((a, b) => order.compare(a.student, b.student) || order.compare(a.path, b.path));
}

/** What is in one student's folder. If it can't be read, that is a problem of this student only. */
async function fromStudent(folder: string, path: string): Promise<Submission[]> {
  const student = studentOf(path);
  try {
    const notebooks = await notebooksIn(folder, path, student, deepest - 1);
    return notebooks.length ? notebooks : [{ student, path, problem: nothingHandedIn }];
  } catch (error) {
    return [{ student, path, problem: `the folder can't be read: ${(error as Error).message}` }];
  }
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
  // A link in an archive may lead anywhere.
  return { student, path, problem: isSymlink ? "it is a link, not a file" : "it is not a file" };
}

/** What is in the folder that was named. */
async function topOf(folder: string): Promise<Deno.DirEntry[]> {
  try {
    return await entries(folder);
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) {
      throw new Advice(`There is no folder ${folder}: name the one that holds the notebooks.`);
    }
    if (error instanceof Deno.errors.NotADirectory) {
      const first = /\.(zip|gz|tgz|7z|rar)$/i.test(folder) ? "unpack it, and " : "";
      throw new Advice(`${folder} is a file: ${first}name the folder that holds the notebooks.`);
    }
    if (error instanceof Deno.errors.PermissionDenied) {
      throw new Advice(`${folder} can't be read: give yourself the right to read it.`);
    }
    throw error;
  }
}

async function entries(folder: string): Promise<Deno.DirEntry[]> {
  // Not checkpoints, what a Mac adds to an archive, and other hidden files.
  const isSeen = ({ name }: Deno.DirEntry) => !name.startsWith(".") && name !== "__MACOSX";
  return (await Array.fromAsync(Deno.readDir(folder))).filter(isSeen);
}

function isNotebook(name: string): boolean {
  return /\.ipynb$/i.test(name);
}

/** Moodle names a student's folder `Name_12345_assignsubmission_file_`, and a file the same way. */
function studentOf(name: string): string {
  return name.replace(/_assignsubmission_(file|onlinetext)(_.*)?$/, "");
}
