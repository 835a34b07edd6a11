import { join } from "node:path";
import { project } from "../../tools/shared/project.ts";

/** The committed files: all files but those that `.gitignore` names. */
export async function* committedFiles(folder = project): AsyncGenerator<string> {
  const made = [
    "node_modules",
    ".venv",
    ".glassnet",
    ".git",
    ".ipynb_checkpoints",
    "__pycache__",
    "_npm",
    "_site",
  ];
  for await (const { name, isDirectory, isFile } of Deno.readDir(folder)) {
    const path = join(folder, name);
    if (made.includes(name) || /\.(tmp|cache)$/.test(name)) continue;
    if (isDirectory) yield* committedFiles(path);
    else if (isFile && !(folder.endsWith("data") && /^(?!sample).*\.csv$/.test(name))) yield path;
  }
}
