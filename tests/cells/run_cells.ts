import { assertEquals, assertMatch } from "@std/assert";
import type { Output } from "../../lib/cells/mod.ts";
import { withSession } from "./deno_session.ts";

/** A cell, and what is said: nothing, if it is right. */
export type Told = readonly [cell: string, says?: RegExp, ...more: unknown[]];

/** Runs cells one after the other in a session, each as a step that looks at what is said. */
export async function runCells(test: Deno.TestContext, cells: readonly Told[]): Promise<void> {
  const outputs: Output[] = [];
  await withSession((output) => outputs.push(output), async (session) => {
    for (const [cell, says] of cells) {
      outputs.length = 0;
      const { ok } = await session.run(cell);
      const said = outputs.map(wordsOf).join("");
      await test.step(cell.replaceAll("\n", " ").slice(0, 70), () => {
        if (says) assertMatch(said, says);
        else assertEquals([ok, said], [true, ""]);
      });
    }
  });
}

/** What an output prints or complains of. */
function wordsOf(output: Output): string {
  if (output.output_type === "error") return output.evalue;
  return output.output_type === "stream" ? output.text : "";
}
