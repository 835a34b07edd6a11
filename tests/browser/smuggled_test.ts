/**
 * In a real browser, no script runs that was smuggled in through a label, a title, a caption, a
 * message, a file's name or an exercise's answer.
 */
import { assertEquals, assertNotEquals } from "@std/assert";
import { fileURLToPath } from "node:url";
import type { Page } from "playwright-core";
import { findChromium, launchChromium } from "../../tools/shared/chromium.ts";
import { makers, pages, payloads, shownOf } from "../notebook/smuggled.ts";
import { openPage } from "./explorer_page.ts";

const chromium = await findChromium();
if (!chromium) console.log("No Chromium here: what needs a browser is skipped.");
if (!chromium && Deno.env.get("CI")) throw new Error("In CI the browser tests need Chromium.");

// What follows in quotes runs in the page.
const smuggled = "window.__smuggled";

async function setBy(page: Page): Promise<unknown> {
  // Everything that can be pointed at or have the focus gets it once.
  await page.evaluate(`for (const element of document.querySelectorAll("*")) {
    element.focus?.();
    element.dispatchEvent(new MouseEvent("mouseover", { bubbles: true }));
    if (element.matches("a")) element.dispatchEvent(new MouseEvent("click", { cancelable: true }));
  }`);
  await page.waitForTimeout(300);
  return await page.evaluate(smuggled);
}

Deno.test({
  name: "no smuggled script runs in the HTML that the library makes",
  ignore: !chromium,
  async fn(test) {
    const browser = await launchChromium(chromium!);
    try {
      await test.step("the payloads do run where nothing is escaped", async () => {
        for (const text of payloads.slice(0, 2)) {
          const { page, close } = await openPage(browser, `<div title="">${text}</div>`);
          assertNotEquals(await setBy(page), undefined, text);
          await close();
        }
      });
      const makes = { ...makers, ...pages };
      const all = Object.entries(makes).flatMap(([name, make]) =>
        payloads.map((text) => ({ name, ...shownOf(() => make(text)) }))
      );
      for (const name of Object.keys(makes)) {
        const html = all.filter((shown) => shown.name === name && shown.html)
          .map(({ html }) => html).join("\n");
        if (!html) continue;
        const { page, close } = await openPage(browser, html);
        assertEquals(await setBy(page), undefined, name);
        await close();
      }
      await test.step("nor in Plotly's figures, pointed at or not", async () => {
        const { page, close } = await openPage(browser, "<div id=figure></div>");
        await page.addScriptTag({ path: fileURLToPath(import.meta.resolve("plotly.js-dist-min")) });
        for (const { name, figure } of all) {
          if (!figure) continue;
          const { data, layout } = figure;
          await page.evaluate(
            `(async () => {
              await Plotly.newPlot("figure", ...${JSON.stringify([data, layout])});
              try { Plotly.Fx.hover("figure", [{ curveNumber: 0, pointNumber: 0 }]); } catch {}
            })()`,
          );
          assertEquals(
            await page.evaluate(`[...document.querySelectorAll("a")]
            .map((a) => a.href?.baseVal ?? a.getAttribute("xlink:href") ?? "")
            .filter((href) => /javascript/i.test(href))`),
            [],
            name,
          );
          assertEquals(await page.evaluate(smuggled), undefined, name);
        }
        assertEquals(await setBy(page), undefined);
        await close();
      });
    } finally {
      await browser.close();
    }
  },
});
