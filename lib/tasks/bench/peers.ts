import { join } from "node:path";
import { exists, onWindows, workshop, writeWhole } from "../project.ts";
import { run } from "../processes.ts";
import { findPython } from "../python.ts";
import { say } from "../task.ts";

/** What the peers written in Python need. */
const packages = ["numpy==2.4.6", "pandas==3.1.1", "scipy==1.17.1", "torch==2.13.0"];

/** What the fuzz of the CSV reader compares with. */
export const pandasOnly = packages.slice(0, 2);

/** A Python with as many of the packages as can be had, in the project's git-ignored folder. */
export async function peersPython(
  folder = join(workshop, "bench"),
  wantedPackages = packages,
): Promise<string | undefined> {
  const venv = join(folder, "venv");
  const python = onWindows ? join(venv, "Scripts", "python.exe") : join(venv, "bin", "python");
  const stamp = join(folder, "packages.txt");
  const wanted = wantedPackages.join("\n");
  if (await exists(stamp) && await Deno.readTextFile(stamp) === wanted) return python;
  try {
    if (!await exists(python)) {
      const found = await findPython();
      await run(found.command, [...found.args, "-m", "venv", venv]);
    }
  } catch (error) {
    say(`Without the peers in Python: ${(error as Error).message}`);
    return undefined;
  }
  for (const name of wantedPackages) {
    say(`Fetching ${name}`);
    const code = await run(python, ["-m", "pip", "install", "--quiet", name], { stderr: "null" });
    if (code !== 0) say(`  it can't be had here`);
  }
  await writeWhole(stamp, wanted);
  return python;
}
