/** A formula that a cell has given. The library and its fonts are loaded with the first one. */
import katex from "katex";
import { texOf } from "../plain.ts";

/** Puts a formula in TeX, between dollars, in place of its plain text. */
export function drawFormula(element: HTMLElement, latex: string): void {
  const style = new URL("katex/katex.min.css", import.meta.url).href;
  if (!document.querySelector('link[href$="katex.min.css"]')) {
    const link = document.createElement("link");
    link.rel = "stylesheet";
    link.href = style;
    document.head.append(link);
  }
  katex.render(texOf(latex), element, { displayMode: true, throwOnError: false });
}
