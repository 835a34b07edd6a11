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
  const programs = ["chromium", "firefox-esr", "WebKitWebDriver", "Xvfb"];
  const variables = ["CHROMIUM_PATH", "FIREFOX_PATH", "WEBKIT_PATH", "XVFB_PATH"];
  const names = ["PATH", "CI", ...variables];
  const before = names.map((name) => Deno.env.get(name));
  const set = (values: (string | undefined)[]) => {
    names.forEach((name, k) => {
      values[k] === undefined ? Deno.env.delete(name) : Deno.env.set(name, values[k]);
    });
  };
  try {
    set([folder.path(".")]);
    const here = await missingBrowser();
    assertMatch(here!.said, /were skipped\. Install them\.\n- Chrom.*\n- Firefox.*\n- WebKit/);
    assertEquals(here!.fails, false);
    set([folder.path("."), "true"]);
    const inCI = await missingBrowser();
    assertMatch(inCI!.said, /were skipped\. In CI they must run: install/);
    assertEquals(inCI!.fails, true);
    for (const [k, program] of programs.entries()) {
      const missing = await missingBrowser();
      assertEquals(missing!.said.match(/^- /gm)?.length, 3 - Math.min(k, 2));
      await Deno.writeTextFile(folder.path(program), "");
    }
    assertEquals(await missingBrowser(), undefined);
  } finally {
    set(before);
  }
});
