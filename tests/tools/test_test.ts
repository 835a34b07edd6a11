import { assertEquals } from "@std/assert";
import { countIn } from "../../tools/test.ts";

Deno.test("countIn() counts tests, not their steps", () => {
  const report = `<testsuites><testsuite>
    <testcase name="a" time="0.1">
    </testcase>
    <testcase name="a &gt; its step" time="0.1"/>
    <testcase name="b"><failure message="1 &lt; 2">no</failure></testcase>
    <testcase name="c"><skipped/></testcase>
    <testcase name="d"/>
  </testsuite></testsuites>`;
  assertEquals(countIn(report), { passed: 2, failed: 1, skipped: 1 });
});

Deno.test("countIn() finds nothing in an empty report", () => {
  assertEquals(countIn(""), { passed: 0, failed: 0, skipped: 0 });
});
