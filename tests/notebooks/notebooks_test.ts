import { assert } from "@std/assert";
import { basename } from "node:path";
import { ensureData } from "../../tools/shared/ensure_data.ts";
import { pinnedJupyter } from "../../tools/jupyter/jupyter.ts";
import { lessonNotebooks, runner } from "../../tools/notebooks/notebooks.ts";
import { ask, stopEverything } from "../../tools/shared/processes.ts";

/**
 * Every notebook of the lessons, run from its first cell to its last by a Jupyter client on the pinned
 * kernel, gives the committed outputs.
 */
const jupyter = await pinnedJupyter();
await ensureData();

for (const path of await lessonNotebooks()) {
  Deno.test(`${basename(path)} gives the committed outputs`, async () => {
    const { ok, text } = await ask(jupyter.python, [runner, "--check", path], { env: jupyter.env });
    assert(ok, `\n${text}`);
  });
}

Deno.test.afterAll(stopEverything);
