import { assertEquals } from "@std/assert";
import { join } from "node:path";
import { ensureData } from "../../tools/shared/ensure_data.ts";
import { pinnedJupyter } from "../../tools/jupyter/jupyter.ts";
import { stopEverything } from "../../tools/shared/processes.ts";
import { notebooks } from "../../tools/shared/project.ts";
import { growth, type Rest, soak } from "../../tools/soak/soak.ts";

const rest: Rest = {
  ...{ run: 0, seconds: 20, atOnce: 5e8, memory: 3e8, heap: 9e7 },
  ...{ threads: 7, children: 0, timers: 0, idle: 0 },
};

Deno.test("growth() says what has grown", () => {
  const runs = (
    ...memory: number[]
  ) => [rest, ...memory.map((memory, i) => ({ ...rest, run: i + 1, memory }))];
  assertEquals(growth(runs(1, 2, 3e8, 3.2e8, 2.9e8)), []);
  assertEquals(growth(runs(1, 2, 3e8, 3.4e8)), ["the memory grew by 13% after run 3"]);
  assertEquals(growth([rest, { ...rest, run: 1, threads: 8, timers: 2, idle: 0.5 }]), [
    "run 1 left 1 threads",
    "run 1 left 2 timers",
    "after run 1 the kernel uses 50% of a processor",
  ]);
});

Deno.test("a kernel that runs notebook 05 again and again does not grow and leaves nothing over", async () => {
  const jupyter = await pinnedJupyter();
  await ensureData();
  const notebook = join(notebooks, "05-training.ipynb");
  try {
    const rests = await soak(jupyter, notebook, { runs: 4, iterations: 20 });
    assertEquals(rests.length, 5);
    assertEquals(growth(rests), []);
  } finally {
    await stopEverything();
  }
});
