import { assertEquals } from "@std/assert";
import "../../lib/host/deno.ts";
import { baseName, type Progress, progressLine, throttle } from "../../lib/data/progress.ts";

Deno.test("throttle() passes on the first report and the last, and few between", () => {
  const passed: Progress[] = [];
  const report = throttle((progress) => passed.push(progress));
  for (let done = 1; done <= 1000; done++) report({ what: "Counting", done, total: 1000 });
  assertEquals(passed[0].done, 1);
  assertEquals(passed.at(-1)!.done, 1000);
  assertEquals(passed.length < 20, true);
});

Deno.test("baseName() is the last part of a path, also of a Windows path", () => {
  assertEquals(["a/b.csv", "b.csv", "C:\\a\\b.csv"].map(baseName), ["b.csv", "b.csv", "b.csv"]);
});

/** What a progress line writes on a terminal, or elsewhere, while the clock shows these times. */
function writtenAt(times: number[], isTerminal: boolean): string[] {
  const { isTerminal: before, writeSync } = Deno.stderr;
  const { now } = performance;
  const lines: string[] = [];
  try {
    Deno.stderr.isTerminal = () => isTerminal;
    Deno.stderr.writeSync = (bytes) => lines.push(new TextDecoder().decode(bytes));
    performance.now = () => 1000;
    const report = progressLine();
    for (const [done, time] of times.entries()) {
      performance.now = () => 1000 + time;
      report({ what: "Counting", done, total: times.length - 1 });
    }
  } finally {
    Object.assign(Deno.stderr, { isTerminal: before, writeSync });
    performance.now = now;
  }
  return lines;
}

Deno.test("progressLine() writes what takes long, in one line that ends with the work", () => {
  assertEquals(writtenAt([0, 299, 300, 301], true), ["\rCounting  66%", "\rCounting 100%\n"]);
  assertEquals(writtenAt([0, 100, 200, 299], true), [], "what is quick");
  assertEquals(writtenAt([0, 400, 500, 600], false), [], "where nobody looks");
});
