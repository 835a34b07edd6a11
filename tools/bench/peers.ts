import { join } from "node:path";
import { exists, onWindows, project, workshop, writeWhole } from "../shared/project.ts";
import { run } from "../shared/processes.ts";
import { findPython } from "../shared/python.ts";
import { say } from "../shared/task.ts";

/**
 * What the peers written in Python need: for each, the files of packages with their hashes of which
 * the first that can be had is installed.
 */
const packages: Record<string, string[]> = {
  "NumPy, pandas and SciPy": ["requirements.txt"],
  "PyTorch": ["torch_cpu.txt", "torch.txt"],
};

/** What the fuzz of the CSV reader compares with. */
export const pandasOnly: string[] = Object.keys(packages).slice(0, 1);

/** A Python with as many of the packages as can be had, in the project's git-ignored folder. */
export async function peersPython(
  folder = join(workshop, "bench"),
  wanted = Object.keys(packages),
): Promise<string | undefined> {
  const venv = join(folder, "venv");
  const python = onWindows ? join(venv, "Scripts", "python.exe") : join(venv, "bin", "python");
  const stamp = join(folder, "packages.txt");
  const files = wanted.flatMap((name) => packages[name]!).map(pathOf);
  const pins = (await Promise.all(files.map((file) => Deno.readTextFile(file)))).join("");
  if (await exists(stamp) && await Deno.readTextFile(stamp) === pins) return python;
  try {
    // What is in it was perhaps not installed from these files.
    const found = await findPython();
    await run(found.command, [...found.args, "-m", "venv", "--clear", venv]);
  } catch (error) {
    say(`Without the peers in Python: ${(error as Error).message}`);
    return undefined;
  }
  for (const name of wanted) {
    say(`Fetching ${name}`);
    if (!await firstOf(python, packages[name]!)) say(`  can't be had here`);
  }
  await writeWhole(stamp, pins);
  return python;
}

/** Installs the first of the files that can be had; tells whether there was one. */
async function firstOf(python: string, files: string[]): Promise<boolean> {
  for (const file of files) {
    const install = ["-m", "pip", "install", "--quiet", "--require-hashes", "-r", pathOf(file)];
    if (await run(python, install, { stderr: "null" }) === 0) return true;
  }
  return false;
}

function pathOf(file: string): string {
  return join(project, "tools", "bench", file);
}
