/** An editor that checks types, such as VS Code with Deno's extension, underlines nothing in the lessons. */
import { assert } from "@std/assert";
import { basename, join } from "node:path";
import { lessonNotebooks } from "../../tools/notebooks/notebooks.ts";
import { pinnedDeno } from "../../tools/shared/pinned_deno.ts";
import { ask } from "../../tools/shared/processes.ts";
import { notebooks } from "../../tools/shared/project.ts";

/**
 * The code of a lesson in parts, each from one import of Glassnet to the next: a notebook may import and
 * declare a name again, a file may not.
 */
async function partsOf(path: string): Promise<string[]> {
  const { cells } = JSON.parse(await Deno.readTextFile(path)) as {
    cells: { cell_type: string; source: string[] }[];
  };
  const parts: string[] = [];
  cells.forEach(({ cell_type, source }, number) => {
    if (cell_type !== "code") return;
    const code = `// Cell ${number} of ${basename(path)}, counted from 0\n${source.join("")}\n;\n`;
    if (parts.length === 0 || source[0].startsWith("import ")) parts.push(code);
    else parts[parts.length - 1] += code;
  });
  return parts;
}

Deno.test("the types of the lessons' code are right", async () => {
  // Below notebooks/, where "glassnet" is what it is in a cell. Git ignores *.tmp.
  const folder = await Deno.makeTempDir({ dir: notebooks, prefix: "types-", suffix: ".tmp" });
  try {
    const files: string[] = [];
    for (const lesson of await lessonNotebooks()) {
      for (const [k, code] of (await partsOf(lesson)).entries()) {
        const file = join(folder, `${basename(lesson, ".ipynb")}-${k}.ts`);
        await Deno.writeTextFile(file, `${code}export {};\n`);
        files.push(file);
      }
    }
    const { ok, text } = await ask(await pinnedDeno(), ["check", "--quiet", ...files], {
      env: { NO_COLOR: "1" },
    });
    assert(ok, text);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
});
