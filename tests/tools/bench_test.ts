import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { spread, table, time } from "../../tools/bench/table.ts";
import { median, ratios } from "../../tools/bench/race.ts";
import { ask } from "../../tools/shared/processes.ts";
import { project } from "../../tools/shared/project.ts";

Deno.test("median() is the middle number, or the mean of the middle two", () => {
  assertEquals(median([3, 1, 2]), 2);
  assertEquals(median([4, 1, 2, 3]), 2.5);
});

Deno.test("ratios() compares what was measured in the same round", () => {
  assertEquals(ratios([1, 9], [2, 3]), [0.5, 3]);
  assertEquals(ratios([1, 9], []), []);
});

Deno.test("table() lines its columns up", () => {
  assertEquals(
    table(["", "time"], [["a", time(1.25)], ["long name", time(12_345)]]).split("\n"),
    [
      "|           |   time |",
      "|-----------|-------:|",
      "| a         | 1.3 ms |",
      "| long name | 12.3 s |",
    ],
  );
  assertEquals(spread([0.2, 0.25, 0.05]), "0.20 (0.050 to 0.25)");
});

Deno.test("deno task bench --quick runs, every part of it", async () => {
  const script = `${project}/tools/bench/bench.ts`;
  const args = ["run", "--quiet", "--frozen", "-A", script, "--quick"];
  const { ok, out, text } = await ask(Deno.execPath(), args, { cwd: project });
  assert(ok, text);
  assertEquals(text, out, "it printed an error");
  for (const title of ["One iteration", "Growth", "mini-batches", "reference run", "Reading"]) {
    assertStringIncludes(out, title);
  }
  assert(/first update shown|There is no Chromium/.test(out), out);
  assert(/Glassnet float64, plain TypeScript +\| +\d/.test(out), out);
});
