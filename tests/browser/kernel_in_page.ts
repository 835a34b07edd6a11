/**
 * A minimal page with the kernel in it, in Chromium.
 *
 * @module
 */
import type { Browser, Page } from "playwright-core";
import type { Done } from "../../site/kernel/client.ts";
import type { Output } from "../../site/kernel/protocol.ts";
import { launchChromium } from "../../tools/shared/chromium.ts";
import { builtSite, isolating } from "./built_site.ts";
import { serveFolder } from "./static_server.ts";

/** What a cell gave in the page, and how long it took. */
export interface PageRun extends Done {
  outputs: Output[];
  milliseconds: number;
}

const html = `<!doctype html><meta charset="utf-8"><title>Kernel</title>
<meta http-equiv="content-security-policy" content="default-src 'none'; connect-src 'self';
 script-src 'self' 'unsafe-eval' 'wasm-unsafe-eval'; worker-src 'self' blob:">
<link rel="icon" href="data:,">
<script type="module" src="./page.js"></script>`;

const script = `
import { Kernel } from "../kernel/client.js";
const outputs = [];
globalThis.startKernel = (folder, threads) => {
  globalThis.events = [];
  globalThis.kernel = new Kernel({
    worker: new URL("../kernel/kernel.js", location.href), folder, threads,
    listener: {
      output: (id, output) => outputs.push(output),
      restarted: () => events.push("restarted"),
      loading: (what, done, total) => { if (done === total) events.push("loaded " + what); },
      written: (path, bytes) => events.push("written " + path + " " + bytes.length),
    },
  });
  return kernel.ready;
};
globalThis.runCell = async (source) => {
  outputs.length = 0;
  const started = performance.now();
  const done = await kernel.run("cell", source);
  // What it printed in its last moment.
  await new Promise((go) => setTimeout(go));
  return { ...done, outputs: [...outputs], milliseconds: performance.now() - started };
};
globalThis.isOpen = true;`;

/** Chromium with a site that has the kernel. */
export class KernelSite implements AsyncDisposable {
  readonly #browser: Browser;
  readonly #server: ReturnType<typeof serveFolder>;

  private constructor(browser: Browser, server: ReturnType<typeof serveFolder>) {
    this.#browser = browser;
    this.#server = server;
  }

  /** Serves the site, with the headers for threads or without. */
  static async open(chromium: string, { isolated = false } = {}): Promise<KernelSite> {
    const files = { "/bare/index.html": html, "/bare/page.js": script };
    const server = serveFolder(await builtSite(), isolated ? isolating : {}, files);
    return new KernelSite(await launchChromium(chromium), server);
  }

  /** Opens the page and starts a kernel. */
  async start(folder: string, threads?: number): Promise<KernelPage> {
    const page = await this.#browser.newPage();
    const problems: string[] = [];
    page.on("pageerror", (error) => problems.push(error.message));
    page.on("request", (request) => {
      if (!request.url().replace(/^blob:/, "").startsWith(this.#server.url)) {
        problems.push(`asked for ${request.url()}`);
      }
    });
    await page.goto(`${this.#server.url}/bare/`);
    await page.waitForFunction("globalThis.isOpen");
    await page.evaluate(`startKernel(${JSON.stringify(folder)}, ${threads})`);
    return new KernelPage(page, problems);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#browser.close();
    await this.#server[Symbol.asyncDispose]();
  }
}

/** An open page with a kernel. */
export class KernelPage {
  constructor(
    readonly page: Page,
    /** Errors of the page, and what it asked other servers for. */
    readonly problems: string[],
  ) {}

  /** Runs a cell to its end. */
  run(source: string): Promise<PageRun> {
    return this.page.evaluate(`runCell(${JSON.stringify(source)})`);
  }

  /** Presses stop. */
  stop(): Promise<void> {
    return this.page.evaluate("kernel.stop()");
  }

  /** What the page was told besides outputs. */
  events(): Promise<string[]> {
    return this.page.evaluate("events");
  }
}
