/** Each lesson as slides, and as a page: complete in one file, nothing too high, nothing that only prepares. */
import { assert, assertEquals } from "@std/assert";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Browser, Page } from "playwright-core";
import { pinnedJupyter } from "../../tools/jupyter/jupyter.ts";
import { lessonNotebooks } from "../../tools/notebooks/notebooks.ts";
import { ask } from "../../tools/shared/processes.ts";
import { makeSlides } from "../../tools/slides.ts";
import { browserTest } from "./explorer_page.ts";

// What runs in the page:
interface Element {
  innerText: string;
  tabIndex: number;
  style: { zoom: string };
  scrollWidth: number;
  clientWidth: number;
  querySelectorAll(selector: string): Iterable<Element>;
}
declare const Reveal: {
  getSlides(): Element[];
  getIndices(slide: Element): { h: number; v: number };
  slide(h: number, v: number): void;
};
declare const axe: {
  run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }>;
};
interface DOMRectOf {
  getBoundingClientRect(): { left: number; right: number; top: number };
}
declare const document: { querySelectorAll(selector: string): { length: number } };

async function inOneFolder(test: (folder: string) => Promise<void>): Promise<void> {
  const folder = await Deno.makeTempDir({ prefix: "glassnet-" });
  try {
    await test(folder);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

/** Opens a file and tells what it asks the network for, and what goes wrong. */
async function opened(
  browser: Browser,
  path: string,
  colorScheme: "light" | "dark" = "light",
): Promise<{ page: Page; wrong: string[] }> {
  const page = await browser.newPage({ viewport: { width: 1366, height: 768 }, colorScheme });
  const wrong: string[] = [];
  page.on("request", (request) => {
    if (!/^(file|data|blob):/.test(request.url())) wrong.push(request.url());
  });
  page.on("pageerror", ({ message }) => wrong.push(message));
  await page.goto(`file://${path}`);
  return { page, wrong };
}

async function violations(page: Page): Promise<[string, string][]> {
  const found = (await page.evaluate(() => axe.run())).violations;
  return found.map(({ id, nodes }) => [id, nodes[0].html.slice(0, 200)]);
}

browserTest(
  "slides: each lesson is a talk that fits the screen, asks no other host, and shows no helpers",
  async (browser) => {
    await inOneFolder(async (folder) => {
      const lessons = await lessonNotebooks();
      await makeSlides(lessons, folder);
      for (const lesson of lessons) {
        const name = basename(lesson, ".ipynb");
        const { page, wrong } = await opened(browser, join(folder, `${name}.slides.html`));
        await page.waitForFunction("Reveal.isReady()");
        await page.addScriptTag({ path: fileURLToPath(import.meta.resolve("axe-core")) });
        assertEquals(
          await page.locator('.slides a[href^="0"], .slides a[href^="exercises"]').count(),
          0,
        );
        const slides = await page.evaluate(() =>
          Reveal.getSlides().map((slide) => {
            const { h, v } = Reveal.getIndices(slide);
            Reveal.slide(h, v);
            const { innerText, tabIndex, scrollWidth, clientWidth, style: { zoom } } = slide;
            const code = [...slide.querySelectorAll(".jp-CodeCell .highlight")]
              .map((part) => part.innerText).join("\n");
            return {
              text: innerText,
              code,
              tall: tabIndex === 0 && [...slide.querySelectorAll(".jp-Cell")].length > 1,
              zoom,
              wide: scrollWidth > clientWidth + 1,
            };
          })
        );
        assert(slides.length >= 18 && slides.length <= 60, `${name} has ${slides.length} slides`);
        for (const { text, code, tall, zoom, wide } of slides) {
          const where = `${name}, the slide "${text.slice(0, 80)}"`;
          assert(!tall && Number(zoom) > 0, `${where} is too high`);
          assert(Number(zoom) >= 0.7, `${where} is too small`);
          assert(!wide, `${where} is too wide`);
          assert(
            !/from "glassnet"|prediction\("|await show\(/.test(code),
            `${where} shows what only draws`,
          );
          assert(!/\$[^$]*\\[a-z]/.test(text), `${where} has a formula in TeX`);
        }
        assertEquals(await violations(page), [], name);
        assertEquals(wrong, [], name);
        await page.close();
      }
    });
  },
);

browserTest(
  "slides: a question answers after a prediction, figures stand beside the text, the exit question comes last",
  async (browser) => {
    await inOneFolder(async (folder) => {
      const lesson = (await lessonNotebooks()).find((path) => basename(path).startsWith("04"))!;
      await makeSlides([lesson], folder);
      const name = basename(lesson, ".ipynb");
      const { page } = await opened(browser, join(folder, `${name}.slides.html`));
      await page.waitForFunction("Reveal.isReady()");
      const goTo = (part: string) =>
        page.evaluate((part) => {
          const slide = Reveal.getSlides().findIndex(({ innerText }) => innerText.includes(part));
          const { h, v } = Reveal.getIndices(Reveal.getSlides()[slide]);
          Reveal.slide(h, v);
          return slide;
        }, part);

      await goTo("The way back starts at");
      const [text, figure] = await page.locator("section.present section.present .columns > div")
        .evaluateAll((columns) =>
          columns.map((column) => (column as unknown as DOMRectOf).getBoundingClientRect())
        );
      assert(text.right < figure.left && text.top === figure.top);

      await goTo("Which row of the column of image 1");
      const slide = page.locator("section.present section.present");
      await slide.locator(".glassnet-prediction input").fill("3");
      await slide.getByRole("button", { name: "Commit" }).click();
      const answer = slide.getByText("Row 0, the label of image 1");
      await answer.waitFor();
      const box = (await answer.boundingBox())!;
      assert(box.y + box.height < 768, "the answer is below the screen");

      const [first, last] = [
        await goTo("Exit question: the toy"),
        await goTo("the real network\n"),
      ];
      assertEquals(last, first + 1);
      const fragment = page.locator("section.present section.present .fragment");
      assertEquals(await fragment.isVisible(), false, "the answer is seen before the question");
      await page.keyboard.press("Space");
      await fragment.getByText("the shape of").waitFor();
      await page.close();
    });
  },
);

browserTest(
  "what nbconvert exports of each lesson asks no other host, and axe finds nothing, light or dark",
  async (browser) => {
    await inOneFolder(async (folder) => {
      const lessons = await lessonNotebooks();
      // Those with each kind of color: a comment, the explorer, an operator that is a word.
      const dark = lessons.filter((path) => /^0[478]/.test(basename(path)));
      const { python, env } = await pinnedJupyter();
      for (const [theme, paths] of [["light", lessons], ["dark", dark]] as const) {
        const chosen = [`--HTMLExporter.theme=${theme}`, "--output-dir", folder];
        const args = ["-m", "nbconvert", "--to", "html", ...chosen, ...paths];
        const { ok, text } = await ask(python, args, { env });
        assert(ok, text);
        for (const lesson of paths) {
          const name = `${basename(lesson, ".ipynb")}, ${theme}`;
          const { page, wrong } = await opened(
            browser,
            join(folder, `${basename(lesson, ".ipynb")}.html`),
            theme,
          );
          await page.addScriptTag({ path: fileURLToPath(import.meta.resolve("axe-core")) });
          assert(await page.evaluate(() => document.querySelectorAll("math").length) > 0, name);
          assertEquals(await violations(page), [], name);
          assertEquals(wrong, [], name);
          await page.close();
        }
      }
    });
  },
);
