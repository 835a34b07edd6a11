/**
 * What somebody does who reads the site, for its tests.
 *
 * @module
 */
import type { Browser, BrowserContext, Page } from "playwright-core";

/** The site as it is served, and a browser. */
export interface Served {
  browser: Browser;
  url: string;
}

/** A reader with a browser of their own, and what went wrong in it. */
export class Reader implements AsyncDisposable {
  readonly problems: string[] = [];

  private constructor(readonly context: BrowserContext, readonly url: string) {
    context.on("request", (request) => {
      const address = request.url();
      if (!address.startsWith(url) && !/^(data|blob):/.test(address)) {
        this.problems.push(`asked another host: ${address}`);
      }
    });
    context.on("weberror", (error) => this.problems.push(error.error().message));
    context.on("console", (message) => {
      if (message.type() === "error") this.problems.push(message.text());
    });
  }

  static async open(browser: Browser, url: string, options: {
    width?: number;
    dark?: boolean;
    offlineWorker?: boolean;
  } = {}): Promise<Reader> {
    const { width = 1280, dark = false, offlineWorker = false } = options;
    const context = await browser.newContext({
      viewport: { width, height: 900 },
      colorScheme: dark ? "dark" : "light",
      serviceWorkers: offlineWorker ? "allow" : "block",
      acceptDownloads: true,
    });
    return new Reader(context, url);
  }

  async visit(path: string): Promise<Page> {
    const page = await this.context.newPage();
    await page.goto(`${this.url}/${path}`);
    return page;
  }

  async [Symbol.asyncDispose]() {
    await this.context.close();
  }
}

/** Waits until no cell runs or waits. */
export async function settled(page: Page): Promise<void> {
  await page.waitForFunction(
    `!document.querySelector('[data-state="running"], [data-state="waiting"]')`,
    undefined,
    { timeout: 120_000 },
  );
}

/** Types a text into a cell, in place of what is there. */
export async function type(page: Page, cell: string, text: string): Promise<void> {
  await page.click(`${cell} :is(.code, .cm-content):visible`);
  const editor = JSON.stringify(`${cell} .cm-content`);
  await page.waitForFunction(`document.activeElement?.matches(${editor})`);
  await page.keyboard.press("Control+a");
  // Inserting nothing would leave what is selected.
  if (text) await page.keyboard.insertText(text);
  else await page.keyboard.press("Delete");
}

/** Runs a cell, and gives what it shows. */
export async function runCell(page: Page, cell: string): Promise<string> {
  await page.click(`${cell} .run`);
  await settled(page);
  return await page.innerText(`${cell} .out`);
}
