/** Every figure of a lesson has its words for a screen reader: in JupyterLab, and in what nbconvert exports. */
import { assert, assertEquals } from "@std/assert";
import { join } from "node:path";
import { pinnedJupyter } from "../../tools/jupyter/jupyter.ts";
import { ask } from "../../tools/shared/processes.ts";
import { notebooks } from "../../tools/shared/project.ts";
import { chromium } from "./explorer_page.ts";
import { Lab } from "./lab.ts";

const lesson = join(notebooks, "02-the-network.ipynb");
const figure = "application/vnd.plotly.v1+json";

interface Output {
  data?: Record<string, { layout: { meta: { alt: string } } } | string>;
  metadata?: Record<string, unknown>;
}
interface Cell {
  outputs?: Output[];
}

/** The lesson with the words of its figures; `bare` without their pictures, as it is once executed. */
async function withWords(bare: boolean): Promise<{ text: string; words: string[] }> {
  const notebook = JSON.parse(await Deno.readTextFile(lesson));
  const words: string[] = [];
  for (const { outputs = [] } of notebook.cells as Cell[]) {
    for (const { data } of outputs) {
      const drawn = data?.[figure];
      if (!drawn || typeof drawn === "string") continue;
      words.push(drawn.layout.meta.alt);
      if (bare) delete data!["image/png"];
    }
  }
  return { text: JSON.stringify(notebook), words };
}

for (const bare of [false, true]) {
  Deno.test(`nbconvert keeps every figure and its words, ${bare ? "executed" : "as committed"}`, async () => {
    const { text, words } = await withWords(bare);
    const folder = await Deno.makeTempDir({ prefix: "glassnet-" });
    try {
      const path = join(folder, "lesson.ipynb");
      await Deno.writeTextFile(path, text);
      const { python, env } = await pinnedJupyter();
      const args = ["-m", "nbconvert", "--to", "html", "--output-dir", folder, path];
      const { ok, text: said } = await ask(python, args, { env });
      assert(ok, said);
      const page = await Deno.readTextFile(join(folder, "lesson.html"));
      const names = [
        ...page.matchAll(bare ? /<div aria-label="([^"]*)" role="img"/g : /<img alt="([^"]*)"/g),
      ]
        .map(([, name]) =>
          name.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&")
        );
      assertEquals(names.filter((name) => words.includes(name)), words);
      assertEquals(page.split("Plotly.newPlot(document").length - 1, bare ? words.length : 0);
      assert(!page.includes("No description has been provided"));
    } finally {
      await Deno.remove(folder, { recursive: true });
    }
  });
}

Deno.test({
  name: "JupyterLab names the pictures of a notebook that was opened",
  ignore: !chromium,
  async fn() {
    const { words } = await withWords(false);
    const lab = await Lab.start([lesson], { chromium: chromium!, theme: "JupyterLab Dark" });
    try {
      const notebook = await lab.open("02-the-network.ipynb");
      const image = notebook.find("img.plot-img").first();
      await image.waitFor();
      await notebook.page.waitForTimeout(500);
      assert(
        words.includes(await image.getAttribute("alt") ?? ""),
        "the first figure has its words",
      );
    } finally {
      await lab.stop();
    }
  },
});
