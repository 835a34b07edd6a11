/** A formula that a cell has given. The library and its fonts are loaded with the first one. */
import katex from "katex";

/** Puts a formula in TeX, between dollars, in place of its plain text. */
export function drawFormula(element: HTMLElement, latex: string): void {
  const style = new URL("katex/katex.min.css", import.meta.url).href;
  if (!document.querySelector('link[href$="katex.min.css"]')) {
    const link = document.createElement("link");
    link.rel = "stylesheet";
    link.href = style;
    document.head.append(link);
  }
  const text = latex.trim().replace(/^\$+/, "").replace(/\$+$/, "");
  katex.render(text, element, { displayMode: true, throwOnError: false });
}
