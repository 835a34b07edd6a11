import { join } from "node:path";
import { holds, project, workshop, writeWhole } from "../shared/project.ts";
import { install, makeVenv, pythonIn } from "../shared/python.ts";
import { say } from "../shared/task.ts";

/**
 * What the peers written in Python need. Each has one or more lists of packages with their hashes; the
 * first list that can be installed is.
 */
const packages: Record<string, string[]> = {
  "NumPy, pandas and SciPy": ["requirements.txt"],
  "PyTorch": ["torch_cpu.txt", "torch.txt"],
};

/** What the fuzz of the CSV reader compares with. */
export const pandasOnly: string[] = Object.keys(packages).slice(0, 1);

/** A Python with as many of the packages as can be installed, in a folder that git ignores. */
export async function peersPython(
  folder = join(workshop, "bench"),
  wanted = Object.keys(packages),
): Promise<string | undefined> {
  const venv = join(folder, "venv");
  const stamp = join(folder, "packages.txt");
  const lists = wanted.flatMap((name) => packages[name]!);
  const pins = (await Promise.all(lists.map((list) => Deno.readTextFile(pathOf(list))))).join("");
  if (await holds(stamp, pins)) return pythonIn(venv);
  let python: string;
  try {
    python = await makeVenv(venv);
  } catch (error) {
    say(`Without the peers in Python: ${(error as Error).message}`);
    return undefined;
  }
  for (const name of wanted) {
    say(`Fetching ${name}`);
    if (!await firstOf(python, packages[name]!)) say("  can't be installed here");
  }
  await writeWhole(stamp, pins);
  return python;
}

/** Installs the first of the lists that can be installed; false if none can. */
async function firstOf(python: string, lists: string[]): Promise<boolean> {
  for (const list of lists) if ((await install(python, pathOf(list))).ok) return true;
  return false;
}

function pathOf(list: string): string {
  return join(project, "tools", "bench", list);
}
