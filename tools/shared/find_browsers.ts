import { join } from "node:path";
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
