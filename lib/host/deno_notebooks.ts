import { basename, join } from "node:path";

/** A notebook as it was saved. */
export interface SavedNotebook {
  name: string;
  /** Whether the kernel is known to run it. */
  isOwn: boolean;
  cells: {
    source: string;
    /** The heading above it, without its signs; empty if there is none. */
    heading: string;
  }[];
}

/** What is stored in a notebook's file, as far as it matters here. */
interface Stored {
  cells: { cell_type: string; source: string | string[] }[];
}

/**
 * The notebooks in the folder in which a kernel works, its own one first. Jupyter's server says which it
 * is; other programs do not.
 */
export function savedNotebooks(): SavedNotebook[] {
  const own = basename(Deno.env.get("JPY_SESSION_NAME") ?? "");
  const names = [...Deno.readDirSync(".")].map(({ name }) => name)
    .filter((name) => name.endsWith(".ipynb"))
    .sort((a, b) => Number(b === own) - Number(a === own) || (a < b ? -1 : 1));
  return names.flatMap((name) => {
    try {
      const { cells } = JSON.parse(Deno.readTextFileSync(join(".", name))) as Stored;
      return [{ name, isOwn: name === own, cells: codeOf(cells) }];
    } catch {
      return []; // A file that cannot be read, or no notebook.
    }
  });
}

function codeOf(cells: Stored["cells"]): SavedNotebook["cells"] {
  let heading = "";
  return cells.flatMap(({ cell_type, source }) => {
    const text = [source].flat().join("");
    if (cell_type === "code") return [{ source: text, heading }];
    heading = /^#+\s+(.*\S)/m.exec(text)?.[1] ?? heading;
    return [];
  });
}
