/**
 * `deno task teaching`: makes what depends on `docs/teaching/answers.ts`, and the pages to print.
 *
 * - `docs/teaching/key.md`, the key to all Trys;
 * - `lib/notebook/tries.ts`, what `prediction` asks and answers under each Try;
 * - `docs/teaching/print/*.html`, each page of `docs/teaching` as one file. Formulas are MathML, which
 *   browsers draw by themselves: no script, no font and nothing from a network.
 *
 * @module
 */
import { katex as formulas } from "@mdit/plugin-katex";
import MarkdownIt from "markdown-it";
import { basename, join } from "node:path";
import { type Answer, answers } from "../docs/teaching/answers.ts";
import { rightAnswer } from "../lib/notebook/prediction_form.ts";
import { lessonNotebooks } from "./notebooks/notebooks.ts";
import { readArguments } from "./shared/arguments.ts";
import { project, writeWhole } from "./shared/project.ts";
import { runTask, say } from "./shared/task.ts";

/** Where the pages for teachers are. */
export const teaching: string = join(project, "docs", "teaching");

interface Cell {
  cell_type: string;
  id: string;
  source: string | string[];
}

/** An answer with its facts filled in: `{name}` as it is, `{name:2}` with two decimals. */
export function answerText({ cell, text, facts = {} }: Answer): string {
  return text.replaceAll(/\{([a-zA-Z]\w*)(?::(\d))?\}/g, (_, name, digits) => {
    const fact = facts[name];
    if (fact === undefined) throw new Error(`The answer to ${cell} has no fact "${name}".`);
    if (typeof fact !== "number") return String(fact);
    return digits ? fact.toFixed(Number(digits)) : fact.toLocaleString("en-US");
  });
}

/** What a Try asks for: it stands at the end of its cell. */
export function task(source: string): string {
  return source.slice(source.indexOf("**Try.**") + "**Try.**".length).trim();
}

/** What `prediction` shows below the Trys, as a file of the library. */
export function triesFile(): string {
  const forms = answers.map((
    answer,
  ) => [answer.cell, { ...answer.predict, why: answerText(answer) }]);
  return "// Made from docs/teaching/answers.ts by `deno task teaching`: change it there.\n" +
    'import type { PredictionForm } from "./prediction_form.ts";\n\n' +
    "/** What to predict for each Try of the lessons, by its notebook and cell. */\n" +
    `export const tries: Record<string, PredictionForm> = ${
      JSON.stringify(Object.fromEntries(forms), null, 2)
    };\n`;
}

/** All cells with a Try, each by its notebook's number and its id. */
export async function tryCells(): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  for (const path of await lessonNotebooks()) {
    for (const { cell_type, id, source } of (await notebook(path)).cells) {
      const text = [source].flat().join("");
      if (cell_type === "markdown" && text.includes("**Try.**")) {
        found.set(`${basename(path).slice(0, 2)} ${id}`, text);
      }
    }
  }
  return found;
}

async function notebook(path: string): Promise<{ cells: Cell[] }> {
  return JSON.parse(await Deno.readTextFile(path));
}

/** The key: each Try with its answer, by lesson. */
export async function key(): Promise<string> {
  const cells = await tryCells();
  const names = (await lessonNotebooks()).map((path) => basename(path));
  const parts = [
    "# Key: the answers to all Trys\n\nMade from [answers.ts](answers.ts) by `deno task teaching`;" +
    " a test does what each Try asks for and compares.\nThe solutions of the exercises are in" +
    " [notebooks/exercises/source](../../notebooks/exercises/source), between `BEGIN SOLUTION` and" +
    " `END SOLUTION`.",
  ];
  for (const name of names) {
    const number = name.slice(0, 2);
    const those = answers.filter(({ cell }) => cell.startsWith(number));
    parts.push(`## [${name.replace(".ipynb", "")}](../../notebooks/${name})`);
    those.forEach((answer, k) => {
      const [first, ...rest] = task(cells.get(answer.cell)!).split("\n\n");
      parts.push(`**${Number(number)}.${k + 1}** ${first.replaceAll("\n", " ")}`, ...rest);
      const { question } = answer.predict;
      parts.push(`> *${question}* **${rightAnswer(answer.predict)}**\n>\n> ${answerText(answer)}`);
    });
  }
  return parts.join("\n\n") + "\n";
}

/**
 * A page to print, as one file: `***` in its Markdown begins a new sheet. What students fill in has room
 * below each question.
 */
export function printable(markdown: string, isFilledIn = false): string {
  const made = MarkdownIt({ html: true });
  made.use(formulas, { throwOnError: true, output: "mathml" });
  made.renderer.rules.link_open = (tokens, k) => {
    const href = String(tokens[k].attrGet("href")).replace(/^([\w-]+)\.md/, "$1.html");
    return href.startsWith("http") || /^[\w-]+\.html/.test(href) ? `<a href="${href}">` : "<a>";
  };
  const shapes = markdown.replaceAll(/\b([\d,]+|m) x ([\d,]+|m)\b/g, "$1\u00a0x\u00a0$2");
  // Browsers put no space between "log" and its number: log 10 would look like the logarithm to base 10.
  const body = made.render(shapes.replaceAll(":=", "\\coloneqq "))
    .replaceAll(/<mo>\u2061<\/mo>(?!<mo[^>]*>\()/g, '$&<mspace width="0.17em"></mspace>');
  const title = /^# (.*)$/m.exec(markdown)?.[1] ?? "Glassnet";
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<style>
body { font: 11pt/1.45 Georgia, serif; color: #111; background: #fff; max-width: 46em;
  margin: 2em auto; padding: 0 1em; }
h1, h2, h3 { font-family: Arial, Helvetica, sans-serif; line-height: 1.2; break-after: avoid; }
table { border-collapse: collapse; width: 100%; margin: 0.8em 0; }
th, td { border: 1px solid #777; padding: 0.3em 0.5em; text-align: left; vertical-align: top; }
tr, blockquote, li { break-inside: avoid; }
p:has(+ blockquote), p:has(+ pre + p + blockquote), pre:has(+ p + blockquote) { break-after: avoid; }
blockquote { margin: 0.4em 0 1em; padding-left: 0.8em; border-left: 3px solid #888; }
td:first-child { width: 5em; }
code, pre { font: 0.9em ui-monospace, Menlo, Consolas, monospace; }
hr { border: 0; break-after: page; }
.to-fill-in li { min-height: 3em; }
@page { margin: 16mm; }
@media print { body { margin: 0; max-width: none; padding: 0; font-size: 10pt; } }
</style>
</head>
<body${isFilledIn ? ' class="to-fill-in"' : ""}>
${body}</body>
</html>
`;
}

/** One of the pages in `docs/teaching` as a page to print. */
export async function pageToPrint(name: string): Promise<string> {
  return printable(await Deno.readTextFile(join(teaching, name)), name === "pencil.md");
}

async function main(args: string[]): Promise<void> {
  const does = "Makes the key, what the lessons ask to predict, and the pages to print.";
  readArguments(args, { task: "teaching", does });
  await writeWhole(join(project, "lib", "notebook", "tries.ts"), triesFile());
  await writeWhole(join(teaching, "key.md"), await key());
  const print = join(teaching, "print");
  await Deno.mkdir(print, { recursive: true });
  for await (const { name } of Deno.readDir(teaching)) {
    if (!name.endsWith(".md")) continue;
    await writeWhole(join(print, name.replace(".md", ".html")), await pageToPrint(name));
    say(`docs/teaching/print/${name.replace(".md", ".html")}`);
  }
}

if (import.meta.main) await runTask(() => main(Deno.args));
