/**
 * Bundles what a page loads: `lib` as it is, but for the host, and for what has to be one file a worker.
 *
 * @module
 */
import type { Plugin } from "esbuild";
import { basename, join, relative } from "node:path";
import { project } from "../../tools/shared/project.ts";
import imports from "../../deno.json" with { type: "json" };

/** A file that was made, with its size in bytes. */
export interface Bundled {
  path: string;
  bytes: number;
  /** The paths of those that it loads before it runs. */
  imports: string[];
}

/** How to bundle. */
export interface BundleOptions {
  /**
   * Whether the code gets shorter. Not for lib in a kernel: notebooks print its functions.
   *
   * @default false
   */
  minify?: boolean;
  /**
   * Modules that share what they have in common, or one classic script for each.
   *
   * @default "esm"
   */
  format?: "esm" | "iife";
  /**
   * Modules that cells can import as `"./name.ts"`, by their paths.
   *
   * @default none
   */
  own?: string[];
}

/**
 * Bundles modules for a page. What several of them use is shared.
 *
 * @param entries the modules by the names that their bundles get, without `.js`
 * @param folder where the bundles go
 */
export async function bundle(
  entries: { [name: string]: string },
  folder: string,
  { minify = false, format = "esm", own = [] }: BundleOptions = {},
): Promise<Bundled[]> {
  // It looks at the environment when it loads: who does not bundle needs no permission for that.
  const esbuild = await import("esbuild");
  try {
    const { metafile } = await esbuild.build({
      entryPoints: entries,
      outdir: folder,
      absWorkingDir: project,
      bundle: true,
      splitting: format === "esm",
      minify,
      format,
      platform: "browser",
      target: "es2022",
      chunkNames: "shared-[hash]",
      plugins: [forPages, withOwn(own)],
      metafile: true,
      logLevel: "warning",
    });
    return Object.entries(metafile.outputs).map(([path, { bytes, imports }]) => ({
      path: join(project, path),
      bytes,
      imports: imports.filter(({ kind }) => kind === "import-statement")
        .map(({ path }) => join(project, path)),
    }));
  } finally {
    await esbuild.stop();
  }
}

/**
 * The addresses of some bundles and of all that they load before they run: a page that names them lets
 * the browser fetch them side by side, in place of each when the one before has come.
 *
 * @param names the bundles' paths below the folder
 */
export function loadedBy(
  bundled: readonly Bundled[],
  folder: string,
  ...names: string[]
): string[] {
  const byPath = new Map(bundled.map((one) => [one.path, one]));
  const found = new Set(names.map((name) => join(folder, name)));
  // A set that grows is walked to its end.
  for (const path of found) for (const one of byPath.get(path)!.imports) found.add(one);
  return [...found].map((path) => relative(folder, path));
}

/** Finds modules as Deno does, and puts the page's host in Deno's place. */
export const forPages: Plugin = {
  name: "for pages",
  setup(build) {
    build.onResolve({ filter: /\/host\/deno\.ts$/ }, () => ({
      path: join(project, "lib", "host", "page.ts"),
    }));
    // acorn-globals asks for acorn with require(), and would get another copy than everybody else.
    build.onResolve({ filter: /^acorn(-walk)?$/ }, ({ path, kind, resolveDir, pluginData }) => {
      if (kind !== "require-call" || pluginData?.isPackage) return undefined;
      const options = { kind: "import-statement" as const, resolveDir };
      return build.resolve(path, { ...options, pluginData: { isPackage: true } });
    });
    // Names of the import map. What deno.json calls npm:name@version/file is name/file to the bundler.
    build.onResolve({ filter: /^[@\w]/ }, ({ path, kind, pluginData }) => {
      const target = pluginData?.isPackage ? undefined : inImportMap(path);
      if (target?.startsWith("./")) return { path: join(project, target) };
      const inside = target?.replace(/^npm:\/?((?:@[^/]+\/)?[^@/]+)@[^/]+/, "$1");
      if (inside === undefined) return undefined;
      return build.resolve(inside, { kind, resolveDir: project, pluginData: { isPackage: true } });
    });
    // A check loads the whole of Glassnet by its address. What is shared lies in a file of its own.
    build.onLoad({ filter: /lib\/mod\.ts$/ }, async ({ path }) => ({
      contents: (await Deno.readTextFile(path)).replace(
        "useLibrary(import.meta.url)",
        'useLibrary(new URL("./glassnet.js", import.meta.url).href)',
      ),
      loader: "ts",
    }));
    // Deno prints `return { Z1, A1 }` on several lines, and so do the notebooks.
    build.onLoad({ filter: /lib\/network\/\w+\.ts$/ }, async ({ path }) => ({
      contents: (await Deno.readTextFile(path)).replaceAll(
        /return \{ (\w+(?:, \w+)*) \};/g,
        (_, names: string) => `return {\n${names.replaceAll(", ", ",\n")}\n};`,
      ),
      loader: "ts",
    }));
  },
};

/** Puts a teacher's own modules into the list of those that cells can import. */
function withOwn(paths: string[]): Plugin {
  const entries = paths.map((path) =>
    `${JSON.stringify(`./${basename(path)}`)}: () => import(${JSON.stringify(path)}),`
  );
  return {
    name: "with own modules",
    setup(build) {
      build.onLoad({ filter: /site\/kernel\/own_modules\.ts$/ }, () => ({
        contents: `export const ownModules = {\n${entries.join("\n")}\n};`,
        resolveDir: project,
      }));
    },
  };
}

/** What a name stands for in deno.json. */
function inImportMap(name: string): string | undefined {
  const map: { [name: string]: string } = imports.imports;
  const key = name in map
    ? name
    : Object.keys(map).find((key) => key.endsWith("/") && name.startsWith(key));
  return key === undefined ? undefined : map[key] + name.slice(key.length);
}
