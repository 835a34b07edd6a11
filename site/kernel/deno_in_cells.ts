import { inspect } from "../../lib/cells/inspect.ts";
import type { CellJupyter } from "../../lib/cells/mod.ts";
import type { PageFiles } from "../../lib/host/page_files.ts";

/**
 * What cells find as `Deno` in a page: files and the notebook. lib does not use it.
 *
 * @param jupyter the notebook
 */
export function denoInCells(files: PageFiles, jupyter: CellJupyter): object {
  const pathOf = (path: string | URL) => path instanceof URL ? files.pathOf(path) : path;
  const write = (path: string | URL, bytes: Uint8Array, { createNew = false } = {}) =>
    files.write(pathOf(path), (add) => add(bytes), { replace: !createNew });
  const known = {
    jupyter,
    noColor: true,
    build: { os: "page" },
    inspect: (value: unknown) => inspect(value),
    cwd: () => files.folder,
    open: (path: string | URL) => files.open(pathOf(path)),
    stat: (path: string | URL) => files.stat(pathOf(path)),
    readFile: (path: string | URL) => files.read(pathOf(path)),
    readTextFile: async (path: string | URL) =>
      new TextDecoder().decode(await files.read(pathOf(path))),
    writeFile: write,
    writeTextFile: (path: string | URL, text: string, options?: { createNew?: boolean }) =>
      write(path, new TextEncoder().encode(text), options),
    remove: (path: string | URL) => Promise.resolve(files.remove(pathOf(path))),
    async *readDir(path: string | URL) {
      for (const name of files.namesIn(pathOf(path))) {
        yield { name, ...await files.stat(files.join(pathOf(path), name)), isSymlink: false };
      }
    },
  };
  return new Proxy(known, {
    get(target, name) {
      if (name in target || typeof name === "symbol") return Reflect.get(target, name);
      throw new TypeError(
        `Deno.${name} is not there in a page, where nothing of a computer can be reached. Open this ` +
          "notebook in JupyterLab with the Deno kernel for it.",
      );
    },
    has: (target, name) => name in target,
  });
}
