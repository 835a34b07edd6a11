/** Every figure of a lesson has its words for a screen reader: in JupyterLab, and in what nbconvert exports. */
import { assert, assertEquals } from "@std/assert";
import { basename, join } from "node:path";
import { pinnedJupyter } from "../../tools/jupyter/jupyter.ts";
import { ask } from "../../tools/shared/processes.ts";
import { notebooks } from "../../tools/shared/project.ts";
import { chromium } from "./explorer_page.ts";
import { Lab, type OpenNotebook } from "./lab.ts";

const lesson = join(notebooks, "02-the-network.ipynb");
const forward = join(notebooks, "03-forward.ipynb");
const figure = "application/vnd.plotly.v1+json";

interface Output {
  data?: Record<string, { layout: { meta: { alt: string } } } | string>;
  metadata?: Record<string, unknown>;
}
interface Cell {
  outputs?: Output[];
}

/** The words of the figures in a notebook's file. */
async function wordsIn(path: string): Promise<string[]> {
  const { cells } = JSON.parse(await Deno.readTextFile(path));
  return (cells as Cell[]).flatMap(({ outputs = [] }) => outputs)
    .map(({ data }) => data?.[figure])
    .flatMap((drawn) => drawn && typeof drawn !== "string" ? [drawn.layout.meta.alt] : []);
}

for (const executed of [false, true]) {
  Deno.test(`nbconvert keeps every figure and its words, ${executed ? "executed" : "as committed"}`, async () => {
    const lessons = executed ? [lesson, forward] : [lesson];
    const folder = await Deno.makeTempDir({ prefix: "glassnet-" });
    try {
      const { python, env } = await pinnedJupyter();
      const options = [...(executed ? ["--execute"] : []), "--to", "html", "--output-dir", folder];
      const { ok, text } = await ask(python, ["-m", "nbconvert", ...options, ...lessons], { env });
      assert(ok, text);
      for (const path of lessons) {
        const words = await wordsIn(path);
        const page = await Deno.readTextFile(join(folder, basename(path, ".ipynb") + ".html"));
        const figure = executed
          ? /<div aria-label="([^"]*)" class="glassnet-picture" role="img"/g
          : /<img alt="([^"]*)"/g;
        const names = [...page.matchAll(figure)]
          .map(([, name]) =>
            name.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&")
          );
        assertEquals(names.filter((name) => words.includes(name)), words);
        const drawn = page.split("Plotly.newPlot(document").length - 1;
        assertEquals(drawn, executed ? words.length : 0);
        assert(!page.includes("No description has been provided"));
      }
    } finally {
      await Deno.remove(folder, { recursive: true });
    }
  });
}

Deno.test({
  name: "JupyterLab, dark: figures have names when opened, after Run All, and when opened again; " +
    "opening and closing leaves nothing to save",
  ignore: !chromium,
  async fn() {
    const words = await wordsIn(lesson);
    const lab = await Lab.start([lesson], { chromium: chromium!, theme: "JupyterLab Dark" });
    const path = join(lab.folder, "02-the-network.ipynb");
    try {
      const committed = await Deno.readTextFile(path);
      const notebook = await lab.open("02-the-network.ipynb");
      await named(notebook, "img.plot-img", "alt", words);
      assertEquals(await notebook.page.locator(".jp-mod-dirty").count(), 0, "nothing to save");

      await notebook.runAll();
      await notebook.whileRunning(async () => {});
      await named(notebook, ".plot-container", "aria-label", words);
      assertEquals(await notebook.violations(), [], "what axe finds");
      assertEquals(await Deno.readTextFile(path), committed, "JupyterLab has not saved yet");
      await notebook.page.keyboard.press("ControlOrMeta+S");
      await notebook.page.waitForFunction(
        'document.querySelectorAll(".jp-mod-dirty").length === 0',
      );
      assertEquals(await wordsIn(path), words, "the file has the words");
      await notebook.page.close();
      await lab.endKernels();

      const saved = await Deno.readTextFile(path);
      const again = await lab.open("02-the-network.ipynb");
      // Plotly has put a picture of each figure into the file; until a cell runs, it is what is shown.
      await named(again, "img.plot-img", "alt", words);
      assertEquals(await again.page.locator(".jp-mod-dirty").count(), 0, "nothing to save");
      await again.page.close();
      assertEquals(await Deno.readTextFile(path), saved, "opening and closing changes nothing");
    } finally {
      await lab.stop();
    }
  },
});

/** Waits until the figures that match have these words, one after the other. */
async function named(
  notebook: OpenNotebook,
  selector: string,
  attribute: string,
  words: string[],
): Promise<void> {
  let found: (string | null)[] = [];
  for (let tries = 0; tries < 100; tries++) {
    const figures = await notebook.find(selector).all();
    found = await Promise.all(figures.map((one) => one.getAttribute(attribute)));
    if (found.length === words.length && found.every((name, k) => name === words[k])) return;
    await notebook.page.waitForTimeout(100);
  }
  assertEquals(found, words);
}
