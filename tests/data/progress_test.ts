import { assertEquals } from "@std/assert";
import "../../lib/host/deno.ts";
import { baseName, type Progress, throttle } from "../../lib/data/progress.ts";

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
