/**
 * The scripts that run behind the wall, with all of lib in them: a process that may read nothing has to
 * be given everything.
 *
 * @module
 */
import { join } from "node:path";
import { forPages } from "../../../site/kernel/bundle.ts";
import { project } from "../../shared/project.ts";

/** The scripts, as texts. */
export interface Scripts {
  /** The main thread of each process. */
  watch: string;
  /** Runs a notebook's cells. */
  cells: string;
  /** Runs the functions on their trials. */
  trials: string;
}

/** Bundles the scripts. */
export async function wallScripts(): Promise<Scripts> {
  const esbuild = await import("esbuild");
  const place = (name: string) => join(project, "tools", "grade", "wall", name);
  try {
    const { outputFiles } = await esbuild.build({
      entryPoints: {
        watch: place("watch.ts"),
        cells: place("cells_worker.ts"),
        trials: place("trials_worker.ts"),
      },
      outdir: "scripts",
      absWorkingDir: project,
      bundle: true,
      write: false,
      format: "esm",
      platform: "browser",
      target: "esnext",
      // A name that a function prints is the one that a student knows.
      minify: false,
      // lib asks where it is; nothing lies there.
      define: { "import.meta.url": '"file:///glassnet/lib/mod.js"' },
      plugins: [forPages],
      logLevel: "warning",
    });
    const texts = outputFiles.map(({ path, text }) => [path.replace(/^.*[/\\]|\.js$/g, ""), text]);
    return Object.fromEntries(texts);
  } finally {
    await esbuild.stop();
  }
}
