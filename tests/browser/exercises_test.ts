/** An exercise notebook as a student goes through it, wrong answers first. */
import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { join } from "node:path";
import type { Notebook } from "../../lib/tasks/exercise_notebook.ts";
import { exercises } from "../../lib/tasks/exercises.ts";
import { findChromium, Lab } from "./lab.ts";

const chromium = await findChromium();
const name = "02-the-network.ipynb";

/** The body of `transpose` in a cell. */
const transpose = (...lines: string[]) =>
  ["function transpose(A: Matrix): Matrix {", ...lines.map((line) => `  ${line}`), "}"].join("\n");

Deno.test({
  name:
    "exercises 02 in JupyterLab: mistakes are named, hints open, endless loops end, right is right",
  ignore: !chromium,
  async fn(test) {
    const { cells }: Notebook = JSON.parse(await Deno.readTextFile(join(exercises, name)));
    const at = (id: string) => cells.findIndex((cell) => cell.id === id);
    const lab = await Lab.start([join(exercises, name)], { chromium: chromium! });
    try {
      const notebook = await lab.open(name);
      const run = (id: string) => notebook.run(at(id));
      const answer = async (text: string) => {
        await notebook.write(at("transpose-answer"), text);
        return {
          said: await run("transpose-answer"),
          checked: await run("transpose-check"),
        };
      };
      assertEquals(await run("setup"), "");

      await test.step("the stub", async () => {
        await run("transpose-answer");
        assertStringIncludes(await run("transpose-check"), "not written yet");
      });
      await test.step("a hint opens, and the next one comes to sight", async () => {
        await run("transpose-hints");
        const hints = notebook.cell(at("transpose-hints")).locator("summary");
        assertEquals(await hints.count(), 3);
        assert(!await hints.nth(1).isVisible(), "the second hint is open at once");
        await hints.nth(0).click();
        await hints.nth(1).waitFor({ state: "visible" });
        assert(!await hints.nth(2).isVisible(), "the third hint is open with the first");
      });
      await test.step("a syntax error shows where, and the check goes on with what was there", async () => {
        const { said, checked } = await answer(transpose("return Matrix.from([);"));
        assertStringIncludes(said, "return Matrix.from([);");
        assertStringIncludes(checked, "not written yet");
      });
      await test.step("a mistake has a name", async () => {
        const { said, checked } = await answer(transpose("return A;"));
        assertEquals(said, "");
        assertStringIncludes(checked, "a known mistake");
        assertStringIncludes(checked, "Its rows must become columns.");
      });
      await test.step("a loop without end is stopped, and the kernel lives", async () => {
        const { checked } = await answer(transpose("while (true) {}", "return A;"));
        assertStringIncludes(checked, "It did not come to an end and was stopped.");
        assertStringIncludes(await run("tools-double"), "12");
        assertStringIncludes(await run("done-page"), "0 of 3 pieces done");
      });
      await test.step("right is right", async () => {
        const { checked } = await answer(transpose(
          "const rows = A.toArray();",
          "return Matrix.from(rows[0].map((_, j) => rows.map((row) => row[j])));",
        ));
        assertStringIncludes(checked, "transpose: right");
        assertStringIncludes(await run("done-page"), "1 of 3 pieces done");
      });
      await notebook.screenshot("exercises-02");
      assertEquals(notebook.pageErrors, []);
    } finally {
      await lab.stop();
    }
  },
});
