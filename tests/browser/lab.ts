/**
 * JupyterLab in a headless browser, for tests that do what a person does: open a notebook, run all of
 * its cells, look at what is there.
 *
 * Notebooks are opened as copies in a folder beside `notebooks/`, so that JupyterLab's saving does not
 * touch the real ones, while imports and relative paths work as they do there.
 *
 * @module
 */
import axeCore from "axe-core";
import { basename, join } from "node:path";
import type { Browser, Locator, Page } from "playwright-core";
import { findChromium, launchChromium } from "../../tools/shared/chromium.ts";
import { kernelTitle } from "../../tools/jupyter/kernel_spec.ts";
import { project } from "../../tools/shared/project.ts";

export { findChromium };

/** How JupyterLab looks. */
export type Theme = "JupyterLab Light" | "JupyterLab Dark";

/** What a notebook shows once it has run. */
export interface Shown {
  /** The texts of error outputs, and of whatever was printed to stderr. */
  errors: string[];
  /** Width and height in CSS pixels of every Plotly figure that is drawn. */
  figures: { width: number; height: number }[];
  /** Outputs that JupyterLab could not draw, or drew with nothing in them. */
  empty: string[];
}

/**
 * What JupyterLab 4.6 itself puts into a cell, with findings of its own: an editor without a name, the
 * colors of its syntax and of the numbers beside a cell, and a button without a name.
 */
const jupyterLabs = [
  ".cm-editor",
  ".jp-InputPrompt",
  ".jp-OutputPrompt",
  ".jp-collapseHeadingButton",
];

/** On SIGTERM Playwright closes its browser; the next test must not open another one then. */
let interrupted = false;
const interrupt = () => {
  interrupted = true;
};

/** A running JupyterLab with a browser in front of it. */
export class Lab {
  private constructor(
    readonly url: URL,
    readonly folder: string,
    private readonly browser: Browser,
    private readonly server: Deno.ChildProcess,
  ) {}

  /** Starts `deno task lab` on copies of notebooks, and a browser. */
  static async start(
    notebooks: string[],
    options: { chromium: string; theme?: Theme },
  ): Promise<Lab> {
    if (interrupted) throw new Error("The tests have been interrupted");
    if (Deno.build.os !== "windows") Deno.addSignalListener("SIGTERM", interrupt);
    // Git ignores *.tmp.
    const folder = await Deno.makeTempDir({ dir: project, prefix: "browser-", suffix: ".tmp" });
    for (const path of notebooks) await Deno.copyFile(path, join(folder, basename(path)));
    await writeSettings(folder, options.theme ?? "JupyterLab Light");

    const script = join(project, "tools", "lab.ts");
    const server = new Deno.Command(Deno.execPath(), {
      args: [
        ...["run", "--quiet", "--no-lock", "-A", script, "--no-browser"],
        ...[`--ServerApp.root_dir=${folder}`, `--LabApp.user_settings_dir=${folder}/.settings`],
        `--LabApp.workspaces_dir=${folder}/.workspaces`,
      ],
      stdin: "null",
      stdout: "piped",
      stderr: "inherit",
    }).spawn();
    try {
      const url = await printedAddress(server.stdout);
      const browser = await launchChromium(options.chromium);
      return new Lab(url, folder, browser, server);
    } catch (error) {
      await end(server, folder);
      throw error;
    }
  }

  /** Opens one of the notebooks, as a click on its name in the file browser would. */
  async open(name: string): Promise<OpenNotebook> {
    const page = await this.browser.newPage({ viewport: { width: 1280, height: 900 } });
    page.setDefaultTimeout(60_000);
    const notebook = new OpenNotebook(page);
    // "reset" forgets the tabs of before, which would open again beside this one.
    await page.goto(new URL(`lab/tree/${name}${this.url.search}&reset`, this.url).href);
    await page.locator(".jp-Notebook .jp-Cell").first().waitFor();
    // The status bar names the kernel's state only once there is a kernel.
    await page.getByText(`${kernelTitle} | Idle`).waitFor();
    return notebook;
  }

  /** Ends the kernels of all open notebooks, which closing their pages does not. */
  async endKernels(): Promise<void> {
    const ask = (path: string, method: string) =>
      fetch(new URL(`api/sessions${path}${this.url.search}`, this.url), { method });
    for (const { id } of await (await ask("", "GET")).json()) {
      await (await ask(`/${id}`, "DELETE")).body?.cancel();
    }
  }

  /** Closes the browser, ends JupyterLab and its kernels, and removes the copies. */
  async stop(): Promise<void> {
    await this.browser.close();
    await end(this.server, this.folder);
  }
}

/** A notebook in the browser. */
export class OpenNotebook {
  /** Errors in the page's own scripts, and addresses outside this machine that it asked for. */
  readonly pageErrors: string[] = [];

  constructor(readonly page: Page) {
    page.on("pageerror", (error) => this.pageErrors.push(String(error)));
    page.on("request", (request) => {
      const { protocol, hostname } = new URL(request.url());
      if (/^(http|ws)/.test(protocol) && hostname !== "127.0.0.1") {
        this.pageErrors.push(`asked for ${request.url()}`);
      }
    });
  }

  /** Clears what is there from the last time, then Run, Run All Cells. */
  async runAll(): Promise<void> {
    await this.choose("Edit", "Clear Outputs of All Cells");
    await this.page.waitForFunction(nothingHasRun);
    await this.choose("Run", "Run All Cells");
  }

  /** Clicks an item of the menu. */
  async choose(menu: string, item: string): Promise<void> {
    await this.page.getByRole("menuitem", { name: menu, exact: true }).click();
    await this.page.getByRole("menuitem", { name: item, exact: true }).click();
  }

  /** Waits until every cell has run, and calls `look` every 50 ms meanwhile. */
  async whileRunning(look: () => Promise<void>, seconds = 600): Promise<void> {
    const deadline = Date.now() + seconds * 1000;
    while (!await this.page.evaluate(allHaveRun)) {
      if (Date.now() > deadline) throw new Error(`The notebook still runs after ${seconds} s`);
      await look();
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }

  /** Selects a cell; they count from 0. */
  async select(cell: number): Promise<void> {
    await this.find(".jp-InputPrompt").nth(cell).click();
  }

  /** Runs the selected cell and selects the next, as Shift+Enter does. */
  async runSelected(): Promise<void> {
    await this.page.keyboard.press("Shift+Enter");
  }

  /** Writes into a cell, in the place of what it holds; cells count from 0. */
  async write(cell: number, text: string): Promise<void> {
    await this.cell(cell).locator(".cm-content").click();
    await this.page.keyboard.press("ControlOrMeta+A");
    await this.page.keyboard.insertText(text);
  }

  /** Runs a cell to its end, and returns the text that it shows. */
  async run(cell: number): Promise<string> {
    const prompt = this.cell(cell).locator(".jp-InputPrompt");
    const before = await prompt.textContent();
    await prompt.click();
    await this.page.keyboard.press("ControlOrMeta+Enter");
    while (true) {
      const now = await prompt.textContent();
      if (now !== before && /\d/.test(now ?? "")) break;
      await this.page.waitForTimeout(50);
    }
    const outputs = await this.cell(cell).locator(".jp-OutputArea-output").all();
    return (await Promise.all(outputs.map((output) => output.innerText()))).join("\n");
  }

  /** A cell; they count from 0. */
  cell(cell: number): Locator {
    return this.find(".jp-Cell").nth(cell);
  }

  /** Presses the stop button of the tool bar. */
  async pressStop(): Promise<void> {
    await this.page.locator(
      '.jp-Toolbar-item[data-jp-item-name="interrupt"] [role="button"], ' +
        '.jp-Toolbar-item[data-jp-item-name="interrupt"] jp-button',
    ).first().click();
  }

  /** Everything that matches in the notebook. */
  find(selector: string): Locator {
    return this.page.locator(`.jp-Notebook ${selector}`);
  }

  /** What axe finds in the cells, without the parts that are JupyterLab's own. */
  async violations(): Promise<string[]> {
    await this.page.evaluate(axeCore.source);
    const context = { include: [".jp-Notebook .jp-Cell"], exclude: jupyterLabs };
    return await this.page.evaluate(whatAxeFinds, context);
  }

  /** What the notebook shows now. */
  async shown(): Promise<Shown> {
    // Plotly draws a moment after the output has arrived.
    await this.page.waitForTimeout(1000);
    return await this.page.evaluate(whatIsShown);
  }

  /** A picture of the whole notebook, for whoever names a folder with `GLASSNET_SCREENSHOTS`. */
  async screenshot(name: string): Promise<void> {
    const folder = Deno.env.get("GLASSNET_SCREENSHOTS");
    if (!folder) return;
    const path = join(folder, `${name}.png`);
    const height = await this.page.evaluate(notebookHeight);
    await this.page.setViewportSize({
      width: 1280,
      height: Math.min(Math.ceil(height) + 200, 16_000),
    });
    await this.page.screenshot({ path });
    await this.page.setViewportSize({ width: 1280, height: 900 });
  }
}

/** What can be seen must be in the page: JupyterLab normally keeps only the cells in view there. */
async function writeSettings(folder: string, theme: Theme): Promise<void> {
  const settings = {
    "notebook-extension/tracker": { windowingMode: "none" },
    "apputils-extension/themes": { theme },
  };
  for (const [name, values] of Object.entries(settings)) {
    const [extension, plugin] = name.split("/");
    const where = join(folder, ".settings", "@jupyterlab", extension!);
    await Deno.mkdir(where, { recursive: true });
    await Deno.writeTextFile(
      join(where, `${plugin}.jupyterlab-settings`),
      JSON.stringify(values),
    );
  }
}

/** Reads the address that `deno task lab` prints, and goes on reading so that it never blocks. */
async function printedAddress(stdout: ReadableStream<Uint8Array<ArrayBuffer>>): Promise<URL> {
  const [ours, rest] = stdout.pipeThrough(new TextDecoderStream()).tee();
  rest.pipeTo(new WritableStream());
  let text = "";
  const reader = ours.getReader();
  while (true) {
    const { value, done } = await reader.read();
    if (done) throw new Error(`JupyterLab did not start:\n${text}`);
    text += value;
    const [address] = /http:\S+token=\w+\s/.exec(text) ?? [];
    if (address) return new URL(address);
  }
}

async function end(server: Deno.ChildProcess, folder: string): Promise<void> {
  try {
    server.kill("SIGTERM");
  } catch {
    // It has ended by itself.
  }
  await server.status;
  await Deno.remove(folder, { recursive: true });
  if (Deno.build.os !== "windows") Deno.removeSignalListener("SIGTERM", interrupt);
}

// What follows runs in the page.

declare const document: {
  querySelectorAll(selector: string): ArrayLike<Element> & Iterable<Element>;
};
interface Element {
  textContent: string;
  scrollHeight: number;
  dataset: Record<string, string>;
  getBoundingClientRect(): { width: number; height: number };
  querySelector(selector: string): Element | null;
}

declare const axe: {
  run(context: { include: string[]; exclude: string[] }): Promise<
    { violations: { id: string; nodes: { html: string }[] }[] }
  >;
};

async function whatAxeFinds(
  context: { include: string[]; exclude: string[] },
): Promise<string[]> {
  const { violations } = await axe.run(context);
  return violations.map(({ id, nodes }) => `${id}: ${nodes[0]!.html.slice(0, 300)}`);
}

function nothingHasRun(): boolean {
  const prompts = [...document.querySelectorAll(".jp-Notebook .jp-CodeCell .jp-InputPrompt")];
  return !prompts.some(({ textContent }) => /\d/.test(textContent));
}

/** Whether every cell with something in it has its number, or an error has stopped the run. */
function allHaveRun(): boolean {
  const idle = document.querySelectorAll('.jp-Notebook-ExecutionIndicator[data-status="idle"]');
  const cells = [...document.querySelectorAll(".jp-Notebook .jp-CodeCell")]
    .filter((cell) => cell.querySelector(".cm-content")?.textContent.trim());
  const prompts = cells.map((cell) => cell.querySelector(".jp-InputPrompt")?.textContent ?? "");
  const stopped = cells.some((cell) =>
    cell.querySelector('[data-mime-type="application/vnd.jupyter.error"]')
  );
  return idle.length > 0 && !prompts.some((text) => text.includes("*")) &&
    (prompts.every((text) => /\d/.test(text)) || stopped);
}

function whatIsShown(): Shown {
  const errors = [
    ...document.querySelectorAll(
      '.jp-OutputArea-output[data-mime-type="application/vnd.jupyter.error"], ' +
        '.jp-OutputArea-output[data-mime-type="application/vnd.jupyter.stderr"]',
    ),
  ].map(({ textContent }) => textContent);
  const figures = [...document.querySelectorAll(".jp-Notebook .js-plotly-plot")]
    .map((plot) => plot.querySelector(".main-svg"))
    .map((svg) => svg?.getBoundingClientRect() ?? { width: 0, height: 0 })
    .map(({ width, height }) => ({ width, height }));
  const empty = [...document.querySelectorAll(".jp-Notebook .jp-OutputArea-output")]
    .filter((output) => {
      const { width, height } = output.getBoundingClientRect();
      return width === 0 || height === 0;
    })
    .map(({ dataset }) => dataset.mimeType ?? "no type");
  return { errors, figures, empty };
}

function notebookHeight(): number {
  const cells = [...document.querySelectorAll(".jp-Notebook .jp-Cell")];
  return cells.reduce((sum, cell) => sum + cell.getBoundingClientRect().height + 4, 100);
}
