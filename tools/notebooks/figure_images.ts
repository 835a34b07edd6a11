/**
 * Draws Plotly figures as PNGs in Chromium, for viewers that do not draw Plotly themselves.
 *
 * It reads one figure a line as JSON from standard input and answers each with one line of JSON: a
 * {@linkcode Picture}, `{ "unavailable": "why" }` if there is no Chromium, or
 * `{ "error": "what Plotly says" }`. One browser serves all figures; nothing goes over a network.
 *
 * @module
 */
import { fileURLToPath } from "node:url";
import type { Browser, Page } from "playwright-core";
import { findChromium, launchChromium } from "../shared/chromium.ts";
import { linesOf } from "../shared/lines.ts";
import { palettePng } from "./palette_png.ts";

/** A drawn figure. */
export interface Picture {
  /** The file in base64. */
  png: string;
  /** Its size in pixels, both in the file and on the page: JupyterLab shows it pixel for pixel. */
  width: number;
  height: number;
}

/** The width of a figure that has none of its own: that of a notebook's page on GitHub. */
const usualWidth = 840;

/** Draws figures in one browser, which it starts when it first needs it. */
export class Painter {
  #page?: Promise<Page>;
  #browser?: Browser;

  /** The answer to a line of input. */
  async answer(line: string): Promise<Picture | { unavailable: string } | { error: string }> {
    let page: Page;
    try {
      page = await (this.#page ??= this.#open());
    } catch (error) {
      return { unavailable: firstLine(error) };
    }
    try {
      const drawn = await page.evaluate(draw, { figure: JSON.parse(line), usualWidth });
      const { width, height, rgba } = drawn;
      const png = palettePng(width, height, Uint8Array.fromBase64(rgba)).toBase64();
      return { png, width, height };
    } catch (error) {
      return { error: firstLine(error) };
    }
  }

  /** Ends the browser. */
  async close(): Promise<void> {
    await this.#browser?.close();
  }

  async #open(): Promise<Page> {
    const path = await findChromium();
    if (!path) throw new Error("there is no Chromium or Chrome (CHROMIUM_PATH names one)");
    this.#browser = await launchChromium(path);
    const context = await this.#browser.newContext({ offline: true });
    const page = await context.newPage();
    await page.addScriptTag({ path: fileURLToPath(import.meta.resolve("plotly.js-dist-min")) });
    return page;
  }
}

function firstLine(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).split("\n")[0];
}

interface Order {
  figure: { data: unknown[]; layout: { width?: number; height?: number } };
  usualWidth: number;
}

/** The pixels of a figure, four bytes each in base64, and its size. */
interface Drawn {
  rgba: string;
  width: number;
  height: number;
}

// The rest runs in the page.

declare const Plotly: { toImage(figure: unknown, options: unknown): Promise<string> };
declare const Image: new () => {
  src: string;
  naturalWidth: number;
  naturalHeight: number;
  decode(): Promise<void>;
};
declare const OffscreenCanvas: new (width: number, height: number) => {
  getContext(kind: "2d"): {
    drawImage(image: unknown, x: number, y: number): void;
    getImageData(
      x: number,
      y: number,
      width: number,
      height: number,
    ): { data: { buffer: ArrayBuffer } };
  };
};

async function draw({ figure, usualWidth }: Order): Promise<Drawn> {
  const size = { width: figure.layout.width ?? usualWidth, height: figure.layout.height ?? 450 };
  const image = new Image();
  image.src = await Plotly.toImage(
    { data: figure.data, layout: figure.layout },
    { format: "png", ...size },
  );
  await image.decode();
  const { naturalWidth: width, naturalHeight: height } = image;
  const page = new OffscreenCanvas(width, height).getContext("2d");
  page.drawImage(image, 0, 0);
  const { data } = page.getImageData(0, 0, width, height);
  return { rgba: new Uint8Array(data.buffer).toBase64(), width, height };
}

async function main(): Promise<void> {
  const painter = new Painter();
  for await (const line of linesOf(Deno.stdin.readable)) {
    console.log(JSON.stringify(await painter.answer(line)));
  }
  await painter.close();
}

if (import.meta.main) await main();
