import { assertEquals, assertMatch } from "@std/assert";
import { countIn, missingBrowser } from "../../tools/test.ts";
import { temporaryFolder } from "../data/files.ts";

Deno.test("countIn() counts tests, not their steps", () => {
  const report = `<testsuites><testsuite>
    <testcase name="a" time="0.1">
    </testcase>
    <testcase name="a &gt; its step" time="0.1"/>
    <testcase name="b"><failure message="1 &lt; 2">no: 1 &lt; 2</failure></testcase>
    <testcase name="c"><skipped/></testcase>
    <testcase name="d"/>
  </testsuite></testsuites>`;
  const { failures, ...counts } = countIn(report);
  assertEquals(counts, { passed: 2, failed: 1, skipped: 1 });
  assertEquals(failures, ["- b\n    no: 1 < 2"]);
});

Deno.test("countIn() finds nothing in an empty report", () => {
  assertEquals(countIn(""), { passed: 0, failed: 0, skipped: 0, failures: [] });
});

Deno.test("without a browser the skipped tests are mentioned, and fail in CI", async () => {
  using folder = temporaryFolder();
  const names = ["PATH", "CHROMIUM_PATH", "CI"];
  const before = names.map((name) => Deno.env.get(name));
  const set = (values: (string | undefined)[]) => {
    names.forEach((name, k) => {
      values[k] === undefined ? Deno.env.delete(name) : Deno.env.set(name, values[k]);
    });
  };
  try {
    set([folder.path("."), undefined, undefined]);
    const here = await missingBrowser();
    assertMatch(here!.said, /no Chromium or Chrome, .* were skipped: install one/);
    assertEquals(here!.fails, false);
    set([folder.path("."), undefined, "true"]);
    const inCI = await missingBrowser();
    assertMatch(inCI!.said, /were skipped\. In CI they must run: install one/);
    assertEquals(inCI!.fails, true);
    await Deno.writeTextFile(folder.path("chromium"), "");
    assertEquals(await missingBrowser(), undefined);
  } finally {
    set(before);
  }
});
