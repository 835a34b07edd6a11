/**
 * What the live display of a training costs: one training, with and without it in turns, inside the
 * pinned kernel. Run it with `deno run -A tools/bench/live_training.ts`; it takes two to three minutes.
 *
 * It prints, for a full batch and for batches of 64, by which factor the display makes the time and the
 * processor time longer. The goal is at most 1.03.
 *
 * @module
 */
import { join } from "node:path";
import { ensureData } from "../shared/ensure_data.ts";
import { pinnedJupyter } from "../jupyter/jupyter.ts";
import { run } from "../shared/processes.ts";
import { runTask } from "../shared/task.ts";

await runTask(async () => {
  const jupyter = await pinnedJupyter();
  await ensureData();
  const script = join(import.meta.dirname!, "live_training.py");
  return await run(jupyter.python, [script], { env: jupyter.env, cwd: import.meta.dirname! });
});
