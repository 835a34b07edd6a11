import { assertEquals, assertGreater, assertLessOrEqual, assertThrows } from "@std/assert";
import { compile } from "../../lib/cells/compile.ts";
import { CellSyntaxError } from "../../lib/cells/syntax_error.ts";
import { codeCells, notebookPaths } from "./notebook_file.ts";

for (const path of notebookPaths()) {
  Deno.test(`${path}: every cell becomes a function`, () => {
    const cells = codeCells(path);
    assertGreater(cells.length, 0);
    for (const { source } of cells) {
      const { code, placeOf } = compile(source);
      assertEquals(typeof (0, eval)(code), "function");
      // What runs stood in the cell, unless it is all comments.
      const end = placeOf(code.split("\n").length, 1);
      if (end) assertLessOrEqual(end.line, source.split("\n").length);
    }
  });
}

Deno.test("a bracket that is never closed is named, with its place", () => {
  const message = (source: string) =>
    assertThrows(() => compile(source), CellSyntaxError).message.split("\n");
  assertEquals(message("const a = 1;\nfunction f(x) {\n  return { x };\n"), [
    "A } is missing: this { is never closed.",
    "  |",
    "2 | function f(x) {",
    "  |               ~",
  ]);
  assertEquals(message("if (f('{')) {\n  `${1}{`;")[2], "1 | if (f('{')) {");
  assertEquals(message("[1, 2")[0], "A ] is missing: this [ is never closed.");
  // What is closed too often misses nothing.
  assertEquals(message("f(1))")[0].includes("missing"), false);
});
