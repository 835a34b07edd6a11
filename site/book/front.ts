/**
 * The front page: what Glassnet is, the playground, and the course.
 *
 * @module
 */
import { escape } from "@std/html/entities";
import type { BookPage } from "./course.ts";
import { joined, type Notebook } from "./notebook.ts";
import { playgroundHtml } from "../playground/html.ts";
import { filesHtml } from "../yours/html.ts";
import { document, ownTitle, type Scripts } from "./page.ts";

/** The HTML of the front page. */
export function frontPage(
  notebooks: Map<BookPage, Notebook>,
  titles: Map<BookPage, string>,
  scripts?: Scripts,
): string {
  const cards = (part: BookPage["part"]) =>
    [...notebooks].filter(([page]) => page.part === part).map(([page, notebook]) =>
      `<li><a href="${part}/${page.name}.html" data-progress="${part}/${page.name}"><strong>${
        escape(titles.get(page)!)
      }</strong> <span>${escape(questionOf(notebook))}</span></a></li>`
    ).join("\n");
  return document({
    title: "Glassnet: a neural network that you can see through",
    description: "Learn backpropagation by stepping through a real network, in your browser.",
    up: "",
    scripts,
    bodyAttributes: 'data-page="front"',
    body: `<a class="skip" href="#main">Skip to the text</a>
<main id="main" class="front">
<h1>Glassnet</h1>
<p class="prose">A two-layer neural network that you can see through. Fourteen equations turn 784 pixels
into ten probabilities, and teach the network from its mistakes. Read them, run them, change them, step
through them: in this page, with nothing to install.</p>
${playgroundHtml()}
<h2 id="lessons">Lessons</h2>
<ol class="cards">${cards("lessons")}</ol>
<h2 id="exercises">Exercises</h2>
<p class="prose">Write each equation yourself. The check says what is wrong with your answer, not only
that it is.</p>
<ol class="cards">${cards("exercises")}</ol>
${cards("own") && `<h2 id="own">${ownTitle}</h2>\n<ol class="cards">${cards("own")}</ol>`}
</main>
${filesHtml()}
<script type="module" src="assets/front.js"></script>`,
  });
}

/** What a notebook opens with: its first paragraph below the title, in the words of the site. */
function questionOf(notebook: Notebook): string {
  const [, ...paragraphs] = joined(notebook.cells[0].source).split("\n\n");
  return (paragraphs[0] ?? "").replaceAll("\n", " ")
    .replaceAll(/\\frac\{(\w+)\}\{(\w+)\}/g, "$1/$2")
    .replaceAll(/[*`$]|\[|\]\([^)]*\)/g, "")
    .replaceAll(/\b([Nn])otebook(?=s? \d)/g, (_, n) => n === "N" ? "Lesson" : "lesson");
}
