import { assertEquals } from "@std/assert";
import { host } from "../../lib/host/host.ts";
import "../../lib/host/deno.ts";
import { type Moment, TimeLimit } from "../../lib/host/time_limit.ts";

/** When a limit of 4 seconds is over, if the machine is looked at every `every` milliseconds. */
function overAt(at: (clock: number) => Moment, every = 25): number | undefined {
  const limit = new TimeLimit(4000);
  limit.begin(at(1000));
  for (let clock = 1000 + every; clock < 1_000_000; clock += every) {
    if (limit.isOver(at(clock))) return clock - 1000;
  }
}

Deno.test("TimeLimit: a function that computes has its time of the processor, however busy the machine", () => {
  const share = (of: number) => (clock: number) => ({ clock, processor: 300 + clock * of });
  assertEquals(overAt(share(1)), 4025);
  assertEquals(overAt(share(0.25)), 16_025);
  assertEquals(overAt(share(0.1)), 40_025);
  // Two threads at once, as for garbage: not sooner than by the clock.
  assertEquals(overAt(share(2)), 4025);
});

Deno.test("TimeLimit: a function that waits for what never comes is over at some time", () => {
  assertEquals(overAt((clock) => ({ clock, processor: clock * 0.01 })), 15_025);
  // It computes for two seconds first.
  assertEquals(overAt((clock) => ({ clock, processor: Math.min(clock, 3000) })), 17_025);
});

Deno.test("TimeLimit: where only the clock can be read, a look that comes late counts little", () => {
  const clockOnly = (clock: number) => ({ clock });
  assertEquals(overAt(clockOnly), 4025);
  assertEquals(overAt(clockOnly, 100), 4100);
  // A machine so busy that every look comes after a second: ten times as long.
  assertEquals(overAt(clockOnly, 1000), 41_000);
});

Deno.test("runApart() lets a function go on that waits longer than its time of the processor", async () => {
  const wait = "Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 1500)";
  assertEquals(await endingOf(`() => { ${wait}; return 1; }`), "done");
  assertEquals(await endingOf("() => { for (;;); }"), "time");
});

/** How a function ends that may take half a second. */
async function endingOf(code: string): Promise<string> {
  const program = { source: `return (${code});`, data: {}, code };
  const work = JSON.stringify({ jobs: [{ program }], trials: [[]], library: "" });
  const limits = { time: 500, memory: 600e6 };
  return await host().runApart("exercises/worker.ts", work, limits, () => {});
}
