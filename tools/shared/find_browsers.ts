import { join } from "node:path";
import { onWindows } from "./project.ts";

/** The first of these programs that is on the PATH, or the one that a variable names. */
async function findProgram(variable: string, names: string[]): Promise<string | undefined> {
  const own = Deno.env.get(variable);
  if (own) return own;
  const folders = (Deno.env.get("PATH") ?? "").split(onWindows ? ";" : ":");
  for (const name of names) {
    for (const folder of folders) {
      const path = join(folder, name);
      if (await Deno.stat(path).then(({ isFile }) => isFile, () => false)) return path;
    }
  }
}

/** Where Chromium (or Chrome) is on this machine; `CHROMIUM_PATH` names another one. */
export function findChromium(): Promise<string | undefined> {
  const names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
  return findProgram("CHROMIUM_PATH", names);
}

/** Where Firefox is on this machine; `FIREFOX_PATH` names another one. */
export function findFirefox(): Promise<string | undefined> {
  return findProgram("FIREFOX_PATH", ["firefox-esr", "firefox"]);
}

/** What drives WebKit, and the display that it needs. */
export interface WebKitPaths {
  driver: string;
  xvfb: string;
}

/** Where WebKitGTK's driver and Xvfb are on this machine; `WEBKIT_PATH` names another driver. */
export async function findWebKit(): Promise<WebKitPaths | undefined> {
  const driver = await findProgram("WEBKIT_PATH", ["WebKitWebDriver"]);
  const xvfb = await findProgram("XVFB_PATH", ["Xvfb"]);
  return driver && xvfb ? { driver, xvfb } : undefined;
}
