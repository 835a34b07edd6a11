/** Text without the colors of a terminal. */
export function plain(text: string): string {
  // deno-lint-ignore no-control-regex
  return text.replaceAll(/\x1b\[[0-9;]*m/g, "");
}

/** The TeX of a formula as a cell gives it: between dollars. */
export function texOf(latex: string): string {
  return latex.trim().replace(/^\$+/, "").replace(/\$+$/, "");
}

/**
 * HTML that a cell shows, with cells for empty headers: the corner of a table heads nothing, and a
 * screen reader would say so.
 */
export function readable(html: string): string {
  return html.replaceAll(/<th([^>]*)><\/th>/g, "<td$1></td>");
}
