/** Cells of every kind give what the pinned kernel has given; see fixtures/record_kernel.py. */
import { assertEquals } from "@std/assert";
import type { Output } from "../../lib/cells/mod.ts";
import { withSession } from "./deno_session.ts";
import cells from "./fixtures/kernel.json" with { type: "json" };
import { type Stored, stored } from "./outputs.ts";

/** What differs from the kernel on purpose, and why. */
const differs: { [source: string]: string } = {
  "const a = 5; f()": "a let may be declared again as a const: one reason less to restart",
  "a = 7": "so a is that constant",
  "function g1() {}": "as before, for a const and a function",
  "import { missing } from 'glassnet'; missing": "a misspelt import is refused at once",
  "globalThis.a": "what cells declare lies in the global object",
  "var eval = 1": "the words are acorn's, which show the place",
  "with (Math) {}": "the same",
  "return 5": "the same",
  "await": "the same",
  "import.meta.url": "the same",
  "const ff = 1; function ff() {}": "the same",
  "const t = 1;\nconst t = 2;": "the same",
  "const j = {a: 1,, b: 2}": "sucrase stops at the next word",
  "import x from": "and here at the missing one",
  "export { o1 }": "acorn wants the name to be declared in the cell",
  "function fact(n: number): number { return n < 2 ? 1 : n * fact(n - 1); }\nString(fact)":
    "a function prints as it was written; the kernel prints it in a form of its own",
  "const arrow = (a: number, b = 2) => a + b; String(arrow)": "the same",
  "({ async [Symbol.for('Jupyter.display')]() { throw new Error('bad display'); } })":
    "the same traceback as for every other error",
};

Deno.test("cells of every kind give what the pinned kernel gave", async (test) => {
  const outputs: Output[] = [];
  await withSession((output) => outputs.push(output), async (session) => {
    for (const { source, outputs: expected } of cells) {
      outputs.length = 0;
      await session.run(source);
      if (source in differs) continue;
      await test.step(source.replaceAll("\n", " ").slice(0, 60) || "nothing", () => {
        const found = stored(outputs);
        const place = placeShown(expected[0]);
        if (place) assertEquals(placeShown(found[0]), place);
        else assertEquals(found.map(comparable), stored(expected as Output[]).map(comparable));
      });
    }
  });
});

/** What can be compared: without the places of errors, and without a terminal's colors. */
function comparable(
  { execution_count: _count, metadata: _metadata, display_id: _id, ...rest }: Stored,
) {
  const text = JSON.stringify(rest)
    .replaceAll(/\\u001b\[\d+m/g, "")
    .replaceAll(
      /\\n\s+at (?:<anonymous>:\d+:\d+|cell \[\d+\], line \d+, column \d+)/g,
      "\\n at a place",
    );
  return JSON.parse(text);
}

/** Of a syntax error: the line that is shown, and under which column the mark stands. */
function placeShown(output: unknown): { line: string; column: number } | undefined {
  const { evalue } = (output ?? {}) as { evalue?: string };
  const found = /\n(\d+ \| .*)\n *\| ( *)~/.exec(evalue ?? "");
  return found ? { line: found[1], column: found[2].length } : undefined;
}
