/**
 * Chromium without a window: it turns figures into pictures, and tests look at JupyterLab with it.
 *
 * @module
 */
import { type Browser, chromium } from "playwright-core";
import { onWindows } from "./project.ts";

export { findChromium } from "./find_browsers.ts";

/** Starts it with a new, empty profile, and without the connections that it makes by itself. */
export async function launchChromium(path: string): Promise<Browser> {
  return await chromium.launch({
    executablePath: path,
    args: [
      ...["--headless", "--disable-gpu", "--disable-quic", "--no-first-run"],
      ...["--disable-background-networking", "--disable-component-update", "--disable-sync"],
      // Chromium's sandbox does not work for root.
      ...(!onWindows && Deno.uid() === 0 ? ["--no-sandbox"] : []),
    ],
  });
}
