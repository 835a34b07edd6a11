import { assert } from "@std/assert";
import { basename } from "node:path";
import { ensureData } from "../../tools/shared/ensure_data.ts";
import { pinnedJupyter } from "../../tools/jupyter/jupyter.ts";
import { lessonNotebooks, runner } from "../../tools/notebooks/notebooks.ts";
import { stopEverything } from "../../tools/shared/processes.ts";

/**
 * Every notebook of the lessons, run from its first cell to its last by a Jupyter client on the pinned
 * kernel, gives what is committed.
 */
const jupyter = await pinnedJupyter();
await ensureData();

for (const path of await lessonNotebooks()) {
  Deno.test(`${basename(path)} gives the outputs that are committed`, async () => {
    const { success, stdout, stderr } = await new Deno.Command(jupyter.python, {
      args: [runner, "--check", path],
      env: jupyter.env,
    }).output();
    const text = new TextDecoder();
    // Why it failed is the runner's to say; a trace of this test would only hide it.
    assert(success, `\n${text.decode(stdout)}${success ? "" : text.decode(stderr)}`);
  });
}

Deno.test.afterAll(stopEverything);
