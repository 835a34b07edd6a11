import { assert, assertEquals, assertMatch } from "@std/assert";
import { parse } from "@std/csv";
import { join } from "node:path";
import { onWindows } from "../../../tools/shared/project.ts";
import { makeClass } from "./a_class.ts";
import { grade, namesIn, processesWith, scratchFolders, until } from "./run_grade.ts";

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
    const scratchBefore = await scratchFolders();
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
    for (const { student, of, but, problems, notes } of expected) {
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
      });
    }
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
      assertEquals(await scratchFolders(), scratchBefore);
    });
  } finally {
    await listener.shutdown();
    await Deno.remove(base, { recursive: true });
  }
});

for (const signal of ["SIGINT", "SIGKILL"] as const) {
  Deno.test({
    name: `deno task grade leaves no process and no grades behind after ${signal}`,
    ignore: onWindows,
    fn: async () => {
      const base = await Deno.realPath(await Deno.makeTempDir({ prefix: "glassnet-" }));
      const [folder, temporary] = [join(base, "class"), join(base, "tmp")];
      await Deno.mkdir(folder);
      await Deno.mkdir(temporary);
      const scratchBefore = await scratchFolders();
      let living: Deno.ChildProcess | undefined;
      try {
        const source = "check.dW2(dW2); while (true) {}";
        const cell = { cell_type: "code", id: "a", metadata: {}, source, outputs: [] };
        const notebook = { cells: [cell], metadata: {}, nbformat: 4, nbformat_minor: 5 };
        await Deno.writeTextFile(join(folder, "loops.ipynb"), JSON.stringify(notebook));
        const child = await grade([folder, "--seconds", "600"], temporary);
        const output = child.output();
        // The kernel's connection file is one of its arguments.
        await until(async () => (await processesWith(base)).some((line) => /--kernel/.test(line)));
        child.kill(signal);
        assertEquals((await output).code, signal === "SIGINT" ? 130 : 137);
        // After SIGKILL nothing is there that waits for the others to end.
        await until(async () => !(await processesWith(base)).length);
        assertEquals(await namesIn(join(base, "class-grades")), []);
        if (signal === "SIGINT") {
          assertEquals(await namesIn(temporary), []);
          assertEquals(await scratchFolders(), scratchBefore);
          return;
        }
        // The next grading cleans up, but does not touch what a running one uses.
        const left = new Set(await scratchFolders()).difference(new Set(scratchBefore));
        assertEquals([left.size, (await namesIn(temporary)).length], [2, 1]);
        living = await grade([folder, "--seconds", "600"], temporary);
        const ended = living.output();
        await until(async () => (await processesWith(base)).some((line) => /--kernel/.test(line)));
        const own = new Set(await scratchFolders()).difference(new Set(scratchBefore));
        assertEquals([own.size, own.intersection(left).size], [2, 0]);
        const other = join(base, "other");
        await Deno.mkdir(other);
        await Deno.writeTextFile(join(other, "empty.ipynb"), "");
        assertEquals((await (await grade([other], temporary)).output()).code, 1);
        const still = new Set(await scratchFolders()).difference(new Set(scratchBefore));
        assertEquals(still, own);
        living.kill("SIGINT");
        await ended;
        living = undefined;
        assertEquals(await scratchFolders(), scratchBefore);
        assertEquals(await namesIn(temporary), []);
      } finally {
        living?.kill("SIGKILL");
        await Deno.remove(base, { recursive: true });
        for (const path of await scratchFolders()) {
          if (!scratchBefore.includes(path)) await Deno.remove(path, { recursive: true });
        }
      }
    },
  });
}
