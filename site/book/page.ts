/**
 * The HTML of a page of the book.
 *
 * @module
 */
import { escape } from "@std/html/entities";
import { dirname } from "node:path";
import { inputHtml } from "./cell_html.ts";
import type { BookPage } from "./course.ts";
import { labPath, siteLink } from "./course.ts";
import { highlighted } from "./highlight.ts";
import { type Heading, PageMarkdown } from "./markdown.ts";
import { type Cell, joined, type Notebook } from "./notebook.ts";
import { type SavePicture, storedOutput } from "./outputs.ts";
import { filesHtml } from "../yours/html.ts";

/**
 * What a page may do: run scripts of this site, and reach no other host. What a cell runs is made of
 * text in a worker, which takes this policy over.
 */
export const policy: string = [
  "default-src 'none'",
  "script-src 'self' blob: 'unsafe-eval' 'wasm-unsafe-eval'",
  "worker-src 'self' blob:",
  "connect-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "frame-src 'self'",
  "manifest-src 'self'",
  "form-action 'none'",
  "base-uri 'none'",
].join("; ");

/** The scripts of a page, by their addresses from the site's own folder. */
export interface Scripts {
  /** What the page itself loads, all that stands in the way of its first press. */
  own: string[];
  /** What the worker loads that somebody's first press starts. */
  worker: string[];
}

/** A page and what stands around it. */
export interface Contents {
  page: BookPage;
  notebook: Notebook;
  pages: BookPage[];
  titles: Map<BookPage, string>;
  /** Whether the site has JupyterLab, too. */
  lab: boolean;
  /**
   * What the browser is told to fetch before something asks for it.
   *
   * @default nothing
   */
  scripts?: Scripts;
}

/** What a teacher's own exercises are called. */
export const ownTitle = "More exercises";

/** The title of a notebook: its first heading. */
export function titleOf(notebook: Notebook): string {
  const first = notebook.cells.find(({ cell_type }) => cell_type === "markdown");
  const [, title] = /^# (.+)$/m.exec(joined(first?.source)) ?? [];
  if (!title) throw new Error("A notebook begins with its title, a line such as # 3. Forward.");
  return title.replaceAll(/[*`$]/g, "");
}

/** The HTML of one page, readable before any script has run. */
export function bookPage(
  { page, notebook, pages, titles, lab, scripts }: Contents,
  save: SavePicture,
): string {
  const title = titles.get(page)!;
  const markdown = new PageMarkdown((address) => siteLink(page, address, pages));
  const body = notebook.cells.map((cell) =>
    cell.cell_type === "markdown"
      ? `<section class="prose" id="${cell.id}">${markdown.render(joined(cell.source))}</section>`
      : codeCell(cell, save)
  ).join("\n");
  const formulas = markdown.hasFormulas || body.includes('class="katex');
  const k = pages.indexOf(page);
  return document({
    title: `${title} - Glassnet`,
    head: formulas ? '<link rel="stylesheet" href="../assets/katex/katex.min.css">' : "",
    scripts,
    bodyAttributes: `data-page="${page.part}/${page.name}" data-folder="/${
      dirname(page.notebook)
    }"`,
    body: `<a class="skip" href="#main">Skip to the text</a>
<header class="bar">
<a class="home" href="../index.html">Glassnet</a>
${courseMenu(page, pages, titles)}
<div class="tools" hidden>
<button type="button" data-do="run-all">Run all</button>
<button type="button" data-do="stop" disabled>Stop</button>
<details class="menu"><summary>More</summary><div>
<button type="button" data-do="restart">Restart</button>
<button type="button" data-do="reset">Reset</button>
<button type="button" data-do="files">Your files</button>
<a data-do="download" href="../notebooks/${page.part}/${page.name}.ipynb" download>Download .ipynb</a>
${lab ? labLink(page) : ""}
</div></details>
</div>
<p class="status" role="status" aria-live="polite"></p>
</header>
<div class="columns">
${contents(markdown.headings)}
<main id="main">
<noscript><p class="note">Without JavaScript this page can be read; its cells can't be run.</p></noscript>
${body}
<nav class="around" aria-label="Neighbors in the course">${
      neighbor("Previous", page, pages[k - 1], titles)
    }${neighbor("Next", page, pages[k + 1], titles)}</nav>
</main>
</div>
${filesHtml()}
<script type="module" src="../assets/book.js"></script>${
      body.includes('class="glassnet-prediction"')
        ? '\n<script type="module" src="../assets/predictions.js"></script>'
        : ""
    }`,
  });
}

function labLink(page: BookPage): string {
  const address = `../lab/lab/index.html?path=${labPath(page)}`;
  return `<a data-do="lab" href="${address}">Open in JupyterLab</a>`;
}

function codeCell({ id, source, outputs, metadata }: Cell, save: SavePicture): string {
  const { tags = [], glassnet } = metadata;
  const role = glassnet ? ` data-role="${glassnet.role}" data-piece="${glassnet.piece}"` : "";
  const stored = (outputs ?? []).map((output) => storedOutput(output, save)).join("\n");
  return `<section class="cell" id="${id}"${
    tags.length ? ` data-tags="${tags.join(" ")}"` : ""
  }${role}>
${inputHtml(highlighted(joined(source)))}
<div class="out">${stored}</div>
</section>`;
}

function contents(headings: Heading[]): string {
  const items = headings.filter(({ level }) => level === 2).map(({ id, text }) =>
    `<li><a href="#${id}">${escape(text)}</a></li>`
  );
  return `<nav class="contents" aria-label="On this page"><details><summary>On this page</summary><ol>${
    items.join("")
  }</ol></details></nav>`;
}

function courseMenu(here: BookPage, pages: BookPage[], titles: Map<BookPage, string>): string {
  const list = (part: BookPage["part"], label: string) =>
    pages.some((page) => page.part === part)
      ? `<p>${label}</p><ol>${
        pages.filter((page) => page.part === part).map((page) =>
          `<li><a href="${pageLink(here, page)}"${
            page === here ? ' aria-current="page"' : ""
          } data-progress="${page.part}/${page.name}">${escape(titles.get(page)!)}</a></li>`
        ).join("")
      }</ol>`
      : "";
  return `<details class="menu course"><summary>Course</summary><nav aria-label="Course">${
    list("lessons", "Lessons")
  }${list("exercises", "Exercises")}${list("own", ownTitle)}</nav></details>`;
}

function neighbor(
  word: string,
  here: BookPage,
  there: BookPage | undefined,
  titles: Map<BookPage, string>,
): string {
  if (!there) return "";
  const part = there.part === here.part || there.part === "lessons" ? "" : "Exercises: ";
  return `<a rel="${word === "Next" ? "next" : "prev"}" href="${
    pageLink(here, there)
  }"><span>${word}</span> ${part}${escape(titles.get(there)!)}</a>`;
}

function pageLink(here: BookPage, there: BookPage): string {
  return there.part === here.part ? `${there.name}.html` : `../${there.part}/${there.name}.html`;
}

/** A whole document in a language, with the policy and the style of every page. */
export function document(
  { title, head = "", scripts, body, bodyAttributes = "", up = "../", description }: {
    title: string;
    head?: string;
    scripts?: Scripts;
    body: string;
    bodyAttributes?: string;
    up?: string;
    description?: string;
  },
): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
${description ? `<meta name="description" content="${escape(description)}">\n` : ""}<title>${
    escape(title)
  }</title>
<link rel="icon" href="${up}assets/icon.svg" type="image/svg+xml">
<link rel="stylesheet" href="${up}assets/site.css">
${head}
${links("modulepreload", up, scripts?.own)}${links("prefetch", up, scripts?.worker)}</head>
<body ${bodyAttributes}>
${body}
</body>
</html>
`;
}

/** Without them each script would be asked for when the one before has come. */
function links(rel: string, up: string, addresses: string[] = []): string {
  return addresses.map((address) => `<link rel="${rel}" href="${up}${address}">\n`).join("");
}
