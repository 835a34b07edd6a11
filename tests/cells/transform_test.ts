import { assertEquals, assertGreater, assertLessOrEqual } from "@std/assert";
import { compile } from "../../lib/cells/compile.ts";
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
