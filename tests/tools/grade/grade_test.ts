import { assert, assertEquals, assertMatch, assertStringIncludes } from "@std/assert";
import { parse } from "@std/csv";
import { join } from "node:path";
import { onWindows } from "../../../tools/shared/project.ts";
import { makeClass } from "./a_class.ts";
import { grade, namesIn, processesWith, until } from "./run_grade.ts";

/** All files below a folder with what is in them. */
async function contents(folder: string): Promise<[string, string][]> {
  const all: [string, string][] = [];
  for (const name of await namesIn(folder)) {
    const path = join(folder, name);
    const { isDirectory } = await Deno.stat(path);
    all.push(
      ...isDirectory ? await contents(path) : [[path, await Deno.readTextFile(path)] as [
        string,
        string,
      ]],
    );
  }
  return all;
}

Deno.test("deno task grade is right about every student of a class in which everything happens", async (test) => {
  const base = await Deno.realPath(await Deno.makeTempDir({ prefix: "glassnet-" }));
  const [folder, temporary] = [join(base, "class"), join(base, "tmp")];
  await Deno.mkdir(folder);
  await Deno.mkdir(temporary);
  let visitors = 0;
  const listener = Deno.serve({ port: 0, hostname: "127.0.0.1", onListen() {} }, () => {
    visitors++;
    return new Response("x");
  });
  try {
    const file = join(base, "forbidden");
    const expected = await makeClass(folder, { port: listener.addr.port, file });
    const before = await contents(folder);
    const child = await grade(["../class", "--seconds", "6", "--memory", "700"], temporary);
    const { code, stdout, stderr } = await child.output();
    const said = new TextDecoder().decode(stdout) + new TextDecoder().decode(stderr);
    assertEquals(code, 0, said);

    const out = join(base, "class-grades");
    const csv = parse(await Deno.readTextFile(join(out, "grades.csv")), {
      skipFirstRow: true,
    }) as Record<string, string>[];
    const page = await Deno.readTextFile(join(out, "grades.html"));
    await test.step("nobody is missing, nobody is there twice", () => {
      const names = (list: { student?: string }[]) => list.map(({ student }) => student).sort();
      assertEquals(names(csv), names(expected));
    });
    for (const { student, of, but, problems, notes, look } of expected) {
      await test.step(student, () => {
        const row = csv.find((row) => row.student === student)!;
        for (const piece of of) {
          assertEquals(row[piece], but[piece] ?? "right", `${piece}: ${said}`);
        }
        assertEquals(Number(row.right), of.length - Object.keys(but).length);
        assertEquals(Number(row["of handed in"]), of.length);
        if (problems) assertMatch(row.problems!, problems);
        else assertEquals(row.problems, "");
        if (notes) assertMatch(row.notes!, notes);
        else assertEquals(row.notes, "");
        if (look) assertMatch(row["look at"]!, look);
        else assertEquals(row["look at"], "");
      });
    }
    await test.step("the seed of what was drawn is printed, and stands on the page", () => {
      const [, seed] = /trials drawn with --seed (\d+)/.exec(said) ?? [];
      assertStringIncludes(page, `Trials drawn with <code>--seed ${seed}</code>`);
    });
    await test.step("the page has the class's mistakes by how often, and escapes names", () => {
      assertMatch(page, /class="count">2 of \d+\n[^]*one-over-m-missing[^]*wrong 0, wrong too/);
      assertMatch(page, /class="count">4 of \d+\n[^]*<code>db1<[^]*did not work[^]*fails, loops/);
      assert(page.includes("=1+2&lt;b&gt;&amp;&quot;") && !page.includes("=1+2<b>"));
    });
    await test.step("nothing got out", async () => {
      assertEquals(visitors, 0);
      assertEquals(await namesIn(base), ["class", "class-grades", "tmp"]);
      assertEquals(await contents(folder), before);
    });
    await test.step("no process and no file is left", async () => {
      assertEquals(await processesWith(base), []);
      assertEquals(await namesIn(temporary), []);
    });
  } finally {
    await listener.shutdown();
    await Deno.remove(base, { recursive: true });
  }
});

/** A notebook with these code cells. */
function notebook(...sources: string[]): string {
  const cells = sources.map((source) => ({ cell_type: "code", metadata: {}, source }));
  return JSON.stringify({ cells, metadata: {}, nbformat: 4, nbformat_minor: 5 });
}

const right = "const dZ2 = (A2, Y) => subtract(A2, Y);";

for (const signal of ["SIGINT", "SIGKILL"] as const) {
  Deno.test({
    name: `deno task grade goes on after ${signal} where it was stopped, to the same results`,
    ignore: onWindows,
    fn: async () => {
      const base = await Deno.realPath(await Deno.makeTempDir({ prefix: "glassnet-" }));
      const [folder, temporary] = [join(base, "class"), join(base, "tmp")];
      await Deno.mkdir(folder);
      await Deno.mkdir(temporary);
      const unfinished = join(base, "class-grades", "grading.unfinished.jsonl");
      try {
        const text = notebook("check.dZ2(dZ2)", right);
        for (const name of ["a", "b", "c"]) {
          await Deno.writeTextFile(join(folder, `${name}.ipynb`), text);
        }
        // It waits until it is stopped.
        const waits = notebook("check.dZ2(dZ2)", "await new Promise(() => {})", right);
        await Deno.writeTextFile(join(folder, "d.ipynb"), waits);
        const args = [folder, "--seconds", "600", "--jobs", "1", "--seed", "7"];
        const child = await grade(args, temporary);
        const output = child.output();
        // One line for the head, and one for each of the first three.
        await until(async () => {
          const written = await Deno.readTextFile(unfinished).catch(() => "");
          return written.split("\n").length > 4;
        });
        child.kill(signal);
        assertEquals((await output).code, signal === "SIGINT" ? 130 : 137);
        // The processes that are left end by themselves.
        await until(async () => !(await processesWith(base)).length);
        assertEquals(await namesIn(join(base, "class-grades")), ["grading.unfinished.jsonl"]);

        // What was changed since is graded anew, and a power cut may have cut off the last line.
        await Deno.writeTextFile(join(folder, "d.ipynb"), text);
        await Deno.writeTextFile(join(folder, "b.ipynb"), notebook("check.dZ2(dZ2)"));
        await Deno.writeTextFile(unfinished, '{"path": "d.ip', { append: true });
        const { code, stdout } = await (await grade(args, temporary)).output();
        const said = new TextDecoder().decode(stdout);
        assertEquals(code, 0, said);
        assertMatch(said, /Going on where a grading was stopped: 3 are graded/);
        assert(!/ [ac], 04-backward/.test(said), `graded again: ${said}`);
        const table = await Deno.readTextFile(join(base, "class-grades", "grades.csv"));
        const rows = parse(table, { skipFirstRow: true }) as Record<string, string>[];
        assertEquals(rows.map(({ dZ2 }) => dZ2), ["right", "missing", "right", "right"]);
        assertEquals(await namesIn(join(base, "class-grades")), [
          ...["feedback", "grades.csv", "grades.html"],
        ]);
      } finally {
        await Deno.remove(base, { recursive: true });
      }
    },
  });
}
