/**
 * The whole site as a reader has it: built, served on loopback, in Chromium.
 */
import { assert, assertEquals, assertMatch } from "@std/assert";
import axe from "axe-core";
import type { Page } from "playwright-core";
import { findChromium, launchChromium } from "../../tools/shared/chromium.ts";
import { builtSite } from "./built_site.ts";
import { Reader, runCell, settled, type } from "./site/reader.ts";
import { yours } from "./site/yours.ts";
import { addLab, jupyter } from "./site/jupyter.ts";
import { newBuild } from "./site/new_build.ts";
import { added } from "./site/added.ts";
import { firstPress } from "./site/first_press.ts";
import { own } from "./site/own.ts";
import { playground } from "./site/playground.ts";
import { weather } from "./site/weather.ts";
import { serveFolder } from "./static_server.ts";

const chromium = await findChromium();
if (!chromium) console.log("No Chromium here: what needs a browser is skipped.");
if (!chromium && Deno.env.get("CI")) throw new Error("In CI the browser tests need Chromium.");

const lessons = "01-the-data 02-the-network 03-forward 04-backward 05-training 06-looking-inside " +
  "07-stepping-through 08-going-further";
const exercises = "02-the-network 03-forward 04-backward 05-training 06-looking-inside";
const paths = [
  "index.html",
  ...lessons.split(" ").map((name) => `lessons/${name}.html`),
  ...exercises.split(" ").map((name) => `exercises/${name}.html`),
  "own/01-tanh.html",
];

/** What axe finds on a page. */
async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate<
    { violations: { id: string; nodes: { html: string }[] }[] }
  >(`axe.run(document, { resultTypes: ["violations"] })`);
  return violations.map(({ id, nodes }) => `${id}: ${nodes[0].html.slice(0, 200)}`);
}

Deno.test({
  name: "the site in Chromium",
  ignore: !chromium,
  sanitizeOps: false,
  sanitizeResources: false,
  async fn(test) {
    const out = await builtSite();
    await using server = serveFolder(out);
    const browser = await launchChromium(chromium!);
    try {
      for (const dark of [false, true]) {
        const width = dark ? 390 : 1280;
        await test.step(`axe finds nothing on any page, ${dark ? "dark, on a phone" : "light"}`, async () => {
          await using reader = await Reader.open(browser, server.url, { dark, width });
          const found: string[] = [];
          for (const path of paths) {
            const page = await reader.visit(path);
            found.push(...(await violations(page)).map((what) => `${path}: ${what}`));
            await page.close();
          }
          assertEquals(found, []);
          assertEquals(reader.problems, []);
        });
      }

      await test.step("no page scrolls sideways, on a phone, a tablet or a projector", async () => {
        for (const width of [390, 820, 1920]) {
          await using reader = await Reader.open(browser, server.url, { width });
          for (const path of paths) {
            const page = await reader.visit(path);
            const wide = await page.evaluate<number>("document.documentElement.scrollWidth");
            assert(wide <= width, `${path} is ${wide} px wide at ${width} px`);
            await page.close();
          }
        }
      });

      await test.step("Run all on a lesson gives every figure, and the course shows progress", async () => {
        await using reader = await Reader.open(browser, server.url);
        const page = await reader.visit("lessons/02-the-network.html");
        await page.click('[data-do="run-all"]');
        await page.waitForSelector("[data-done]", { state: "attached", timeout: 120_000 });
        assert(await page.locator(".out .js-plotly-plot").count() >= 5);
        assertEquals(await violations(page), []);
        assertEquals(
          await page.innerText(".status"),
          `${await page.locator(".cell").count()} cells ran`,
        );
        const onPurpose = await page.locator('[data-tags~="raises-exception"]').count();
        assert(onPurpose > 0);
        assertEquals(await page.locator(".out .error").count(), onPurpose);
        const third = await page.locator(".cell").nth(2).getAttribute("id");
        await type(page, `#${third}`, "throw new Error();");
        await page.click('[data-do="run-all"]');
        await page.waitForFunction(
          `document.querySelector(".status").innerText === "Stopped at cell 3: error"`,
        );
        const front = await reader.visit("index.html");
        await front.waitForSelector('[data-progress="lessons/02-the-network"][data-done]');
        assertEquals(reader.problems, []);
      });

      await test.step("what was typed survives a reload, reaches another tab, and Reset takes it back", async () => {
        await using reader = await Reader.open(browser, server.url);
        const page = await reader.visit("lessons/03-forward.html");
        await type(page, "#given", "const mine = 6 * 7;\nmine");
        assertEquals(await runCell(page, "#given"), "42");
        const other = await reader.visit("lessons/03-forward.html");
        assertEquals(await other.innerText("#given .code"), "const mine = 6 * 7;\nmine");
        await type(other, "#given", "const mine = 43;");
        await page.waitForFunction(
          `document.querySelector("#given .cm-content").textContent === "const mine = 43;"`,
        );
        await page.reload();
        assertEquals(await page.innerText("#given .code"), "const mine = 43;");
        page.on("dialog", (dialog) => dialog.accept());
        await page.click(".tools summary");
        await page.click('[data-do="reset"]');
        assertMatch(await page.innerText("#given .code"), /^const \{ X, labels/);
        assertMatch(await page.innerText(".status"), /original text is back in one cell/);
        assertEquals(reader.problems, []);
      });

      await test.step("the download is the notebook with what was typed", async () => {
        await using reader = await Reader.open(browser, server.url);
        const page = await reader.visit("exercises/04-backward.html");
        await type(page, '[data-role="answer"][data-piece="dZ2"]', "const dZ2 = subtract;");
        await page.click(".tools summary");
        const [download] = await Promise.all([
          page.waitForEvent("download"),
          page.click('[data-do="download"]'),
        ]);
        assertEquals(download.suggestedFilename(), "04-backward.ipynb");
        const notebook = JSON.parse(await Deno.readTextFile((await download.path())!));
        const sources = notebook.cells.map(({ source }: { source: string | string[] }) =>
          [source].flat().join("")
        );
        assert(sources.includes("const dZ2 = subtract;"));
        assertEquals(notebook.nbformat, 4);
      });

      await test.step("by keyboard alone: into a cell, out of it, run", async () => {
        await using reader = await Reader.open(browser, server.url);
        const page = await reader.visit("lessons/03-forward.html");
        const sizes = `(() => {
          const box = document.querySelector("#given .in").getBoundingClientRect();
          const text = document.querySelector("#given :is(code, .cm-line)");
          return [box.width, box.height, getComputedStyle(text).fontSize];
        })()`;
        const before = await page.evaluate(sizes);
        await page.focus("#given .code");
        await page.keyboard.press("Enter");
        await page.waitForSelector("#given .cm-content");
        assertEquals(await page.evaluate(sizes), before, "a cell keeps its size");
        await page.keyboard.press("Control+a");
        await page.keyboard.insertText("1 + 1");
        await page.keyboard.press("Control+Enter");
        await page.waitForFunction(`document.querySelector("#given .out").innerText === "2"`);
        await page.keyboard.press("Escape");
        assertEquals(await page.evaluate("document.activeElement.className"), "run");
      });

      await test.step("an exercise names the mistake; an endless loop is stopped", async () => {
        await using reader = await Reader.open(browser, server.url, { width: 390 });
        const page = await reader.visit("exercises/04-backward.html");
        await type(
          page,
          '[data-role="answer"][data-piece="dW2"]',
          "const dW2 = (dZ2, A1) => matmul(dZ2, transpose(A1));",
        );
        const check = '[data-role="check"][data-piece="dW2"]';
        assertMatch(await runCell(page, check), /check is not defined/);
        await page.click(`${check} .offer button`);
        await page.waitForFunction(
          `/the 1\\/m is missing/.test(document.querySelector('${check} .out').innerText)`,
          undefined,
          { timeout: 60_000 },
        );
        await settled(page);
        const [first] = await page.evaluate<string[]>(
          `[...document.querySelectorAll(".cell")].map(({ id }) => id)`,
        );
        await type(page, `#${first}`, "for (;;);");
        await page.click(`#${first} .run`);
        await page.waitForTimeout(500);
        await page.click('[data-do="stop"]');
        await page.waitForSelector(`#${first} .out .error`, { timeout: 5000 });
        assertMatch(await page.innerText(`#${first} .out`), /did not stop by itself/);
        assertEquals(reader.problems, []);
      });

      await test.step("a cell reaches no other host, nor the page", async () => {
        await using reader = await Reader.open(browser, server.url);
        const page = await reader.visit("lessons/03-forward.html");
        await type(
          page,
          "#given",
          `const tried = [];
for (const way of [() => fetch("https://example.org/"), () => import("https://example.org/a.js"),
  () => new Promise((ok, no) => { const s = new WebSocket("wss://example.org/"); s.onerror = () => no(Error()); s.onopen = ok; })]) {
  try { await way(); tried.push("reached"); } catch { tried.push("refused"); }
}
[...tried, typeof document]`,
        );
        assertEquals(
          await runCell(page, "#given"),
          '[ "refused", "refused", "refused", "undefined" ]',
        );
        assertEquals(reader.problems.filter((text) => text.startsWith("asked")), []);
      });

      await test.step("HTML with a script of its own runs apart from the page, or not at all", async () => {
        await using reader = await Reader.open(browser, server.url);
        const page = await reader.visit("lessons/03-forward.html");
        await type(
          page,
          "#given",
          `({ [Symbol.for("Jupyter.display")]: () => ({ "text/html":
  "<p onclick='top.hit=1'>a</p><img src=x onerror='window.hit=1'><script>window.hit=1;try{parent.hit=1}catch{}<\\/script>" }) })`,
        );
        await page.click("#given .run");
        await settled(page);
        await page.waitForTimeout(500);
        assertEquals(await page.evaluate("globalThis.hit"), undefined);
      });

      await test.step("without storage and without workers there is a sentence", async () => {
        await using reader = await Reader.open(browser, server.url);
        await reader.context.addInitScript(`
          Object.defineProperty(globalThis, "localStorage", { get() { throw new Error("no"); } });
          delete globalThis.Worker;`);
        const page = await reader.visit("lessons/03-forward.html");
        await type(page, "#given", "1");
        assertMatch(await page.innerText(".status"), /does not keep what you type/);
        assert((await runCell(page, "#given")).length > 10);
        assertEquals(await page.innerText("#given .cm-content"), "1");
      });

      await test.step("after one visit everything works without a network, with more threads", async () => {
        await using reader = await Reader.open(browser, server.url, { offlineWorker: true });
        const page = await reader.visit("lessons/03-forward.html");
        await page.waitForFunction(
          `navigator.serviceWorker.ready.then(({ active }) => active.state === "activated")`,
          undefined,
          { timeout: 60_000 },
        );
        await reader.context.setOffline(true);
        await page.goto(`${server.url}/lessons/04-backward.html`);
        assertEquals(await page.evaluate("crossOriginIsolated"), true);
        assertMatch(await page.innerText("h1"), /Backward/);
        const first = await page.getAttribute(".cell", "id");
        await runCell(page, `#${first}`);
        assertEquals(await page.locator(`#${first} .error`).count(), 0);
        await page.goto(`${server.url}/`);
        assertMatch(await page.innerText("h1"), /Glassnet/);
      });
      const served = { browser, url: server.url, folder: out };
      for (const part of [firstPress, added, own, yours, playground, weather, newBuild]) {
        await part(test, served);
      }
      if (await addLab(out)) await jupyter(test, served);
    } finally {
      await browser.close();
    }
  },
});
