/**
 * Bundles what runs in the page.
 *
 * @module
 */
import { pinnedDeno } from "../tools/shared/pinned_deno.ts";
import { run } from "../tools/shared/processes.ts";
import { project } from "../tools/shared/project.ts";

/** How to bundle. */
export interface BundleOptions {
  /** A folder for several files that share their parts, or one file. */
  outdir?: string;
  output?: string;
  /**
   * Whether names get shorter. Not for lib: notebooks print its functions.
   *
   * @default true
   */
  minify?: boolean;
}

/**
 * Bundles modules for the browser.
 *
 * @throws {Error} if the bundler refuses one
 */
export async function bundle(
  entries: string[],
  { outdir, output, minify = true }: BundleOptions,
): Promise<void> {
  // One file alone is a classic script, which a service worker has to be.
  const where = outdir
    ? ["--outdir", outdir, "--code-splitting"]
    : ["--output", output!, "--format", "iife"];
  const options = ["--quiet", "--frozen", "--platform", "browser", ...where];
  const command = ["bundle", ...options, ...(minify ? ["--minify"] : []), ...entries];
  const code = await run(await pinnedDeno(), command, { cwd: project });
  if (code !== 0) throw new Error(`The bundler refused ${entries.join(", ")}.`);
}
