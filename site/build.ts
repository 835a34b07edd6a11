/**
 * Builds the site: static files with relative addresses, which need no server of a special kind.
 *
 * @module
 */
import { createHash } from "node:crypto";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { predictionsScript } from "../lib/notebook/prediction_page.ts";
import { Advice } from "../tools/shared/task.ts";
import { bundle, type Bundled, loadedBy } from "./kernel/bundle.ts";
import { buildKernel } from "./kernel/build.ts";
import { buildLab, canBuildLab } from "./lab/build.ts";
import { type BookPage, bookPages, labPath } from "./book/course.ts";
import { frontPage } from "./book/front.ts";
import type { Notebook } from "./book/notebook.ts";
import { bookPage, type Scripts, titleOf } from "./book/page.ts";
import { type OwnExercises, readOwn } from "./own_exercises.ts";

const project = dirname(dirname(fileURLToPath(import.meta.url)));

/** Where the site goes, and who wants to know how far it is. */
export interface BuildOptions {
  /** The folder that becomes the site; what was there is replaced as a whole. */
  out: string;
  /**
   * Whether to build JupyterLab, too, which needs Python.
   *
   * @default if there is a Python
   */
  lab?: boolean;
  /**
   * A folder with exercises of one's own, as docs/writing-an-exercise.md makes it.
   *
   * @default none
   */
  own?: string;
  /** Called before each step, with what comes next. */
  onStep?: (what: string) => void;
}

/** Builds the site. Returns how many files it has, and their bytes. */
export async function buildSite(
  { out, lab, own, onStep = () => {} }: BuildOptions,
): Promise<{ files: number; bytes: number }> {
  const ownExercises = own === undefined ? undefined : await readOwn(own);
  const building = `${out}.building`;
  await Deno.remove(building, { recursive: true }).catch(() => {});
  await Deno.mkdir(building, { recursive: true });
  try {
    const notebooks = await readNotebooks(ownExercises);
    const withLab = (lab ?? true) && await tryLab(join(building, "lab"), notebooks, onStep);
    onStep("What runs in the page");
    const page = await buildScripts(join(building, "assets"));
    onStep("The kernel, the playground and the digits");
    const kernel = await buildKernel(join(building, "kernel"), {
      trainer: join(project, "site", "playground", "trainer.ts"),
      reader: join(project, "site", "yours", "reader.ts"),
    }, ownExercises?.modules);
    onStep("The lessons and the exercises");
    await buildBook(building, withLab, notebooks, {
      book: {
        own: loadedBy(page, building, "assets/book.js"),
        worker: loadedBy(kernel, building, "kernel/kernel.js", "kernel/glassnet.js"),
      },
      // Its trainer comes when somebody presses: a link does nothing by itself.
      front: { own: loadedBy(page, building, "assets/front.js"), worker: [] },
    });
    onStep("Working without a network");
    const files = await filesOf(building);
    await buildOffline(building, files);
    await Deno.remove(out, { recursive: true }).catch(() => {});
    await Deno.rename(building, out);
    return { files: files.length + 1, bytes: files.reduce((sum, { size }) => sum + size, 0) };
  } finally {
    await Deno.remove(building, { recursive: true }).catch(() => {});
  }
}

/** Every notebook of the course, by its page, in the order of the course. */
async function readNotebooks(own?: OwnExercises): Promise<Map<BookPage, Notebook>> {
  const pages = bookPages(
    await notebooksIn(join(project, "notebooks")),
    await notebooksIn(join(project, "notebooks", "exercises")),
    [...own?.notebooks.keys() ?? []],
  );
  const read = async (page: BookPage) =>
    page.part === "own"
      ? own!.notebooks.get(`${page.name}.ipynb`)!
      : await Deno.readTextFile(join(project, page.notebook));
  return new Map(
    await Promise.all(
      pages.map(async (page) => [page, JSON.parse(await read(page)) as Notebook] as const),
    ),
  );
}

/** Builds JupyterLab if that is possible here; if not, says why, and the site does without. */
async function tryLab(
  out: string,
  notebooks: Map<BookPage, Notebook>,
  onStep: (what: string) => void,
): Promise<boolean> {
  if (!await canBuildLab()) {
    onStep("Without Python the site has no JupyterLab: lab/ is left out");
    return false;
  }
  onStep("JupyterLab for the page (the first time, some minutes)");
  const files = new Map([...notebooks].map(([page, notebook]) => [labPath(page), notebook]));
  try {
    await buildLab(out, files);
    return true;
  } catch (error) {
    if (!(error instanceof Advice)) throw error;
    onStep(`The site has no JupyterLab: lab/ is left out. ${error.message}`);
    await Deno.remove(out, { recursive: true }).catch(() => {});
    return false;
  }
}

/**
 * Builds the book: every lesson and exercise as a page, with its pictures beside it.
 *
 * @param scripts what its pages load, and what the front page does
 */
export async function buildBook(
  out: string,
  lab = false,
  notebooks?: Map<BookPage, Notebook>,
  scripts?: { book: Scripts; front: Scripts },
): Promise<void> {
  notebooks ??= await readNotebooks();
  const pages = [...notebooks.keys()];
  const titles = new Map([...notebooks].map(([page, notebook]) => [page, titleOf(notebook)]));
  const pictures = join(out, "pictures");
  await Deno.mkdir(pictures, { recursive: true });
  for (const { part } of pages) {
    await Deno.mkdir(join(out, part), { recursive: true });
    await Deno.mkdir(join(out, "notebooks", part), { recursive: true });
  }
  for (const [page, notebook] of notebooks) {
    const saved: Promise<void>[] = [];
    const contents = { page, notebook, pages, titles, lab, scripts: scripts?.book };
    const html = bookPage(contents, (png) => {
      const name = `${nameOf(png)}.png`;
      saved.push(Deno.writeFile(join(pictures, name), png));
      return `../pictures/${name}`;
    });
    await Promise.all(saved);
    await Deno.writeTextFile(join(out, page.part, `${page.name}.html`), html);
    const copy = join(out, "notebooks", page.part, basename(page.notebook));
    if (page.part === "own") {
      await Deno.writeTextFile(copy, JSON.stringify(notebook, null, 1) + "\n");
    } else await Deno.copyFile(join(project, page.notebook), copy);
  }
  await Deno.writeTextFile(join(out, "index.html"), frontPage(notebooks, titles, scripts?.front));
  await assets(join(out, "assets"));
}

async function notebooksIn(folder: string): Promise<string[]> {
  const names: string[] = [];
  for await (const { name, isFile } of Deno.readDir(folder)) {
    if (isFile && name.endsWith(".ipynb")) names.push(name);
  }
  return names;
}

/** A name for content: the same content gets the same name. */
function nameOf(content: Uint8Array): string {
  return createHash("sha256").update(content).digest("hex").slice(0, 16);
}

/** Styles, fonts and scripts. */
async function assets(folder: string): Promise<void> {
  await Deno.mkdir(join(folder, "katex", "fonts"), { recursive: true });
  for (const name of ["site.css", "icon.svg"]) {
    await Deno.copyFile(join(project, "site", "book", name), join(folder, name));
  }
  const katex = dirname(fileURLToPath(import.meta.resolve("katex")));
  // Of the three formats of each font every browser of today takes the first.
  const css = await Deno.readTextFile(join(katex, "katex.min.css"));
  const lean = css.replaceAll(/,url\(fonts\/[\w-]+\.(woff|ttf)\) format\("\w+"\)/g, "");
  await Deno.writeTextFile(join(folder, "katex", "katex.min.css"), lean);
  for await (const { name } of Deno.readDir(join(katex, "fonts"))) {
    if (!name.endsWith(".woff2")) continue;
    await Deno.copyFile(join(katex, "fonts", name), join(folder, "katex", "fonts", name));
  }
}

/** The bundles, and the libraries that are loaded when they are needed. */
async function buildScripts(folder: string): Promise<Bundled[]> {
  const page = join(project, "site", "book", "page");
  const entries = { book: join(page, "main.ts"), front: join(page, "front.ts") };
  const bundled = await bundle(entries, folder, { minify: true });
  await Deno.copyFile(join(page, "frame.html"), join(folder, "frame.html"));
  // Lets a reader predict before anything runs: the policy of the pages leaves out scripts in outputs.
  await Deno.writeTextFile(join(folder, "predictions.js"), predictionsScript);
  const plotly = fileURLToPath(import.meta.resolve("plotly.js-cartesian-dist-min"));
  await Deno.copyFile(plotly, join(folder, "plotly-cartesian.min.js"));
  return bundled;
}

/** A file of the site, by its path from the site's own folder. */
interface SiteFile {
  url: string;
  revision: string;
  size: number;
}

async function filesOf(folder: string, below = ""): Promise<SiteFile[]> {
  const files: SiteFile[] = [];
  for await (const { name, isDirectory } of Deno.readDir(join(folder, below))) {
    const url = below ? `${below}/${name}` : name;
    if (isDirectory) files.push(...await filesOf(folder, url));
    else {
      const content = await Deno.readFile(join(folder, url));
      files.push({ url, revision: nameOf(content), size: content.length });
    }
  }
  return files.toSorted((a, b) => a.url < b.url ? -1 : 1);
}

/** The service worker with the list of all files. */
async function buildOffline(folder: string, files: SiteFile[]): Promise<void> {
  const path = join(folder, "offline.js");
  const offline = join(project, "site", "offline", "worker.ts");
  await bundle({ offline }, folder, { minify: true, format: "iife" });
  const kept = files.filter(({ url }) => !url.startsWith("lab/"))
    .map(({ url, revision }) => ({ url, revision }));
  const list = `self.__GLASSNET_FILES=${JSON.stringify(kept)};\n`;
  await Deno.writeTextFile(path, list + await Deno.readTextFile(path));
}
