import { assertEquals, assertMatch, assertStringIncludes } from "@std/assert";
import fc from "fast-check";
import { CellSession, type Output } from "../../lib/cells/mod.ts";
import { type Stored, stored } from "./outputs.ts";

/** Runs cells in a session of their own and gives what each of them showed. */
async function run(...cells: string[]): Promise<Stored[][]> {
  const outputs: Output[] = [];
  const session = new CellSession({
    modules: { numbers: () => ({ one: 1, default: "the default" }) },
    output: (output) => outputs.push(output),
  });
  try {
    const all: Stored[][] = [];
    for (const cell of cells) {
      outputs.length = 0;
      await session.run(cell);
      all.push(stored(outputs));
    }
    return all;
  } finally {
    session.close();
  }
}

/** The text of what a cell's last expression gave. */
function text(outputs: Stored[]): unknown {
  return (outputs.at(-1)?.data as Stored | undefined)?.["text/plain"];
}

/** The last cell's result. */
async function result(...cells: string[]): Promise<unknown> {
  return text((await run(...cells)).at(-1)!);
}

/** The place that an error names. */
async function placeOfError(...cells: string[]): Promise<string | undefined> {
  const outputs: Output[] = [];
  const session = new CellSession({ modules: {}, output: (output) => outputs.push(output) });
  try {
    for (const cell of cells) await session.run(cell);
  } finally {
    session.close();
  }
  const error = outputs.find(({ output_type }) => output_type === "error");
  return (error as { traceback: string[] }).traceback.find((line) => /^ +at /.test(line));
}

Deno.test("a function of an earlier cell sees what a later one declares anew", async () => {
  assertEquals(await result("const a = 1; const f = () => a;", "const a = 2;", "f()"), "2");
  assertEquals(await result("function g() { return h(); }", "const h = () => 3;", "g()"), "3");
});

Deno.test("imports: by name, renamed, default, as a namespace, and dynamic", async () => {
  const cell = `import first, { one as eins } from "numbers";
import * as all from "numbers";
const later = async () => (await import("numbers")).one;
[first, eins, all.one, await later()]`;
  assertEquals(await result(cell), '[ "the default", 1, 1, 1 ]');
});

Deno.test("a module that is not in the table: the error says which there are", async () => {
  const [outputs] = await run('import x from "missing";');
  assertStringIncludes(String(outputs[0].evalue), 'There is no module "missing" here');
  assertStringIncludes(String(outputs[0].evalue), '"numbers"');
});

Deno.test("a constant can't be assigned to, also in a function of another cell", async () => {
  const [, outputs] = await run("const fixed = 1;", "const f = () => { fixed = 2; }; f()");
  assertEquals(outputs[0].evalue, "Assignment to constant variable.");
  assertEquals(await result("const fixed = 1;", "fixed = 2", "fixed"), "1");
});

Deno.test("a name of the engine is the cells' own, and everybody else keeps the engine's", async () => {
  const before = globalThis.performance;
  const seen = await run(
    "const performance = 0.9;",
    "performance",
    "globalThis.performance.now() > 0",
  );
  assertEquals(seen.slice(1).map(text), ["0.9", "true"]);
  assertEquals(globalThis.performance, before);
});

Deno.test("what a cell prints after its end, and what a function prints later, comes out", async () => {
  const outputs: Output[] = [];
  const session = new CellSession({ modules: {}, output: (output) => outputs.push(output) });
  try {
    await session.run("void setTimeout(() => console.log('late'), 1);");
    await session.run("await new Promise((go) => setTimeout(go, 20));");
  } finally {
    session.close();
  }
  assertEquals(stored(outputs), [{ output_type: "stream", name: "stdout", text: "late\n" }]);
});

Deno.test("20,000 printed lines come out whole and in order, and then the result", async () => {
  const [outputs] = await run(
    'for (let i = 0; i < 20_000; i++) console.log("line", i); "the end"',
  );
  const lines = Array.from({ length: 20_000 }, (_, i) => `line ${i}\n`);
  assertEquals(outputs.length, 2);
  assertEquals(outputs[0].text, lines.join(""));
  assertEquals(text(outputs), '"the end"');
});

Deno.test("a session shows an error with its lines in cells, also one that ended none", async () => {
  const outputs: Output[] = [];
  const session = new CellSession({ modules: {}, output: (output) => outputs.push(output) });
  try {
    await session.run("\nfunction lose() {\n  throw new Error('lost');\n}");
    await session.run("let error; try { lose(); } catch (caught) { error = caught; }");
    assertEquals(
      session.inspect((0, eval)("error")),
      "Error: lost\n    at lose (cell [1], line 3, column 9)\n    at cell [2], line 1, column 18",
    );
  } finally {
    session.close();
  }
});

Deno.test("cells that are run at once run one after the other", async () => {
  const outputs: Output[] = [];
  const session = new CellSession({ modules: {}, output: (output) => outputs.push(output) });
  try {
    const results = await Promise.all([
      session.run("await new Promise((go) => setTimeout(go, 10)); let order = ['first'];"),
      session.run("order.push('second'); order"),
    ]);
    assertEquals(results.map(({ count, ok }) => [count, ok]), [[1, true], [2, true]]);
    assertEquals(text(stored(outputs)), '[ "first", "second" ]');
  } finally {
    session.close();
  }
});

Deno.test("a session that is closed leaves nothing behind", async () => {
  const [console, names] = [globalThis.console, Object.keys(globalThis)];
  await run("var a = 1; let b = 2; const c = 3; function d() {} class E {} const performance = 1;");
  assertEquals(globalThis.console, console);
  assertEquals(Object.keys(globalThis), names);
});

Deno.test("displays: shown, updated in place by their id, and cleared", async () => {
  const outputs: Output[] = [];
  const session = new CellSession({ modules: {}, output: (output) => outputs.push(output) });
  try {
    await session.jupyter.display("a", { display_id: "x" });
    await session.jupyter.display("b", { display_id: "x", update: true });
    await session.jupyter.broadcast("display_data", { data: { "text/plain": "c" } });
    await session.jupyter.broadcast("clear_output", { wait: true });
    await session.jupyter.broadcast("a message of another kind", {});
  } finally {
    session.close();
  }
  const [shown, updated, plain, cleared] = outputs;
  assertEquals(shown, {
    output_type: "display_data",
    data: { "text/plain": '"a"' },
    metadata: {},
    display_id: "x",
  });
  assertEquals(updated.output_type, "update_display_data");
  assertEquals(plain, { output_type: "display_data", data: { "text/plain": "c" }, metadata: {} });
  assertEquals(cleared, { output_type: "clear_output", wait: true });
  assertEquals(outputs.length, 4);
});

/** Cells with an error where `missing` stands. */
const failing = [
  "missing",
  "\n\n  missing()",
  "const x: number = missing;",
  "const f = (a: Map<string, number[]>, b?: string): number => missing; f(new Map())",
  "let a = 1, b: Array<number> = [2], c = missing;",
  "function later(): void {\n  const y: { a: number } = missing;\n}\nlater();",
  "class A<T> {\n  private readonly b: T[] = missing;\n}\nnew A<number>();",
  "for (const i of [1, 2] as number[]) {\n  if (i > 1) missing;\n}",
  "const { a, b }: { a: number; b: number } = missing;",
  "const cast = <unknown>missing;",
  "interface I { a: number }\nenum E { A, B }\ntype T = I | E;\n(missing as T);",
  "await Promise.resolve();\nmissing",
  "const performance = 1;\n[performance, missing]",
  "try { throw 1 } catch { missing }",
];
for (const cell of failing) {
  Deno.test(`the place of an error: ${JSON.stringify(cell)}`, async () => {
    const ahead = cell.slice(0, cell.indexOf("missing")).split("\n");
    const place = `line ${ahead.length}, column ${ahead.at(-1)!.length + 1}`;
    assertMatch(String(await placeOfError(cell)), new RegExp(`^    at .*\\[1\\], ${place}\\)?$`));
  });
}

Deno.test("an error that a cell runs into in another one's function names both places", async () => {
  const outputs = await run("\nfunction divide() {\n  throw new Error('no');\n}", "divide()");
  assertEquals(outputs[1][0].traceback, ["Stack trace:", "Error: no"]);
  assertEquals(
    await placeOfError("\nfunction divide() {\n  throw new Error('no');\n}", "divide()"),
    "    at divide (cell [1], line 3, column 9)",
  );
});

Deno.test("whatever is thrown, there is an error to show", async () => {
  const thrown = fc.constantFrom(
    "null",
    "undefined",
    "'text'",
    "{ a: 1 }",
    "Object.create(null)",
    "new Error()",
    "Object.assign(new Error('m'), { stack: undefined })",
    "Object.assign(new Error('m'), { name: '' })",
    "Object.defineProperty(new Error('m'), 'stack', { get() { throw 1; } })",
    "new Proxy({}, { get() { throw 1; } })",
    "{ toString() { throw 1; } }",
  );
  await fc.assert(
    fc.asyncProperty(thrown, async (value) => {
      const [outputs] = await run(`throw ${value};`);
      assertEquals(outputs.length, 1);
      assertEquals(outputs[0].output_type, "error");
    }),
    { seed: 7, numRuns: 30 },
  );
});
