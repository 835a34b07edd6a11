/**
 * Somebody rewrites the popular NumPy notebook (two layers, by hand) line by line, with its habits left
 * in. Each stumble is answered by what to write; what is written so then works, to a network that learns.
 */
import { assertEquals, assertMatch } from "@std/assert";
import type { Output } from "../../lib/cells/mod.ts";
import { withSession } from "./deno_session.ts";
import { walk } from "./numpy_walk.ts";

Deno.test("the NumPy notebook, rewritten line by line: every stumble leads on", async (test) => {
  const outputs: Output[] = [];
  await withSession((output) => outputs.push(output), async (session) => {
    for (const [cell, says] of walk) {
      outputs.length = 0;
      const { ok } = await session.run(cell);
      const said = outputs.map((output) =>
        output.output_type === "error"
          ? output.evalue
          : output.output_type === "stream"
          ? output.text
          : ""
      ).join("");
      await test.step(cell.replaceAll("\n", " ").slice(0, 70), () => {
        if (says) assertMatch(said, says);
        else assertEquals([ok, said], [true, ""]);
      });
    }
  });
});
