/** Cells that the reader adds: typed, run, kept, downloaded and removed. */
import { assert, assertEquals, assertMatch } from "@std/assert";
import type { Page } from "playwright-core";
import { Reader, runCell, type Served, type } from "./reader.ts";

const first = "#eq4-try-added-1";
const second = "#eq4-try-added-2";

async function addCell(page: Page): Promise<void> {
  await page.click("#eq4-try ~ .add button >> nth=0");
  await page.waitForFunction(`document.activeElement.matches(".added .cm-content")`);
}

/** The steps of this part. */
export async function added(test: Deno.TestContext, { browser, url }: Served): Promise<void> {
  await test.step("a cell that was added runs, survives a reload, and is in the notebook", async () => {
    await using reader = await Reader.open(browser, url);
    const page = await reader.visit("lessons/03-forward.html");
    await addCell(page);
    await page.keyboard.insertText("const mine: number = 6;");
    await addCell(page);
    await page.keyboard.insertText("mine * 7");
    assertEquals(await runCell(page, first), "");
    assertEquals(await runCell(page, second), "42");
    const other = await reader.visit("lessons/03-forward.html");
    await type(other, second, "mine * 8");
    await page.waitForFunction(
      `document.querySelector("${second} .cm-content").textContent === "mine * 8"`,
    );
    await page.reload();
    assertEquals(await page.locator(".added .code").allInnerTexts(), [
      "const mine: number = 6;",
      "mine * 8",
    ]);
    await page.click(".tools summary");
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.click('[data-do="download"]'),
    ]);
    const { cells } = JSON.parse(await Deno.readTextFile((await download.path())!));
    const k = cells.findIndex(({ id }: { id: string }) => id === "eq4-try");
    assertEquals(cells.slice(k + 1, k + 3), [
      codeCell("eq4-try-added-1", "const mine: number = 6;"),
      codeCell("eq4-try-added-2", "mine * 8"),
    ]);

    // Reset is about the lesson's own cells.
    await page.click(".tools summary");
    await page.click('[data-do="reset"]');
    assertMatch(await page.innerText(".status"), /Every cell is as it was/);

    page.on("dialog", (dialog) => dialog.accept());
    await page.click(`${first} .remove`);
    await other.waitForFunction(`!document.querySelector("${first}")`);
    await page.reload();
    assertEquals(await page.locator(".added .code").allInnerTexts(), ["mine * 8"]);
    assertEquals(reader.problems, []);
  });

  await test.step("a cell is added, run and removed by keyboard alone", async () => {
    await using reader = await Reader.open(browser, url, { width: 390 });
    const page = await reader.visit("exercises/04-backward.html");
    const button = page.locator(".add button").first();
    await button.focus();
    await page.keyboard.press("Enter");
    await page.waitForFunction(`document.activeElement.matches(".added .cm-content")`);
    await page.keyboard.insertText("1 + 1");
    await page.keyboard.press("Control+Enter");
    await page.waitForFunction(`document.querySelector(".added .out").innerText === "2"`);
    await page.keyboard.press("Escape");
    assertEquals(await page.evaluate("document.activeElement.className"), "run");
    let asked = 0;
    page.on("dialog", (dialog) => {
      asked++;
      return dialog.accept();
    });
    for (let k = 0; k < 2; k++) await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    assertEquals([await page.locator(".added").count(), asked], [0, 1]);
    assert(await page.evaluate(`document.activeElement.matches(".add button")`));
    assertEquals(await page.evaluate("Object.keys(localStorage)"), []);
    assertEquals(reader.problems, []);
  });
}

function codeCell(id: string, source: string) {
  return { cell_type: "code", execution_count: null, id, metadata: {}, outputs: [], source };
}
