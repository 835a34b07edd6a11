/**
 * What of the project a class shares. The solutions are not among it, nor anything else that a student
 * does not need: what students can read is what stands here.
 *
 * @module
 */
import { dirname, join } from "node:path";
import { project, writeWhole } from "../shared/project.ts";

/** Files and folders, as their paths in the project. */
export const shared: string[] = [
  "LICENSE",
  "deno.lock",
  "lib",
  "notebooks",
  "tools/jupyter",
  "tools/notebooks/slides.py", // what the settings in tools/jupyter import
  "tools/class/jupyterhub_config.py",
  "tools/class/student_folder.py",
];

/** What is left out of those: the sources of the exercises, and what tests and programs leave. */
const leftOut = /^notebooks\/exercises\/source$|\/\.|__pycache__$|\.tmp$/;

/** The data: made by `task data`, or brought. */
const isData = /^(train|test|sample.*)\.csv$|^README\.md$/;

/** Puts what a class shares into a folder. All that was there goes, but for the data and the packages. */
export async function sharePart(folder: string): Promise<void> {
  await Deno.mkdir(folder, { recursive: true });
  for await (const { name } of Deno.readDir(folder)) {
    if (name === "data" || name === "node_modules") continue;
    await Deno.remove(join(folder, name), { recursive: true });
  }
  for (const path of shared) await copy(path, folder);
  await writeWhole(join(folder, "deno.json"), await settings());
  for await (const { name } of Deno.readDir(join(project, "data"))) {
    if (isData.test(name)) await copyData(join("data", name), folder);
  }
}

async function copy(path: string, folder: string): Promise<void> {
  if (leftOut.test(path)) return;
  const [from, to] = [join(project, path), join(folder, path)];
  await Deno.mkdir(dirname(to), { recursive: true });
  if (!(await Deno.stat(from)).isDirectory) return await Deno.copyFile(from, to);
  await Deno.mkdir(to, { recursive: true });
  for await (const { name } of Deno.readDir(from)) await copy(`${path}/${name}`, folder);
}

/** The files are large, and their cache is made from their age: one that is the same stays. */
async function copyData(path: string, folder: string): Promise<void> {
  const [from, to] = [join(project, path), join(folder, path)];
  const old = await Deno.stat(to).catch(() => undefined);
  const { size, mtime } = await Deno.stat(from);
  if (old?.size === size && old.mtime! >= mtime!) return;
  await Deno.mkdir(dirname(to), { recursive: true });
  await Deno.copyFile(from, to);
}

/** The part of deno.json that a kernel reads: what the imports mean. */
async function settings(): Promise<string> {
  const { nodeModulesDir, imports, scopes, compilerOptions } = JSON.parse(
    await Deno.readTextFile(join(project, "deno.json")),
  );
  return JSON.stringify({ nodeModulesDir, imports, scopes, compilerOptions }, null, 2) + "\n";
}
