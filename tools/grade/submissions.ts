/**
 * Finds the students' notebooks in a folder.
 *
 * @module
 */
import { join, relative } from "node:path";
import { Advice } from "../shared/task.ts";
import { requireReadableNames } from "./readable_names.ts";
import { canvasFiles, type Named, studentOf } from "./student_names.ts";

/** A notebook that a student handed in, or the reason why there is none. */
export interface Submission extends Named {
  /** Its path relative to the folder of all submissions. */
  path: string;
  /** Why it can't be read, if it can't. */
  problem?: string;
}

/** The problem of a student from whom there is nothing. */
export const nothingHandedIn = "no notebook was handed in";

/** The maximum number of levels: a class's home has `<student>/glassnet/notebooks/exercises/<notebook>.ipynb`. */
const deepest = 5;

/** The maximum number of files that are looked at for a student. */
const mostFiles = 2000;

/**
 * All notebooks below `folder`, sorted by student: `<student>.ipynb`, `<student>/<notebook>.ipynb` and what
 * Moodle, Canvas, nbgrader and a class at JupyterHub make of that. A student's folder without a notebook is
 * included, with its problem; so is a file that was handed in in place of a notebook.
 *
 * @throws {Advice} if there is no such folder, or nothing in it
 */
export async function findSubmissions(folder: string): Promise<Submission[]> {
  const found: Submission[] = [];
  const top = await topOf(folder);
  await requireReadableNames(folder, top);
  // A course's folder of nbgrader's.
  if (top.some(({ name, isDirectory }) => name === "submitted" && isDirectory)) {
    const inside = await findSubmissions(join(folder, "submitted"));
    return inside.map((one) => ({ ...one, path: join("submitted", one.path) }));
  }
  const canvas = canvasFiles(top);
  for (const { name, isDirectory, isFile, isSymlink } of top) {
    const student = canvas.get(name) ?? studentOf(name.replace(/\.[^.]*$/, ""));
    if (isDirectory) {
      found.push(...await fromStudent(folder, name));
    } else if (isNotebook(name)) {
      found.push({ ...student, ...submission(name, isFile, isSymlink) });
    } else if (canvas.has(name) || isInPlaceOfOne(name)) {
      found.push({ ...student, ...await inPlaceOfOne(folder, name) });
    } else if (isSymlink) {
      found.push({ ...studentOf(name), ...submission(name, isFile, isSymlink) });
    }
  }
  // If no folder has a notebook, these are not students' folders.
  if (found.every(({ problem }) => problem !== undefined)) {
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
    const files = await filesIn(folder, await exercisesIn(folder, path), deepest - 1);
    const notebooks = files.filter(({ path }) => isNotebook(path));
    if (notebooks.length) return notebooks.map((one) => ({ ...student, ...one }));
    const instead = files.filter(({ path }) => isInPlaceOfOne(path)).slice(0, 20);
    if (!instead.length) return [{ ...student, path, problem: nothingHandedIn }];
    return await Promise.all(
      instead.map(async (one) => ({ ...student, ...await inPlaceOfOne(folder, one.path) })),
    );
  } catch (error) {
    return [{ ...student, path, problem: `the folder can't be read: ${(error as Error).message}` }];
  }
}

/**
 * The folder of the exercises, in a home as a class at JupyterHub has it, which holds the lessons, too.
 *
 * @throws if a link is on the way there: it could lead to a classmate's, or to the solutions
 */
async function exercisesIn(folder: string, path: string): Promise<string> {
  for (const parts of [["glassnet", "notebooks", "exercises"], ["notebooks", "exercises"]]) {
    let inside = path;
    for (const part of parts) {
      inside = join(inside, part);
      const { isDirectory, isSymlink } = await Deno.lstat(join(folder, inside)).catch(() =>
        nothing
      );
      if (isSymlink) throw new Error(`${relative(path, inside)} is a link, not a folder`);
      if (!isDirectory) break;
      if (part === parts.at(-1)) return inside;
    }
  }
  return path;
}

const nothing = { isDirectory: false, isSymlink: false };

async function filesIn(folder: string, under: string, levels: number): Promise<Submission[]> {
  const found: Submission[] = [];
  for (const { name, isDirectory, isFile, isSymlink } of await entries(join(folder, under))) {
    const path = join(under, name);
    if (isDirectory && levels > 1 && name !== "source") {
      found.push(...await filesIn(folder, path, levels - 1));
    } else if (!isDirectory) {
      found.push({ student: "", ...submission(path, isFile, isSymlink) });
    }
    if (found.length > mostFiles) throw new Error(`it has more than ${mostFiles} files`);
  }
  return found.map(({ path, problem }) => ({ path, problem }) as Submission);
}

function submission(
  path: string,
  isFile: boolean,
  isSymlink: boolean,
): Pick<Submission, "path" | "problem"> {
  if (isFile) return { path };
  // A link in an archive may lead anywhere.
  return { path, problem: isSymlink ? "it is a link, not a file" : "it is not a file" };
}

/** A file that stands in place of a notebook: if it holds one, under another name, that is read. */
async function inPlaceOfOne(
  folder: string,
  path: string,
): Promise<Pick<Submission, "path" | "problem">> {
  const file = join(folder, path);
  const { isFile, size } = await Deno.lstat(file);
  if (isFile && size < 30e6 && /\.(txt|json)$/i.test(path)) {
    const text = await Deno.readTextFile(file);
    if (/^\s*\{/.test(text) && text.includes('"cells"')) return { path };
  }
  const kind = /\.([^.]*)$/.exec(path)?.[1]?.toLowerCase() ?? "";
  return { path, problem: `a .${kind} file was handed in, not a notebook` };
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

/** Whether a file is what people hand in when they mean a notebook. */
function isInPlaceOfOne(name: string): boolean {
  return /\.(txt|zip|html?|json|pdf|ts|js|py|docx?|7z|rar|gz|png|jpe?g)$/i.test(name);
}
