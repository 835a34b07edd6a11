/**
 * Where things are. Everything that the tasks make lies inside the project's folder, in `.venv` and
 * `.glassnet`, both ignored by git. Outside it only the package managers' own caches are touched.
 *
 * @module
 */
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { files } from "../../lib/host/deno_files.ts";
import { removeStale } from "../../lib/host/deno_temporary.ts";

/** The project's folder: the one that holds `deno.json`. */
export const project: string = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** The virtual environment with JupyterLab. */
export const venv: string = join(project, ".venv");

/** Everything else that the tasks make: Jupyter's settings, logs, the pinned Deno if it was fetched. */
export const workshop: string = join(project, ".glassnet");

/** The notebooks' folder, on which JupyterLab opens. */
export const notebooks: string = join(project, "notebooks");

/** Whether this is Windows, where executables and signals have other names. */
export const onWindows: boolean = Deno.build.os === "windows";

/** Whether there is a file or folder at `path`. */
export async function exists(path: string): Promise<boolean> {
  try {
    await Deno.stat(path);
    return true;
  } catch (error) {
    if (error instanceof Deno.errors.NotFound || error instanceof Deno.errors.NotADirectory) {
      return false;
    }
    throw error;
  }
}

/** Whether there is a file with exactly this text. */
export async function holds(path: string, text: string): Promise<boolean> {
  return await exists(path) && await Deno.readTextFile(path) === text;
}

/**
 * Writes a text file beside its place and renames it, so that nobody ever reads half of it. A file
 * that already has this text is left alone.
 */
export async function writeWhole(path: string, text: string): Promise<void> {
  if (await holds(path, text)) return await removeStale(path);
  await Deno.mkdir(dirname(path), { recursive: true });
  const bytes = new TextEncoder().encode(text);
  await files.write(path, (add) => add(bytes), { replace: true });
}
