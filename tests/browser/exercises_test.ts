/** An exercise notebook as a student goes through it, wrong answers first. */
import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { join } from "node:path";
import type { Notebook } from "../../tools/exercises/exercise_notebook.ts";
import { exercises } from "../../tools/exercises/exercises.ts";
import { findChromium, Lab } from "./lab.ts";

const chromium = await findChromium();
const name = "02-the-network.ipynb";
const training = "05-training.ipynb";

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
        assertStringIncludes(await run("done-page"), "0 of 4 pieces done");
      });
      await test.step("right is right", async () => {
        const { checked } = await answer(transpose(
          "const rows = A.toArray();",
          "return Matrix.from(rows[0].map((_, j) => rows.map((row) => row[j])));",
        ));
        assertStringIncludes(checked, "transpose: right");
        assertStringIncludes(await run("done-page"), "1 of 4 pieces done");
      });
      await notebook.screenshot("exercises-02");
      assertEquals(notebook.pageErrors, []);
    } finally {
      await lab.stop();
    }
  },
});

/** The bodies of the functions of exercises 5 in their cells. */
const update = (sign: "add" | "subtract") =>
  [
    "function update({ W1, b1, W2, b2 }, { dW1, db1, dW2, db2 }, learningRate) {",
    `  const step = (P, dP) => ${sign}(P, scale(dP, learningRate));`,
    "  return { W1: step(W1, dW1), b1: step(b1, db1), W2: step(W2, dW2), b2: step(b2, db2) };",
    "}",
  ].join("\n");
const trainLoop = (
  head: string,
  last = "parameters = update(parameters, g, options.learningRate);",
) =>
  [
    "function trainLoop(parameters, X, Y, options) {",
    "  const losses = [];",
    `  ${head} {`,
    "    const a = forward(parameters, X);",
    "    losses.push(crossEntropy(a.A2, Y));",
    "    const g = backward(parameters, a, X, Y);",
    `    ${last}`,
    "  }",
    "  return { parameters, losses };",
    "}",
  ].join("\n");

Deno.test({
  name:
    "exercises 05 in JupyterLab: what is missing, what is wrong, what is old, and what is right",
  ignore: !chromium,
  async fn(test) {
    const { cells }: Notebook = JSON.parse(await Deno.readTextFile(join(exercises, training)));
    const at = (id: string) => cells.findIndex((cell) => cell.id === id);
    const lab = await Lab.start([join(exercises, training)], { chromium: chromium! });
    try {
      const notebook = await lab.open(training);
      const run = (id: string) => notebook.run(at(id));
      const answer = async (piece: string, text: string) => {
        await notebook.write(at(`${piece}-answer`), text);
        return {
          said: await run(`${piece}-answer`),
          checked: await run(`${piece}-check`),
        };
      };
      assertEquals(await run("setup"), "");
      const each = "for (let k = 0; k < options.iterations; k++)";

      await test.step("a stub that another piece needs is named", async () => {
        await run("update-answer");
        const { checked } = await answer("trainLoop", trainLoop(each));
        assertStringIncludes(checked, "trainLoop uses update, and update is not written yet.");
        assertStringIncludes(await run("done-page"), "0 of 3 pieces done");
      });
      await test.step("a mistake has a name, and is drawn beside the reference", async () => {
        await notebook.write(at("update-answer"), `${update("add")}`.replace("add(", "plus("));
        await run("update-answer");
        assertStringIncludes(
          await run("update-check"),
          "It uses plus, which the check can't find.",
        );
        // What the notebook has not imported is found in Glassnet all the same.
        const { checked } = await answer("update", update("add"));
        assertStringIncludes(checked, "a known mistake");
        assertStringIncludes(checked, "the step goes uphill");
        assertStringIncludes(checked, "yours - the reference");
        const bar = notebook.cell(at("update-check")).locator("img[alt*='white at 0']").first();
        const { height } = (await bar.boundingBox())!;
        assert(height >= 9, `the legend is ${height} pixels high`);
      });
      await test.step("after a syntax error the check says that its function is the old one", async () => {
        const { said, checked } = await answer("update", update("subtract") + "}");
        assert(said !== "", "the cell should show its error");
        assertStringIncludes(checked, "the step goes uphill");
        assertStringIncludes(checked, "This is the same function as at the last check.");
      });
      await test.step("right is right", async () => {
        const { checked } = await answer("update", update("subtract"));
        assertStringIncludes(checked, "update: right");
        assert(!checked.includes("the same function"), checked);
      });
      await test.step("the loop, wrong and right", async () => {
        const once = await answer("trainLoop", trainLoop(each.replace("<", "<=")));
        assertStringIncludes(once.checked, "There is one update too many.");
        const lost = await answer("trainLoop", trainLoop(each, "update(parameters, g, 1);"));
        assertStringIncludes(lost.checked, "The updated parameters were lost");
        const { checked } = await answer("trainLoop", trainLoop(each));
        assertStringIncludes(checked, "trainLoop: right");
        assertStringIncludes(await run("done-page"), "2 of 3 pieces done");
      });
      await notebook.screenshot("exercises-05");
      assertEquals(notebook.pageErrors, []);
    } finally {
      await lab.stop();
    }
  },
});
