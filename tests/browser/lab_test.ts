import { assert, assertEquals, assertGreaterOrEqual } from "@std/assert";
import { join } from "node:path";
import { lessonNotebooks } from "../../tools/notebooks/notebooks.ts";
import { notebooks } from "../../tools/shared/project.ts";
import { findChromium, Lab, type OpenNotebook } from "./lab.ts";

const chromium = await findChromium();
const training = join(notebooks, "05-training.ipynb");

if (!chromium && Deno.env.get("CI") === "true") {
  throw new Error("The browser tests need Chromium: install it, or name it with CHROMIUM_PATH.");
}
if (!chromium) {
  console.log("Skipping the browser tests: no Chromium or Chrome found (CHROMIUM_PATH names one).");
}

Deno.test({
  name:
    "notebook 05 in JupyterLab: Run All moves the bar, draws the figures, and shows nothing red",
  ignore: !chromium,
  async fn() {
    const lab = await Lab.start([training], { chromium: chromium! });
    try {
      const notebook = await lab.open("05-training.ipynb");
      await opensUnrun(notebook);
      const bars = new Set<string>();
      await notebook.runAll();
      await notebook.whileRunning(async () => {
        for (const bar of await notebook.find('[role="progressbar"]').all()) {
          bars.add(
            await bar.getAttribute("aria-valuetext", { timeout: 1000 }).catch(() => "") ?? "",
          );
        }
      });
      const { errors, figures, empty } = await notebook.shown();
      await notebook.screenshot("05-training");

      assertEquals(errors, [], "errors in the notebook");
      assertEquals(notebook.pageErrors, [], "errors in the page");
      assertEquals(empty, [], "outputs that show nothing");
      // Its first and its last state are there without any movement.
      assertGreaterOrEqual(bars.size, 4, `The bar hardly moves: ${[...bars].join(" | ")}`);
      assertGreaterOrEqual(figures.length, 1, "There are no figures");
      for (const { width, height } of figures) assert(width > 200 && height > 100, "A tiny figure");
    } finally {
      await lab.stop();
    }
  },
});

Deno.test({
  name:
    "all but 05 open in JupyterLab, untrusted and not run, and 01 to 07 run: all figures drawn, no error but those on purpose",
  ignore: !chromium,
  async fn(test) {
    const paths = (await lessonNotebooks()).filter((path) => path !== training);
    const lab = await Lab.start(paths, { chromium: chromium! });
    try {
      for (const path of paths) {
        const name = path.split(/[\\/]/).at(-1)!;
        await test.step(name, async () => {
          const committed = await committedOutputs(path);
          const notebook = await lab.open(name);
          await opensUnrun(notebook);
          // 08 trains for a minute and a half on two free cores, and longer on others: tests/notebooks
          // runs all of it and compares every output.
          if (!name.startsWith("08-")) {
            await notebook.runAll();
            await notebook.whileRunning(async () => {});
            const { errors, figures, empty } = await notebook.shown();
            await notebook.screenshot(name);
            assertEquals(errors.length, committed.errors, `errors: ${errors.join("\n")}`);
            assertEquals(figures.length, committed.figures, "figures");
            assertEquals(empty, [], "outputs that show nothing");
            assertEquals(notebook.pageErrors, [], "errors in the page");
          }
          if (name.startsWith("01-")) await keepsWhatItPrints(notebook);
          await notebook.page.close();
          await lab.endKernels();
        });
      }
    } finally {
      await lab.stop();
    }
  },
});

/** What its first cell prints is all there, in order, and under that cell only. */
async function keepsWhatItPrints(notebook: OpenNotebook): Promise<void> {
  const cell = await notebook.find(".jp-Cell").evaluateAll((cells: Element[]) =>
    cells.findIndex(({ classList }) => classList.contains("jp-CodeCell"))
  );
  const others = async () => (await notebook.find(".jp-CodeCell").allInnerTexts()).slice(1);
  const before = await others();
  for (const lines of [5000, 20_000]) {
    const source = `for (let i = 0; i < ${lines}; i++) console.log("line", i); "the end"`;
    await notebook.write(cell, source);
    // The last line has an end, and so has the output.
    const printed = (await notebook.run(cell)).replaceAll("\u00a0", " ").replace("\n\n", "\n");
    const expected = Array.from({ length: lines }, (_, i) => `line ${i}`);
    assert(printed === [...expected, '"the end"'].join("\n"), `not the ${lines} lines in order`);
  }
  assertEquals(await others(), before, "the cells below show what they showed");
}

/** As it is committed, without trust and before anything runs, it makes no error in the page. */
async function opensUnrun(notebook: OpenNotebook): Promise<void> {
  await notebook.shown();
  assertEquals(notebook.pageErrors, []);
}

interface Element {
  classList: { contains(name: string): boolean };
}

/** How many figures, and how many errors on purpose, the committed notebook has. */
async function committedOutputs(path: string): Promise<{ figures: number; errors: number }> {
  const { cells } = JSON.parse(await Deno.readTextFile(path));
  const outputs: { output_type: string; data?: Record<string, unknown> }[] = cells
    .flatMap((cell: { outputs?: unknown[] }) => cell.outputs ?? []);
  return {
    figures: outputs.filter(({ data }) => data?.["application/vnd.plotly.v1+json"]).length,
    errors: outputs.filter(({ output_type }) => output_type === "error").length,
  };
}
