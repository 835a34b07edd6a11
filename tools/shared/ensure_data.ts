/**
 * Makes sure that `data/train.csv` and `data/test.csv` are there.
 *
 * @module
 */
import { join } from "node:path";
import { pinnedDeno } from "./pinned_deno.ts";
import { exists, project } from "./project.ts";
import { run } from "./processes.ts";
import { Advice } from "./task.ts";

/** Makes the data files that are missing. Files that somebody brought stay as they are. */
export async function ensureData(): Promise<void> {
  const files = ["train.csv", "test.csv"].map((name) => join(project, "data", name));
  const there = await Promise.all(files.map(exists));
  if (there.every(Boolean)) return;
  const script = join(project, "tools", "data.ts");
  const args = ["run", "--quiet", "--frozen", "--no-prompt", "-P=data", script];
  const code = await run(await pinnedDeno(), args, { cwd: project });
  if (code !== 0) {
    throw new Advice("The data could not be made: do what the line above says and start again.");
  }
}
