/** "Could not be judged", from the failing machine to the page. */
import { assert, assertEquals, assertMatch, assertStringIncludes } from "@std/assert";
import { parse } from "@std/csv";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { pinnedDeno } from "../../../tools/shared/pinned_deno.ts";
import { onWindows } from "../../../tools/shared/project.ts";
import { wallProcesses } from "../../../tools/attacks/failing_machine.ts";
import { grade, namesIn, until } from "./run_grade.ts";

/** A notebook with these code cells. */
function notebook(...sources: string[]): string {
  const cells = sources.map((source) => ({ cell_type: "code", metadata: {}, source }));
  return JSON.stringify({ cells, metadata: {}, nbformat: 4, nbformat_minor: 5 });
}

Deno.test({
  name: "what a failing machine prevented is said to be so, and graded by the next run",
  ignore: onWindows,
  fn: async () => {
    const base = await Deno.realPath(await Deno.makeTempDir({ prefix: "glassnet-" }));
    const [folder, out, temporary] = ["class", "class-grades", "tmp"].map((n) => join(base, n));
    try {
      for (const path of [folder!, temporary!]) await Deno.mkdir(path);
      const right = notebook("check.dZ2(dZ2)", "const dZ2 = (A2, Y) => subtract(A2, Y);");
      const waits = notebook("check.dZ2(dZ2)", "await new Promise(() => {});");
      for (const [name, text] of [["a", right], ["b", waits], ["c", right]]) {
        await Deno.writeTextFile(join(folder!, `${name}.ipynb`), text!);
      }
      const args = [folder!, "--seconds", "600", "--jobs", "1", "--seed", "7"];
      // A Deno of its own, so that it can go away.
      const deno = join(base, "deno");
      await Deno.copyFile(await pinnedDeno(), deno);
      const child = await grade(args, temporary!, deno);
      const output = child.output();
      const unfinished = join(out!, "grading.unfinished.jsonl");
      const kept = async () => {
        const text = await Deno.readTextFile(unfinished).catch(() => "");
        return text.trimEnd().split("\n").slice(1).map((line) => JSON.parse(line).path);
      };
      await until(async () => (await kept()).length === 1);
      // b waits, so its process is one that stays.
      let b: number | undefined;
      await until(async () => {
        const [before] = await wallProcesses(child.pid);
        await delay(1000);
        [b] = await wallProcesses(child.pid);
        return b !== undefined && b === before;
      });
      // No process can be started any more, and the one that is there is killed.
      await Deno.remove(deno);
      Deno.kill(b!, "SIGKILL");
      const { code, stderr } = await output;
      const complaint = new TextDecoder().decode(stderr);
      assertEquals(code, 1, complaint);
      assertMatch(complaint, /could not be judged: b, c\. .*start the same grading again/);

      const rowsOf = async (name: string) =>
        parse(await Deno.readTextFile(join(out!, name)), { skipFirstRow: true }) as Record<
          string,
          string
        >[];
      const first = await rowsOf("grades.csv");
      assertEquals(first.map(({ dZ2 }) => dZ2), ["right", "unjudged", "unjudged"]);
      for (const row of first.slice(1)) {
        assertMatch(row.problems!, /^it could not be judged, since the machine/);
        assertMatch(row.notes!, /^the machine: no process could be started/);
      }
      const page = await Deno.readTextFile(join(out!, "grades.html"));
      assertMatch(page, /<td class="unjudged" title="dZ2: could not be judged[^"]*">\?<\/td>/);
      assertStringIncludes(page, "could not be judged</li>");
      const feedback = await Deno.readTextFile(join(out!, "feedback", "c.html"));
      assertStringIncludes(feedback, "could not be judged");
      assert(!feedback.includes("started"), "A student reads of the teacher's machine.");
      // c has the very text of a, whose result is not c's.
      assertEquals(await kept(), ["a.ipynb"]);

      await Deno.writeTextFile(join(folder!, "b.ipynb"), right);
      const second = await (await grade(args, temporary!)).output();
      const said = new TextDecoder().decode(second.stdout);
      assertEquals(second.code, 0, said);
      assert(!/ a, 04-backward/.test(said) && / b, 04.* right/.test(said), said);
      assertEquals((await rowsOf("grades-2.csv")).map(({ dZ2 }) => dZ2), Array(3).fill("right"));
      assert(!(await namesIn(out!)).includes("grading.unfinished.jsonl"));
    } finally {
      await Deno.remove(base, { recursive: true });
    }
  },
});

Deno.test({
  name: "an account that may not have what a notebook may have grades nothing, and is told why",
  ignore: onWindows,
  fn: async () => {
    const base = await Deno.realPath(await Deno.makeTempDir({ prefix: "glassnet-" }));
    try {
      const folder = join(base, "class");
      await Deno.mkdir(folder);
      await Deno.writeTextFile(join(folder, "a.ipynb"), notebook("check.dZ2(dZ2)"));
      // A process starts with this limit, and dies before it has run a cell.
      const limited = join(base, "limited");
      const script = `#!/bin/sh\nulimit -d 1100000\nexec "${await pinnedDeno()}" "$@"\n`;
      await Deno.writeTextFile(limited, script, { mode: 0o755 });
      const { code, stderr } = await (await grade([folder], base, limited)).output();
      assertEquals(code, 1);
      assertMatch(
        new TextDecoder().decode(stderr),
        /may take only 1127 MB each \(ulimit -d\), and a notebook with 1000 MB needs 2400 MB/,
      );
      assertEquals(await namesIn(base), ["class", "limited"]);
    } finally {
      await Deno.remove(base, { recursive: true });
    }
  },
});
