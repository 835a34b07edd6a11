/**
 * `deno task explorer`: bundles what the explorer and the digit pad run in the page into
 * `lib/explorer/built/page.js`, minified, as a module that exports the script as a text. The result is
 * committed, so that a notebook needs neither a bundler nor a network; a test builds it again and compares.
 *
 * @module
 */
import { join } from "node:path";
import { readArguments } from "./shared/arguments.ts";
import { pinnedDeno } from "./shared/pinned_deno.ts";
import { run } from "./shared/processes.ts";
import { project } from "./shared/project.ts";
import { runTask } from "./shared/task.ts";

/** The committed bundle. */
export const built: string = join(project, "lib", "explorer", "built", "page.js");

/** Bundles the page's code into a file, and returns the bundler's exit code. */
export async function bundlePage(path: string): Promise<number> {
  const start = join(project, "lib", "explorer", "page", "start.ts");
  const options = ["--quiet", "--minify", "--platform", "browser", "--format", "iife"];
  const args = ["bundle", "--frozen", ...options, "--output", path, start];
  const code = await run(await pinnedDeno(), args, { cwd: project });
  if (code === 0) {
    const script = JSON.stringify(await Deno.readTextFile(path));
    await Deno.writeTextFile(path, `export default ${script};\n`);
  }
  return code;
}

if (import.meta.main) {
  await runTask(async () => {
    const does = "Bundles what the explorer and the digit pad run in the page.";
    readArguments(Deno.args, { task: "explorer", does });
    return await bundlePage(built);
  });
}
