/**
 * The explorer and the digit pad in a plain page, opened from a file as a reader opens an exported
 * notebook.
 *
 * @module
 */
import { fileURLToPath } from "node:url";
import type { Browser, Locator, Page } from "playwright-core";
import {
  digitPad,
  type Digits,
  explorer,
  readDigits,
  recorder,
  selectColumns,
  train,
  type Training,
} from "glassnet";
import { findChromium, launchChromium } from "../../tools/shared/chromium.ts";
import { layoutOf } from "../../lib/display/layout.ts";

/** Where Chromium is, if it is there. */
export const chromium = await findChromium();

if (!chromium && Deno.env.get("CI") === "true") {
  throw new Error("The browser tests need Chromium: install it, or name it with CHROMIUM_PATH.");
}
if (!chromium) {
  console.log("Skipping the browser tests: no Chromium or Chrome found (CHROMIUM_PATH names one).");
}

/** A test in a browser of its own. */
export function browserTest(
  name: string,
  test: (browser: Browser, context: Deno.TestContext) => Promise<void>,
): void {
  Deno.test({
    name,
    ignore: !chromium,
    async fn(context) {
      const browser = await launchChromium(chromium!);
      try {
        await test(browser, context);
      } finally {
        await browser.close();
      }
    },
  });
}

/** A network that has learned a little, on the sample that comes with the project. */
export async function someTraining(): Promise<
  { few: Digits; training: Training; record: ReturnType<typeof recorder> }
> {
  const sample = await readDigits(fileURLToPath(new URL("../../data/sample.csv", import.meta.url)));
  const chosen = [0, 1, 2, 3, 4, 5];
  const labels = Uint8Array.from(chosen, (j) => sample.labels![j]);
  const few = { X: selectColumns(sample.X, chosen), labels, count: chosen.length };
  const record = recorder(few);
  const training = await train(sample, {
    iterations: 150,
    seed: 42,
    onProgress: record.onProgress,
  });
  return { few, training, record };
}

/** The two displays as HTML. */
export async function displays() {
  const { few, training, record } = await someTraining();
  const { parameters } = training;
  const learningRate = 0.1;
  return {
    ...{ few, parameters, learningRate, moments: record.moments },
    explorerHtml: explorer({ parameters, digits: few, learningRate, moments: record.moments }).html,
    padHtml: digitPad(parameters).html,
  };
}

/** How a page is opened. */
export interface PageOptions {
  width?: number;
  height?: number;
  dark?: boolean;
  script?: boolean;
  touch?: boolean;
}

/** A page with some HTML in it, and whatever went wrong there. */
export async function openPage(
  browser: Browser,
  html: string,
  { width = 1000, height = 900, dark = false, script = true, touch = false }: PageOptions = {},
): Promise<{ page: Page; errors: string[]; close(): Promise<void> }> {
  const path = await Deno.makeTempFile({ prefix: "glassnet-", suffix: ".html" });
  await Deno.writeTextFile(
    path,
    `<!doctype html><meta charset="utf-8"><meta name="viewport" content="width=device-width">` +
      `<style>html{color-scheme:light dark}body{margin:8px;background:Canvas}</style>${html}`,
  );
  const context = await browser.newContext({
    viewport: { width, height },
    colorScheme: dark ? "dark" : "light",
    javaScriptEnabled: script,
    hasTouch: touch,
  });
  const page = await context.newPage();
  page.setDefaultTimeout(20_000);
  const errors: string[] = [];
  page.on("pageerror", (error) => errors.push(String(error)));
  page.on("console", (message) => message.type() === "error" && errors.push(message.text()));
  page.on("request", (request) => {
    if (!/^(file|data):/.test(request.url())) errors.push(`asked for ${request.url()}`);
  });
  await page.goto(`file://${path}`);
  return {
    page,
    errors,
    async close() {
      await context.close();
      await Deno.remove(path);
    },
  };
}

/** Where a cell of a drawn matrix lies, in pixels from the canvas's corner. */
export async function placeOf(
  canvas: Locator,
  A: { rows: number; cols: number },
  image: number,
  row: number,
  col: number,
): Promise<{ x: number; y: number }> {
  const box = (await canvas.boundingBox())!;
  const layout = layoutOf(A, image);
  const place = layout.place(row, col)!;
  return {
    x: (place.x + 0.5) / layout.width * box.width,
    y: (place.y + 0.5) / layout.height * box.height,
  };
}
