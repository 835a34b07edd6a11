/**
 * Chromium without a window: it turns figures into pictures, and tests look at JupyterLab with it.
 *
 * @module
 */
import { join } from "node:path";
import { type Browser, chromium } from "playwright-core";
import { onWindows } from "./project.ts";

/** Where Chromium (or Chrome) is on this machine; `CHROMIUM_PATH` names another one. */
export async function findChromium(): Promise<string | undefined> {
  const own = Deno.env.get("CHROMIUM_PATH");
  if (own) return own;
  const folders = (Deno.env.get("PATH") ?? "").split(onWindows ? ";" : ":");
  for (const name of ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"]) {
    for (const folder of folders) {
      const path = join(folder, name);
      if (await Deno.stat(path).then(({ isFile }) => isFile, () => false)) return path;
    }
  }
}

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
