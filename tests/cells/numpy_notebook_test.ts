/**
 * Somebody rewrites the popular NumPy notebook (two layers, by hand) line by line, with its habits left
 * in. Each stumble is answered by what to write; what is written so then works, to a network that learns.
 */
import { walk } from "./numpy_walk.ts";
import { runCells } from "./run_cells.ts";

Deno.test("the NumPy notebook, rewritten line by line: every stumble leads on", async (test) => {
  await runCells(test, walk);
});
