/** Every notebook runs without the kernel, and gives what the kernel gave. */
import { assertEquals } from "@std/assert";
import { assertGives, nameOf, runInDeno, verdicts } from "../cells/lessons.ts";
import { notebookPaths } from "../cells/notebook_file.ts";

for (const path of notebookPaths()) {
  if (path.startsWith("notebooks/exercises")) continue;
  Deno.test(`${path}: the committed outputs, without the kernel`, async (test) => {
    await runInDeno(
      path,
      (cell, run, number) =>
        test.step(nameOf(cell, number), () => assertGives(cell, run, cell.outputs)),
    );
  });
}

// The exercises' notebooks are committed without outputs.
for (const path of notebookPaths()) {
  if (!path.startsWith("notebooks/exercises")) continue;
  const solved = path.includes("/source/");
  Deno.test(`${path}: each check is ${solved ? "right" : "not written yet"}`, async (test) => {
    await runInDeno(path, (cell, { ok, outputs }, number) =>
      test.step(nameOf(cell, number), () => {
        assertEquals(ok, true);
        const expected = solved ? "right" : "unwritten";
        for (const verdict of verdicts(outputs)) assertEquals(verdict, expected);
      }));
  });
}
