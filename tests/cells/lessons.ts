import { assertEquals } from "@std/assert";
import type { Output } from "../../lib/cells/mod.ts";
import { withSession } from "./deno_session.ts";
import { codeCells } from "./notebook_file.ts";
import { type Stored, stored } from "./outputs.ts";

/**
 * Runs a notebook's cells in a session and compares what they give with the committed outputs, byte for
 * byte. Cells tagged `varies` only have to run.
 */
export function testNotebook(path: string): void {
  Deno.test(`${path}: the committed outputs, to the byte`, async (test) => {
    const outputs: Output[] = [];
    const folder = Deno.cwd();
    // A notebook's paths start at its folder.
    Deno.chdir(path.slice(0, path.lastIndexOf("/")));
    try {
      await withSession((output) => outputs.push(output), async (session) => {
        for (const [i, cell] of codeCells(`${folder}/${path}`).entries()) {
          outputs.length = 0;
          const { ok } = await session.run(cell.source);
          await test.step(`[${i + 1}] ${cell.source.split("\n")[0].slice(0, 60)}`, () => {
            const raises = cell.outputs.some(({ output_type }) => output_type === "error");
            assertEquals(ok, !raises);
            if (cell.tags.includes("varies")) return;
            assertEquals(stored(outputs).map(comparable), cell.outputs.map(comparable));
          });
        }
      });
    } finally {
      Deno.chdir(folder);
    }
  });
}

/** Without what a notebook's file does not keep, and in a fixed order. */
function comparable({ display_id: _id, execution_count: _count, ...output }: Stored): Stored {
  return JSON.parse(JSON.stringify(output));
}
