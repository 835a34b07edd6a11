/** A new build of the site replaces the old one as a whole, never half. */
import { assertEquals, assertMatch } from "@std/assert";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { type Others, serveFolder } from "../static_server.ts";
import { Reader, type Served } from "./reader.ts";

const changed = ["lessons/03-forward.html", "lessons/04-backward.html"];

/** The steps of this part, on the built site in a folder. */
export async function newBuild(
  test: Deno.TestContext,
  { browser, folder }: Served & { folder: string },
): Promise<void> {
  await test.step("a new build replaces the old one as a whole, never half", async () => {
    const others: Others = {};
    await using server = serveFolder(folder, {}, others);
    await using reader = await Reader.open(browser, server.url, { offlineWorker: true });
    const page = await reader.visit(changed[0]);
    await page.waitForFunction(
      `navigator.serviceWorker.ready.then(({ active }) => active.state === "activated")`,
      undefined,
      { timeout: 60_000 },
    );
    const title = await page.innerText("h1");

    // The new build has two pages that differ, and its list of files says so.
    let offline = await Deno.readTextFile(join(folder, "offline.js"));
    for (const path of changed) {
      const html = await Deno.readTextFile(join(folder, path));
      others[`/${path}`] = html.replace(/<h1/, '<p id="new">new</p><h1');
      offline = offline.replace(
        new RegExp(`("url":"${path}","revision":")\\w+`),
        (_, before) => `${before}new`,
      );
    }
    others["/offline.js"] = offline;
    // One of the two has not arrived on the server yet.
    const second = others[`/${changed[1]}`];
    others[`/${changed[1]}`] = undefined;

    await update(page);
    assertEquals(await isNew(page, server.url), [false, false]);
    assertEquals(await page.innerText("h1"), title);

    others[`/${changed[1]}`] = second;
    await page.goto(`${server.url}/${changed[0]}`);
    await page.waitForFunction(
      `/There is a newer version/.test(document.querySelector(".status").textContent)`,
      undefined,
      { timeout: 60_000 },
    );
    // Until somebody presses, both pages are the old ones, also without a network.
    assertEquals(await isNew(page, server.url), [false, false]);
    await page.waitForFunction(
      `/There is a newer version/.test(document.querySelector(".status").textContent)`,
    );
    await Promise.all([
      page.waitForEvent("load"),
      page.click(".status button"),
    ]);
    await page.waitForSelector("#new");
    await reader.context.setOffline(true);
    assertEquals(await isNew(page, server.url), [true, true]);
    assertMatch(await page.innerText("h1"), /Backward|Forward/);
  });
}

/** Has the browser look for a new build, and waits until it has tried to get it. */
function update(page: Page): Promise<void> {
  return page.evaluate(`(async () => {
    const registration = await navigator.serviceWorker.ready;
    await registration.update().catch(() => {});
    const worker = registration.installing;
    if (worker) await new Promise((go) => worker.onstatechange = () =>
      worker.state === "redundant" || worker.state === "installed" ? go() : undefined);
  })()`);
}

/** Which of the two pages are the new ones; the first is open afterwards. */
async function isNew(page: Page, url: string): Promise<boolean[]> {
  const found: boolean[] = [];
  for (const path of changed.toReversed()) {
    await page.goto(`${url}/${path}`);
    found.unshift(await page.locator("#new").count() === 1);
  }
  return found;
}
