import { assertEquals, assertRejects } from "@std/assert";
import "../../lib/host/deno.ts";
import { host } from "../../lib/host/host.ts";

const work = JSON.stringify({ jobs: [], trials: [], library: "" });

Deno.test("runApart() runs a worker to its end", async () => {
  const heard: string[] = [];
  const limits = { time: 4000, memory: 600e6 };
  const hear = (message: string) => void heard.push(message);
  assertEquals(await host().runApart("exercises/worker.ts", work, limits, hear), "done");
  assertEquals(heard, []);
});

Deno.test("runApart() says so if the process does not start in time", async () => {
  const limits = { time: 4000, memory: 600e6, start: 1 };
  await assertRejects(
    () => host().runApart("exercises/worker.ts", work, limits, () => {}),
    Error,
    "did not start within 0.001 seconds",
  );
});
