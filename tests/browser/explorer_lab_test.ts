/**
 * The explorer and the digit pad where readers meet them: in JupyterLab, before and after the cell is
 * run, and in a notebook that was exported as HTML.
 */
import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { join } from "node:path";
import { pinnedJupyter } from "../../tools/jupyter/jupyter.ts";
import { ask } from "../../tools/shared/processes.ts";
import { notebooks } from "../../tools/shared/project.ts";
import { openPage } from "./explorer_page.ts";
import { launchChromium } from "../../tools/shared/chromium.ts";
import { findChromium, Lab, type OpenNotebook, type Theme } from "./lab.ts";

const chromium = await findChromium();
const name = "07-stepping-through.ipynb";

/** A notebook with both displays of an untrained network, which takes no time to run. */
async function quickNotebook(): Promise<string> {
  const cells = [
    `import { digitPad, explorer, initParameters, readDigits, selectColumns } from "glassnet";
const sample = await readDigits("../data/sample.csv");
const digits = { X: selectColumns(sample.X, [0, 1, 2]), labels: sample.labels.slice(0, 3), count: 3 };
const parameters = initParameters({ seed: 42 });
explorer({ parameters, digits })`,
    "digitPad(parameters)",
  ];
  const kernelspec = {
    display_name: "Glassnet (Deno 2.8.1)",
    language: "typescript",
    name: "glassnet",
  };
  const path = join(await Deno.makeTempDir({ prefix: "glassnet-" }), "quick.ipynb");
  await Deno.writeTextFile(
    path,
    JSON.stringify({
      cells: cells.map((source, k) => ({
        cell_type: "code",
        id: `cell-${k}`,
        metadata: {},
        execution_count: null,
        outputs: [],
        source,
      })),
      metadata: { kernelspec },
      nbformat: 4,
      nbformat_minor: 5,
    }),
  );
  return path;
}

async function inLab(
  theme: Theme,
  paths: string[],
  test: (open: (name: string) => Promise<OpenNotebook>) => Promise<void>,
): Promise<void> {
  const lab = await Lab.start(paths, { chromium: chromium!, theme });
  try {
    await test((name) => lab.open(name));
  } finally {
    await lab.stop();
  }
}

for (const theme of ["JupyterLab Light", "JupyterLab Dark"] as const) {
  Deno.test({
    name: `the explorer and the pad live in ${theme}, and the arrow keys are theirs`,
    ignore: !chromium,
    async fn() {
      await inLab(theme, [await quickNotebook()], async (open) => {
        const notebook = await open("quick.ipynb");
        await notebook.runAll();
        await notebook.whileRunning(async () => {});
        const root = notebook.find('[data-glassnet^="explorer"] .root');
        await root.waitFor();
        await root.locator("button.next").click();
        for (let k = 0; k < 3; k++) await notebook.page.keyboard.press("ArrowRight");
        assertStringIncludes(await root.locator(".count").textContent() ?? "", "5 of 14");
        await root.locator('.operation canvas[data-matrix="dZ2"]').focus();
        for (let k = 0; k < 3; k++) await notebook.page.keyboard.press("ArrowDown");
        assertEquals(await root.locator(".written").getAttribute("data-cell"), "dZ2,2,0");
        assertStringIncludes(await root.locator(".count").textContent() ?? "", "5 of 14");

        const pad = notebook.find(".pad");
        await pad.scrollIntoViewIfNeeded();
        const box = (await pad.boundingBox())!;
        await notebook.page.mouse.move(box.x + 110, box.y + 50);
        await notebook.page.mouse.down();
        await notebook.page.mouse.move(box.x + 110, box.y + 180);
        await notebook.page.mouse.up();
        const answer = await notebook.find(".answer").textContent() ?? "";
        assertStringIncludes(answer, "The network says");
        // By keyboard: neither do the keys reach the notebook.
        await notebook.page.getByRole("button", { name: "Clear", exact: true }).click();
        await pad.focus();
        await notebook.page.keyboard.press("Enter");
        for (let k = 0; k < 8; k++) await notebook.page.keyboard.press("ArrowDown");
        await notebook.page.keyboard.press("Enter");
        const drawn = await notebook.find(".answer").textContent() ?? "";
        assertStringIncludes(drawn, "The network says");

        const isDark = await root.evaluate((element) => element.classList.contains("dark"));
        assertEquals(isDark, theme === "JupyterLab Dark");
        const sticksOut = await root.evaluate((element) =>
          element.scrollWidth > element.clientWidth
        );
        assertEquals(sticksOut, false);
        assertEquals(notebook.pageErrors, []);
        await notebook.screenshot(`explorer-${theme.split(" ")[1]}`);
      });
    },
  });
}

Deno.test({
  name: "notebook 07, opened and not run, shows still pictures and the steps' heat maps",
  ignore: !chromium,
  async fn() {
    await inLab("JupyterLab Light", [join(notebooks, name)], async (open) => {
      const notebook = await open(name);
      assertEquals(await notebook.find(".root").count(), 0, "no script has run");
      const pictures = await notebook.find(".jp-RenderedHTMLCommon img[alt]").all();
      const large = [];
      for (const picture of pictures) {
        const box = await picture.boundingBox();
        if (box && box.width > 100 && box.height > 50) large.push(box);
      }
      assert(large.length >= 6, `${large.length} of ${pictures.length} pictures can be seen`);
      const text = (await notebook.find(".jp-OutputArea").allTextContents()).join(" ");
      assertStringIncludes(text, "Run the cell to walk through it.");
      assertStringIncludes(text, "dW1[3, 405] = 1/6 (");
      assertEquals(notebook.pageErrors, []);
      await notebook.screenshot("07-not-run");
    });
  },
});

Deno.test({
  name: "notebook 07, exported as HTML, brings the explorer and the pad to life without a kernel",
  ignore: !chromium,
  async fn() {
    const { python } = await pinnedJupyter();
    const folder = await Deno.makeTempDir({ prefix: "glassnet-" });
    const browser = await launchChromium(chromium!);
    try {
      const args = ["-m", "nbconvert", "--to", "html", "--output-dir", folder];
      const { ok, text } = await ask(python, [...args, join(notebooks, name)]);
      assert(ok, text);
      const html = await Deno.readTextFile(join(folder, name.replace("ipynb", "html")));
      // Its template asks for MathJax and the like, which the displays don't need.
      const alone = html.replace(/<script[^>]*\ssrc="[^"]*"[^>]*>/g, "<script>");
      const { page, close } = await openPage(browser, alone);
      await page.locator('[data-glassnet^="explorer"] button.next').click();
      assertStringIncludes(await page.locator(".count").textContent() ?? "", "2 of 14");
      await page.locator(".pad").click();
      assertStringIncludes(await page.locator(".answer").textContent() ?? "", "Only a dot so far");
      await close();
    } finally {
      await browser.close();
      await Deno.remove(folder, { recursive: true });
    }
  },
});
