import { assert, assertEquals, assertMatch } from "@std/assert";
import { parse } from "@std/csv";
import { join } from "node:path";
import { pinnedDeno } from "../../../lib/tasks/pinned_deno.ts";
import { onWindows, project } from "../../../lib/tasks/project.ts";
import { makeClass } from "./a_class.ts";

/** Runs `deno task grade` as a person does. */
async function grade(args: string[], temporary: string): Promise<Deno.ChildProcess> {
  return new Deno.Command(await pinnedDeno(), {
    args: ["run", "--quiet", "--no-lock", "-A", join(project, "lib", "tasks", "grade.ts"), ...args],
    // What it makes for a while lies here, and every process of its own has this in its arguments.
    env: { TMPDIR: temporary, TMP: temporary, INIT_CWD: temporary },
    cwd: project,
    stdin: "null",
    stdout: "piped",
    stderr: "piped",
  }).spawn();
}

/** The processes of this machine that have a text in their arguments. */
async function processesWith(text: string): Promise<string[]> {
  if (onWindows) return [];
  const { stdout } = await new Deno.Command("ps", { args: ["-eo", "args"] }).output();
  return new TextDecoder().decode(stdout).split("\n").filter((line) => line.includes(text));
}

async function namesIn(folder: string): Promise<string[]> {
  try {
    const names = await Array.fromAsync(Deno.readDir(folder), ({ name }) => name);
    return names.sort();
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return [];
    throw error;
  }
}

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

Deno.test("deno task grade has a right line for each of a class that does everything", async (test) => {
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
        if (problems) assertMatch(row.problems!, problems);
        else assertEquals(row.problems, "");
        if (notes) assertMatch(row.notes!, notes);
        else assertEquals(row.notes, "");
      });
    }
    await test.step("the page has the class's mistakes by how often, and escapes names", () => {
      assertMatch(page, /class="count">2\n[^]*one-over-m-missing[^]*wrong 0, wrong too/);
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
        // After SIGKILL nobody is there to wait for the others' end.
        await until(async () => !(await processesWith(base)).length);
        assertEquals(await namesIn(join(base, "class-grades")), []);
        if (signal === "SIGINT") {
          assertEquals(await namesIn(temporary), []);
          assertEquals(await scratchFolders(), scratchBefore);
        }
      } finally {
        await Deno.remove(base, { recursive: true });
        for (const path of await scratchFolders()) {
          if (!scratchBefore.includes(path)) await Deno.remove(path, { recursive: true });
        }
      }
    },
  });
}

/** The folders that gradings are using now, or have left behind. */
async function scratchFolders(): Promise<string[]> {
  const folder = join(project, ".glassnet", "grade");
  return (await namesIn(folder)).map((name) => join(folder, name));
}

async function until(holds: () => Promise<boolean>): Promise<void> {
  while (!await holds()) await new Promise((resolve) => setTimeout(resolve, 100));
}
