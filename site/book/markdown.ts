/**
 * Markdown with formulas, as the notebooks have it, to HTML that needs no script.
 *
 * @module
 */
import { katex as formulas } from "@mdit/plugin-katex";
import katex from "katex";
import MarkdownIt from "markdown-it";
import { readable, texOf } from "./plain.ts";

/** A heading of a page, for its table of contents. */
export interface Heading {
  level: number;
  text: string;
  id: string;
}

/** Renders the Markdown cells of one page; it gathers the headings and gives each an address. */
export class PageMarkdown {
  /** The headings so far, in their order. */
  readonly headings: Heading[] = [];
  /** Whether a formula has been met. */
  hasFormulas = false;
  readonly #markdown: MarkdownIt;

  /** @param link where a link of the notebook leads on the site */
  constructor(link: (address: string) => string) {
    const markdown = this.#markdown = MarkdownIt({ html: true, typographer: false });
    // On a phone a line may end in the wide space between two formulas.
    const macros = { "\\qquad": "\\quad\\quad\\allowbreak " };
    markdown.use(formulas, { throwOnError: true, output: "htmlAndMathml", macros });
    markdown.core.ruler.push("glassnet", ({ tokens }) => {
      tokens.forEach((token, k) => {
        if (token.type === "heading_open") this.#open(token, tokens[k + 1].content);
        for (const child of token.children ?? []) {
          if (child.type === "link_open") child.attrSet("href", link(child.attrGet("href")!));
        }
      });
    });
    // A wide table scrolls by itself, and not the page.
    markdown.renderer.rules.table_open = () => '<div class="wide" tabindex="0"><table>\n';
    markdown.renderer.rules.table_close = () => "</table></div>\n";
    // So does a long line of code, and the keyboard reaches what scrolls.
    const fence = markdown.renderer.rules.fence!;
    markdown.renderer.rules.fence = (...given) =>
      fence(...given).replace("<pre>", '<pre tabindex="0">');
  }

  #open(token: { tag: string; attrSet(name: string, value: string): void }, content: string): void {
    const text = content.replaceAll(/[*`$]/g, "");
    const base = text.toLowerCase().replaceAll(/[^a-z0-9]+/g, "-").replaceAll(/^-|-$/g, "");
    let id = base;
    for (let k = 2; this.headings.some((heading) => heading.id === id); k++) id = `${base}-${k}`;
    token.attrSet("id", id);
    this.headings.push({ level: Number(token.tag.slice(1)), text, id });
  }

  /** One cell's HTML. */
  render(markdown: string): string {
    const html = readable(this.#markdown.render(markdown));
    this.hasFormulas ||= html.includes('class="katex');
    return html;
  }

  /** A formula that a cell has given, such as `$\displaystyle ...$`. */
  formula(latex: string): string {
    this.hasFormulas = true;
    return formulaHtml(latex);
  }
}

/** A formula in TeX between dollars, as HTML and, for screen readers, MathML. */
export function formulaHtml(latex: string): string {
  return katex.renderToString(texOf(latex), { displayMode: true, throwOnError: true });
}
