import { assert, assertEquals, assertMatch } from "@std/assert";
import { dirname, join } from "node:path";
import { pinnedJupyter } from "../../tools/jupyter/jupyter.ts";
import { runner, runNotebooks } from "../../tools/notebooks/notebooks.ts";
import { ask, stopEverything } from "../../tools/shared/processes.ts";
import { temporaryFolder } from "../data/files.ts";

/** A code cell, tagged or not. */
function cell(source: string, ...tags: string[]) {
  const metadata = tags.length ? { tags } : {};
  return { cell_type: "code", source, metadata, outputs: [], execution_count: null };
}

const picture = 'Deno.jupyter.display({ "text/html": "<b>bold</b>" }, { raw: true })';

/** Cells whose outputs could each go wrong in a different way. */
const cells = [
  cell('console.log("one");\nconsole.error("two");\nconsole.log("three");\n6 * 7'),
  cell(`console.log("before");\nawait ${picture};\nconsole.log("after");`),
  cell("console.log(`took ${performance.now()} ms`);", "varies"),
  cell("null.x", "raises-exception"),
  cell(`for (const done of ["begun", "ended"]) {
  await Deno.jupyter.broadcast(done === "begun" ? "display_data" : "update_display_data", {
    data: { "text/html": done },
    metadata: {},
    transient: { display_id: "bar" },
  });
}`),
  cell("console.log(`${Math.floor(10 ** (8 * Math.random()))}`.padStart(9), 'ms');", "varies"),
];

Deno.test("run_notebooks.py writes what a second run leaves alone, and checks it", async (test) => {
  const jupyter = await pinnedJupyter();
  using temporary = temporaryFolder();
  const folder = temporary.path("");
  const path = join(folder, "try.ipynb");
  const run = (...options: string[]) =>
    ask(jupyter.python, [runner, ...options, path], { env: jupyter.env });
  const write = (notebook: unknown) => Deno.writeTextFile(path, JSON.stringify(notebook));

  try {
    await write({ cells, metadata: {}, nbformat: 4, nbformat_minor: 5 });
    const first = await run();
    assert(first.ok, first.text);
    const written = await Deno.readTextFile(path);
    const outputs = JSON.parse(written).cells
      .map(({ outputs }: { outputs: Record<string, unknown>[] }) => outputs);

    await test.step("prints come first, each stream in one piece", () => {
      assertEquals(outputs[0].map(({ name, text }: Record<string, string>) => [name, text]), [
        ["stdout", ["one\n", "three\n"]],
        ["stderr", ["two\n"]],
        [undefined, undefined],
      ]);
      assertEquals(outputs[1][0].text, ["before\n", "after\n"]);
    });
    await test.step("an update replaces what it updates", () => {
      assertEquals(outputs[4].map(({ data }: Record<string, unknown>) => data), [
        { "text/html": ["ended"] },
      ]);
    });
    await test.step("nothing names this machine, or when it ran", () => {
      assert(!written.includes(folder) && !written.includes(" at "), written);
      assert(!/iopub|20\d\d-\d\d/.test(written), written);
    });
    await test.step("a second run changes nothing", async () => {
      assert((await run()).ok);
      assertEquals(await Deno.readTextFile(path), written);
      const check = await run("--check");
      assert(check.ok, check.text);
    });

    const spoilt = async (from: string, to: string) => {
      assert(written.includes(from), `No ${from} in ${written}`);
      await Deno.writeTextFile(path, written.replace(from, to));
      const { ok, text } = await run("--check");
      assert(!ok, `Not noticed: ${to}`);
      return text;
    };
    await test.step("another output is noticed, and shown", async () => {
      const text = await spoilt('"42"', '"43"');
      assertMatch(text, /try\.ipynb, cell 1, output 3 of 3 \(text\/plain\) differs/);
      assertMatch(text, /- +"text\/plain": "43"\n +\+ +"text\/plain": "42"/);
    });
    await test.step("an error is noticed, and a missing one too", async () => {
      assertMatch(await spoilt("6 * 7", "null.y"), /cell 1: raised TypeError/);
      assertMatch(await spoilt("null.x", "1"), /cell 4: tagged raises-exception, but it raises/);
    });
    await test.step("a form that the runner does not write is noticed", async () => {
      assertMatch(await spoilt('"execution_count": 2', '"execution_count": 7'), /not in the form/);
    });
  } finally {
    await stopEverything();
  }
});

Deno.test("what a killed run_notebooks.py leaves behind is removed by a later run", async () => {
  const { python } = await pinnedJupyter();
  using temporary = temporaryFolder();
  const folder = temporary.path("");
  const path = join(folder, "try.ipynb");
  await Deno.writeTextFile(path, "old");
  const writing = (interruption: string) =>
    new Deno.Command(python, {
      args: [
        "-c",
        "import os, pathlib, sys; sys.path.insert(0, sys.argv[1]); import run_notebooks; " +
        `${interruption}; run_notebooks.write_whole(pathlib.Path(sys.argv[2]), 'new')`,
        ...[dirname(runner), path],
      ],
      stdin: "piped",
      stdout: "piped",
    }).spawn();
  const names = () => Array.from(Deno.readDirSync(folder), ({ name }) => name).sort();
  // It ends in the middle: everything is written, but not renamed yet.
  const killed = writing("os.replace = lambda *_: os._exit(9)");
  await killed.stdin.close();
  assertEquals((await killed.output()).code, 9);
  assertEquals(names().length, 2);

  // Another one is writing all the while: its file stays.
  const living = writing("os.chmod = lambda *_: (print('writing', flush=True), sys.stdin.read())");
  const said = living.stdout.getReader();
  await said.read();
  await runNotebooks({ python: "true", env: {} }, [path]);
  assertEquals(names(), ["try.ipynb", `try.ipynb.${living.pid}-0.tmp`]);
  await said.cancel();
  living.kill("SIGKILL");
  await living.stdin.close();
  await living.status;

  await runNotebooks({ python: "true", env: {} }, [path]);
  assertEquals(names(), ["try.ipynb"]);
  assertEquals(await Deno.readTextFile(path), "old");
});
