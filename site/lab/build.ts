/**
 * Builds JupyterLab for the page, JupyterLite, with Glassnet's kernel and all notebooks.
 *
 * @module
 */
import { dirname, join } from "node:path";
import { pythonEnvironment } from "../../tools/shared/python_environment.ts";
import { ask, start } from "../../tools/shared/processes.ts";
import { exists, project, workshop } from "../../tools/shared/project.ts";
import { findPython } from "../../tools/shared/python.ts";
import { Advice } from "../../tools/shared/task.ts";
import { bundle } from "../kernel/bundle.ts";
import { joined, type Notebook } from "../book/notebook.ts";

const here = join(project, "site", "lab");
const packages = join(workshop, "jupyterlite");

/** Whether there is a Python to build it with. */
export async function canBuildLab(): Promise<boolean> {
  return await findPython().then(() => true, () => false);
}

/**
 * Builds JupyterLab into a folder of the site.
 *
 * @param out the folder, such as `_site/lab`
 * @param files the notebooks, by their paths in JupyterLab, such as `exercises/03-forward.ipynb`
 * @throws {Advice} if pip or JupyterLite can't do it
 */
export async function buildLab(out: string, files: Map<string, Notebook>): Promise<void> {
  const { python } = await pythonEnvironment();
  await install(python);
  const work = await Deno.makeTempDir({ prefix: "glassnet-lite-" });
  try {
    for (const [path, notebook] of files) {
      const file = join(work, "files", path);
      await Deno.mkdir(dirname(file), { recursive: true });
      await Deno.writeTextFile(file, JSON.stringify(trusted(notebook), null, 1) + "\n");
    }
    const extension = join(work, "extensions", "glassnet-kernel");
    await Deno.mkdir(join(extension, "static"), { recursive: true });
    await Deno.copyFile(join(here, "extension", "package.json"), join(extension, "package.json"));
    const remoteEntry = join(here, "extension", "remote_entry.ts");
    await bundle({ remoteEntry }, join(extension, "static"), { minify: true, format: "iife" });
    await Deno.copyFile(join(here, "jupyter-lite.json"), join(work, "jupyter-lite.json"));
    const child = start(python, [
      ...["-m", "jupyterlite_core.app", "build", "--apps", "lab"],
      ...["--no-sourcemaps", "--no-unused-shared-packages"],
      ...["--lite-dir", work, "--contents", join(work, "files"), "--output-dir", out],
      `--LiteBuildConfig.federated_extensions=${extension}`,
    ], { cwd: work, env: { PYTHONPATH: packages }, stdout: "piped", stderr: "piped" });
    const { success: ok, stdout, stderr } = await child.output();
    const text = new TextDecoder().decode(stdout) + new TextDecoder().decode(stderr);
    if (!ok) throw new Advice(`JupyterLite could not be built: ${text.trim().split("\n").at(-1)}`);
    await removeOldFonts(join(out, "build"));
  } finally {
    await Deno.remove(work, { recursive: true });
  }
}

/**
 * A notebook as JupyterLite shows it rightly: it does not join lines of stored outputs, and asks whether
 * to trust what it has not run itself.
 */
function trusted(notebook: Notebook): Notebook {
  const cells = notebook.cells.map((cell) =>
    cell.cell_type === "code"
      ? {
        ...cell,
        metadata: { ...cell.metadata, trusted: true },
        outputs: cell.outputs?.map((output) => ({
          ...output,
          ...(output.text ? { text: joined(output.text) } : {}),
          ...(output.data
            ? {
              data: Object.fromEntries(
                Object.entries(output.data).map(([type, value]) => [
                  type,
                  Array.isArray(value) ? joined(value) : value,
                ]),
              ),
            }
            : {}),
        })),
      }
      : cell
  );
  return { ...notebook, cells };
}

/** Icons in formats of old: every browser that can run a cell takes woff2. */
async function removeOldFonts(folder: string): Promise<void> {
  for await (const { name } of Deno.readDir(folder)) {
    if (/^fa-.*\.(eot|svg|ttf|woff)$/.test(name)) await Deno.remove(join(folder, name));
  }
}

async function install(python: string): Promise<void> {
  const pins = join(here, "requirements.txt");
  const stamp = join(packages, "requirements.txt");
  const wanted = await Deno.readTextFile(pins);
  if (await exists(stamp) && await Deno.readTextFile(stamp) === wanted) return;
  await Deno.remove(packages, { recursive: true }).catch(() => {});
  const { ok, text } = await ask(python, [
    ...["-m", "pip", "install", "--no-input", "--disable-pip-version-check", "--quiet"],
    ...["--no-deps", "--require-hashes", "--target", packages, "-r", pins],
  ]);
  if (!ok) throw new Advice(`pip could not fetch JupyterLite: ${text.trim().split("\n").at(-1)}`);
  await Deno.copyFile(pins, stamp);
}
