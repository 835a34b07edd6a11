/**
 * What cells print, errors that nothing awaits, and names that there are not, in the real kernel; see
 * lib/host/deno_kernel.ts and lib/notebooks.ts.
 */
import { assert, assertEquals, assertMatch } from "@std/assert";
import { join } from "node:path";
import { pinnedJupyter } from "../../tools/jupyter/jupyter.ts";
import { stopEverything } from "../../tools/shared/processes.ts";
import { walk } from "../cells/numpy_walk.ts";
import { explaining, names } from "./names.ts";

/** An output as nbclient stores it. */
interface Stored {
  output_type: string;
  name?: string;
  text?: string;
  data?: Record<string, string>;
  ename?: string;
  evalue?: string;
  traceback?: string[];
}

/** Runs cells through nbclient, one after the other in one kernel, and gives the outputs of each. */
async function run(cells: string[]): Promise<Stored[][]> {
  const { python, env } = await pinnedJupyter();
  const child = new Deno.Command(python, {
    args: ["-B", join(import.meta.dirname!, "run_cells.py")],
    // Jupyter's server says so which notebook a kernel belongs to.
    env: { ...env, JPY_SESSION_NAME: join("anywhere", "03-forward.ipynb") },
    ...{ stdin: "piped", stdout: "piped", stderr: "piped" },
  }).spawn();
  const writer = child.stdin.getWriter();
  await writer.write(new TextEncoder().encode(JSON.stringify(cells)));
  await writer.close();
  const { success, stdout, stderr } = await child.output();
  await stopEverything();
  assert(success, new TextDecoder().decode(stderr));
  return JSON.parse(new TextDecoder().decode(stdout));
}

/** Outputs in short: what is printed, shown and raised, in order. */
function inShort(outputs: Stored[]): string[] {
  const found: string[] = [];
  for (const { output_type, name, text, data, ename } of outputs) {
    const last = found.at(-1);
    if (output_type !== "stream") {
      found.push(
        output_type === "error" ? `error: ${ename}` : `${output_type}: ${data!["text/plain"]}`,
      );
    } else if (last?.startsWith(`${name}: `)) found[found.length - 1] = last + text;
    else found.push(`${name}: ${text}`);
  }
  return found;
}

const printing = (lines: number) =>
  `for (let i = 0; i < ${lines}; i++) console.log("This is the line with the number", i);`;

/** A text with its numbered lines counted. */
function counted(text: string): string {
  return text.replaceAll(/(This is the line with the number \d+\n)+/g, (lines) => {
    const numbers = lines.match(/\d+/g)!.map(Number);
    const inOrder = numbers.every((number, k) => number === k);
    return `${numbers.length} lines, ${inOrder ? "in order" : "NOT in order"}`;
  });
}

/** A name that stands in no lock, of a package that is there: in two parts, since no source asks for it. */
const another = ["npm", "fflate@^0.8.0"].join(":");

const display = (text: string) =>
  `Deno.jupyter.display({ "text/plain": "${text}" }, { raw: true });`;

/** Each cell with what must stand under it. */
const cells: { [name: string]: { source: string; outputs: string[] } } = {
  "5,000 lines": { source: printing(5000), outputs: ["stdout: 5000 lines, in order"] },
  "20,000 lines and a result": {
    source: `${printing(20_000)} "the result"`,
    outputs: ["stdout: 20000 lines, in order", 'execute_result: "the result"'],
  },
  "20,000 lines, each after an await": {
    source: printing(20_000).replace(/console.*/, "{ await null; $& }"),
    outputs: ["stdout: 20000 lines, in order"],
  },
  "20,000 lines and an error": {
    source: `${printing(20_000)} throw new RangeError("after all lines");`,
    outputs: ["stdout: 20000 lines, in order", "error: RangeError"],
  },
  // Here so much has left that for the rest there is no room, and the kernel does not wait for it.
  "20,000 lines, each after an await, and an error": {
    source: printing(20_000).replace(
      /console.*/,
      '{ await null; $& } throw new RangeError("late");',
    ),
    outputs: ["stdout: 20000 lines, in order", "error: RangeError"],
  },
  "50 displays, 5,000 lines and an error": {
    source: `for (let i = 0; i < 50; i++) await ${display("one")} ${
      printing(5000)
    } throw "a text";`,
    outputs: [
      ...Array(50).fill("display_data: one"),
      ...["stdout: 5000 lines, in order", "error: Unknown error"],
    ],
  },
  "the cell after them": { source: "7", outputs: ["execute_result: 7"] },
  "prints and displays in their order": {
    source: `console.log("one"); await ${display("two")} console.error("three");
      ${display("four")} await ${display("five")} console.table([[6]]); "seven"`,
    outputs: [
      ...["stdout: one\n", "display_data: two", "stderr: three\n", "display_data: four"],
      "display_data: five",
      "stdout: ┌───────┬───┐\n│ (idx) │ 0 │\n├───────┼───┤\n│     0 │ 6 │\n└───────┴───┘\n",
      'execute_result: "seven"',
    ],
  },
  "a display that nothing awaits": {
    source: `${display("one")} console.log("two"); ${display("three")} undefined`,
    outputs: ["display_data: one", "stdout: two\n", "display_data: three"],
  },
  "500 displays at once": {
    source:
      `for (let i = 0; i < 500; i++) Deno.jupyter.display({ "text/plain": String(i) }, { raw: true });
      undefined`,
    outputs: Array.from({ length: 500 }, (_, i) => `display_data: ${i}`),
  },
  "formats and groups, as the console has them": {
    source:
      `console.log("%d of %s", 1, "two", [3, "four"]); console.group("five"); console.log("six");
      console.groupEnd(); console.info(new Set([7]));`,
    outputs: ['stdout: 1 of two [ 3, "four" ]\nfive\n  six\nSet(1) { 7 }\n'],
  },
};

/** Cells with an error that nothing awaits, and what must be under them. */
const stray: { [name: string]: { source: string; stderr: RegExp; result?: string } } = {
  "in a promise": {
    source: `async function lose() { null.lost; }\nlose(); "a result"`,
    stderr:
      /^An error in a promise that nothing awaits: TypeError: Cannot read properties of null \(reading 'lost'\)\n {4}at lose \(<anonymous>:2:8\)\n[^]*$/,
    result: '"a result"',
  },
  "in a promise of a text": {
    source: `void Promise.reject("only a text");`,
    stderr: /^An error in a promise that nothing awaits: "only a text"\n$/,
  },
  "in a timer": {
    source:
      `setTimeout(() => { throw new Error("late"); }, 1); await new Promise((go) => setTimeout(go, 50)); "on"`,
    stderr:
      /^An error outside of every cell, as in a timer: Error: late\n {4}at [^\n]*<anonymous>:2:9\)\n$/,
    result: '"on"',
  },
  "in onProgress": {
    source:
      `const digits = { X: Matrix.from([[1, 0], [0, 1]]), labels: Uint8Array.of(0, 1), count: 2 };
      const { history } = await train(digits, { iterations: 9, onProgress() { throw new Error("mine"); } });
      history.length`,
    stderr: /^Error: mine\n/,
    result: "1",
  },
  "in an onProgress with await": {
    source: `const trained = await train(digits, { iterations: 9, async onProgress({ iteration }) {
        await null; if (iteration === 5) throw new Error("mine"); } });
      trained.history.length`,
    stderr: /^An error in a promise that nothing awaits: Error: mine\n/,
    result: "10",
  },
  "that is caught": { source: "await Promise.reject(3).catch(() => 4)", stderr: /^$/, result: "4" },
};

Deno.test("through nbclient a cell keeps all that it prints, and shows errors that nothing awaits", async (test) => {
  const lock = new URL("../../deno.lock", import.meta.url);
  const before = await Deno.readTextFile(lock);
  const [[imported], [syntaxError], ...outputs] = await run([
    `import { strToU8 } from "${another}"; import { Matrix, train } from "glassnet"; strToU8("7")`,
    "let digit = = 7;",
    ...Object.values(cells).map(({ source }) => source),
    ...Object.values(stray).map(({ source }) => source),
    explaining,
    ...names.map(([source]) => source),
  ]);
  await test.step("a package that a cell imports, and the lock that stays as it is", async () => {
    assertEquals(inShort([imported]), ["execute_result: Uint8Array(1) [ 55 ]"]);
    assertEquals(await Deno.readTextFile(lock), before);
  });
  await test.step("a syntax error, said once", () =>
    assertEquals(syntaxError, {
      output_type: "error",
      ename: "SyntaxError",
      evalue: "Expression expected\n  |\n1 | let digit = = 7;\n  |             ~",
      traceback: [
        ...["SyntaxError: Expression expected", "  |", "1 | let digit = = 7;", "  |             ~"],
        "    at line 1, column 13",
      ],
    }));
  for (const [name, { outputs: expected }] of Object.entries(cells)) {
    await test.step(name, () => assertEquals(inShort(outputs.shift()!).map(counted), expected));
  }
  for (const [name, { stderr, result }] of Object.entries(stray)) {
    await test.step(`an error ${name}`, () => {
      const found = outputs.shift()!;
      const errors = found.filter((output) => output.name === "stderr");
      assertMatch(errors.map(({ text }) => text).join(""), stderr);
      const others = found.filter((output) => output.name !== "stderr");
      assertEquals(inShort(others), result === undefined ? [] : [`execute_result: ${result}`]);
    });
  }
  outputs.shift();
  for (const [source, expected] of names) {
    await test.step(`the names in ${source}`, () => {
      const { ename, evalue, data, text, traceback } = outputs.shift()![0];
      const said = ename ? `${ename}: ${evalue}` : text ?? data!["text/plain"];
      assertMatch(said, expected);
      // JupyterLab shows only the traceback.
      if (ename) assertEquals(traceback!.slice(0, 2), ["Stack trace:", said]);
    });
  }
});

Deno.test("through nbclient the NumPy notebook, rewritten line by line, is answered as in a page", async (test) => {
  const outputs = await run(walk.map(([cell]) => cell));
  for (const [cell, says, inKernel] of walk) {
    const said = outputs.shift()!
      .filter(({ output_type }) => output_type === "error" || output_type === "stream")
      .map(({ evalue, text }) => evalue ?? text).join("");
    await test.step(cell.replaceAll("\n", " ").slice(0, 70), () => {
      const words = inKernel ?? says;
      if (words) assertMatch(said, words);
      else assertEquals(said, "");
    });
  }
});
