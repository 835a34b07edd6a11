/** JupyterLab in the page: a lesson and an exercise, run as a reader would. */
import { assert, assertEquals, assertMatch } from "@std/assert";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { buildLab, canBuildLab } from "../../../site/lab/build.ts";
import { exists, project } from "../../../tools/shared/project.ts";
import { codeCells } from "../../cells/notebook_file.ts";
import { OpenNotebook } from "../lab.ts";
import { serveFolder } from "../static_server.ts";
import type { Served } from "./reader.ts";

const lesson = "notebooks/03-forward.ipynb";
const exercise = "notebooks/exercises/04-backward.ipynb";

/** Adds JupyterLab with two notebooks to the built site. False if this machine has no Python for it. */
export async function addLab(site: string): Promise<boolean> {
  if (await exists(join(site, "lab", "index.html"))) return true;
  if (!await canBuildLab()) {
    if (Deno.env.get("CI")) throw new Error("In CI the tests of JupyterLab need Python.");
    console.log("No Python here: JupyterLab in the page is skipped.");
    return false;
  }
  const read = async (path: string) => JSON.parse(await Deno.readTextFile(join(project, path)));
  await buildLab(
    join(site, "lab"),
    new Map([
      ["03-forward.ipynb", await read(lesson)],
      ["exercises/04-backward.ipynb", await read(exercise)],
    ]),
  );
  return true;
}

const outputs = ".jp-Notebook .jp-OutputArea-output";

async function open(browser: Browser, address: string): Promise<OpenNotebook> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  page.setDefaultTimeout(60_000);
  const notebook = new OpenNotebook(page);
  await page.goto(address);
  await page.locator(".jp-Notebook .jp-Cell").first().waitFor();
  await page.getByText("Glassnet (in the page) | Idle").waitFor();
  return notebook;
}

/** JupyterLab normally keeps only the cells in view in the page. */
function withAllCells(settings: string): string {
  const all = JSON.parse(settings);
  const config = all["jupyter-config-data"];
  config.settingsOverrides = {
    ...config.settingsOverrides,
    "@jupyterlab/notebook-extension:tracker": { windowingMode: "none" },
  };
  return JSON.stringify(all);
}

/** The texts of outputs of a kind, such as what was printed. */
async function texts(notebook: OpenNotebook, type: string): Promise<string[]> {
  const found = await notebook.page.locator(`${outputs}[data-mime-type="${type}"] pre`)
    .allTextContents();
  return found.map((text) => text.trimEnd());
}

/** The steps of this part, on a site with `lab/`. */
export async function jupyter(
  test: Deno.TestContext,
  { browser, folder }: Served & { folder: string },
): Promise<void> {
  const settings = "/lab/jupyter-lite.json";
  await using server = serveFolder(folder, {}, {
    [settings]: withAllCells(await Deno.readTextFile(folder + settings)),
  });
  const { url } = server;
  await test.step("in JupyterLab a lesson shows its outputs, and gives them again when it is run", async () => {
    const notebook = await open(browser, `${url}/lab/lab/index.html?path=03-forward.ipynb`);
    const stored = codeCells(lesson).flatMap(({ outputs }) => outputs);
    const printed = stored.flatMap((output) =>
      output.output_type === "stream" ? [String(output.text).trimEnd()] : []
    );
    assert(printed.length > 3);
    const figures = stored.filter((output) =>
      Object.hasOwn(output.data ?? {}, "application/vnd.plotly.v1+json")
    );
    assertEquals(await texts(notebook, "application/vnd.jupyter.stdout"), printed);
    assertEquals(await notebook.page.getByText("Not Trusted").count(), 0);

    await notebook.runAll();
    await notebook.whileRunning(async () => {});
    const shown = await notebook.shown();
    assertEquals(shown.errors, []);
    assertEquals(shown.empty, []);
    assertEquals(shown.figures.length, figures.length);
    assertEquals(await texts(notebook, "application/vnd.jupyter.stdout"), printed);
    assertEquals(notebook.pageErrors, []);
    await notebook.page.close();
  });

  await test.step("in JupyterLab an exercise names the mistake", async () => {
    const address = `${url}/lab/lab/index.html?path=exercises/04-backward.ipynb`;
    const notebook = await open(browser, address);
    const cells = await notebook.page.locator(".jp-Notebook .jp-Cell").evaluateAll((cells) =>
      cells.map((cell) => cell.textContent ?? "")
    );
    const answer = cells.findIndex((text) => text.includes('notWritten("dW2")'));
    const check = cells.findIndex((text) => text.includes("check.dW2("));
    const imports = cells.findIndex((text) => text.includes('from "glassnet"'));
    assert(imports >= 0 && answer > imports && check > answer);
    await notebook.write(answer, "const dW2 = (dZ2, A1) => matmul(dZ2, transpose(A1));");
    await notebook.run(imports);
    await notebook.run(answer);
    assertMatch(await notebook.run(check), /the 1\/m is missing/);
    assertEquals(notebook.pageErrors, []);
    await notebook.page.close();
  });
}
