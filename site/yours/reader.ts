/**
 * The worker that looks at a file before it is kept: lib reads it as it would in a cell, with the same
 * sentences for what is wrong.
 *
 * @module
 */
/// <reference lib="webworker" />
import "../kernel/place.ts";
import { page } from "../../lib/host/page.ts";
import { cacheOf } from "../../lib/data/cache.ts";
import { readDigits } from "../../lib/data/read_digits.ts";
import { loadParameters } from "../../lib/saving/load_parameters.ts";
import type { FromReader, ToReader } from "./messages.ts";

declare const self: DedicatedWorkerGlobalScope;
const tell = (message: FromReader) => self.postMessage(message);

self.addEventListener("message", async ({ data }: MessageEvent<ToReader>) => {
  try {
    tell(await lookAt(data));
  } catch (error) {
    tell({ type: "wrong", message: (error as Error).message });
  }
});

async function lookAt({ name, content, folder }: ToReader): Promise<FromReader> {
  page.files.put(`/${name}`, content);
  page.files.folder = "/";
  if (/\.safetensors$/i.test(name)) {
    const { W1 } = await loadParameters(name);
    const path = `${folder}/${name}`;
    const said = `${name}: a network with ${W1.rows} hidden units. ` +
      `In a cell, loadParameters("${name}") gives its parameters.`;
    return { type: "good", path, said };
  }
  const { count, labels } = await readDigits(name, {
    onProgress: ({ done, total }) => tell({ type: "loading", done, total }),
  });
  const images = `${count.toLocaleString("en")} images`;
  const [path, kind] = labels
    ? ["/data/train.csv", `${images} with labels`]
    : ["/data/test.csv", `${images} without labels`];
  const said = `${name}: ${kind}. It is data/${path.split("/").at(-1)} now: loadDigits() and the ` +
    "playground use it instead of the site's own.";
  const cache = await page.files.read(cacheOf(`/${name}`)).catch(() => undefined);
  return { type: "good", path, said, cache };
}
